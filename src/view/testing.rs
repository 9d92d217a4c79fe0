//! For the tests of the view: an article's JSON in, markup as a string out.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::{Html, LocalServerRenderer, Properties, component};

use crate::model::tests::TestUrls;
use crate::model::{Article, read_article};

use super::{Edition, PlainEnglish, article};

/// The edition of the tests: English, on the host, with short ids.
pub fn edition() -> Edition<'static> {
    Edition { locale: &PlainEnglish, heading_level: 1, unit: None, hide: "", scope: "n" }
}

/// Reads an article that is as the contract has it.
pub fn read(json: &str) -> Article {
    let reading = read_article(json.as_bytes(), &TestUrls::default()).expect("an article");
    assert_eq!(reading.diagnostics, [], "{json}");
    reading.value
}

/// The markup of a whole article.
pub fn rendered(json: &str) -> String {
    markup(article(&read(json), edition()))
}

/// The markup of an article with these blocks, from its first block on.
pub fn rendered_blocks(blocks: &str) -> String {
    let json = format!(r#"{{"headline": "H", "sections": [{{"blocks": {blocks}}}]}}"#);
    let html = rendered(&json);
    let (_, from) = html.split_once(r#"<div part="section">"#).expect("a section");
    let (blocks, _) = from.split_once(r#"</div><slot name="after-section-1">"#).expect("an end");
    blocks.to_owned()
}

/// Yew renders components; this is one that shows what it is given.
#[derive(PartialEq, Properties)]
struct Given {
    html: Html,
}

#[component]
fn Show(given: &Given) -> Html {
    given.html.clone()
}

/// Markup as Yew's server renderer writes it.
pub fn markup(html: Html) -> String {
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
