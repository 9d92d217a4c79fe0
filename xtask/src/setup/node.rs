//! Node and the packages of the tests that run in it.

use std::fs;
use std::path::Path;

use super::{cannot, say};
use crate::failure::{Failure, Result};
use crate::hash;
use crate::process::Program;
use crate::project::{Project, read, write};
use crate::search;
use crate::versions::NODE_MAJOR;

/// Makes sure that Node is there and new enough.
pub fn check() -> Result<()> {
    let Some(program) = search::find("node", &[]) else {
        return Err(Failure::new(format!(
            "Node is not on PATH; install version {NODE_MAJOR} or newer from https://nodejs.org or \
             with your package manager, then start this command again."
        )));
    };
    let version = search::version_of(&program).unwrap_or_default();
    if major(&version).is_some_and(|major| major >= NODE_MAJOR) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} has version {}, but version {NODE_MAJOR} or newer is needed; install it from \
         https://nodejs.org or with your package manager, then start this command again.",
        program.display(),
        if version.is_empty() { "unknown" } else { &version }
    )))
}

/// Makes sure that the packages of the Playwright tests are those of the lock file.
pub fn packages(project: &Project) -> Result<()> {
    packages_of("tests/e2e", &project.e2e())
}

/// Makes sure that the packages of the sites that bundlers build are those of the lock file.
pub fn host_packages(project: &Project) -> Result<()> {
    packages_of("tests/hosts", &project.hosts())
}

/// Makes sure that the packages of the tests in three engines are those of the lock file.
pub fn engine_packages(project: &Project) -> Result<()> {
    packages_of("tests/engines", &project.engines())
}

/// Makes sure that the packages of the benchmark are those of the lock file.
pub fn bench_packages(project: &Project) -> Result<()> {
    packages_of("bench", &project.root.join("bench"))
}

/// Makes sure that the packages of the checks are those of the lock file.
pub fn tool_packages(project: &Project) -> Result<()> {
    packages_of("tools", &project.root.join("tools"))
}

/// Makes sure that the packages of a folder are those of its lock file.
fn packages_of(name: &str, folder: &Path) -> Result<()> {
    check()?;
    let wanted = hash::of(read(&folder.join("package-lock.json"))?.as_bytes());
    let stamp = folder.join("node_modules").join(".newsprint-stamp");
    if fs::read_to_string(&stamp).is_ok_and(|found| found.trim() == wanted) {
        return Ok(());
    }
    say(&format!("Installing the Node packages of {name} with `npm ci` (up to a minute) …"));
    install(folder).map_err(|cause| {
        cannot(
            &format!("The Node packages of {name}"),
            &cause,
            &format!(
                "Check the connection to the npm registry, or run `npm ci` in {name} yourself to \
                 see more, then start this command again."
            ),
        )
    })?;
    write(&stamp, &wanted)
}

/// Runs `npm ci`.
fn install(folder: &Path) -> Result<()> {
    Program::new("npm", folder, &[])?
        .args(["ci", "--no-audit", "--no-fund"])
        // The browser has its own step, which looks for an installed one first.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .run()
}

/// The major part of a version.
fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("20.20.2"), Some(20));
        assert_eq!(major("9"), Some(9));
        assert_eq!(major(""), None);
    }
}
