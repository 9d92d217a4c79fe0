//! Tools that come as npm packages, each in a folder of its own.

use std::path::Path;

use super::{cannot, say};
use crate::failure::Result;
use crate::process::Program;
use crate::project::{Project, make_folder};

/// Installs a package (`name@version`) into a tool folder. `tool` is what it is called, `cost` what
/// it takes, and `instead` what else could be done, after a comma.
pub fn install(
    project: &Project,
    folder: &Path,
    package: &str,
    tool: &str,
    cost: &str,
    instead: &str,
) -> Result<()> {
    say(&format!("Installing {tool} with npm ({cost}, once) …"));
    make_folder(folder)?;
    Program::new("npm", &project.tools, &[])
        .and_then(|npm| {
            npm.args(["install", "--no-audit", "--no-fund", "--prefix"])
                .args([folder])
                .args([package])
                .run()
        })
        .map_err(|cause| {
            let instead = format!(
                "Check the connection to the npm registry{instead}, then start this command again."
            );
            cannot(tool, &cause, &instead)
        })
}
