//! Pictures, with caption and credit

use yew::Html;

use crate::model::{Image, Str, Text};

use super::markup::{Element, element};
use super::page::Page;
use super::text::{string, text};

/// How soon a picture is wanted.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Urgency {
    /// It is in view from the beginning.
    First,
    /// It may wait until the reader comes near.
    Lazy,
}

/// A picture alone.
pub(super) fn picture(image: &Image, class: &'static str, urgency: Urgency) -> Html {
    let lazy = urgency == Urgency::Lazy;
    let srcset = srcset(image);
    let mut img = element("img");
    img.class(class)
        .set("alt", "")
        .string("alt", image.alt.as_ref())
        .set("decoding", "async")
        .number("width", image.width)
        .number("height", image.height);
    if lazy {
        img.set("loading", "lazy");
    } else {
        img.set("fetchpriority", "high");
    }
    if let Some(srcset) = srcset {
        // A lazy picture is laid out before it is fetched, so that the browser knows its width;
        // where `auto` is not known yet, and for the first picture, the window's width stands in.
        img.set("sizes", if lazy { "auto, 100vw" } else { "100vw" });
        img.attribute("srcset", srcset.into());
    }
    img.string("src", Some(image.src.href())).html()
}

/// The candidates of a `srcset`. A URL at whose end stands a comma would swallow the width after
/// it, so that such commas are escaped.
fn srcset(image: &Image) -> Option<String> {
    let candidates = image.srcset.iter().map(|source| {
        let href = source.src.href();
        let url = href.trim_end_matches(',');
        format!("{url}{} {}w", "%2C".repeat(href.len() - url.len()), source.width)
    });
    let candidates: Vec<_> = candidates.collect();
    (!candidates.is_empty()).then(|| candidates.join(", "))
}

/// A picture with what is said of it.
pub(super) fn figure(
    image: &Image,
    class: &'static str,
    urgency: Urgency,
    page: &Page<'_>,
) -> Element {
    let mut figure = element("figure");
    figure.class(class).part("figure").child(picture(image, "picture", urgency)).child(caption(
        image.caption.as_ref(),
        image.credit.as_ref(),
        page,
    ));
    figure
}

/// Caption and credit, where there are any.
pub(super) fn caption(words: Option<&Text>, credit: Option<&Str>, page: &Page<'_>) -> Html {
    if words.is_none() && credit.is_none() {
        return Html::default();
    }
    let mut caption = element("figcaption");
    caption.part("caption");
    if let Some(words) = words {
        caption.child(text(words, page)).words(" ");
    }
    if let Some(credit) = credit {
        caption.child(element("span").class("credit").child(string(credit)).html());
    }
    caption.html()
}
