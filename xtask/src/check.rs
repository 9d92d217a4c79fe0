//! `check`: form, types, lints, documentation and dependencies.

use crate::deny;
use crate::failure::Result;
use crate::javascript;
use crate::project::Project;
use crate::setup;

/// A step: what is checked, and the arguments of Cargo.
type Step = (&'static str, &'static [&'static str]);

/// The steps, the quickest first.
const STEPS: [Step; 7] = [
    ("Formatting", &["fmt", "--all", "--check"]),
    ("Formatting of the fuzz targets", &["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"]),
    (
        "Formatting of the benchmark's Leptos",
        &["fmt", "--manifest-path", "bench/variants/leptos/Cargo.toml", "--check"],
    ),
    ("Lints", &["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    (
        "Lints of what only browsers compile",
        &[
            "clippy",
            "--locked",
            "--package",
            "newsprint",
            "--target",
            "wasm32-unknown-unknown",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
    ),
    (
        "Lints of the fuzz targets",
        &[
            "clippy",
            "--locked",
            "--manifest-path",
            "fuzz/Cargo.toml",
            // What both need is then there already.
            "--target-dir",
            "target",
            "--",
            "-D",
            "warnings",
        ],
    ),
    ("Documentation", &["doc", "--locked", "--workspace", "--no-deps"]),
];

/// Runs the steps, up to the first that fails.
pub fn command(project: &Project) -> Result<()> {
    let tools = setup::prepare(project, setup::CHECK)?;
    let mut number = 0;
    let mut tell = |what: &str| {
        number += 1;
        println!("[{number}] {what}:");
    };
    javascript::check(&tools, &mut tell)?;
    for (what, arguments) in STEPS {
        tell(what);
        tools.program("cargo")?.args(arguments).env("RUSTDOCFLAGS", "-D warnings").run()?;
    }
    tell("Dependencies");
    deny::check(project, &tools)?;
    println!("Form, types, lints, documentation and dependencies are in order.");
    Ok(())
}
