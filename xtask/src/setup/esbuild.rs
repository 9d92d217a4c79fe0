//! esbuild, which minifies the scripts and the styles of the release build.

use super::{Tools, cannot, node, say};
use crate::failure::{Failure, Result};
use crate::process::Program;
use crate::project::{Project, make_folder};
use crate::search;
use crate::versions::ESBUILD;

/// Makes sure that esbuild is there in the pinned version.
pub fn ensure(project: &Project, tools: &mut Tools) -> Result<()> {
    let folder = project.tools.join(format!("esbuild-{ESBUILD}"));
    let bin = folder.join("node_modules").join(".bin");
    let is_there = || {
        search::find_in(&bin, "esbuild")
            .is_some_and(|program| search::version_of(&program).is_some_and(|it| it == ESBUILD))
    };
    node::check()?;
    if !is_there() {
        say(&format!("Installing esbuild {ESBUILD} with npm (10 MB on disk, seconds, once) …"));
        make_folder(&folder)?;
        Program::new("npm", &project.tools, &[])
            .and_then(|npm| {
                npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
                    .args([&folder])
                    .args([format!("esbuild@{ESBUILD}")])
                    .run()
            })
            .map_err(|cause| {
                cannot(
                    &format!("esbuild {ESBUILD}"),
                    &cause,
                    "Check the connection to the npm registry, then start this command again.",
                )
            })?;
    }
    if !is_there() {
        return Err(Failure::new(format!(
            "esbuild was installed into {}, but does not start there; remove that folder and start \
             this command again.",
            folder.display()
        )));
    }
    tools.put_first(bin);
    Ok(())
}
