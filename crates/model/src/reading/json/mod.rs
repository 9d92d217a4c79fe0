//! JSON as it came: the body of a reply before it is read as an article.
//!
//! It has its own type of value, because the reader needs what `serde_json::Value` does not give:
//! a depth limit that fits the contract, strings that the article can share instead of copying,
//! numbers with the digits that were sent, and duplicate keys that behave as in a browser (the last
//! one wins).

use std::borrow::Cow;
use std::rc::Rc;

use crate::number::Number;

mod parse;

/// A JSON value ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)).
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Any number, with its digits.
    Number(Number),
    /// A string, shared with whatever is read from it.
    String(Rc<str>),
    /// An array
    Array(Box<[Json]>),
    /// An object, its members in the order in which they came.
    Object(Box<[(Rc<str>, Json)]>),
}

impl Json {
    /// The member of an object with this name; of several, the last.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => {
                members.iter().rev().find(|(name, _)| &**name == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// What a person would call this value, short enough for a message.
    #[must_use]
    pub fn describe(&self) -> String {
        /// Its first characters, as many as a message shows.
        fn short(text: &str) -> Cow<'_, str> {
            match text.char_indices().nth(60) {
                Some((end, _)) => format!("{}…", &text[..end]).into(),
                None => text.into(),
            }
        }
        match self {
            Self::Null => "null".into(),
            Self::Bool(value) => value.to_string(),
            Self::Number(number) => format!("the number {}", short(number.text())),
            Self::String(text) if text.is_empty() => "an empty string".into(),
            Self::String(text) => format!("\"{}\"", short(text)),
            Self::Array(items) if items.is_empty() => "an empty array".into(),
            Self::Array(_) => "an array".into(),
            Self::Object(_) => "an object".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_two_equal_keys_wins() {
        let json = Json::parse(br#"{"a": 1, "a": 2}"#).unwrap();
        assert_eq!(json.get("a"), Some(&Json::Number(Number::new("2"))));
    }

    #[test]
    fn descriptions_stay_short() {
        assert_eq!(Json::Number(Number::new("1.5")).describe(), "the number 1.5");
        assert_eq!(Json::String("é".repeat(100).into()).describe().chars().count(), 63);
        assert!(Json::Number(Number::new("1".repeat(100))).describe().ends_with("1…"));
    }
}
