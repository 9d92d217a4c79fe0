//! From the bytes of a reply to JSON, within limits.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

use hifijson::escape::Lex as _;
use hifijson::num::LexWrite as _;
use hifijson::str::{Error as StringError, LexWrite as _};
use hifijson::token::{Expect, Lex as _};
use hifijson::{Error, Read as _, SliceLexer};

use super::Json;
use crate::limits::{MAX_JSON_DEPTH, MAX_JSON_VALUES};
use crate::number::Number;

/// Why something is no JSON, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JsonError {
    /// What is wrong.
    message: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// The character in that line, from 1.
    pub column: usize,
}

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { message, line, column } = self;
        write!(formatter, "{message} at line {line} column {column}")
    }
}

impl std::error::Error for JsonError {}

impl Json {
    /// Reads a whole document. A byte-order mark is skipped, and bytes that are no UTF-8 are read
    /// as U+FFFD, as a browser's `Response.json()` does.
    ///
    /// # Errors
    /// What is wrong, and the line and column where.
    pub fn parse(body: &[u8]) -> Result<Self, JsonError> {
        Self::parse_limited(body).map(|(json, _)| json)
    }

    /// The same, and whether there was more than [`MAX_JSON_VALUES`].
    pub(crate) fn parse_limited(body: &[u8]) -> Result<(Self, bool), JsonError> {
        let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        let mut lexer = SliceLexer::new(text);
        let mut values = 0;
        lexer
            .exactly_one(SliceLexer::ws_peek, |next, lexer| value(next, lexer, 0, &mut values))
            .map(|json| (json, values > MAX_JSON_VALUES))
            .map_err(|error| located(&error, text, lexer.as_slice()))
    }
}

/// Reads the value that begins with this byte, so many levels deep. `values` counts what stands in
/// arrays and objects; what is more than [`MAX_JSON_VALUES`] is read, and left out.
fn value(
    next: u8,
    lexer: &mut SliceLexer<'_>,
    depth: usize,
    values: &mut usize,
) -> Result<Json, Error> {
    match next {
        b'"' => string(lexer).map(Json::String),
        b'[' | b'{' if depth == MAX_JSON_DEPTH => Err(Error::Depth),
        b'[' => {
            let mut array = Vec::new();
            lexer.discarded().seq(b']', SliceLexer::ws_peek, |next, lexer| {
                // Decided before the item is read: one that begins within the limit stays, and what is
                // in it within the limit as well.
                let is_kept = *values <= MAX_JSON_VALUES;
                let item = value(next, lexer, depth + 1, values)?;
                if is_kept {
                    array.push(item);
                }
                *values += 1;
                Ok::<_, Error>(())
            })?;
            Ok(Json::Array(array.into()))
        }
        b'{' => {
            let mut object = Vec::new();
            lexer.discarded().seq(b'}', SliceLexer::ws_peek, |next, lexer| {
                if next != b'"' {
                    return Err(Expect::String.into());
                }
                let key = string(lexer)?;
                lexer.expect(SliceLexer::ws_peek, b':').ok_or(Expect::Colon)?;
                *values += 1;
                let is_kept = *values <= MAX_JSON_VALUES || depth == 0;
                let next = lexer.ws_peek().ok_or(Expect::Value)?;
                let member = value(next, lexer, depth + 1, values)?;
                if is_kept {
                    object.push((key, member));
                }
                Ok::<_, Error>(())
            })?;
            Ok(Json::Object(object.into()))
        }
        b'-' | b'0'..=b'9' => {
            let (text, _) = lexer.num_string().validated()?;
            Ok(Json::Number(Number::new(text)))
        }
        _ if lexer.strip_prefix(b"null") => Ok(Json::Null),
        _ if lexer.strip_prefix(b"true") => Ok(Json::Bool(true)),
        _ if lexer.strip_prefix(b"false") => Ok(Json::Bool(false)),
        _ => Err(Expect::Value.into()),
    }
}

/// Reads a string, from its first quote on. An escape that is half of a character becomes U+FFFD, as a
/// browser prints it: a backend that cuts a text after a number of UTF-16 units may leave half an
/// emoji at its end.
fn string(lexer: &mut SliceLexer<'_>) -> Result<Rc<str>, Error> {
    let text = lexer.discarded().str_fold(
        Cow::Borrowed(""),
        |bytes, text| {
            let part = String::from_utf8_lossy(bytes);
            if text.is_empty() {
                *text = part;
            } else {
                text.to_mut().push_str(&part);
            }
            Ok::<_, StringError>(())
        },
        |lexer, text| {
            if !lexer.strip_prefix(b"u") {
                let kind = lexer.peek_next().ok_or(StringError::Eof)?;
                let character = lexer.escape(kind)?;
                lexer.take_next();
                text.to_mut().push(character);
                return Ok(());
            }
            let mut units = vec![lexer.hex::<u16>()?];
            while lexer.strip_prefix(b"\\u") {
                units.push(lexer.hex()?);
            }
            let characters = char::decode_utf16(units);
            text.to_mut().extend(characters.map(|character| character.unwrap_or('\u{fffd}')));
            Ok(())
        },
    )?;
    Ok(text.into())
}

/// What a person would call the mistake, and where it is: where the rest of the text begins.
fn located(error: &Error, text: &[u8], rest: &[u8]) -> JsonError {
    let message = match error {
        _ if rest.is_empty() => "the end comes too early",
        Error::Depth => "nested more than 256 levels deep",
        Error::Num(_) => "a digit is missing",
        Error::Str(StringError::Control) => "a control character in a string",
        Error::Str(_) => "an escape that JSON does not have",
        Error::Token(Expect::CommaOrEnd) => "expected a comma or the end of the list",
        Error::Token(Expect::String) => "expected a name in double quotes",
        Error::Token(Expect::Colon) => "expected a colon",
        Error::Token(Expect::Eof) => "expected nothing more",
        Error::Token(_) => "expected a value",
    };
    // At the end of the text its last character is meant.
    let read = &text[..text.len() - rest.len().max(1).min(text.len())];
    let line_start = read.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    JsonError {
        message,
        line: read.iter().filter(|byte| **byte == b'\n').count() + 1,
        column: String::from_utf8_lossy(&read[line_start..]).chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_json_is_what_serde_json_takes_for_it(
            text in r#"[\[{]?([\[\]{},:"\\ux0189.eE+ -]|true|null|"a":|\\u00e9|"b"|,\n){0,9}[\]}]?"#
        ) {
            let peer = serde_json::from_str::<serde_json::Value>(&text);
            // Of numbers that are too large for it, serde_json says something else.
            let is_json = peer.map_or_else(|error| error.to_string().contains("out of range"), |_| true);
            prop_assert_eq!(Json::parse(text.as_bytes()).is_ok(), is_json, "{}", text);
        }
    }

    fn nested(levels: usize) -> Vec<u8> {
        ["[".repeat(levels), "]".repeat(levels)].concat().into_bytes()
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(Json::parse(b"\xef\xbb\xbf{}").unwrap(), Json::Object([].into()));
    }

    #[test]
    fn invalid_utf8_is_read_as_a_browser_reads_it() {
        for (json, text) in [
            (&b"\"caf\xe9\""[..], "caf\u{fffd}"),
            (b"\"\\n\xe2\x82\\t\xac\"", "\n\u{fffd}\t\u{fffd}"),
        ] {
            assert_eq!(Json::parse(json).unwrap(), Json::String(text.into()));
        }
        assert!(Json::parse(b"[\xff]").is_err());
    }

    #[test]
    fn escapes_are_what_they_stand_for() {
        let all = Json::parse(br#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00x""#).unwrap();
        assert_eq!(all, Json::String("\"\\/\u{8}\u{c}\n\r\té😀x".into()));
    }

    #[test]
    fn half_a_character_costs_no_article() {
        for (json, text) in [
            (r#""cut \ud83d""#, "cut \u{fffd}"),
            (r#""\udc00\ud83d\ude00\ud83d""#, "\u{fffd}\u{1f600}\u{fffd}"),
            (r#""\ud83d\n\ude00""#, "\u{fffd}\n\u{fffd}"),
            (r#""\ud83d\u0041""#, "\u{fffd}A"),
            (r#""\\ud83d é\\""#, "\\ud83d é\\"),
        ] {
            assert_eq!(Json::parse(json.as_bytes()).unwrap(), Json::String(text.into()));
        }
        assert!(Json::parse(b"\"\\ud8").is_err());
        assert!(Json::parse("\\é".as_bytes()).is_err());
    }

    #[test]
    fn numbers_keep_their_digits() {
        for text in ["0", "-0", "1.50", "123456789012345678", "4e-7", "1E+300", "-0.1e00"] {
            assert_eq!(Json::parse(text.as_bytes()).unwrap(), Json::Number(Number::new(text)));
        }
        for text in ["01", "-", "1.", ".5", "1e", "+1", "1.2.3", "NaN", "0x10", "1e5.5", "- 1"] {
            assert!(Json::parse(text.as_bytes()).is_err(), "{text}");
        }
    }

    #[test]
    fn nesting_is_limited_before_the_stack_is() {
        assert!(Json::parse(&nested(MAX_JSON_DEPTH)).is_ok());
        let error = Json::parse(&nested(MAX_JSON_DEPTH + 1)).unwrap_err();
        assert!(error.to_string().contains("nested more than 256 levels"), "{error}");
        let error = Json::parse(&nested(1_000_000)).unwrap_err();
        assert!(error.to_string().contains("nested more than 256 levels"), "{error}");
    }

    #[test]
    fn values_are_limited_wherever_they_stand() {
        let read = |item: &str, times: usize| {
            let body = format!(r#"{{"a": [{}0], "b": 7}}"#, item.repeat(times));
            let (json, is_cut) = Json::parse_limited(body.as_bytes()).unwrap();
            assert_eq!(json.get("b"), Some(&Json::Number(Number::new("7"))), "{item}");
            let Some(Json::Array(items)) = json.get("a") else { panic!("{item}") };
            (items.len(), is_cut)
        };
        assert_eq!(read("0,", 100_000), (100_001, false));
        assert_eq!(read("0,", MAX_JSON_VALUES + 99_999), (MAX_JSON_VALUES, true));
        assert_eq!(read("[{}],", MAX_JSON_VALUES), (MAX_JSON_VALUES / 2, true));
        assert_eq!(read("{\"\":0},", MAX_JSON_VALUES), (MAX_JSON_VALUES / 2, true));
        assert!(Json::parse(&[b"[", &*b"0,".repeat(MAX_JSON_VALUES)].concat()).is_err());
    }

    #[test]
    fn what_holds_the_values_that_are_too_many_stays() {
        let body = format!(r#"[[{{"a": [{}0]}}], 1]"#, "0,".repeat(MAX_JSON_VALUES));
        let (json, is_cut) = Json::parse_limited(body.as_bytes()).unwrap();
        assert!(is_cut);
        let Json::Array(outer) = json else { panic!("an array") };
        let [Json::Array(inner)] = &*outer else { panic!("one item: {}", outer.len()) };
        let Some(Json::Array(items)) = inner[0].get("a") else { panic!("the items") };
        assert_eq!(items.len(), MAX_JSON_VALUES);
    }

    #[test]
    fn an_error_says_what_and_where() {
        for (json, message) in [
            ("{\n  \"a\": treu}", "expected a value at line 2 column 8"),
            ("<!doctype html>", "expected a value at line 1 column 1"),
            ("", "the end comes too early at line 1 column 1"),
            ("[1,\n 2", "the end comes too early at line 2 column 2"),
            ("\"é\\x\"", "an escape that JSON does not have at line 1 column 4"),
            ("{'a': 1}", "expected a name in double quotes at line 1 column 2"),
            ("{\"a\" 1}", "expected a colon at line 1 column 6"),
            ("[1 2]", "expected a comma or the end of the list at line 1 column 4"),
            ("[1,]", "expected a value at line 1 column 4"),
            ("{} {}", "expected nothing more at line 1 column 4"),
            ("[1.]", "a digit is missing at line 1 column 4"),
        ] {
            assert_eq!(Json::parse(json.as_bytes()).unwrap_err().to_string(), message);
        }
        let error = Json::parse(b"\"a\nb\"").unwrap_err().to_string();
        assert!(error.starts_with("a control character in a string"), "{error}");
    }
}
