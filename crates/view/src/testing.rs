//! For the tests of the view: an article's JSON in, markup as a string out.

use url::Url;

use newsprint_model::{Article, read_article};

use super::{RenderOptions, article};

pub use super::render::markup;

/// The edition of the tests: English, on the host, with short ids.
pub fn options() -> RenderOptions<'static> {
    RenderOptions { scope: "n", ..RenderOptions::PLAIN }
}

/// Where the articles of the tests come from.
pub fn base() -> Url {
    "https://news.example/api/articles/bridges.json".parse().expect("a URL")
}

/// Reads an article that is as the contract has it.
pub fn read(json: &str) -> Article {
    let reading = read_article(json.as_bytes(), &base()).expect("an article");
    assert_eq!(reading.diagnostics, [], "{json}");
    reading.value
}

/// The markup of a whole article.
pub fn rendered(json: &str) -> String {
    markup(article(&read(json), options()))
}

/// The markup of an article with these blocks, from its first block on.
pub fn rendered_blocks(blocks: &str) -> String {
    let json = format!(r#"{{"headline": "H", "sections": [{{"blocks": {blocks}}}]}}"#);
    let html = rendered(&json);
    let (_, from) = html.split_once(r#"<div part="section">"#).expect("a section");
    let (blocks, _) = from.split_once(r#"</div><slot name="after-section-1">"#).expect("an end");
    blocks.to_owned()
}
