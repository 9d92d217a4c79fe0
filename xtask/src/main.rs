//! Newsprint's own commands, started as `cargo xtask <command>`.
//!
//! Each command installs what it needs before it does its work, so that a fresh clone needs nothing
//! but Rust to begin with.

mod assemble;
mod bench;
mod browser;
mod budget;
mod bundle;
mod check;
mod deny;
mod failure;
mod fuzz;
mod glue;
mod hash;
mod head;
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

use clap::{Parser, Subcommand};

use failure::Result;
use project::Project;

/// Newsprint's own commands. Each installs what it needs before it does its work.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Xtask {
    /// What to do.
    #[command(subcommand)]
    command: Command,
}

/// The commands, in the order of the help.
#[derive(Subcommand)]
enum Command {
    /// Install every tool that is missing (the others do it for themselves)
    Setup,
    /// Build and serve at http://127.0.0.1:8080, again on every change
    Serve(serve::Options),
    /// Build the release bundle into dist/
    Build,
    /// Make the npm package in target/package/, and pack it
    Package,
    /// Run all tests, or only those of the stages that are named
    Test(test::Options),
    /// Check form, types, lints, documentation and dependencies
    Check,
    /// Check only the dependencies, by deny.toml
    Deny,
    /// Read documents and URLs that nobody would write, looking for a failure
    Fuzz(fuzz::Options),
    /// Measure what one article downloads, against budget.toml
    Size,
    /// Measure how soon an article is there, beside its peers
    Bench(bench::Options),
    /// Write what follows from contract/interface.json: types, tables, data
    Interface,
    /// Write contract/article.schema.json anew from the Rust types
    Schema,
    /// Put newsprint.js and the styles beside the compiled app: Trunk.toml calls this after each build
    Assemble,
}

impl Command {
    /// Does what the command says.
    fn run(self, project: &Project) -> Result<()> {
        match self {
            Self::Setup => setup::command(project),
            Self::Serve(options) => serve::command(project, &options),
            Self::Build => bundle::command(project),
            Self::Package => package::command(project),
            Self::Test(options) => test::command(project, options),
            Self::Check => check::command(project),
            Self::Deny => deny::command(project),
            Self::Fuzz(options) => fuzz::command(project, &options),
            Self::Size => size::command(project),
            Self::Bench(options) => bench::command(project, &options),
            Self::Interface => javascript::write_interface(project),
            Self::Schema => test::write_schema(project),
            Self::Assemble => assemble::command(project),
        }
    }
}

fn main() -> ExitCode {
    // What was typed wrongly is said by `parse`, which ends the program with exit code 2.
    let Xtask { command } = Xtask::parse();
    match Project::find().and_then(|project| command.run(&project)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use clap::error::ErrorKind;

    use super::*;

    fn parse(line: &str) -> std::result::Result<Command, ErrorKind> {
        let words = std::iter::once("xtask").chain(line.split_whitespace());
        Xtask::try_parse_from(words).map(|found| found.command).map_err(|error| error.kind())
    }

    #[test]
    fn every_command_and_option_has_a_line_of_help() {
        Xtask::command().debug_assert();
        for command in Xtask::command().get_subcommands() {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            for option in command.get_arguments() {
                assert!(option.get_help().is_some(), "{} {}", command.get_name(), option.get_id());
            }
        }
    }

    #[test]
    fn options_are_taken_in_any_order_and_form() {
        let line = "serve --open --port 9000 --backend=http://localhost:8000";
        assert!(matches!(parse(line), Ok(Command::Serve(_))));
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        for (line, kind) in [
            ("srve", ErrorKind::InvalidSubcommand),
            ("serve --port", ErrorKind::InvalidValue),
            ("serve --port --open", ErrorKind::InvalidValue),
            ("serve --port 0", ErrorKind::ValueValidation),
            ("serve --port 65536", ErrorKind::ValueValidation),
            ("serve --backend localhost", ErrorKind::ValueValidation),
            ("serve --prot 1", ErrorKind::UnknownArgument),
            ("build now", ErrorKind::UnknownArgument),
            ("fuzz --seconds 0", ErrorKind::ValueValidation),
            ("bench --rounds 0", ErrorKind::ValueValidation),
        ] {
            assert_eq!(parse(line).err(), Some(kind), "{line}");
        }
    }
}
