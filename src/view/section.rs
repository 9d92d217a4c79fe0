//! Sections of the body

use yew::Html;

use crate::model::Section;

use super::block;
use super::markup::element;
use super::page::Page;
use super::text::text;

/// A section under its heading; without one it is only its blocks.
pub(super) fn section(section: &Section, page: &Page<'_>) -> Html {
    let anchor = section.id.as_ref().map(|id| page.anchor(id));
    let Some(heading) = &section.heading else {
        let blocks = block::blocks(&section.blocks, page);
        return element("div").part("section").id(anchor).child(blocks).html();
    };
    let heading_id = page.new_id();
    let heading = element(page.heading(1))
        .named("heading")
        .id(Some(heading_id.clone()))
        .child(text(heading, page))
        .html();
    element("section")
        .part("section")
        .id(anchor)
        .attribute("aria-labelledby", heading_id)
        .child(heading)
        .child(block::blocks(&section.blocks, page))
        .html()
}
