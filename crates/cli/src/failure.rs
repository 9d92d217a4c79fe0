//! What goes wrong, as sentences.

use std::fmt;
use std::path::Path;

/// Why a command, or one of its documents, came to nothing: a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

/// The result of something that may fail.
pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure with this sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A failure of the file system.
    pub fn of_file(path: &Path, what: &str, error: &std::io::Error) -> Self {
        Self(format!("{} can't be {what}: {error}.", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
