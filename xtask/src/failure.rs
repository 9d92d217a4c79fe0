//! The one kind of error: a sentence for the person at the keyboard.

use std::fmt;

/// Why a command could not be carried out: what happened, where, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// The sentence that is shown.
    pub message: String,
}

/// The result of everything that can fail in this crate.
pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure with this sentence.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
