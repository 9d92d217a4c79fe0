//! Trunk, which builds and serves the app.

use super::Tools;
use super::cargo_tool::{self, CargoTool};
use crate::failure::Result;
use crate::project::Project;
use crate::versions;

/// Makes sure that Trunk is there in the pinned version.
pub fn ensure(project: &Project, tools: &mut Tools) -> Result<()> {
    let tool = CargoTool {
        label: "Trunk",
        package: "trunk",
        version: versions::TRUNK,
        programs: &["trunk"],
        locked: true,
        duration: "3 to 10 minutes",
    };
    cargo_tool::ensure(&tool, project, tools)
}
