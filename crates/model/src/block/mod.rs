//! Blocks: what the sections of an article are made of.

mod boxes;
mod media;
mod pictures;
mod player;
mod prose;
mod table;

pub use boxes::{Aside, AsideKind, Details, Question, Questions, Timeline, TimelineEvent};
pub use media::{Embed, File, Media, MediaSource, Track, TrackKind};
pub use pictures::{Gallery, ImageBlock, Layout};
pub use player::Player;
pub use prose::{
    Code, Figure, Footnote, Footnotes, Heading, List, ListItem, Paragraph, PullQuote, Quote,
};
pub use table::Table;

use serde::Serialize;

use super::Str;
use super::cursor::Cursor;
use super::fingerprint::Fingerprint;
use super::reader::Reader;
use super::text::Text;

/// One block of an article's body.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Block {
    /// The name by which links inside the article point here; no other block has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Str>,
    /// What the block is.
    #[serde(flatten)]
    pub content: Content,
    /// By what it is known again in another version of the article: its id, or else all that is
    /// said of it.
    #[serde(skip)]
    pub fingerprint: Fingerprint,
}

/// What a block is, by its `type`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Content {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading within a section.
    Heading(Heading),
    /// A list.
    List(List),
    /// A quotation.
    Quote(Quote),
    /// A sentence of the article, set large beside it.
    PullQuote(PullQuote),
    /// A picture.
    Image(ImageBlock),
    /// Several pictures.
    Gallery(Gallery),
    /// A film.
    Video(Media),
    /// A sound.
    Audio(Media),
    /// Something that another site shows.
    Embed(Embed),
    /// A table.
    Table(Table),
    /// Computer code.
    Code(Code),
    /// A box beside the story.
    Aside(Aside),
    /// Something that opens when the reader asks.
    Details(Details),
    /// What happened when.
    Timeline(Timeline),
    /// Questions and their answers.
    Questions(Questions),
    /// A number, set large.
    Figure(Figure),
    /// A file to take away.
    File(File),
    /// A pause between two parts.
    Divider,
    /// The notes that the text refers to.
    Footnotes(Footnotes),
}

/// Two that say the same are equal, however a document writes it.
impl PartialEq for Block {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.content == other.content
    }
}

impl Block {
    /// Reads the blocks in this array.
    pub(super) fn read_all(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Vec<Self>> {
        Some(at.items().filter_map(|item| Self::read(&item, reader)).collect())
    }

    /// Reads the blocks in this member of a block, one level deeper.
    fn read_within(at: &Cursor<'_>, reader: &mut Reader<'_>, key: &'static str) -> Vec<Self> {
        reader.required(at, key, |at, reader| reader.nested(at, Self::read_all)).unwrap_or_default()
    }

    fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if !reader.count_block(at) {
            return None;
        }
        // Before what is in it: of two equal ids a browser finds the outer one.
        let id = reader.id(at);
        let content = Content::read(at, reader)?;
        let fingerprint = Fingerprint::of_id_or(id.as_deref(), Some(at.json));
        Some(Self { id, content, fingerprint })
    }
}

impl Content {
    fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let kind = reader.required_string(at, "type")?;
        match &*kind {
            "paragraph" => Paragraph::read(at, reader).map(Self::Paragraph),
            "heading" => Heading::read(at, reader).map(Self::Heading),
            "list" => List::read(at, reader).map(Self::List),
            "quote" => Quote::read(at, reader).map(Self::Quote),
            "pullQuote" => PullQuote::read(at, reader).map(Self::PullQuote),
            "image" => ImageBlock::read(at, reader).map(Self::Image),
            "gallery" => Gallery::read(at, reader).map(Self::Gallery),
            "video" => Media::read(at, reader).map(Self::Video),
            "audio" => Media::read(at, reader).map(Self::Audio),
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
