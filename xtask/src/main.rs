//! Newsprint's own commands, started as `cargo xtask <command>`.
//!
//! Each command sets up what it needs before it does its work, so that a fresh
//! clone needs nothing but Rust to begin with.

mod args;
mod assemble;
mod browser;
mod budget;
mod bundle;
mod check;
mod deny;
mod failure;
mod fuzz;
mod glue;
mod hash;
mod hosts;
mod integrity;
mod javascript;
mod lock;
mod minify;
mod package;
mod process;
mod project;
mod search;
mod serve;
mod setup;
mod shell;
mod shrink;
mod size;
mod styles;
mod test;
mod versions;
mod wasm;
mod words;

use std::process::ExitCode;

use args::Arguments;
use failure::{Failure, Result};
use project::Project;

/// A command: its name, whether the help lists it, its options, what it does in
/// one line, and the function that does it.
struct Command {
    /// The word after `cargo xtask`.
    name: &'static str,
    /// Its options, one a line of help.
    options: &'static [(&'static str, &'static str)],
    /// What it does.
    about: &'static str,
    /// Does it.
    run: fn(&Project, Arguments) -> Result<()>,
}

/// The commands, in the order of the help.
const COMMANDS: [Command; 11] = [
    Command {
        name: "setup",
        options: &[],
        about: "install every tool that is missing (the others do it for themselves)",
        run: |project, arguments| {
            arguments.finish()?;
            setup::command(project)
        },
    },
    Command {
        name: "serve",
        options: &[
            ("--backend URL", "take articles from URL/api/ (http://localhost:8000)"),
            ("--port N", "serve on another port than 8080"),
            ("--open", "open the page in your browser"),
        ],
        about: "build and serve at http://127.0.0.1:8080, again on every change",
        run: serve::command,
    },
    Command {
        name: "build",
        options: &[],
        about: "build the release bundle into dist/",
        run: |project, arguments| {
            arguments.finish()?;
            bundle::command(project)
        },
    },
    Command {
        name: "package",
        options: &[],
        about: "make the npm package in target/package/, and pack it",
        run: |project, arguments| {
            arguments.finish()?;
            package::command(project)
        },
    },
    Command {
        name: "test",
        options: &[
            ("--host", "only the tests that run without a browser"),
            ("--browser", "only the tests of the crate in a browser"),
            ("--engines", "only the tests of the built bundle in three browsers"),
            ("--e2e", "only the tests of the built bundle in a browser"),
        ],
        about: "run all tests",
        run: test::command,
    },
    Command {
        name: "check",
        options: &[],
        about: "check form, types, lints, documentation and dependencies",
        run: |project, arguments| {
            arguments.finish()?;
            check::command(project)
        },
    },
    Command {
        name: "deny",
        options: &[],
        about: "check only the dependencies, by deny.toml",
        run: |project, arguments| {
            arguments.finish()?;
            deny::command(project)
        },
    },
    Command {
        name: "fuzz",
        options: &[
            ("--seconds N", "for N seconds in all rather than 60"),
            ("--keep", "add what is new to the inputs in fuzz/corpus"),
        ],
        about: "read documents and URLs that nobody would write, looking for a failure",
        run: fuzz::command,
    },
    Command {
        name: "size",
        options: &[],
        about: "measure what one article downloads, against budget.toml",
        run: |project, arguments| {
            arguments.finish()?;
            size::command(project)
        },
    },
    Command {
        name: "interface",
        options: &[],
        about: "write what follows from contract/interface.json: types, tables, data",
        run: |project, arguments| {
            arguments.finish()?;
            javascript::write_interface(project)
        },
    },
    Command {
        name: "schema",
        options: &[],
        about: "write contract/article.schema.json anew from the Rust types",
        run: |project, arguments| {
            arguments.finish()?;
            test::write_schema(project)
        },
    },
];

/// What Trunk calls after each build; of no use by hand, so the help only
/// mentions it.
const HOOK: &str = "assemble";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let outcome = match words.next().as_deref() {
        None | Some("help" | "--help" | "-h") => {
            print!("{}", help());
            Ok(())
        }
        Some(name) => run(name, Arguments::new(name, words)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::from(failure.code)
        }
    }
}

/// Runs the command of that name.
fn run(name: &str, arguments: Arguments) -> Result<()> {
    if name == HOOK {
        arguments.finish()?;
        return assemble::command(&Project::find()?);
    }
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(&Project::find()?, arguments),
        None => {
            eprint!("{}\n\n", help().trim_end());
            Err(Failure::usage(format!(
                "`{name}` is not a command of `cargo xtask`; those above are."
            )))
        }
    }
}

/// The table of commands.
fn help() -> String {
    let mut text = String::from("Usage: cargo xtask <command> [options]\n\nCommands:\n");
    for command in &COMMANDS {
        text.push_str(&format!("  {:<11}{}\n", command.name, command.about));
        for (option, about) in command.options {
            text.push_str(&format!("               {option:<15}{about}\n"));
        }
    }
    text.push_str("  help       show this\n\n");
    text.push_str(
        "Trunk itself calls `cargo xtask assemble` after each build, as Trunk.toml says: it puts\n\
         the start script newsprint.js and the styles beside the compiled app.\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_every_command_and_option() {
        let text = help();
        for command in &COMMANDS {
            assert!(text.contains(&format!("\n  {} ", command.name)));
            for (option, _) in command.options {
                assert!(text.contains(option), "{option}");
            }
        }
        assert!(text.contains(HOOK));
        assert!(text.lines().all(|line| line.chars().count() <= 90), "{text}");
    }

    #[test]
    fn an_unknown_command_is_a_mistake_in_usage() {
        let error = run("srve", Arguments::new("srve", [])).unwrap_err();
        assert_eq!(error.code, 2);
        assert!(error.message.contains("`srve`"), "{error}");
    }
}
