//! Reading of what is in `block/prose.rs`.

use super::super::cursor::Cursor;
use super::super::json::Json;
use super::super::reader::Reader;
use crate::{
    Code, Figure, Footnote, Footnotes, Heading, List, ListItem, Paragraph, PullQuote, Quote, Text,
};

impl Paragraph {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self { text: reader.required(at, "text", Text::read_some)? })
    }
}

impl Heading {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.required(at, "text", Text::read_some)?;
        let level = reader.integer(at, "level", 3..=6).and_then(|level| u8::try_from(level).ok());
        Some(Self { text, level: level.unwrap_or_else(Self::default_level) })
    }
}

impl List {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let start = reader.integer(at, "start", i32::MIN.into()..=i32::MAX.into());
        Some(Self {
            ordered: reader.boolean(at, "ordered"),
            start: start.and_then(|start| i32::try_from(start).ok()),
            items: reader.required_list(at, "items", ListItem::read)?,
        })
    }
}

impl ListItem {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
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

    pub(crate) fn read_all(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Vec<Self>> {
        Some(at.items().filter_map(|item| Self::read(&item, reader)).collect())
    }
}

impl Quote {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
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

    /// Whether this array holds texts rather than the spans of one text. An array of strings could be
    /// either; it counts as texts, because nobody splits one text into strings.
    fn is_array_of_texts(json: &Json) -> bool {
        let Json::Array(items) = json else { return false };
        // An empty array is read as one text, which reports that it is empty.
        if items.is_empty() {
            return false;
        }
        items.iter().any(|item| matches!(item, Json::Array(_)))
            || items.iter().all(|item| matches!(item, Json::String(_)))
    }
}

impl PullQuote {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.required(at, "text", Text::read_some)?;
        Some(Self { text, cite: Text::optional(at, reader, "cite") })
    }
}

impl Code {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let code = reader.required_string(at, "code")?;
        Some(Self { code, language: reader.optional_string(at, "language") })
    }
}

impl Figure {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let value = reader.required_string(at, "value")?;
        Some(Self { value, label: reader.required(at, "label", Text::read_some)? })
    }
}

impl Footnotes {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self { notes: reader.required_list(at, "notes", Footnote::read)? })
    }
}

impl Footnote {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.required(at, "text", Text::read_some)?;
        if at.get("id").is_none() {
            reader.report_missing(at, "id");
        }
        Some(Self { id: reader.id(at), text })
    }
}
