//! Looking for programs on PATH and asking them for their version.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The first program of that name in the given folders, then on PATH.
pub fn find(name: &str, first: &[PathBuf]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    first.iter().cloned().chain(env::split_paths(&path)).find_map(|folder| find_in(&folder, name))
}

/// The program of that name in one folder.
pub fn find_in(folder: &Path, name: &str) -> Option<PathBuf> {
    // npm's programs are `.cmd` files on Windows.
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    endings
        .iter()
        .map(|ending| folder.join(format!("{name}{ending}")))
        .find(|candidate| is_program(candidate))
}

/// Whether a folder is one of those on PATH.
pub fn on_path(folder: &Path) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|entry| entry == folder)
}

/// What `program --version` says, reduced to the version; `None` when it does
/// not run.
pub fn version_of(program: &Path) -> Option<String> {
    let output = Command::new(program).arg("--version").stdin(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    version_in(&String::from_utf8_lossy(&output.stdout)).map(str::to_owned)
}

/// The first word of a text that is a version: `0.21.14` of `trunk 0.21.14`,
/// `20.1.0` of `v20.1.0`, `132` of `wasm-opt version 132 (version_132)`.
pub fn version_in(text: &str) -> Option<&str> {
    text.split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// Whether a file is there and may be started.
#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

/// Whether a file is there; Windows tells programs by their ending.
#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_the_tools_say() {
        assert_eq!(version_in("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version_in("v20.20.2"), Some("20.20.2"));
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(version_in("wasm-bindgen 0.2.130 (abc1234)"), Some("0.2.130"));
        assert_eq!(version_in("command not found"), None);
        assert_eq!(version_in(""), None);
    }

    #[test]
    fn a_program_that_is_not_there_is_not_found() {
        assert_eq!(find("newsprint-has-no-such-program", &[]), None);
        assert_eq!(find_in(Path::new("no/such/folder"), "cargo"), None);
    }
}
