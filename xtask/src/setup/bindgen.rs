//! The wasm-bindgen command line, which writes the JavaScript between the
//! browser and the compiled app, and which runs the tests in a browser.

use super::Tools;
use super::cargo_tool::{self, CargoTool};
use crate::failure::Result;
use crate::lock;
use crate::project::Project;

/// Makes sure that it is there in the version of the library.
pub fn ensure(project: &Project, tools: &mut Tools) -> Result<()> {
    let version = lock::version_of(&project.read("Cargo.lock")?, "wasm-bindgen")?;
    let tool = CargoTool {
        label: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: &version,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // Its lock file may name versions that a registry mirror lacks.
        locked: false,
        duration: "1 to 4 minutes",
    };
    cargo_tool::ensure(&tool, project, tools)
}
