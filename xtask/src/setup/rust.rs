//! What comes with the Rust toolchain: the WebAssembly target, the formatter
//! and the linter.

use std::path::PathBuf;

use super::{cannot, say};
use crate::failure::{Failure, Result};
use crate::process::Program;
use crate::project::Project;
use crate::search;
use crate::versions;

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the standard library for WebAssembly is there.
///
/// It is asked for explicitly: rustup adds no target by itself.
pub fn wasm_target(project: &Project) -> Result<()> {
    let library = sysroot(project)?.join("lib/rustlib").join(WASM).join("lib");
    if library.is_dir() {
        return Ok(());
    }
    say("Adding Rust's WebAssembly target (some seconds) …");
    rustup(project, &["target", "add", WASM]).map_err(|cause| {
        cannot(
            &format!("Rust's standard library for {WASM}"),
            &cause,
            "Add that target to your Rust toolchain (with rustup: `rustup target add \
             wasm32-unknown-unknown`), then start this command again.",
        )
    })
}

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
pub fn components(project: &Project) -> Result<()> {
    let folder = sysroot(project)?.join("bin");
    let missing: Vec<_> = [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")]
        .into_iter()
        // A toolchain of a distribution may keep them elsewhere on PATH.
        .filter(|(program, _)| {
            search::find_in(&folder, program).is_none()
                && (search::find("rustup", &[]).is_some() || search::find(program, &[]).is_none())
        })
        .map(|(_, component)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" and ");
    say(&format!("Adding {names} to the Rust toolchain (some seconds) …"));
    let arguments: Vec<_> = ["component", "add"].into_iter().chain(missing).collect();
    rustup(project, &arguments).map_err(|cause| {
        cannot(
            &names,
            &cause,
            "Add them to your Rust toolchain (with rustup: `rustup component add rustfmt clippy`), \
             then start this command again.",
        )
    })
}

/// Makes sure that the source of the standard library is there, where it can be built anew.
///
/// Without it the release bundle is larger but works, so that a toolchain for which it is not to
/// be had is no failure.
pub fn standard_library_source(project: &Project) -> Result<bool> {
    if !version(project)?.starts_with(&format!("rustc {}.", versions::RUST)) {
        say(&format!(
            "This is not Rust {}: the release bundle is built with its ordinary standard library, \
             and will be larger than the budget allows.",
            versions::RUST
        ));
        return Ok(false);
    }
    if sysroot(project)?.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(true);
    }
    say("Adding the source of Rust's standard library (some seconds) …");
    if let Err(cause) = rustup(project, &["component", "add", "rust-src"]) {
        say(&format!(
            "It could not be had. {cause} The release bundle will be larger than the budget \
             allows; `rustup component add rust-src` would mend that."
        ));
        return Ok(false);
    }
    Ok(true)
}

/// What `rustc --version` says.
fn version(project: &Project) -> Result<String> {
    Program::new("rustc", &project.root, &[])?.args(["--version"]).read()
}

/// The folder of the toolchain in use.
fn sysroot(project: &Project) -> Result<PathBuf> {
    let output = Program::new("rustc", &project.root, &[])?.args(["--print", "sysroot"]).read()?;
    Ok(PathBuf::from(output.trim()))
}

/// Runs rustup, for the toolchain in use.
fn rustup(project: &Project, arguments: &[&str]) -> Result<()> {
    if search::find("rustup", &[]).is_none() {
        return Err(Failure::new("`rustup` is not on PATH."));
    }
    Program::new("rustup", &project.root, &[])?.args(arguments).run()
}
