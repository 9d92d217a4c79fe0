//! Looking for programs on PATH and asking them for their version.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The first program of that name in the given folders, then on PATH.
pub fn find(name: &str, first: &[PathBuf]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    find_among(name, first.iter().cloned().chain(env::split_paths(&path)))
}

/// The program of that name in one folder.
pub fn find_in(folder: &Path, name: &str) -> Option<PathBuf> {
    find_among(name, [folder.to_owned()])
}

/// The first program of that name in these folders.
fn find_among(name: &str, folders: impl IntoIterator<Item = PathBuf>) -> Option<PathBuf> {
    // A folder with the separator of PATH in its name can't be part of a PATH.
    let paths = folders.into_iter().filter_map(|folder| env::join_paths([folder]).ok());
    paths.into_iter().find_map(|path| which::which_in_global(name, Some(path)).ok()?.next())
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
