//! Markup of an article as a string, for tests outside the crate.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use newsprint::model::Article;
use newsprint::view::{Edition, PlainEnglish, article};
use yew::{Html, LocalServerRenderer, Properties, component};

#[derive(PartialEq, Properties)]
struct Given {
    html: Html,
}

#[component]
fn Show(given: &Given) -> Html {
    given.html.clone()
}

/// The markup of this article, in English, as Yew's server renderer writes it.
pub fn markup(read: &Article) -> String {
    let edition =
        Edition { locale: &PlainEnglish, heading_level: 1, unit: None, hide: "", scope: "n" };
    let html = article(read, edition);
    let renderer = LocalServerRenderer::<Show>::with_props(Given { html }).hydratable(false);
    let mut rendering = pin!(renderer.render());
    // Nothing in the view waits for anything, so that nothing has to wake it.
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(markup) = rendering.as_mut().poll(&mut context) {
            return markup;
        }
    }
}
