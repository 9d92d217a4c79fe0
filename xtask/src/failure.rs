//! The one kind of error: a sentence for the person at the keyboard.

use std::fmt;

/// Why a command could not be carried out: what happened, where, and what to
/// do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// The sentence that is shown.
    pub message: String,
    /// The exit code of the process.
    pub code: u8,
}

/// The result of everything that can fail in this crate.
pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure of the work itself (exit code 1).
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: 1 }
    }

    /// A command that was typed wrongly (exit code 2, as is the custom).
    pub fn usage(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: 2 }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}
