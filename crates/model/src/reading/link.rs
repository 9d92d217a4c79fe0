//! Reading of what is in `link.rs`.

use super::cursor::Cursor;
use super::json::Json;
use super::reader::{Read, Reader};
use crate::{DataUrl, Image, InlineOrUrl, Link, LinkList, LinkUrl, Moment, Teaser, Text};

impl<T> InlineOrUrl<T> {
    /// Reads an optional member: a string is a URL, anything else the part itself.
    pub(crate) fn optional(
        at: &Cursor<'_>,
        reader: &mut Reader<'_>,
        key: &str,
        read: Read<T>,
    ) -> Option<Self> {
        match at.get(key)?.json {
            Json::String(_) => reader.optional(at, key, DataUrl::read).map(Self::Url),
            _ => reader.optional(at, key, read).map(Self::Inline),
        }
    }
}

impl Link {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.required_string(at, "text")?;
        Some(Self { text, url: reader.required(at, "url", LinkUrl::read) })
    }
}

impl LinkList {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        // A bare array of teasers says all that a list needs.
        if let Json::Array(_) = at.json {
            let items = at.items().filter_map(|item| Teaser::read(&item, reader)).collect();
            return Some(Self { title: None, items, more: None });
        }
        if at.get("items").is_none() {
            reader.report_missing(at, "items");
            return None;
        }
        Some(Self {
            title: reader.optional_string(at, "title"),
            items: reader.list(at, "items", Teaser::read),
            more: reader.optional(at, "more", Link::read),
        })
    }
}

impl Teaser {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let headline = reader.required_string(at, "headline")?;
        Some(Self {
            headline,
            url: reader.required(at, "url", LinkUrl::read),
            article: reader.optional(at, "article", DataUrl::read),
            kicker: reader.optional_string(at, "kicker"),
            standfirst: Text::optional(at, reader, "standfirst"),
            published: reader.optional(at, "published", Moment::read),
            image: reader.optional(at, "image", Image::read),
        })
    }
}
