//! `esbuild`, which takes out of scripts and styles what only people read.

use std::path::Path;

use super::{Tools, cannot, node, say};
use crate::failure::{Failure, Result};
use crate::process::Program;
use crate::project::{Project, make_folder};
use crate::search;
use crate::versions;

/// Makes sure that `esbuild` is there in the pinned version, and puts it first: the bundle has to
/// be the same everywhere.
pub fn ensure(project: &Project, tools: &mut Tools) -> Result<()> {
    let folder = project.tools.join(format!("esbuild-{}", versions::ESBUILD));
    let bin = folder.join("node_modules").join(".bin");
    if search::find_in(&bin, "esbuild").is_none() {
        node::check()?;
        install(project, &folder)?;
    }
    if search::find_in(&bin, "esbuild").is_none() {
        return Err(Failure::new(format!(
            "esbuild was installed into {}, but is not there; remove that folder and start this \
             command again.",
            folder.display()
        )));
    }
    tools.put_first(bin);
    Ok(())
}

/// Installs the npm package into the tool folder.
fn install(project: &Project, folder: &Path) -> Result<()> {
    let package = format!("esbuild@{}", versions::ESBUILD);
    say(&format!("Installing {package} with npm (10 MB on disk, seconds, once) …"));
    make_folder(folder)?;
    Program::new("npm", &project.tools, &[])
        .and_then(|npm| {
            npm.args(["install", "--no-audit", "--no-fund", "--prefix"])
                .args([folder])
                .args([&package])
                .run()
        })
        .map_err(|cause| {
            cannot(
                &package,
                &cause,
                "Check the connection to the npm registry, then start this command again.",
            )
        })
}
