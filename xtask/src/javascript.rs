//! The checks of what is written in JavaScript: types, form, and what is generated.

use crate::failure::Result;
use crate::project::Project;
use crate::setup::{self, Tools};

/// What TypeScript checks, with `strict`. The settings of the tests are not beside them, because
/// Playwright would take their paths for its own.
const TYPED: [&str; 2] = ["shell", "tools/tsconfig.tests.json"];

/// What Prettier looks at; `.prettierignore` says what not.
const FORMATTED: [&str; 6] =
    ["shell", "tests", "tools", "demo", "bench", "crates/locale/tests/browser.mjs"];

/// What writes the files that follow from `contract/interface.json` and the schema.
const GENERATOR: &str = "tools/interface/generate.mjs";

/// The command `interface`: writes the files that follow from `contract/interface.json` and the
/// schema.
pub fn write_interface(project: &Project) -> Result<()> {
    let tools = setup::prepare(project, setup::INTERFACE)?;
    tools.program("node")?.args([GENERATOR]).run()?;
    println!("All files are what the contract says.");
    Ok(())
}

/// Checks all of it; tells of each step before it is taken.
pub fn check(tools: &Tools, tell: &mut dyn FnMut(&str)) -> Result<()> {
    tell("What follows from the contract");
    tools.program("node")?.args([GENERATOR, "--check"]).run()?;
    for folder in TYPED {
        tell(&format!("Types of the JavaScript, by {folder}"));
        tools
            .program("node")?
            .args(["tools/node_modules/typescript/bin/tsc", "--project", folder])
            .run()?;
    }
    tell("Form of the JavaScript");
    tools
        .program("node")?
        .args(["tools/node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn"])
        .args(FORMATTED)
        .run()
}
