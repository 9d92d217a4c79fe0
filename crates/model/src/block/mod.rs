//! Blocks: what the sections of an article are made of.

mod boxes;
mod media;
mod pictures;
pub(crate) mod player;
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
use super::fingerprint::Fingerprint;

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
    /// What recognises it in another version of the article: its id, or else all of its content.
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

/// Equal when they say the same, however the document writes it.
impl PartialEq for Block {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.content == other.content
    }
}
