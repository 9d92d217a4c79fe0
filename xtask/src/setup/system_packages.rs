//! Installing Chromium with the package manager of the system.

use crate::failure::{Failure, Result};
use crate::process::Program;
use crate::project::Project;
use crate::search;

/// A package manager: its program, whether it needs root's rights, and the
/// command lines that install Chromium.
type Manager = (&'static str, bool, &'static [&'static [&'static str]]);

/// The package managers that are known.
const MANAGERS: [Manager; 5] = [
    ("apt-get", true, &[&["update"], &["install", "--yes", "chromium"]]),
    ("dnf", true, &[&["install", "--assumeyes", "chromium"]]),
    ("pacman", true, &[&["-S", "--noconfirm", "chromium"]]),
    ("apk", true, &[&["add", "chromium"]]),
    ("brew", false, &[&["install", "--cask", "google-chrome"]]),
];

/// Installs Chromium with the first package manager that is there.
pub fn install_chromium(project: &Project) -> Result<()> {
    let (manager, needs_root, lines) = MANAGERS
        .into_iter()
        .find(|(program, ..)| search::find(program, &[]).is_some())
        .ok_or_else(|| Failure::new("No package manager known here is on PATH."))?;
    for line in lines {
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
        let program = program.args(*line);
        super::say(&format!("Running `{}` …", program.shown()));
        program.run()?;
    }
    Ok(())
}

/// Whether this runs as root, by what `id` says.
fn is_root(project: &Project) -> bool {
    Program::new("id", &project.root, &[])
        .and_then(|id| id.args(["-u"]).read())
        .is_ok_and(|user| user.trim() == "0")
}
