//! Making scripts and style sheets small, with esbuild.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Result};
use crate::process::Program;
use crate::project::{Project, write};
use crate::setup::Tools;

/// What esbuild is told in any case.
const ALWAYS: [&str; 3] = ["--minify", "--charset=utf8", "--log-level=warning"];

/// Makes a text of this kind (`js` or `css`) small; `folder` is where it may be put meanwhile.
pub fn minify(tools: &Tools, folder: &Path, text: &str, kind: &str) -> Result<String> {
    let name = format!("minify.{kind}");
    write(&folder.join(&name), text)?;
    let esbuild = tools
        .program_in("esbuild", folder)?
        .args(ALWAYS)
        .args([&*name, "--allow-overwrite"])
        // What nothing uses any more goes too.
        .args(if kind == "js" { &["--tree-shaking=true"][..] } else { &[] })
        .args([if kind == "js" { "--target=es2022" } else { "--target=esnext" }]);
    taken(esbuild, folder, &name)
}

/// Makes one script of a module and all that it imports, minified or not. Imports that a
/// placeholder names stay imports.
pub fn bundle(
    project: &Project,
    tools: &Tools,
    folder: &Path,
    module: &str,
    placeholder: &str,
    is_small: bool,
) -> Result<String> {
    let esbuild = tools
        .program_in("esbuild", &project.root)?
        .args(if is_small { &ALWAYS[..] } else { &ALWAYS[1..] })
        .args([module, "--bundle", "--format=esm", "--target=es2022"])
        .args([format!("--external:{placeholder}*")]);
    taken(esbuild, folder, "bundle.js")
}

/// Runs esbuild and returns what it makes, which stands in a file of this name meanwhile.
fn taken(esbuild: Program, folder: &Path, name: &str) -> Result<String> {
    let file = folder.join(name);
    let made = esbuild.args([format!("--outfile={}", file.display())]).run();
    let text = made.and_then(|()| {
        fs::read_to_string(&file)
            .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", file.display())))
    });
    let _ = fs::remove_file(&file);
    text
}
