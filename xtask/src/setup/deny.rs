//! cargo-deny, which checks what comes into the program from outside.

use super::Tools;
use super::cargo_tool::{self, CargoTool};
use crate::failure::Result;
use crate::project::Project;
use crate::versions;

/// Makes sure that cargo-deny is there in the pinned version.
pub fn ensure(project: &Project, tools: &mut Tools) -> Result<()> {
    let tool = CargoTool {
        label: "cargo-deny",
        package: "cargo-deny",
        version: versions::CARGO_DENY,
        programs: &["cargo-deny"],
        locked: true,
        duration: "1 to 8 minutes",
    };
    cargo_tool::ensure(&tool, project, tools)
}
