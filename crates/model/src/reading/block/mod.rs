//! Reading of blocks.

mod boxes;
mod media;
mod pictures;
mod prose;
mod table;

use super::cursor::Cursor;
use super::reader::Reader;
use crate::block::player::player;
use crate::{
    Aside, Block, Code, Content, Details, Embed, Figure, File, Fingerprint, Footnotes, Gallery,
    Heading, ImageBlock, LinkUrl, List, Media, Paragraph, PullQuote, Questions, Quote, Table, Text,
    Timeline,
};

impl Block {
    /// Reads the blocks in this array.
    pub(crate) fn read_all(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Vec<Self>> {
        Some(at.items().filter_map(|item| Self::read(&item, reader)).collect())
    }

    /// Reads the blocks in this member of a block, one level deeper.
    pub(crate) fn read_within(
        at: &Cursor<'_>,
        reader: &mut Reader<'_>,
        key: &'static str,
    ) -> Vec<Self> {
        reader.required(at, key, |at, reader| reader.nested(at, Self::read_all)).unwrap_or_default()
    }

    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if !reader.count_block(at) {
            return None;
        }
        // Takes its id before the blocks inside do: of two equal ids a browser goes to the outer one.
        let id = reader.id(at);
        let content = Content::read(at, reader)?;
        let fingerprint = Fingerprint::of_id_or(id.as_deref(), Some(at.json));
        Some(Self { id, content, fingerprint })
    }
}

impl Content {
    /// Reads a film or sound. The page of one is none: no browser can play it. It is read as an embed,
    /// which has a player for it.
    fn media(at: &Cursor<'_>, reader: &mut Reader<'_>, play: fn(Media) -> Self) -> Option<Self> {
        let media = Media::read(at, reader)?;
        let page = media.sources.iter().find(|source| player(source.src.href()).is_some());
        let Some(url) = page.and_then(|page| LinkUrl::parse(page.src.href(), reader.urls)) else {
            return Some(play(media));
        };
        reader.report_found(at, "the address of a film or sound".into(), "that of its page".into());
        let Media { poster, width, height, caption, .. } = media;
        let embed =
            Embed { url, provider: media.credit, title: None, width, height, poster, caption };
        Some(Self::Embed(embed))
    }

    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let kind = reader.required_string(at, "type")?;
        match &*kind {
            "paragraph" => Paragraph::read(at, reader).map(Self::Paragraph),
            "heading" => Heading::read(at, reader).map(Self::Heading),
            "list" => List::read(at, reader).map(Self::List),
            "quote" => Quote::read(at, reader).map(Self::Quote),
            "pullQuote" => PullQuote::read(at, reader).map(Self::PullQuote),
            "image" => ImageBlock::read(at, reader).map(Self::Image),
            "gallery" => Gallery::read(at, reader).map(Self::Gallery),
            "video" => Self::media(at, reader, Self::Video),
            "audio" => Self::media(at, reader, Self::Audio),
            "embed" => Embed::read(at, reader).map(Self::Embed),
            "table" => Table::read(at, reader).map(Self::Table),
            "code" => Code::read(at, reader).map(Self::Code),
            "aside" => Aside::read(at, reader).map(Self::Aside),
            "details" => Details::read(at, reader).map(Self::Details),
            "timeline" => Timeline::read(at, reader).map(Self::Timeline),
            "questions" => Questions::read(at, reader).map(Self::Questions),
            "figure" => Figure::read(at, reader).map(Self::Figure),
            "file" => File::read(at, reader).map(Self::File),
            "divider" => Some(Self::Divider),
            "footnotes" => Footnotes::read(at, reader).map(Self::Footnotes),
            _ => {
                if let Some(member) = at.get("type") {
                    reader.report(&member, "a type of block that this version knows");
                }
                // The backend may say what to show instead.
                let text = reader.optional(at, "fallback", Text::read_some)?;
                Some(Self::Paragraph(Paragraph { text }))
            }
        }
    }
}
