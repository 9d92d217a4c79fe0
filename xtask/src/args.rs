//! Reading the arguments that follow a command.

use crate::failure::{Failure, Result};

/// The arguments of a command, taken apart one by one.
#[derive(Debug)]
pub struct Arguments {
    command: String,
    rest: Vec<String>,
}

impl Arguments {
    /// The arguments after the command's name.
    pub fn new(command: &str, rest: impl IntoIterator<Item = String>) -> Self {
        Self { command: command.to_owned(), rest: rest.into_iter().collect() }
    }

    /// Takes out a flag; whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.rest.len();
        self.rest.retain(|argument| argument != name);
        self.rest.len() != before
    }

    /// Takes out an option with a value, as `--name value` or `--name=value`.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let prefix = format!("{name}=");
        let Some(at) =
            self.rest.iter().position(|argument| argument == name || argument.starts_with(&prefix))
        else {
            return Ok(None);
        };
        let argument = self.rest.remove(at);
        if let Some(value) = argument.strip_prefix(&prefix) {
            return Ok(Some(value.to_owned()));
        }
        if at < self.rest.len() && !self.rest[at].starts_with("--") {
            return Ok(Some(self.rest.remove(at)));
        }
        Err(self.wrong(&format!("{name} lacks its value")))
    }

    /// Complains about whatever has not been taken out.
    pub fn finish(self) -> Result<()> {
        match self.rest.first() {
            None => Ok(()),
            Some(unknown) => Err(self.wrong(&format!("`{unknown}` means nothing there"))),
        }
    }

    /// The sentence for arguments that cannot be understood.
    pub fn wrong(&self, what: &str) -> Failure {
        Failure::usage(format!(
            "The arguments of `cargo xtask {}` are wrong: {what}; `cargo xtask help` shows what it \
             takes.",
            self.command
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Arguments {
        Arguments::new("serve", line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_are_taken_in_any_order_and_form() {
        let mut all = arguments("--open --port 9000 --backend=http://localhost:8000");
        let backend = all.value("--backend").unwrap();
        assert_eq!(backend.as_deref(), Some("http://localhost:8000"));
        assert_eq!(all.value("--port").unwrap().as_deref(), Some("9000"));
        assert!(all.flag("--open"));
        assert!(!all.flag("--open"));
        assert_eq!(all.finish(), Ok(()));
    }

    #[test]
    fn a_missing_value_is_a_sentence() {
        assert_eq!(arguments("").value("--port"), Ok(None));
        for line in ["--port", "--port --open"] {
            let error = arguments(line).value("--port").unwrap_err();
            assert!(error.message.contains("--port lacks its value"), "{error}");
            assert_eq!(error.code, 2);
        }
    }

    #[test]
    fn what_is_left_over_is_named() {
        let error = arguments("--prot 1").finish().unwrap_err();
        assert!(error.message.contains("`--prot`"), "{error}");
    }
}
