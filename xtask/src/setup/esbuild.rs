//! `esbuild`, which takes out of scripts and styles what only people read.

use super::{Tools, node, npm_tool};
use crate::failure::{Failure, Result};
use crate::project::Project;
use crate::search;
use crate::versions;

/// Makes sure that `esbuild` is there in the pinned version, and puts it first: the bundle has to
/// be the same everywhere.
pub fn ensure(project: &Project, tools: &mut Tools) -> Result<()> {
    let folder = project.tools.join(format!("esbuild-{}", versions::ESBUILD));
    let bin = folder.join("node_modules").join(".bin");
    if search::find_in(&bin, "esbuild").is_none() {
        node::check()?;
        let package = format!("esbuild@{}", versions::ESBUILD);
        npm_tool::install(project, &folder, &package, &package, "10 MB on disk, seconds", "")?;
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
