//! A Firefox for the tests in three engines: an installed one, else the
//! package of the distribution.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::system_packages::{self, Packages};
use super::{Variables, say};
use crate::failure::{Failure, Result};
use crate::project::Project;
use crate::search;
use crate::versions::FIREFOX_MAJOR;

/// The names that Firefox has on PATH.
const NAMES: [&str; 2] = ["firefox-esr", "firefox"];

/// What the package managers call it.
const PACKAGES: Packages = &[
    ("apt-get", &["firefox-esr"]),
    ("dnf", &["firefox"]),
    ("pacman", &["firefox"]),
    ("apk", &["firefox"]),
    ("brew", &["firefox"]),
];

/// The variable that names a browser to use, and that the tests read.
const VARIABLE: &str = "NEWSPRINT_FIREFOX";

/// The Firefox that the person has chosen, which has to be one.
pub fn chosen() -> Result<Option<Variables>> {
    let Some(chosen) = env::var_os(VARIABLE).filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let path = PathBuf::from(chosen);
    if starts(&path) {
        return Ok(Some(vec![(VARIABLE, path.into())]));
    }
    Err(Failure::new(format!(
        "{VARIABLE} is set to {}, but no Firefox of version {FIREFOX_MAJOR} or newer starts there; \
         set it to the path of one, or unset it to let set-up look for one.",
        path.display()
    )))
}

/// Finds a Firefox or installs one; the variable by which the tests know where.
pub fn ensure(project: &Project) -> Result<Variables> {
    if let Some(path) = installed() {
        return Ok(vec![(VARIABLE, path.into())]);
    }
    say("No Firefox that tests can drive is installed; trying the system's package …");
    system_packages::install(project, PACKAGES).map_err(|cause| missing(&cause.message))?;
    let path = installed().ok_or_else(|| missing("The installed package brought none."))?;
    Ok(vec![(VARIABLE, path.into())])
}

/// The sentence for when nothing has helped.
fn missing(cause: &str) -> Failure {
    Failure::new(format!(
        "No Firefox of version {FIREFOX_MAJOR} or newer could be found or installed. {cause} \
         Install one yourself, or set {VARIABLE} to the path of one."
    ))
}

/// A Firefox on PATH or in the usual places.
fn installed() -> Option<PathBuf> {
    NAMES
        .iter()
        .filter_map(|name| search::find(name, &[]))
        .chain(usual_places())
        .find(|path| !is_of_snap(path) && starts(path))
}

/// Where Firefox is when it is not on PATH.
fn usual_places() -> Vec<PathBuf> {
    if cfg!(target_os = "macos") {
        return vec![PathBuf::from("/Applications/Firefox.app/Contents/MacOS/firefox")];
    }
    if cfg!(windows) {
        return ["PROGRAMFILES", "PROGRAMFILES(X86)"]
            .iter()
            .filter_map(env::var_os)
            .map(|folder| Path::new(&folder).join(r"Mozilla Firefox\firefox.exe"))
            .collect();
    }
    Vec::new()
}

/// Whether a browser starts that is new enough to be driven.
fn starts(path: &Path) -> bool {
    // On Windows, `--version` says nothing.
    path.is_file()
        && (cfg!(windows)
            || search::version_of(path).is_some_and(|version| is_new_enough(&version)))
}

/// Whether the tests can drive this version.
fn is_new_enough(version: &str) -> bool {
    let major = version.split('.').next().and_then(|major| major.parse::<u32>().ok());
    major.is_some_and(|major| major >= FIREFOX_MAJOR)
}

/// Whether this is a script that starts a snap, as in Ubuntu. Such a Firefox does not see the
/// profile that the tests make for it.
fn is_of_snap(path: &Path) -> bool {
    let is_short = path.metadata().is_ok_and(|about| about.len() < 10_000);
    path.canonicalize().is_ok_and(|target| target.ends_with("snap"))
        || is_short && fs::read_to_string(path).is_ok_and(|script| script.contains("/snap/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_firefox_is_told_from_a_new_one() {
        assert!(is_new_enough("153.7.0esr"));
        assert!(is_new_enough("140.0"));
        assert!(!is_new_enough("115.10.0esr"));
        assert!(!is_new_enough(""));
    }
}
