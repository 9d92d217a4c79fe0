//! From the bytes of a reply to JSON, within limits.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Json;

/// How deep JSON may be nested.
///
/// It is enough for every document within the contract: blocks may be nested 32 deep, and the deepest
/// kind (a timeline in a timeline) takes four levels of JSON for each.
pub const MAX_JSON_DEPTH: usize = 256;

/// How many values (strings, numbers, arrays, objects …) of a document are read; the rest is left
/// out, except for the members of the document itself.
///
/// A value takes two bytes of JSON or more, but a hundred times as much in memory as a cell of a
/// table. Without this limit 10 MiB of `0,` would become gigabytes. It is enough for an article of
/// 20,000 blocks with a dozen values each.
pub const MAX_JSON_VALUES: usize = 250_000;

impl Json {
    /// Reads a whole document. A byte-order mark is skipped, and bytes that are no UTF-8 are read
    /// as U+FFFD, as a browser's `Response.json()` does.
    ///
    /// # Errors
    /// What is wrong, and the line and column where.
    pub fn parse(body: &[u8]) -> Result<Self, serde_json::Error> {
        Self::parse_limited(body).map(|(json, _)| json)
    }

    /// The same, and whether there was more than [`MAX_JSON_VALUES`].
    pub(crate) fn parse_limited(body: &[u8]) -> Result<(Self, bool), serde_json::Error> {
        let text = String::from_utf8_lossy(body);
        let text = mend_surrogates(text.strip_prefix('\u{feff}').unwrap_or(&text));
        let mut deserializer = serde_json::Deserializer::from_str(&text);
        deserializer.disable_recursion_limit(); // ours is `MAX_JSON_DEPTH`
        let values = Cell::new(0);
        let json = Place { depth: 0, values: &values }.deserialize(&mut deserializer)?;
        deserializer.end()?;
        Ok((json, values.get() > MAX_JSON_VALUES))
    }
}

/// Replaces escapes that are half of a character by U+FFFD, as a browser does when it prints them. A
/// backend that cuts a text after a number of UTF-16 units may leave half an emoji at its end, and the
/// article should be shown nevertheless.
fn mend_surrogates(json: &str) -> Cow<'_, str> {
    let mut mended = Cow::Borrowed(json);
    let mut at = 0;
    while let Some(next) = json[at..].find('\\') {
        let escape = at + next;
        at = match (escaped_unit(json, escape), escaped_unit(json, escape + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => escape + 12,
            (Some(0xd800..=0xdfff), _) => {
                // As long as what it replaces, so that positions in the text do not change.
                mended.to_mut().replace_range(escape..escape + 6, "\\ufffd");
                escape + 6
            }
            // The backslash and what it escapes; a character may be longer than a byte.
            _ => escape + 1 + json[escape + 1..].chars().next().map_or(0, char::len_utf8),
        };
    }
    mended
}

/// The UTF-16 unit that is escaped at this place, if one is.
fn escaped_unit(json: &str, at: usize) -> Option<u16> {
    let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
    u16::from_str_radix(digits, 16).ok()
}

/// Where the value that is being read stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// How many levels deep.
    depth: usize,
    /// How many values the document has had.
    values: &'a Cell<usize>,
}

impl Place<'_> {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth < MAX_JSON_DEPTH {
            Ok(Self { depth: self.depth + 1, ..self })
        } else {
            Err(E::custom("nested more than 256 levels deep"))
        }
    }

    /// Counts one more value in an array or object. `false` once there are too many.
    fn count(self) -> bool {
        self.values.set(self.values.get() + 1);
        self.values.get() <= MAX_JSON_VALUES
    }
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "JSON's numbers are a browser's")]
    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "JSON's numbers are a browser's")]
    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::String(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let deeper = self.deeper()?;
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(deeper)? {
            array.push(item);
            if !self.count() {
                // The rest is skipped, without memory and without recursion.
                while items.next_element::<IgnoredAny>()?.is_some() {}
                break;
            }
        }
        Ok(Json::Array(array.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let deeper = self.deeper()?;
        let mut object = Vec::new();
        while let Some(key) = members.next_key_seed(self)? {
            if !self.count() && self.depth > 0 {
                members.next_value::<IgnoredAny>()?;
                continue;
            }
            let value = members.next_value_seed(deeper)?;
            // A key is always a string: serde_json offers nothing else to this visitor.
            if let Json::String(key) = key {
                object.push((key, value));
            }
        }
        Ok(Json::Object(object.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(levels: usize) -> Vec<u8> {
        ["[".repeat(levels), "]".repeat(levels)].concat().into_bytes()
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(Json::parse(b"\xef\xbb\xbf{}").unwrap(), Json::Object([].into()));
    }

    #[test]
    fn invalid_utf8_is_read_as_a_browser_reads_it() {
        let json = Json::parse(b"\"caf\xe9\"").unwrap();
        assert_eq!(json, Json::String("caf\u{fffd}".into()));
    }

    #[test]
    fn half_a_character_costs_no_article() {
        for (json, text) in [
            (r#""cut \ud83d""#, "cut \u{fffd}"),
            (r#""\udc00\ud83d\ude00\ud83d""#, "\u{fffd}\u{1f600}\u{fffd}"),
            (r#""\\ud83d é\\""#, "\\ud83d é\\"),
        ] {
            assert_eq!(Json::parse(json.as_bytes()).unwrap(), Json::String(text.into()));
        }
        assert!(Json::parse(b"\"\\ud8").is_err());
        assert!(Json::parse("\\é".as_bytes()).is_err());
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
            assert_eq!(json.get("b"), Some(&Json::Number(7.0)), "{item}");
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
    fn an_error_names_the_place() {
        let error = Json::parse(b"{\n  \"a\": treu}").unwrap_err();
        assert_eq!((error.line(), error.column()), (2, 10));
        assert!(Json::parse(b"").is_err());
        assert!(Json::parse(b"{} {}").is_err());
    }
}
