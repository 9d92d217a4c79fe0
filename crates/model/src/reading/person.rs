//! Reading of what is in `person.rs`.

use super::cursor::Cursor;
use super::json::Json;
use super::reader::Reader;
use crate::text::is_blank;
use crate::{Byline, Image, Link, LinkUrl, Person, Text};

impl Person {
    /// Reads a person; a bare string is a name.
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let name = match at.json {
            Json::String(name) if !is_blank(name) => name.clone(),
            _ => reader.required_string(at, "name")?,
        };
        Some(Self {
            name,
            url: reader.optional(at, "url", LinkUrl::read),
            role: reader.optional_string(at, "role"),
            image: reader.optional(at, "image", Image::read),
            bio: Text::optional(at, reader, "bio"),
            links: reader.list(at, "links", Link::read),
        })
    }
}

impl Byline {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if at.get("authors").is_none() {
            reader.report_missing(at, "authors");
            return None;
        }
        let byline = Self {
            label: reader.optional_string(at, "label"),
            authors: reader.list(at, "authors", Person::read),
        };
        // A label without authors is no byline.
        (!byline.authors.is_empty()).then_some(byline)
    }
}
