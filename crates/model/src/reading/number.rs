//! Reading of what is in `number.rs`.

use super::json::Json;
use crate::Number;

impl Number {
    /// Reads a number as JSON writes it, with white space around it or without; `None` when it is
    /// none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match Json::parse(text.as_bytes()) {
            Ok(Json::Number(number)) => Some(number),
            _ => None,
        }
    }
}
