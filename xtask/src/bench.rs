//! `bench`: the same article by Newsprint and by its peers, in a browser, one after the other.

use std::num::NonZeroU16;
use std::path::PathBuf;

use clap::Args;

use crate::bundle;
use crate::failure::{Failure, Result};
use crate::project::{Project, files_in};
use crate::setup::{self, Tools};

/// What measures.
const RUN: &str = "bench/run.mjs";

/// What `bench` can be told.
#[derive(Args)]
pub struct Options {
    /// Few variants, 30 blocks only: some minutes, for a change at hand
    #[arg(long)]
    quick: bool,
    /// Visit every page so often
    #[arg(long, value_name = "N", default_value = "5")]
    rounds: NonZeroU16,
    /// Only these variants, by the names of bench/variants.mjs (styled,react)
    #[arg(long, value_name = "A,B")]
    variants: Option<String>,
    /// Write results.json and plot.svg into this folder, not into target/bench/
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Sets up, builds what has changed, and measures.
pub fn command(project: &Project, options: &Options) -> Result<()> {
    let tools = setup::prepare(project, setup::BENCH)?;
    bundle::ensure(project, &tools)?;
    let mut run = tools
        .program("node")?
        .args([RUN, "--rounds", &options.rounds.to_string()])
        .env("NEWSPRINT_TARGET", &project.target);
    if options.quick {
        run = run.args(["--quick"]);
    }
    if let Some(variants) = &options.variants {
        run = run.args(["--variants", variants]);
    }
    if let Some(out) = &options.out {
        // It is relative to where the command was started, and the program runs elsewhere.
        let out = std::path::absolute(out).map_err(|error| {
            Failure::new(format!("{} is no folder to write into: {error}.", out.display()))
        })?;
        run = run.args(["--out".as_ref(), out.as_os_str()]);
    }
    run.run()
}

/// The tests of what reckons and draws; they need no packages and no browser.
pub fn test(project: &Project, tools: &Tools) -> Result<()> {
    let mut tests = files_in(&project.root.join("bench/tests"))?;
    tests.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    tools.program("node")?.args(["--test"]).args(tests).run()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lock::version_of;

    #[test]
    fn the_wasm_bindgen_of_the_project_fits_leptos() {
        let project = Project::find().unwrap();
        let version = |lock| version_of(&project.read(lock).unwrap(), "wasm-bindgen").unwrap();
        let [ours, leptos] = ["Cargo.lock", "bench/variants/leptos/Cargo.lock"].map(version);
        assert_eq!(
            leptos, ours,
            "write this version into bench/variants/leptos/Cargo.toml, and run \
             `cargo generate-lockfile` there"
        );
    }
}
