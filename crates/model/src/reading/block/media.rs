//! Reading of what is in `block/media.rs`.

use super::super::cursor::Cursor;
use super::super::reader::Reader;
use crate::{Embed, File, Language, LinkUrl, Media, MediaSource, MediaUrl, Text, Track, TrackKind};

impl Media {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let before = reader.diagnostics.len();
        let mut sources = reader.list(at, "sources", MediaSource::read);
        if let Some(src) = reader.optional(at, "src", MediaUrl::read)
            && sources.iter().all(|source| source.src != src)
        {
            sources.insert(0, MediaSource { src, media_type: None });
        }
        if sources.is_empty() {
            if reader.diagnostics.len() == before {
                reader.report_missing(at, "src");
            }
            return None;
        }
        Some(Self {
            sources,
            poster: reader.optional(at, "poster", MediaUrl::read),
            width: reader.pixels(at, "width"),
            height: reader.pixels(at, "height"),
            caption: Text::optional(at, reader, "caption"),
            credit: reader.optional_string(at, "credit"),
            tracks: reader.list(at, "tracks", Track::read),
            transcript: Text::optional(at, reader, "transcript"),
        })
    }
}

impl MediaSource {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let src = reader.required(at, "src", MediaUrl::read)?;
        Some(Self { src, media_type: reader.optional_string(at, "mediaType") })
    }
}

impl Track {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            src: reader.required(at, "src", MediaUrl::read)?,
            kind: reader.word(at, "kind", TrackKind::WORDS),
            lang: reader.optional(at, "lang", Language::read),
            label: reader.optional_string(at, "label"),
        })
    }
}

impl Embed {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            url: reader.required(at, "url", LinkUrl::read)?,
            provider: reader.optional_string(at, "provider"),
            title: reader.optional_string(at, "title"),
            width: reader.pixels(at, "width"),
            height: reader.pixels(at, "height"),
            poster: reader.optional(at, "poster", MediaUrl::read),
            caption: Text::optional(at, reader, "caption"),
        })
    }
}

impl File {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            url: reader.required(at, "url", LinkUrl::read)?,
            title: reader.required_string(at, "title")?,
            media_type: reader.optional_string(at, "mediaType"),
            bytes: reader.integer(at, "bytes", 0..=1 << 53),
        })
    }
}
