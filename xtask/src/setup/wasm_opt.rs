//! `wasm-opt`, which makes the release build small. The npm package brings it
//! complete, where Trunk would download it from another host.

use std::path::{Path, PathBuf};

use super::{Tools, node, npm_tool, say};
use crate::failure::{Failure, Result};
use crate::project::{Project, make_folder};
use crate::search;
use crate::versions;

/// Makes sure that `wasm-opt` is there in the pinned version.
pub fn ensure(project: &Project, tools: &mut Tools) -> Result<()> {
    let on_path = search::find("wasm-opt", &[]);
    if on_path.as_deref().is_some_and(fits) {
        return Ok(());
    }
    let folder = project.tools.join(format!("binaryen-{}", versions::BINARYEN));
    let bin = folder.join("node_modules").join(".bin");
    node::check()?;
    if !has(&bin) {
        npm_tool::install(
            project,
            &folder,
            &format!("binaryen@{}", versions::BINARYEN),
            &format!("wasm-opt {}", versions::WASM_OPT),
            "100 MB on disk, up to a minute",
            &format!(
                ", or put a wasm-opt of version {} (Binaryen) on PATH yourself",
                versions::WASM_OPT
            ),
        )?;
    }
    if !has(&bin) {
        return Err(Failure::new(format!(
            "wasm-opt was installed into {}, but does not start there; remove that folder and start \
             this command again.",
            folder.display()
        )));
    }
    match on_path {
        Some(other) => say(&format!(
            "{} is not wasm-opt {}, which this project needs; it stays as it is, and {} is used here.",
            other.display(),
            versions::WASM_OPT,
            bin.display()
        )),
        None => offer(&project.cargo_bin, &bin),
    }
    tools.put_first(bin);
    Ok(())
}

/// Whether a `wasm-opt` has the pinned version.
fn fits(program: &Path) -> bool {
    search::version_of(program).is_some_and(|version| version == versions::WASM_OPT)
}

/// Whether a folder has a fitting `wasm-opt`.
fn has(folder: &Path) -> bool {
    search::find_in(folder, "wasm-opt").is_some_and(|program| fits(&program))
}

/// Makes the installed program known to a plain `trunk build --release` too,
/// by a link in Cargo's folder, which is on PATH where Trunk itself is.
fn offer(cargo_bin: &Path, bin: &Path) {
    let Some(program) = search::find_in(bin, "wasm-opt") else {
        return;
    };
    let _ = make_folder(cargo_bin);
    match link(&program, cargo_bin) {
        Ok(place) => say(&format!("wasm-opt is now also {}.", place.display())),
        // Only plain Trunk misses it; everything started from here has it.
        Err(error) => say(&format!(
            "No link to wasm-opt could be made in {}: {error}. `cargo xtask build` works all the same.",
            cargo_bin.display()
        )),
    }
}

/// A symbolic link; Node resolves it before it looks for the package's files.
#[cfg(unix)]
fn link(program: &Path, folder: &Path) -> std::io::Result<PathBuf> {
    let place = folder.join("wasm-opt");
    // A link to an installation that has been removed is replaced.
    if place.is_symlink() {
        std::fs::remove_file(&place)?;
    }
    std::os::unix::fs::symlink(program, &place)?;
    Ok(place)
}

/// A launcher: symbolic links need special rights on Windows.
#[cfg(not(unix))]
fn link(program: &Path, folder: &Path) -> std::io::Result<PathBuf> {
    let place = folder.join("wasm-opt.cmd");
    std::fs::write(&place, format!("@\"{}\" %*\r\n", program.display()))?;
    Ok(place)
}
