//! Blocks of pictures

use yew::Html;

use crate::model::{Gallery, ImageBlock, Layout};

use super::super::markup::element;
use super::super::page::Page;
use super::super::picture::{Urgency, caption, figure};
use super::Id;

pub(super) fn image(block: &ImageBlock, id: Id, page: &Page<'_>) -> Html {
    let class = match block.layout {
        Layout::Column => "figure",
        Layout::Wide => "figure wide",
        Layout::Full => "figure full",
    };
    figure(&block.image, class, Urgency::Lazy, page).id(id).html()
}

pub(super) fn gallery(gallery: &Gallery, id: Id, page: &Page<'_>) -> Html {
    let mut list = element("ul");
    for image in &gallery.images {
        let picture = figure(image, "figure", Urgency::Lazy, page).html();
        list.child(element("li").child(picture).html());
    }
    element("figure")
        .class("gallery wide")
        .id(id)
        .child(list.html())
        .child(caption(gallery.caption.as_ref(), None, page))
        .html()
}
