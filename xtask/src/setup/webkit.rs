//! WebKitGTK for the tests in three engines: its driver, its small browser, and
//! a display that nobody sees. What is not installed comes from the packages of
//! the distribution.

use std::fs;
use std::path::{Path, PathBuf};

use super::system_packages::{self, Packages};
use super::{Variables, say};
use crate::failure::{Failure, Result};
use crate::project::Project;
use crate::search;

/// The programs that have to be on PATH: the driver first, then the display.
const PROGRAMS: [&str; 2] = ["WebKitWebDriver", "Xvfb"];

/// What the package managers call them.
const PACKAGES: Packages = &[("apt-get", &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"])];

/// The folders below which distributions keep what only WebKit starts itself.
const PLACES: [&str; 4] = ["/usr/lib", "/usr/libexec", "/usr/lib64", "/usr/local/libexec"];

/// The folders of WebKit in those, one for each version of its interface.
const VERSIONS: [&str; 3] = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];

/// The browser that comes with it.
const BROWSER: &str = "MiniBrowser";

/// Finds all of it or installs it; the variables by which the tests know where.
pub fn ensure(project: &Project) -> Result<Variables> {
    if !cfg!(target_os = "linux") {
        return Err(Failure::new("WebKitGTK can be driven on Linux only."));
    }
    if let Ok(found) = installed() {
        return Ok(found);
    }
    say("WebKitGTK, its driver or Xvfb is not installed; trying the system's packages …");
    system_packages::install(project, PACKAGES)
        .map_err(|cause| missing(&cause.message))
        .and_then(|()| installed())
}

/// The sentence for when something is not there.
fn missing(cause: &str) -> Failure {
    Failure::new(format!(
        "WebKitGTK could not be found or installed for the tests. {cause} Install {}, {} and \
         {BROWSER} yourself.",
        PROGRAMS[0], PROGRAMS[1]
    ))
}

/// What is installed, if it is everything.
fn installed() -> Result<Variables> {
    let mut found = Vec::new();
    for program in PROGRAMS {
        let path = search::find(program, &[])
            .ok_or_else(|| missing(&format!("There is no {program} on PATH.")))?;
        found.push(path);
    }
    let browser = PLACES
        .iter()
        .find_map(|place| browser_below(Path::new(place)))
        .ok_or_else(|| missing(&format!("There is no {BROWSER} in {}.", PLACES.join(", "))))?;
    let [driver, display] = [found.remove(0), found.remove(0)];
    Ok(vec![
        ("NEWSPRINT_WEBKIT_DRIVER", driver.into()),
        ("NEWSPRINT_WEBKIT_BROWSER", browser.into()),
        ("NEWSPRINT_XVFB", display.into()),
    ])
}

/// The browser in one of the places: in a folder of WebKit's own, in Debian within that of the
/// processor.
fn browser_below(place: &Path) -> Option<PathBuf> {
    let inside = fs::read_dir(place).into_iter().flatten().flatten().map(|entry| entry.path());
    let folders: Vec<_> = std::iter::once(place.to_path_buf()).chain(inside).collect();
    VERSIONS
        .iter()
        .flat_map(|version| folders.iter().map(move |folder| folder.join(version).join(BROWSER)))
        .find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{empty, make_folder, write};

    #[test]
    fn the_browser_is_found_wherever_a_distribution_has_it() {
        let place = std::env::temp_dir().join(format!("newsprint-webkit-{}", std::process::id()));
        for folder in ["webkit2gtk-4.1", "x86_64-linux-gnu/webkitgtk-6.0"] {
            empty(&place).unwrap();
            assert_eq!(browser_below(&place), None);
            let folder = place.join(folder);
            make_folder(&folder).unwrap();
            write(&folder.join(BROWSER), "").unwrap();
            assert_eq!(browser_below(&place), Some(folder.join(BROWSER)));
        }
        fs::remove_dir_all(&place).unwrap();
        assert_eq!(browser_below(&place), None);
    }
}
