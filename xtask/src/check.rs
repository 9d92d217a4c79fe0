//! `check`: formatting, lints and documentation.

use crate::failure::Result;
use crate::project::Project;
use crate::setup;

/// A step: what is checked, and the arguments of Cargo.
type Step = (&'static str, &'static [&'static str]);

/// The steps, the quickest first.
const STEPS: [Step; 4] = [
    ("Formatting", &["fmt", "--all", "--check"]),
    ("Lints", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    (
        "Lints of what only browsers compile",
        &[
            "clippy",
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
    ("Documentation", &["doc", "--workspace", "--no-deps"]),
];

/// Runs the steps, up to the first that fails.
pub fn command(project: &Project) -> Result<()> {
    let tools = setup::prepare(project, setup::CHECK)?;
    for (number, (what, arguments)) in STEPS.iter().enumerate() {
        let cargo = tools.program("cargo")?.args(*arguments).env("RUSTDOCFLAGS", "-D warnings");
        println!("[{}/{}] {what}: {}", number + 1, STEPS.len(), cargo.shown());
        cargo.run()?;
    }
    println!("Formatting, lints and documentation are in order.");
    Ok(())
}
