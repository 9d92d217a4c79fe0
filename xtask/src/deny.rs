//! `deny`: what comes into the program from outside: licences, sources, double versions, and the
//! weaknesses that are known.

use std::path::Path;
use std::time::Duration;

use crate::failure::Result;
use crate::process::Program;
use crate::project::Project;
use crate::setup::{self, Tools};

/// Where the database of known weaknesses is kept, by `deny.toml`.
const DATABASE: &str = "target/advisories";

/// How long fetching the database may take: a network that swallows everything must not hold the
/// check up.
const PATIENCE: Duration = Duration::from_secs(120);

/// The two sets of dependencies, each with its own `Cargo.lock`: the manifest, and whether a line
/// of `deny.toml` that matches nothing is an error. The fuzz targets have few dependencies, so only
/// the workspace can tell that a line is of no use any more.
const SETS: [(&str, &str); 2] = [("Cargo.toml", "--deny"), ("fuzz/Cargo.toml", "--allow")];

/// What cargo-deny calls a line that matches nothing.
const USELESS: [&str; 4] =
    ["unmatched-skip", "unnecessary-skip", "license-not-encountered", "unmatched-source"];

/// The command `deny`.
pub fn command(project: &Project) -> Result<()> {
    check(project, &setup::prepare(project, setup::DENY)?)
}

/// Checks both sets.
pub fn check(project: &Project, tools: &Tools) -> Result<()> {
    for (manifest, useless) in SETS {
        // Everything in the lock file, also for other platforms; it asks the network only for
        // what is not there.
        tools
            .program("cargo")?
            .args(["fetch", "--quiet", "--locked", "--manifest-path", manifest])
            .run()?;
        let mut deny = deny(tools, manifest)?.args(["--offline", "check"]);
        for name in USELESS {
            deny = deny.args([useless, name]);
        }
        let deny = deny.args(["bans", "licenses", "sources"]);
        println!("{}", deny.shown());
        deny.run()?;
    }
    advisories(project, tools)
}

/// Checks both sets against the database of known weaknesses, where that can be had: it is on
/// GitHub, which not every machine reaches, and an outage there is no fault of a change here.
fn advisories(project: &Project, tools: &Tools) -> Result<()> {
    let renewed = deny(tools, SETS[0].0)?.args(["fetch", "db"]).succeeds_within(PATIENCE)?;
    if !renewed && !has_database(&project.root.join(DATABASE)) {
        println!(
            "SKIPPED: known weaknesses. Their database (https://github.com/RustSec/advisory-db) \
             could not be fetched; `cargo deny fetch db` says why."
        );
        return Ok(());
    }
    if !renewed {
        println!(
            "The database of known weaknesses could not be renewed; the one of before is used."
        );
    }
    for (manifest, _) in SETS {
        let deny = deny(tools, manifest)?.args(["--offline", "check", "advisories"]);
        println!("{}", deny.shown());
        deny.run()?;
    }
    Ok(())
}

/// cargo-deny, for the packages of this manifest.
fn deny(tools: &Tools, manifest: &str) -> Result<Program> {
    Ok(tools.program("cargo")?.args([
        "deny",
        "--locked",
        "--workspace",
        "--manifest-path",
        manifest,
        "--config",
        "deny.toml",
    ]))
}

/// Whether a database was fetched before: cargo-deny keeps each in a folder, beside a lock file.
fn has_database(folder: &Path) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.path().is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::read;

    #[test]
    fn the_database_is_where_the_configuration_says() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let configuration = read(&here.join("../deny.toml")).unwrap();
        assert!(configuration.contains(&format!("db-path = \"{DATABASE}\"")));
    }

    #[test]
    fn a_lock_file_alone_is_no_database() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(has_database(here), "it has folders");
        assert!(!has_database(&here.join("src/setup")), "it has files only");
        assert!(!has_database(Path::new("no/such/folder")));
    }
}
