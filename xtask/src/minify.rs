//! Taking out what only people read, with esbuild.

use crate::failure::Result;
use crate::project::{Project, make_folder, write};
use crate::setup::Tools;

/// What the shell and the engine's script may use; every browser of the README has it.
const JS: [&str; 3] = ["minify.js", "--format=esm", "--target=es2022"];

/// The browsers of the README, for the styles.
const CSS: [&str; 2] = ["minify.css", "--target=chrome123,edge123,firefox120,safari17.5"];

/// A script, as a module.
pub fn js(project: &Project, tools: &Tools, script: &str) -> Result<String> {
    run(project, tools, script, &JS)
}

/// A style sheet.
pub fn css(project: &Project, tools: &Tools, styles: &str) -> Result<String> {
    run(project, tools, styles, &CSS)
}

/// Minifies by way of a file, whose ending tells esbuild what it is.
fn run(project: &Project, tools: &Tools, content: &str, arguments: &[&str]) -> Result<String> {
    let folder = project.target.join("xtask");
    make_folder(&folder)?;
    write(&folder.join(arguments[0]), content)?;
    tools
        .program_in("esbuild", &folder)?
        .args(arguments)
        .args(["--minify", "--charset=utf8", "--log-level=warning"])
        .read()
}
