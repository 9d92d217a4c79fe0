//! JSON as it came: the body of a reply before it is read as an article.
//!
//! It has its own type of value, because the reader needs three things that `serde_json::Value` does
//! not give: a depth limit that fits the contract, strings that the article can share instead of
//! copying, and duplicate keys that behave as in a browser (the last one wins).

use std::rc::Rc;

mod parse;

pub use parse::{MAX_JSON_DEPTH, MAX_JSON_VALUES};

/// A JSON value ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)).
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Any number. JSON's numbers are those of a browser: 64-bit floating point.
    Number(f64),
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
        /// Characters of a string that a message shows.
        const SHOWN: usize = 60;
        match self {
            Self::Null => "null".into(),
            Self::Bool(value) => value.to_string(),
            Self::Number(number) => match write_number(*number) {
                Some(text) => format!("the number {text}"),
                None => "a number".into(),
            },
            Self::String(text) if text.is_empty() => "an empty string".into(),
            Self::String(text) => match text.char_indices().nth(SHOWN) {
                Some((end, _)) => format!("\"{}…\"", &text[..end]),
                None => format!("\"{text}\""),
            },
            Self::Array(items) if items.is_empty() => "an empty array".into(),
            Self::Array(_) => "an array".into(),
            Self::Object(_) => "an object".into(),
        }
    }
}

/// Writes a number as people do, with at most six digits after the point; `None` for one that is
/// too large to be meant as text. The code for
/// it in the standard library is five kilobytes, which each reader would download.
#[expect(clippy::cast_possible_truncation, reason = "only numbers in range are cast")]
#[expect(clippy::cast_precision_loss, reason = "a power of ten is exact")]
pub fn write_number(number: f64) -> Option<Rc<str>> {
    const PARTS: i64 = 1_000_000;
    if number.abs() >= 1e12 {
        return None;
    }
    let rounded = (number * PARTS as f64).round() as i64;
    let sign = if rounded < 0 { "-" } else { "" };
    let (whole, parts) = (rounded.abs() / PARTS, rounded.abs() % PARTS);
    let text = if parts == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{parts:06}").trim_end_matches('0').into()
    };
    Some(text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_two_equal_keys_wins() {
        let json = Json::parse(br#"{"a": 1, "a": 2}"#).unwrap();
        assert_eq!(json.get("a"), Some(&Json::Number(2.0)));
    }

    #[test]
    fn numbers_are_written_as_people_do() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (3.5, "3.5"),
            (-0.25, "-0.25"),
            (0.1 + 0.2, "0.3"),
            (1e11, "100000000000"),
            (1.000_000_4, "1"),
        ] {
            assert_eq!(write_number(number).as_deref(), Some(text));
        }
        assert_eq!(write_number(1e300), None);
    }

    #[test]
    fn descriptions_stay_short() {
        assert_eq!(Json::Number(1.5).describe(), "the number 1.5");
        assert_eq!(Json::String("é".repeat(100).into()).describe().chars().count(), 63);
    }
}
