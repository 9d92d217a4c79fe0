//! `build`: the release bundle in `dist/`, and knowing whether it is current.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::failure::{Failure, Result};
use crate::hash;
use crate::integrity;
use crate::process::Program;
use crate::project::{Project, make_folder, write};
use crate::setup::{self, Tools};
use crate::size;

/// What the bundle is made of; a change in any of it asks for a new build.
const SOURCES: [&str; 12] = [
    "src",
    "crates",
    "shell",
    "styles",
    "words",
    "demo",
    "xtask/src",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    ".cargo/config.toml",
];

/// The command `build`.
pub fn command(project: &Project) -> Result<()> {
    let tools = setup::prepare(project, setup::BUILD)?;
    build(project, &tools)?;
    println!("The release bundle is in {}.", project.dist().display());
    Ok(())
}

/// Builds the release bundle, unless it is there and no source has changed since.
pub fn ensure(project: &Project, tools: &Tools) -> Result<()> {
    if is_current(project) {
        eprintln!("The release bundle in dist/ is up to date.");
        return Ok(());
    }
    build(project, tools)
}

/// The environment in which Trunk behaves the same everywhere.
pub fn for_trunk(trunk: Program) -> Program {
    // It takes NO_COLOR only as `true`, while the custom is any value.
    let trunk = match std::env::var_os("NO_COLOR") {
        Some(value) if !value.is_empty() => trunk.env("NO_COLOR", "true"),
        _ => trunk.without_env("NO_COLOR"),
    };
    trunk
        // The version is pinned, so news of another one helps nobody.
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // With this it prints its own stack below the compiler's message.
        .without_env("RUST_BACKTRACE")
}

/// Lets Cargo build the standard library from source, which makes the WebAssembly a seventh
/// smaller: it has no messages of panics, which nobody would read in a browser, and what is not
/// used is left out.
///
/// `cross-crate-inline-threshold=always` compiles every function in the crate that uses it. Without
/// it the crates of the workspace would cost 2.1 KB after brotli more than a single crate.
///
/// `Trunk.toml` takes the second variable out again for its hook, which runs on this machine.
fn with_small_std(trunk: Program) -> Program {
    trunk
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "-Zunstable-options -Cpanic=immediate-abort -Zcross-crate-inline-threshold=always",
        )
        // It would take the place of the flags above.
        .without_env("RUSTFLAGS")
}

/// Builds the release bundle.
fn build(project: &Project, tools: &Tools) -> Result<()> {
    let started = SystemTime::now();
    let _ = fs::remove_file(stamp(project));
    eprintln!("Building the release bundle (a minute or two when much has changed) …");
    let trunk = for_trunk(tools.program("trunk")?.args(["build", "--release", "--locked"]));
    if tools.std_source { with_small_std(trunk) } else { trunk }.run()?;
    let shell = shell_hash(project).ok_or_else(|| {
        Failure::new(format!(
            "Trunk built {}, but there is no newsprint.js in it; see that Trunk.toml calls `cargo \
             xtask assemble` as its post_build hook.",
            project.dist().display()
        ))
    })?;
    integrity::write_for(&project.dist(), &size::served(&project.dist())?)?;
    let target = project.target.join("xtask");
    make_folder(&target)?;
    write(&stamp(project), format!("{} {shell}\n", nanos(started)))
}

/// The note about the last release build: when it began, and the hash of its
/// start script, which changes with every other file of the bundle.
fn stamp(project: &Project) -> PathBuf {
    project.target.join("xtask").join("release-bundle")
}

/// Whether `dist/` is what the last release build made (serving writes there
/// too), and no source is younger than that.
fn is_current(project: &Project) -> bool {
    let note = fs::read_to_string(stamp(project)).unwrap_or_default();
    let Some((started, shell)) = parse_stamp(&note) else {
        return false;
    };
    shell_hash(project).is_some_and(|found| found == shell)
        && project.dist().join(integrity::FILE).is_file()
        && SOURCES.iter().all(|source| youngest(&project.root.join(source)) < started)
}

/// The two parts of the note.
fn parse_stamp(note: &str) -> Option<(u128, &str)> {
    let (started, shell) = note.trim().split_once(' ')?;
    Some((started.parse().ok()?, shell))
}

/// The hash of the start script in `dist/`.
fn shell_hash(project: &Project) -> Option<String> {
    let content = fs::read(project.dist().join("newsprint.js")).ok()?;
    Some(hash::of(&content))
}

/// When a file, or the youngest in a folder, was last changed. Folders count
/// themselves, so that a removed file is noticed.
fn youngest(path: &Path) -> u128 {
    let Ok(about) = path.metadata() else {
        return 0;
    };
    let own = about.modified().map_or(0, nanos);
    let inside = fs::read_dir(path).into_iter().flatten().flatten();
    inside.map(|entry| youngest(&entry.path())).fold(own, u128::max)
}

/// A time as a number.
fn nanos(time: SystemTime) -> u128 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_read_back() {
        assert_eq!(parse_stamp("12 abc\n"), Some((12, "abc")));
        assert_eq!(parse_stamp(""), None);
        assert_eq!(parse_stamp("x abc"), None);
    }

    #[test]
    fn the_youngest_file_of_a_folder_counts() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(youngest(&here.join("src")) >= youngest(&here.join("src/bundle.rs")));
        assert_eq!(youngest(Path::new("no/such/file")), 0);
    }
}
