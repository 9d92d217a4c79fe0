//! Taking out of a script or a style sheet what only people read.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Result};
use crate::project::write;
use crate::setup::Tools;

/// Makes a text of this kind (`js` or `css`) small; `folder` is where it may be put meanwhile.
pub fn minify(tools: &Tools, folder: &Path, text: &str, kind: &str) -> Result<String> {
    let file = folder.join(format!("minify.{kind}"));
    write(&file, text)?;
    let name = format!("minify.{kind}");
    // Nothing is bundled: what a script imports stays a file of its own.
    let outcome = tools
        .program_in("esbuild", folder)?
        .args([&*name, "--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite"])
        // What nothing uses any more goes too.
        .args(if kind == "js" { &["--tree-shaking=true"][..] } else { &[] })
        .args([if kind == "js" { "--target=es2022" } else { "--target=esnext" }])
        .args([format!("--outfile={name}")])
        .run()
        .and_then(|()| {
            fs::read_to_string(&file).map_err(|error| {
                Failure::new(format!("{} cannot be read: {error}.", file.display()))
            })
        });
    let _ = fs::remove_file(&file);
    outcome
}
