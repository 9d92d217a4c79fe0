//! What all reading shares: the diagnostics so far, the URL parser, the ids in use, the limits, and
//! the ways to read a simple value. Every type of the model reads itself from a [`Cursor`] with it.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::cursor::Cursor;
use super::ids::Ids;
use super::json::Json;
use crate::LinkUrl;
use crate::Str;
use crate::UrlParser;
use crate::diagnostic::Diagnostic;
use crate::limits::{MAX_BLOCKS, MAX_DIAGNOSTICS, MAX_JSON_VALUES, MAX_NESTING};
use crate::number::Number;
use crate::text::is_blank;

/// How a type is read; `None` when it can't be read, which has then been reported.
pub type Read<T> = fn(&Cursor<'_>, &mut Reader<'_>) -> Option<T>;

/// What is shared while one document is read.
pub struct Reader<'a> {
    /// Parses URLs as the browser does.
    pub urls: &'a dyn UrlParser,
    /// What was found wrong, in the order in which it was found.
    pub diagnostics: Vec<Diagnostic>,
    /// The ids in the body.
    pub ids: Ids,
    /// Where the article itself is to be found.
    pub own_url: Option<LinkUrl>,
    blocks: usize,
    nesting: usize,
}

impl<'a> Reader<'a> {
    /// A reader that has read nothing yet.
    pub fn new(urls: &'a dyn UrlParser) -> Self {
        Self {
            urls,
            diagnostics: Vec::new(),
            ids: Ids::default(),
            own_url: None,
            blocks: 0,
            nesting: 0,
        }
    }

    /// Reports that something else was expected at this place.
    pub fn report(&mut self, at: &Cursor<'_>, expected: impl Into<Cow<'static, str>>) {
        self.report_found(at, expected.into(), at.json.describe());
    }

    /// Reports that this object lacks a member that it must have.
    pub fn report_missing(&mut self, at: &Cursor<'_>, key: &'static str) {
        let found = match at.json {
            Json::Object(_) => "none".into(),
            other => other.describe(),
        };
        self.report_found(at, format!("an object with \"{key}\"").into(), found);
    }

    /// Reports that something was expected at this place, and what was found instead.
    pub fn report_found(&mut self, at: &Cursor<'_>, expected: Cow<'static, str>, found: String) {
        if self.diagnostics.len() < MAX_DIAGNOSTICS {
            self.diagnostics.push(Diagnostic { pointer: at.pointer(), expected, found });
        } else if self.diagnostics.len() == MAX_DIAGNOSTICS {
            self.diagnostics.push(Diagnostic {
                pointer: String::new(),
                expected: "fewer mistakes".into(),
                found: "more than are listed here".into(),
            });
        }
    }

    /// A string, or a number as a string. Anything else is reported.
    pub fn string(&mut self, at: &Cursor<'_>) -> Option<Str> {
        let text = match at.json {
            Json::String(text) => Some(text.clone()),
            Json::Number(number) => Some(number.text().clone()),
            _ => None,
        };
        if text.is_none() {
            self.report(at, "a string");
        }
        text
    }

    /// An optional string member. One of which nothing can be seen means absent.
    pub fn optional_string(&mut self, at: &Cursor<'_>, key: &str) -> Option<Str> {
        let text = self.string(&at.get(key)?)?;
        (!is_blank(&text)).then_some(text)
    }

    /// A string member that must be there and must not be empty.
    pub fn required_string(&mut self, at: &Cursor<'_>, key: &'static str) -> Option<Str> {
        let Some(member) = at.get(key) else {
            self.report_missing(at, key);
            return None;
        };
        let text = self.string(&member)?;
        if is_blank(&text) {
            self.report(&member, "some text");
            return None;
        }
        Some(text)
    }

    /// A number, also one in a string. Anything else is reported.
    pub fn number(&mut self, at: &Cursor<'_>) -> Option<Number> {
        let number = match at.json {
            Json::Number(number) => Some(number.clone()),
            Json::String(text) => Number::parse(text),
            _ => None,
        };
        if number.is_none() {
            self.report(at, "a number");
        }
        number
    }

    /// An optional integer member in a range; `"640"` and `640.0` are accepted for 640.
    #[expect(clippy::cast_possible_truncation, reason = "only integers in range are cast")]
    #[expect(clippy::cast_precision_loss, reason = "the bounds are exact in 53 bits")]
    pub fn integer(
        &mut self,
        at: &Cursor<'_>,
        key: &str,
        range: RangeInclusive<i64>,
    ) -> Option<i64> {
        let member = at.get(key)?;
        if is_empty_string(&member) {
            return None;
        }
        let number = self.number(&member)?.value();
        let (least, most) = range.into_inner();
        if number.fract() == 0.0 && (least as f64..=most as f64).contains(&number) {
            return Some(number as i64);
        }
        self.report(&member, format!("a whole number from {least} to {most}"));
        None
    }

    /// An optional length in pixels.
    pub fn pixels(&mut self, at: &Cursor<'_>, key: &str) -> Option<u32> {
        // No screen and no picture is larger, and the product of two fits into every number type.
        self.integer(at, key, 1..=65_535).and_then(|number| u32::try_from(number).ok())
    }

    /// A truth value; absent means `false`, and `"true"` is accepted for `true`.
    pub fn boolean(&mut self, at: &Cursor<'_>, key: &str) -> bool {
        let Some(member) = at.get(key) else { return false };
        match member.json {
            Json::Bool(value) => *value,
            Json::String(text) if &**text == "true" => true,
            Json::String(text) if matches!(&**text, "false" | "") => false,
            _ => {
                self.report(&member, "true or false");
                false
            }
        }
    }

    /// An optional member that is one of a few words.
    pub fn word<T: Copy>(
        &mut self,
        at: &Cursor<'_>,
        key: &str,
        words: &'static [(&'static str, T)],
    ) -> Option<T> {
        let member = at.get(key)?;
        self.word_here(&member, words)
    }

    /// One of a few words, at this place.
    pub fn word_here<T: Copy>(
        &mut self,
        at: &Cursor<'_>,
        words: &'static [(&'static str, T)],
    ) -> Option<T> {
        if is_empty_string(at) {
            return None;
        }
        if let Json::String(text) = at.json
            && let Some((_, value)) = words.iter().find(|(word, _)| **word == **text)
        {
            return Some(*value);
        }
        let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        self.report(at, format!("one of {}", all.join(", ")));
        None
    }

    /// An optional member of some type of the model.
    pub fn optional<T>(&mut self, at: &Cursor<'_>, key: &str, read: Read<T>) -> Option<T> {
        let member = at.get(key)?;
        if is_empty_string(&member) {
            return None;
        }
        read(&member, self)
    }

    /// A member of some type of the model that must be there.
    pub fn required<T>(&mut self, at: &Cursor<'_>, key: &'static str, read: Read<T>) -> Option<T> {
        match at.get(key) {
            Some(member) => read(&member, self),
            None => {
                self.report_missing(at, key);
                None
            }
        }
    }

    /// The items of an optional array member; those that can't be read are left out. A single
    /// value stands for an array of one, an empty string for none.
    pub fn list<T>(&mut self, at: &Cursor<'_>, key: &str, read: Read<T>) -> Vec<T> {
        match at.get(key) {
            Some(member) if !is_empty_string(&member) => {
                member.items().filter_map(|item| read(&item, self)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The items of an array member that needs at least one.
    pub fn required_list<T>(
        &mut self,
        at: &Cursor<'_>,
        key: &'static str,
        read: Read<T>,
    ) -> Option<Vec<T>> {
        let before = self.diagnostics.len();
        let items = self.list(at, key, read);
        if items.is_empty() && self.diagnostics.len() == before {
            self.report_found(at, format!("at least one item in \"{key}\"").into(), "none".into());
        }
        (!items.is_empty()).then_some(items)
    }

    /// The object's own `id`, when it has one that no other has.
    pub fn id(&mut self, at: &Cursor<'_>) -> Option<Str> {
        let id = self.optional_string(at, "id")?;
        if self.ids.take(&id) {
            return Some(id);
        }
        if let Some(member) = at.get("id") {
            self.report(&member, "an id that stands only once in the article");
        }
        None
    }

    /// Reports that a document had too many values, if it had.
    pub fn note_cut(&mut self, document: &Json, is_cut: bool) {
        if is_cut {
            self.report_found(
                &Cursor::document(document),
                format!("at most {MAX_JSON_VALUES} values").into(),
                "more; the rest is left out".into(),
            );
        }
    }

    /// Counts one more block. `false` once the article has too many; the first of those is
    /// reported.
    pub fn count_block(&mut self, at: &Cursor<'_>) -> bool {
        self.blocks += 1;
        if self.blocks == MAX_BLOCKS + 1 {
            self.report_found(
                at,
                format!("at most {MAX_BLOCKS} blocks").into(),
                "more; this and all that follow are left out".into(),
            );
        }
        self.blocks <= MAX_BLOCKS
    }

    /// Reads something one level deeper. What is too deep is left out and reported.
    pub fn nested<T>(&mut self, at: &Cursor<'_>, read: Read<T>) -> Option<T> {
        if self.nesting == MAX_NESTING {
            self.report_found(
                at,
                format!("nesting of at most {MAX_NESTING} levels").into(),
                "a deeper one; it is left out".into(),
            );
            return None;
        }
        self.nesting += 1;
        let value = read(at, self);
        self.nesting -= 1;
        value
    }
}

/// Whether this is an empty string, which many backends send for 'absent'.
fn is_empty_string(at: &Cursor<'_>) -> bool {
    matches!(at.json, Json::String(text) if text.is_empty())
}
