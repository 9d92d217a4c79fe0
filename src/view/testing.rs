//! For the tests of the view: an article's JSON in, markup as a string out.

#[path = "../../tests/support/markup.rs"]
mod support;

pub use support::{edition, markup};

use crate::model::tests::TestUrls;
use crate::model::{Article, read_article};

use super::article;

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
