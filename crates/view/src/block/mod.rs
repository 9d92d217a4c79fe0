//! Blocks

mod boxes;
mod media;
mod pictures;
mod prose;
mod table;

use yew::{AttrValue, Html};

use newsprint_model::{Block, Content};

use super::markup::keyed;
use super::page::Page;

pub(super) use media::video;

/// Blocks, one after the other.
pub(super) fn blocks(blocks: &[Block], page: &Page<'_>) -> Html {
    keyed(blocks.iter().map(|item| (item.fingerprint.into(), block(item, page))).collect())
}

fn block(block: &Block, page: &Page<'_>) -> Html {
    let id = block.id.as_ref().map(|id| page.anchor(id));
    match &block.content {
        Content::Paragraph(paragraph) => prose::paragraph(paragraph, id, page),
        Content::Heading(heading) => prose::heading(heading, id, page),
        Content::List(list) => prose::list(list, id, page),
        Content::Quote(quote) => prose::quote(quote, id, page),
        Content::PullQuote(quote) => prose::pull_quote(quote, id, page),
        Content::Code(code) => prose::code(code, id, page),
        Content::Figure(figure) => prose::figure(figure, id, page),
        Content::Footnotes(footnotes) => prose::footnotes(footnotes, id, page),
        Content::Divider => prose::divider(id),
        Content::Image(image) => pictures::image(image, id, page),
        Content::Gallery(gallery) => pictures::gallery(gallery, id, page),
        Content::Table(table) => table::table(table, id, page),
        Content::Video(film) => video(film, id, page),
        Content::Audio(audio) => media::audio(audio, id, page),
        Content::Embed(embed) => media::embed(embed, id, page),
        Content::File(file) => media::file(file, id, page),
        Content::Aside(aside) => boxes::aside(aside, id, page),
        Content::Details(details) => boxes::details(details, id, page),
        Content::Timeline(timeline) => boxes::timeline(timeline, id, page),
        Content::Questions(questions) => boxes::questions(questions, id, page),
    }
}

/// The id that links inside the article point to, where the block has one.
type Id = Option<AttrValue>;
