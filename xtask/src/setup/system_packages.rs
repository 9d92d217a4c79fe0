//! Installing browsers with the package manager of the system.

use crate::failure::{Failure, Result};
use crate::process::Program;
use crate::project::Project;
use crate::search;

/// What a package manager calls the packages of a program. One that is not
/// named does not have it.
pub type Packages = &'static [(&'static str, &'static [&'static str])];

/// A command line, without the program.
type Line = &'static [&'static str];

/// A package manager: its program, whether it needs root's rights, the command
/// lines that come before installing, and the one that the packages follow.
type Manager = (&'static str, bool, &'static [Line], Line);

/// The package managers that are known.
const MANAGERS: [Manager; 5] = [
    ("apt-get", true, &[&["update"]], &["install", "--yes"]),
    ("dnf", true, &[], &["install", "--assumeyes"]),
    ("pacman", true, &[], &["-S", "--noconfirm"]),
    ("apk", true, &[], &["add"]),
    ("brew", false, &[], &["install", "--cask"]),
];

/// Installs packages with the first package manager that is there.
pub fn install(project: &Project, packages: Packages) -> Result<()> {
    let (manager, needs_root, before, install) = MANAGERS
        .into_iter()
        .find(|(program, ..)| search::find(program, &[]).is_some())
        .ok_or_else(|| Failure::new("No package manager known here is on PATH."))?;
    let names = names(packages, manager)
        .ok_or_else(|| Failure::new(format!("It is not known what `{manager}` calls it.")))?;
    for line in before.iter().map(|line| line.to_vec()).chain([[install, names].concat()]) {
        // `sudo -n` fails rather than ask for a password in the middle.
        let program = if needs_root && !is_root(project) {
            Program::new("sudo", &project.root, &[])
                .map_err(|_| {
                    Failure::new(format!("Installing with `{manager}` needs root's rights."))
                })?
                .args(["-n", "env", "DEBIAN_FRONTEND=noninteractive", manager])
        } else {
            Program::new(manager, &project.root, &[])?.env("DEBIAN_FRONTEND", "noninteractive")
        };
        let program = program.args(line);
        super::say(&format!("Running `{}` …", program.shown()));
        program.run()?;
    }
    Ok(())
}

/// What a package manager calls the packages.
fn names(packages: Packages, manager: &str) -> Option<Line> {
    packages.iter().find(|(name, _)| *name == manager).map(|(_, names)| *names)
}

/// Whether this runs as root, by what `id` says.
fn is_root(project: &Project) -> bool {
    Program::new("id", &project.root, &[])
        .and_then(|id| id.args(["-u"]).read())
        .is_ok_and(|user| user.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_named_as_the_manager_does() {
        const PACKAGES: Packages = &[("apt-get", &["a", "b"]), ("apk", &["c"])];
        assert_eq!(names(PACKAGES, "apk"), Some(&["c"][..]));
        assert_eq!(names(PACKAGES, "brew"), None);
    }
}
