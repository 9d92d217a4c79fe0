//! The rule for tools that `cargo install` brings in an exact version: use a
//! fitting one, install where there is none, and never touch one of another
//! version that someone has put there.

use std::path::Path;

use super::{Tools, build_folder, cannot, say};
use crate::failure::{Failure, Result};
use crate::process::Program;
use crate::project::{Project, make_folder};
use crate::search;

/// A tool that is a crate.
pub struct CargoTool<'a> {
    /// What it is called in sentences.
    pub label: &'a str,
    /// The crate.
    pub package: &'a str,
    /// The exact version.
    pub version: &'a str,
    /// The programs that the project uses of it.
    pub programs: &'a [&'a str],
    /// Whether to build with the dependency versions of the crate's own lock
    /// file.
    pub locked: bool,
    /// How long building it takes.
    pub duration: &'a str,
}

/// Makes sure that the tool is there in its version, for what xtask starts.
pub fn ensure(tool: &CargoTool<'_>, project: &Project, tools: &mut Tools) -> Result<()> {
    if fits(tool, |program| search::find(program, &[])) {
        return Ok(());
    }
    let own = project.tools.join(format!("{}-{}", tool.package, tool.version));
    let own_bin = own.join("bin");
    let other = tool.programs.iter().find_map(|program| {
        search::find(program, &[]).or_else(|| search::find_in(&project.cargo_bin, program))
    });
    let has = |folder: &Path| fits(tool, |program| search::find_in(folder, program));
    let (root, bin) = match &other {
        _ if has(&project.cargo_bin) => {
            tools.put_first(project.cargo_bin.clone());
            return Ok(());
        }
        Some(other) => {
            say(&format!(
                "{} is not {} {}, which this project needs; it stays as it is, and {} is used here.",
                other.display(),
                tool.label,
                tool.version,
                own_bin.display()
            ));
            (own.as_path(), own_bin)
        }
        None => {
            let root = project.cargo_bin.parent().unwrap_or(&project.cargo_bin);
            (root, project.cargo_bin.clone())
        }
    };
    if !has(&bin) {
        install(tool, project, root)?;
        tools.built = true;
    }
    if !has(&bin) {
        return Err(Failure::new(format!(
            "{} {} was installed into {}, but it does not start there; run `cargo install --force \
             {}@{} --root {}` and see what it says.",
            tool.label,
            tool.version,
            bin.display(),
            tool.package,
            tool.version,
            root.display()
        )));
    }
    if other.is_none() && !search::on_path(&bin) {
        say(&format!(
            "{} is not on your PATH: `cargo xtask` finds {} there anyway, a plain `trunk` command \
             does not until you add it.",
            bin.display(),
            tool.label
        ));
    }
    tools.put_first(bin);
    Ok(())
}

/// Whether every program of the tool is found and has the version.
fn fits(tool: &CargoTool<'_>, find: impl Fn(&str) -> Option<std::path::PathBuf>) -> bool {
    tool.programs.iter().all(|program| {
        find(program)
            .and_then(|path| search::version_of(&path))
            .is_some_and(|version| version == tool.version)
    })
}

/// Builds the tool from source.
fn install(tool: &CargoTool<'_>, project: &Project, root: &Path) -> Result<()> {
    say(&format!(
        "Installing {} {} with `cargo install` ({}, once) …",
        tool.label, tool.version, tool.duration
    ));
    make_folder(&project.tools)?;
    // In the tool folder the project's Cargo configuration does not apply.
    let mut program = Program::new("cargo", &project.tools, &[])?.args(["install"]);
    if tool.locked {
        program = program.args(["--locked"]);
    }
    program
        .args([format!("{}@{}", tool.package, tool.version)])
        .args(["--root".as_ref(), root.as_os_str()])
        .env("CARGO_TARGET_DIR", build_folder(project))
        // These tools run for seconds; building them fast matters more.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        // What someone set for building the app must not reach the tools.
        .without_env("CARGO_BUILD_TARGET")
        .without_env("CARGO_ENCODED_RUSTFLAGS")
        .without_env("RUSTFLAGS")
        .run()
        .map_err(|cause| {
            let locked = if tool.locked { "--locked " } else { "" };
            cannot(
                &format!("{} {}", tool.label, tool.version),
                &cause,
                &format!(
                    "Check the connection to the crate registry and that a C compiler is there, or run \
                     `cargo install {locked}{}@{}` yourself, then start this command again.",
                    tool.package, tool.version
                ),
            )
        })
}
