//! Blocks of words.

use serde::Serialize;

use super::super::Str;
use super::super::cursor::Cursor;
use super::super::json::Json;
use super::super::reader::Reader;
use super::super::text::Text;

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Paragraph {
    /// Its words.
    pub text: Text,
}

/// A heading within a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Heading {
    /// Its words.
    pub text: Text,
    /// Its level, from 3 to 6; a section's own heading is of level 2.
    #[serde(default = "Heading::default_level")]
    #[cfg_attr(test, schemars(range(min = 3, max = 6)))]
    pub level: u8,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct List {
    /// Whether its items are numbered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
    /// The number of its first item.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = i32::MIN, max = i32::MAX)))]
    pub start: Option<i32>,
    /// Its items.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub items: Vec<ListItem>,
}

/// An item of a list, with the items under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListItem {
    /// Its words.
    pub text: Text,
    /// The items under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ListItem>,
}

/// A quotation, a paragraph or more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Quote {
    /// Its paragraphs.
    #[serde(rename = "text")]
    #[cfg_attr(test, schemars(with = "super::super::schema::OneOrMore<Text>"))]
    pub paragraphs: Vec<Text>,
    /// Whom or what it is from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cite: Option<Text>,
}

/// A sentence of the article, set large beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PullQuote {
    /// Its words.
    pub text: Text,
    /// Whose they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cite: Option<Text>,
}

/// Computer code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Code {
    /// The code, its lines and spaces kept.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub code: Str,
    /// The language that it is written in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Str>,
}

/// A number, set large.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Figure {
    /// The number, as it is printed.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub value: Str,
    /// What it counts.
    pub label: Text,
}

/// The notes that the text refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Footnotes {
    /// The notes, in their order.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub notes: Vec<Footnote>,
}

/// One note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Footnote {
    /// The name by which the text refers to it, with `"href": "#id"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(required))]
    pub id: Option<Str>,
    /// Its words.
    pub text: Text,
}

impl Paragraph {
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self { text: reader.required(at, "text", Text::read_some)? })
    }
}

impl Heading {
    fn default_level() -> u8 {
        3
    }

    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.required(at, "text", Text::read_some)?;
        let level = reader.integer(at, "level", 3..=6).and_then(|level| u8::try_from(level).ok());
        Some(Self { text, level: level.unwrap_or_else(Self::default_level) })
    }
}

impl List {
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let start = reader.integer(at, "start", i32::MIN.into()..=i32::MAX.into());
        Some(Self {
            ordered: reader.boolean(at, "ordered"),
            start: start.and_then(|start| i32::try_from(start).ok()),
            items: reader.required_list(at, "items", ListItem::read)?,
        })
    }
}

impl ListItem {
    fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        // An object is an item with items of its own, unless it can only be a span.
        let is_item = matches!(at.json, Json::Object(_))
            && (at.get("items").is_some()
                || ["marks", "href", "lang"].iter().all(|key| at.get(key).is_none()));
        if !is_item {
            return Some(Self { text: Text::read_some(at, reader)?, items: Vec::new() });
        }
        Some(Self {
            text: reader.required(at, "text", Text::read_some)?,
            items: reader
                .optional(at, "items", |at, reader| reader.nested(at, Self::read_all))
                .unwrap_or_default(),
        })
    }

    fn read_all(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Vec<Self>> {
        Some(at.items().filter_map(|item| Self::read(&item, reader)).collect())
    }
}

impl Quote {
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let paragraphs = reader.required(at, "text", |at, reader| {
            if !Self::is_array_of_texts(at.json) {
                return Text::read_some(at, reader).map(|text| vec![text]);
            }
            Some(at.items().filter_map(|item| Text::read_some(&item, reader)).collect())
        })?;
        if paragraphs.is_empty() {
            return None;
        }
        Some(Self { paragraphs, cite: Text::optional(at, reader, "cite") })
    }

    /// Whether this array holds texts rather than the spans of one text. An array of strings
    /// could be either; nobody writes one text so, hence it is paragraphs.
    fn is_array_of_texts(json: &Json) -> bool {
        let Json::Array(items) = json else { return false };
        // Of an empty one it is said that there is no text.
        if items.is_empty() {
            return false;
        }
        items.iter().any(|item| matches!(item, Json::Array(_)))
            || items.iter().all(|item| matches!(item, Json::String(_)))
    }
}

impl PullQuote {
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.required(at, "text", Text::read_some)?;
        Some(Self { text, cite: Text::optional(at, reader, "cite") })
    }
}

impl Code {
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let code = reader.required_string(at, "code")?;
        Some(Self { code, language: reader.optional_string(at, "language") })
    }
}

impl Figure {
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let value = reader.required_string(at, "value")?;
        Some(Self { value, label: reader.required(at, "label", Text::read_some)? })
    }
}

impl Footnotes {
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self { notes: reader.required_list(at, "notes", Footnote::read)? })
    }
}

impl Footnote {
    fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.required(at, "text", Text::read_some)?;
        if at.get("id").is_none() {
            reader.report_missing(at, "id");
        }
        Some(Self { id: reader.id(at), text })
    }
}
