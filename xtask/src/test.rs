//! `test`: the stages of testing, one after the other.

use std::time::{Duration, Instant};

use clap::Args;

use crate::bench;
use crate::browser;
use crate::bundle;
use crate::failure::{Failure, Result};
use crate::hosts;
use crate::project::Project;
use crate::setup::{self, Need, Tools};

/// Which stages to run: all of them, when none is named.
#[derive(Args, Clone, Copy)]
pub struct Options {
    /// The tests that run without a browser
    #[arg(long)]
    host: bool,
    /// The tests of the crate in a browser
    #[arg(long)]
    browser: bool,
    /// The tests of the built bundle in three browsers
    #[arg(long)]
    engines: bool,
    /// The tests of the built bundle in Chromium
    #[arg(long)]
    e2e: bool,
}

/// A stage of testing.
struct Stage {
    /// Whether it was asked for by name.
    is_asked_for: fn(Options) -> bool,
    /// The option that asks for it.
    option: &'static str,
    /// What it is called.
    label: &'static str,
    /// What has to be set up for it.
    needs: &'static [Need],
    /// Runs it.
    run: fn(&Project, &Tools) -> Result<()>,
}

/// The stages, the quickest first.
const STAGES: [Stage; 4] = [
    Stage {
        is_asked_for: |options| options.host,
        option: "--host",
        label: "host tests",
        needs: setup::HOST,
        run: |project, tools| {
            tools.program("cargo")?.args(["test", "--workspace", "--locked"]).run()?;
            bench::test(project, tools)
        },
    },
    Stage {
        is_asked_for: |options| options.browser,
        option: "--browser",
        label: "browser tests",
        needs: setup::BROWSER,
        run: browser::run,
    },
    Stage {
        is_asked_for: |options| options.engines,
        option: "--engines",
        label: "three engines",
        needs: setup::ENGINES,
        run: |project, tools| {
            bundle::ensure(project, tools)?;
            tools.program_in("node", &project.engines())?.args(["run.mjs"]).run()
        },
    },
    Stage {
        is_asked_for: |options| options.e2e,
        option: "--e2e",
        label: "bundle tests",
        needs: setup::E2E,
        run: |project, tools| {
            bundle::ensure(project, tools)?;
            hosts::ensure(project, tools)?;
            // Pages that it has written are tested in the browser.
            tools
                .program("cargo")?
                .args(["build", "--locked", "--package", "newsprint-cli"])
                .run()?;
            playwright(project, tools)
        },
    },
];

/// A line of the summary: stage, outcome, time.
type Line = (&'static str, &'static str, Option<Duration>);

/// Runs the stages that were asked for (all, when none was).
pub fn command(project: &Project, options: Options) -> Result<()> {
    let asked: Vec<_> = STAGES.iter().filter(|stage| (stage.is_asked_for)(options)).collect();
    let stages: Vec<_> = if asked.is_empty() { STAGES.iter().collect() } else { asked };

    // Everything is set up first: a tool that cannot be had should show at
    // once, not after the first minutes of testing.
    let mut lines = Vec::new();
    let started = Instant::now();
    let needs: Vec<_> = setup::ALL
        .iter()
        .copied()
        .filter(|need| stages.iter().any(|stage| stage.needs.contains(need)))
        .collect();
    let tools = setup::prepare(project, &needs)?;
    lines.push(("set-up", "passed", Some(started.elapsed())));

    let mut failure = None;
    for stage in stages {
        if failure.is_some() {
            lines.push((stage.label, "not run", None));
            continue;
        }
        println!("\n=== {} ===", stage.label);
        let started = Instant::now();
        let outcome = (stage.run)(project, &tools);
        let word = if outcome.is_ok() { "passed" } else { "FAILED" };
        lines.push((stage.label, word, Some(started.elapsed())));
        failure = outcome.err().map(|cause| (stage, cause));
    }
    println!("\n{}", summary(&lines));
    for sentence in &tools.without {
        println!("{sentence}");
    }
    match failure {
        None => Ok(()),
        Some((stage, cause)) => Err(Failure::new(format!(
            "The {} failed: {cause} Run them alone with `cargo xtask test {}`.",
            stage.label, stage.option
        ))),
    }
}

/// The command `schema`: a test compares the schema file with the Rust types,
/// and writes the file when this variable is set.
pub fn write_schema(project: &Project) -> Result<()> {
    Tools::none(project)
        .program("cargo")?
        .args(["test", "--locked", "--package", "newsprint-model", "--lib", "schema"])
        .env("NEWSPRINT_UPDATE_SCHEMA", "1")
        .run()?;
    println!("contract/article.schema.json is what the Rust types say.");
    Ok(())
}

/// Runs the Playwright tests of the bundle.
fn playwright(project: &Project, tools: &Tools) -> Result<()> {
    // Playwright's own script is started, because `npx` looks at the registry
    // when the package is missing, and has another name on Windows.
    tools
        .program_in("node", &project.e2e())?
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .env("NEWSPRINT_TARGET", &project.target)
        .run()
}

/// The table at the end.
fn summary(lines: &[Line]) -> String {
    let mut table = format!("{:<16}{:<10}{:>8}\n", "stage", "outcome", "seconds");
    for (stage, outcome, time) in lines {
        let time = time.map_or_else(|| "-".to_owned(), |time| format!("{:.1}", time.as_secs_f32()));
        table.push_str(&format!("{stage:<16}{outcome:<10}{time:>8}\n"));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_lines_up() {
        let table = summary(&[
            ("set-up", "passed", Some(Duration::from_millis(240))),
            ("host tests", "FAILED", Some(Duration::from_millis(61_250))),
            ("bundle tests", "not run", None),
        ]);
        let rows: Vec<_> = table.lines().collect();
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{table}");
        assert!(rows[2].ends_with("61.2") || rows[2].ends_with("61.3"));
        assert!(rows[3].ends_with('-'));
    }
}
