//! The tests of the crate in a real browser.
//!
//! `wasm-bindgen-test-runner` would drive the browser through a WebDriver,
//! which has to fit the browser to the letter. Here it only serves the page of
//! the tests, and Playwright, which the project has anyway, opens it.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::thread;

use crate::failure::{Failure, Result};
use crate::project::Project;
use crate::setup::Tools;

/// Builds, serves and runs the tests in `tests/browser.rs`.
pub fn run(_project: &Project, tools: &Tools) -> Result<()> {
    let tests = compile(tools)?;
    let mut runner = tools
        .program("wasm-bindgen-test-runner")?
        .args([&tests])
        .env("NO_HEADLESS", "1")
        // Port 0 is any free one; the runner says which.
        .env("WASM_BINDGEN_TEST_ADDRESS", "127.0.0.1:0")
        .start()?;
    let output = runner.0.stdout.take();
    let mut said = String::new();
    let mut lines = output
        .into_iter()
        .flat_map(|output| BufReader::new(output).lines())
        .map_while(std::result::Result::ok);
    let address = lines.find_map(|line| {
        said.push_str(&line);
        said.push('\n');
        address_in(&line).map(str::to_owned)
    });
    // Reads on and forgets the rest: a runner whose output nobody reads ends.
    let listener = thread::spawn(move || lines.for_each(drop));
    let Some(address) = address else {
        return Err(Failure::new(format!(
            "wasm-bindgen-test-runner ended without serving {}; it said: {}",
            tests.display(),
            said.trim()
        )));
    };
    let outcome = tools.program("node")?.args(["tests/browser-run.mjs", &address]).run();
    drop(runner);
    let _ = listener.join();
    outcome
}

/// Compiles the tests; the WebAssembly file that Cargo made of them.
fn compile(tools: &Tools) -> Result<PathBuf> {
    let messages = tools
        .program("cargo")?
        .args(["test", "--locked", "--package", "newsprint", "--test", "browser"])
        .args(["--target", "wasm32-unknown-unknown", "--no-run"])
        // The compiler's own messages still go to the terminal, readable.
        .args(["--message-format=json-render-diagnostics"])
        .read()?;
    messages
        .lines()
        .find_map(executable_in)
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new("Cargo compiled tests/browser.rs but named no file for it."))
}

/// The file of a test in one of Cargo's JSON messages. The app's own binary is
/// built along with the tests and must not be taken for them.
fn executable_in(message: &str) -> Option<String> {
    if !message.contains(r#""kind":["test"]"#) {
        return None;
    }
    let (_, rest) = message.split_once(r#""executable":""#)?;
    let (path, _) = rest.split_once('"')?;
    // Windows paths; no other character of a path is escaped in JSON.
    Some(path.replace(r"\\", r"\"))
}

/// The address in the line with which the runner says that it serves.
fn address_in(line: &str) -> Option<&str> {
    let start = line.find("http://")?;
    line[start..].split_whitespace().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_test_is_told_from_the_app() {
        let app = r#"{"target":{"kind":["bin"]},"executable":"/t/newsprint.wasm","fresh":true}"#;
        let test = r#"{"target":{"kind":["test"]},"executable":"/t/browser-1.wasm","fresh":true}"#;
        assert_eq!(executable_in(app), None);
        assert_eq!(executable_in(test).as_deref(), Some("/t/browser-1.wasm"));
        let none = r#"{"target":{"kind":["test"]},"executable":null}"#;
        assert_eq!(executable_in(none), None);
    }

    #[test]
    fn the_address_is_read_from_what_the_runner_says() {
        let line = "Interactive browsers tests are now available at http://127.0.0.1:4321";
        assert_eq!(address_in(line), Some("http://127.0.0.1:4321"));
        assert_eq!(address_in("no tests to run!"), None);
    }
}
