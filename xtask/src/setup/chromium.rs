//! A Chromium for the tests: an installed one, else Playwright's, else the
//! package of the distribution.

use std::env;
use std::path::{Path, PathBuf};

use super::say;
use super::system_packages::{self, Packages};
use crate::failure::{Failure, Result};
use crate::process::Program;
use crate::project::Project;
use crate::search;

/// The names that Chromium and its kin have on PATH.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// What the package managers call it.
const PACKAGES: Packages = &[
    ("apt-get", &["chromium"]),
    ("dnf", &["chromium"]),
    ("pacman", &["chromium"]),
    ("apk", &["chromium"]),
    ("brew", &["google-chrome"]),
];

/// The variable that names a browser to use, and that tests read.
const VARIABLE: &str = "NEWSPRINT_CHROMIUM";

/// Finds a Chromium or installs one.
pub fn ensure(project: &Project) -> Result<PathBuf> {
    if let Some(chosen) = env::var_os(VARIABLE).filter(|value| !value.is_empty()) {
        let chosen = PathBuf::from(chosen);
        if starts(&chosen) {
            return Ok(chosen);
        }
        return Err(Failure::new(format!(
            "{VARIABLE} is set to {}, but no Chromium starts there; set it to the path of one, or \
             unset it to let set-up look for one.",
            chosen.display()
        )));
    }
    if let Some(found) = installed().or_else(|| of_playwright(project)) {
        return Ok(found);
    }
    say("No Chromium is installed; downloading Playwright's (150 MB, a minute or two, once) …");
    let downloaded =
        Program::new("npx", &project.e2e(), &[])?.args(["playwright", "install", "chromium"]).run();
    if downloaded.is_ok()
        && let Some(found) = of_playwright(project)
    {
        return Ok(found);
    }
    say("Playwright's browser does not work here; trying the system's package of Chromium …");
    match system_packages::install(project, PACKAGES) {
        Ok(()) => {
            installed().ok_or_else(|| missing("The installed package brought none that starts."))
        }
        Err(cause) => Err(missing(&cause.message)),
    }
}

/// The sentence for when nothing has helped.
fn missing(cause: &str) -> Failure {
    Failure::new(format!(
        "No Chromium could be found or installed for the tests. {cause} Install Chromium or Chrome \
         yourself, or set {VARIABLE} to the path of one, then start this command again."
    ))
}

/// A Chromium on PATH or in the usual places.
fn installed() -> Option<PathBuf> {
    NAMES
        .iter()
        .filter_map(|name| search::find(name, &[]))
        .chain(usual_places())
        .find(|path| starts(path))
}

/// Where Chromium and Chrome are when they are not on PATH.
fn usual_places() -> Vec<PathBuf> {
    if cfg!(target_os = "macos") {
        return [
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        ]
        .map(PathBuf::from)
        .to_vec();
    }
    if cfg!(windows) {
        return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
            .iter()
            .filter_map(env::var_os)
            .map(|folder| Path::new(&folder).join(r"Google\Chrome\Application\chrome.exe"))
            .collect();
    }
    Vec::new()
}

/// The browser that Playwright has downloaded earlier.
fn of_playwright(project: &Project) -> Option<PathBuf> {
    const WHERE: &str = "console.log(require('@playwright/test').chromium.executablePath())";
    let output =
        Program::new("node", &project.e2e(), &[]).ok()?.args(["--eval", WHERE]).read().ok()?;
    let path = PathBuf::from(output.trim());
    starts(&path).then_some(path)
}

/// Whether a browser starts. A file alone proves little: Ubuntu's
/// `chromium-browser` is a script that asks for a snap, and Playwright's lacks
/// system libraries on a bare machine.
fn starts(path: &Path) -> bool {
    // On Windows, `--version` opens a window.
    path.is_file() && (cfg!(windows) || search::version_of(path).is_some())
}
