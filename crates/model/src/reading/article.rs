//! Reading of what is in `article.rs`.

use super::cursor::Cursor;
use super::ids::Ids;
use super::json::Json;
use super::reader::Reader;
use crate::text::is_blank;
use crate::{
    Article, Block, Byline, CONTRACT_VERSION, Correction, Date, Diagnostic, Direction, Fingerprint,
    Header, Hero, Image, InlineOrUrl, Language, Link, LinkList, LinkUrl, Media, Moment, Person,
    ReadError, Section, Text, Weather,
};

impl Article {
    /// Reads a document as an article.
    pub(crate) fn read(json: &Json, reader: &mut Reader<'_>) -> Result<Self, ReadError> {
        let at = &Cursor::document(json);
        let failed = |at: &Cursor<'_>, expected: &'static str, found: String| {
            let expected = expected.into();
            let diagnostic = Diagnostic { pointer: at.pointer(), expected, found };
            Err(ReadError::NotThat { what: "an article", diagnostic })
        };
        if !matches!(json, Json::Object(_)) {
            return failed(at, "a JSON object", json.describe());
        }
        let headline = match at.get("headline") {
            None => return failed(at, "an object with \"headline\"", "none".into()),
            Some(member) => match reader.string(&member) {
                Some(headline) if !is_blank(&headline) => headline,
                _ => return failed(&member, "a headline", member.json.describe()),
            },
        };
        if let Some(sections) = at.get("sections") {
            reader.ids = Ids::of(sections.json);
        }
        let version = Self::read_version(at, reader);
        let id = reader.optional_string(at, "id");
        let url = reader.optional(at, "url", LinkUrl::read);
        reader.own_url.clone_from(&url);
        Ok(Self {
            version,
            id,
            url,
            lang: reader.optional(at, "lang", Language::read),
            dir: reader.optional(at, "dir", Direction::read),
            header: reader.optional(at, "header", Header::read),
            kicker: reader.optional_string(at, "kicker"),
            headline,
            standfirst: Text::optional(at, reader, "standfirst"),
            published: reader.optional(at, "published", Moment::read),
            updated: reader.optional(at, "updated", Moment::read),
            byline: reader.optional(at, "byline", Byline::read),
            hero: reader.optional(at, "hero", Hero::read),
            sections: Self::read_sections(at, reader),
            author_cards: reader.list(at, "authorCards", Person::read),
            latest: InlineOrUrl::optional(at, reader, "latest", LinkList::read),
            related: InlineOrUrl::optional(at, reader, "related", LinkList::read),
            topic: reader.optional(at, "topic", Link::read),
            tags: reader.list(at, "tags", Link::read),
            corrections: reader.list(at, "corrections", Correction::read),
            rights: reader.optional_string(at, "rights"),
        })
    }

    pub(crate) fn read_version(at: &Cursor<'_>, reader: &mut Reader<'_>) -> i64 {
        let version =
            reader.integer(at, "version", 1..=1 << 53).unwrap_or_else(Self::contract_version);
        if version > CONTRACT_VERSION
            && let Some(member) = at.get("version")
        {
            reader.report(&member, format!("a version up to {CONTRACT_VERSION}"));
        }
        version
    }

    pub(crate) fn read_sections(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Vec<Section> {
        if at.get("sections").is_none() {
            reader.report_missing(at, "sections");
        }
        reader.list(at, "sections", Section::read)
    }
}

impl Header {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if !matches!(at.json, Json::Object(_)) {
            reader.report(at, "a header");
            return None;
        }
        Some(Self {
            date: reader.optional(at, "date", Date::read),
            place: reader.optional_string(at, "place"),
            weather: InlineOrUrl::optional(at, reader, "weather", Weather::read),
        })
    }
}

impl Hero {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match at.json.get("type") {
            Some(Json::String(kind)) if &**kind == "video" => {
                Media::read(at, reader).map(Self::Video)
            }
            _ => Image::read(at, reader).map(Self::Image),
        }
    }
}

impl Section {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let heading_json = at.get("heading").map(|heading| heading.json);
        let (mut id, mut heading, mut blocks) = (None, None, Vec::new());
        if let Json::Object(_) = at.json {
            id = reader.id(at);
            heading = Text::optional(at, reader, "heading");
            blocks = reader.required(at, "blocks", Block::read_all).unwrap_or_default();
        } else {
            // It stays, empty, so that the slots after the other sections keep their numbers.
            reader.report(at, "a section");
        }
        let fingerprint = Fingerprint::of_id_or(id.as_deref(), heading_json);
        Some(Self { id, heading, blocks, fingerprint })
    }
}

impl Correction {
    /// Reads a correction; a bare string is its text.
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Json::String(_) = at.json {
            return Some(Self { date: None, text: Text::read_some(at, reader)? });
        }
        Some(Self {
            text: reader.required(at, "text", Text::read_some)?,
            date: reader.optional(at, "date", Moment::read),
        })
    }
}
