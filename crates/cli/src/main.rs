//! `newsprint`: renders articles where a site is built or served, and checks what a backend sends.

mod check;
mod failure;
mod fetch;
mod input;
mod locate;
mod pool;
mod render;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

use failure::{Failure, Result};

/// The contract as a JSON Schema.
const SCHEMA: &str = include_str!("../../../contract/article.schema.json");

/// Renders articles where a site is built, and checks what a backend sends
#[derive(Debug, Parser)]
#[command(
    name = "newsprint",
    version,
    after_help = "\
Examples:
  newsprint check articles/
  newsprint render articles/ --src /api/articles/ --out public/articles
  newsprint help render"
)]
struct Newsprint {
    /// What to do
    #[command(subcommand)]
    command: Command,
}

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
enum Command {
    /// Write articles as pages that are read before any script has run
    Render(Box<render::Options>),
    /// Say what would be left out of documents, with line and column
    Check(check::Options),
    /// Print the contract: the JSON Schema of an article
    Schema,
    /// Print what a shell needs to complete these commands
    #[command(after_help = "\
Example:
  newsprint completions bash > ~/.local/share/bash-completion/completions/newsprint")]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    #[command(after_help = "\
Example:
  newsprint man > ~/.local/share/man/man1/newsprint.1")]
    Man,
}

impl Command {
    fn run(self) -> Result<ExitCode> {
        match self {
            Self::Render(options) => render::command(&options),
            Self::Check(options) => check::command(&options),
            Self::Schema => print(SCHEMA.as_bytes()),
            Self::Completions { shell } => {
                let mut script = Vec::new();
                clap_complete::generate(shell, &mut Newsprint::command(), "newsprint", &mut script);
                print(&script)
            }
            Self::Man => print(&manual()?),
        }
    }
}

/// The manual: a page for the whole, and the page of each command after it.
fn manual() -> Result<Vec<u8>> {
    let mut page = Vec::new();
    let mut command = Newsprint::command().disable_help_subcommand(true);
    command.build();
    let unwritten = |error| Failure::new(format!("The manual can't be written: {error}."));
    clap_mangen::Man::new(command.clone()).render(&mut page).map_err(unwritten)?;
    for part in command.get_subcommands() {
        let name = part.get_name().to_ascii_uppercase();
        writeln!(page, ".SH \"NEWSPRINT {name}\"").map_err(unwritten)?;
        let part = clap_mangen::Man::new(part.clone());
        part.render_synopsis_section(&mut page).map_err(unwritten)?;
        part.render_description_section(&mut page).map_err(unwritten)?;
        part.render_options_section(&mut page).map_err(unwritten)?;
        part.render_extra_section(&mut page).map_err(unwritten)?;
    }
    Ok(page)
}

fn print(bytes: &[u8]) -> Result<ExitCode> {
    let written = std::io::stdout().write_all(bytes);
    written.map_err(|error| Failure::new(format!("It can't be written: {error}.")))?;
    Ok(ExitCode::SUCCESS)
}

fn main() -> ExitCode {
    // What was typed wrongly is said by `parse`, which ends the program with exit code 2.
    match Newsprint::parse().command.run() {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_option_has_a_line_of_help() {
        Newsprint::command().debug_assert();
        for command in Newsprint::command().get_subcommands() {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            for option in command.get_arguments() {
                assert!(option.get_help().is_some(), "{} {}", command.get_name(), option.get_id());
            }
        }
    }

    #[test]
    fn the_manual_and_the_completions_name_every_command() {
        let mut bash = Vec::new();
        clap_complete::generate(Shell::Bash, &mut Newsprint::command(), "newsprint", &mut bash);
        let manual = String::from_utf8(manual().unwrap()).unwrap();
        let bash = String::from_utf8(bash).unwrap();
        for command in Newsprint::command().get_subcommands() {
            let name = command.get_name();
            assert!(bash.contains(name), "{name}");
            let heading = format!(".SH \"NEWSPRINT {}\"", name.to_ascii_uppercase());
            assert!(manual.contains(&heading), "{name}");
        }
    }
}
