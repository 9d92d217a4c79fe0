//! What the reader has to say about a document: what it left out, where, and why.

use std::borrow::Cow;
use std::fmt;

/// One thing in a document that could not be read as the contract has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where: a JSON Pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)); empty for the
    /// document itself.
    pub pointer: String,
    /// What should have stood there.
    pub expected: Cow<'static, str>,
    /// What stood there instead.
    pub found: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pointer, expected, found } = self;
        let place = if pointer.is_empty() { "the document" } else { pointer };
        write!(formatter, "{place}: expected {expected}, found {found}")
    }
}

/// Why a document could not be read at all, as an article or as a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// The body is larger than [`MAX_BODY_BYTES`](super::MAX_BODY_BYTES).
    TooLarge {
        /// Length of the body in bytes.
        bytes: usize,
    },
    /// The body is no JSON.
    NotJson {
        /// What is wrong and where, in the parser's words.
        message: String,
    },
    /// The body is JSON, but not what it should be.
    NotThat {
        /// What it should be: `an article`.
        what: &'static str,
        /// What is wrong with it.
        diagnostic: Diagnostic,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => write!(
                formatter,
                "The article is {bytes} bytes long; the limit is {}. Split it, or serve its \
                 pictures by URL.",
                super::MAX_BODY_BYTES
            ),
            Self::NotJson { message } => {
                write!(formatter, "The reply is not JSON: {message}. Check what the URL answers.")
            }
            Self::NotThat { what, diagnostic } => {
                write!(formatter, "The reply is JSON but not {what}: {diagnostic}.")
            }
        }
    }
}

impl std::error::Error for ReadError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diagnostic_is_a_sentence() {
        let mut diagnostic = Diagnostic {
            pointer: "/headline".into(),
            expected: "a headline".into(),
            found: "nothing".into(),
        };
        assert_eq!(diagnostic.to_string(), "/headline: expected a headline, found nothing");
        diagnostic.pointer.clear();
        assert_eq!(diagnostic.to_string(), "the document: expected a headline, found nothing");
    }

    #[test]
    fn errors_say_what_to_do() {
        let error = ReadError::NotJson { message: "expected value at line 1 column 1".into() };
        assert_eq!(
            error.to_string(),
            "The reply is not JSON: expected value at line 1 column 1. Check what the URL answers."
        );
        assert!(ReadError::TooLarge { bytes: 1 }.to_string().contains("limit is 10485760"));
    }
}
