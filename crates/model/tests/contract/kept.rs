//! What is kept of a broken document.

use newsprint_testing::contract::{read_value, serialise};
use serde_json::{Value, json};

use crate::document::{article, fixture};

/// What is kept of a broken document, as JSON.
fn kept(name: &str) -> Value {
    serialise(&read_value(&fixture(&format!("invalid/{name}"))))
}

/// What is kept of the one block that is the mistake of a broken document.
fn kept_block(name: &str) -> Value {
    let blocks = &kept(name)["sections"][0]["blocks"];
    assert_eq!(blocks.as_array().map(Vec::len), Some(3), "{blocks:#}");
    blocks[1].clone()
}

#[test]
fn a_picture_without_src_leaves_the_others_of_its_gallery() {
    let images = &kept_block("gallery-one-of-three")["images"];
    let sources =
        ["one.webp", "three.webp"].map(|src| format!("https://news.example/api/articles/{src}"));
    assert_eq!(images, &json!([{ "src": sources[0] }, { "src": sources[1] }]));
}

#[test]
fn a_person_without_name_leaves_the_others_of_the_byline() {
    assert_eq!(
        kept("person-without-name")["byline"],
        json!({ "authors": [{ "name": "A. Writer" }] })
    );
}

#[test]
fn a_person_with_a_bad_portrait_keeps_the_name() {
    let authors = &kept("person-image-without-src")["byline"]["authors"];
    assert_eq!(authors, &json!([{ "name": "A. Writer" }, { "name": "B. Second" }]));
}

#[test]
fn an_unknown_block_is_replaced_by_its_fallback() {
    let expected = json!({
        "type": "paragraph", "id": "holo",
        "text": [{ "text": "Shown " }, { "text": "instead", "marks": ["strong"] }],
    });
    assert_eq!(kept_block("block-unknown-with-fallback"), expected);
}

#[test]
fn an_unknown_block_without_fallback_is_left_out() {
    let blocks = &kept("block-unknown")["sections"][0]["blocks"];
    assert_eq!(blocks.as_array().map(Vec::len), Some(2));
}

#[test]
fn a_bad_cell_is_empty_and_the_table_keeps_its_shape() {
    let text = |text| json!([{ "text": text }]);
    let row = json!([text("Kept"), [], text("Kept")]);
    assert_eq!(kept_block("table-cells")["rows"], json!([row, row, row]));
}

#[test]
fn a_refused_link_is_plain_text() {
    assert_eq!(
        kept_block("text-href-script")["text"],
        json!([{ "text": "see " }, { "text": "kept" }])
    );
    assert_eq!(kept("link-url-data")["tags"][1], json!({ "text": "T" }));
    assert_eq!(kept("teaser-url-script")["latest"]["items"][1], json!({ "headline": "No link" }));
}

#[test]
fn a_bad_detail_leaves_its_picture() {
    let expected = json!({ "type": "image", "src": "https://news.example/api/articles/kept.webp" });
    for detail in
        ["alt-object", "width-zero", "height-word", "layout", "caption-bool", "credit-array"]
    {
        assert_eq!(kept_block(&format!("image-{detail}")), expected, "{detail}");
    }
}

#[test]
fn a_level_out_of_range_is_the_usual_one() {
    for level in ["2", "7", "word", "fraction", "bool"] {
        assert_eq!(kept_block(&format!("heading-level-{level}"))["level"], 3, "{level}");
    }
}

#[test]
fn a_footnote_without_id_is_still_shown() {
    let notes = &kept_block("footnotes-notes")["notes"];
    let texts = ["Kept without an id", "Kept", "Kept without an id"];
    let found = notes.as_array().into_iter().flatten().map(|note| &note["text"][0]["text"]);
    assert_eq!(found.collect::<Vec<_>>(), texts);
}

#[test]
fn a_moment_without_offset_keeps_its_day() {
    assert_eq!(kept("article-updated-without-offset")["updated"], "2024-03-18");
}

#[test]
fn an_id_that_stands_twice_is_that_of_the_first() {
    let kept = serialise(&read_value(&fixture("reader-only/id-twice")));
    let section = &kept["sections"][0];
    assert_eq!(section["id"], "same");
    assert_eq!(section["blocks"][0].get("id"), None);
    assert_eq!(section["blocks"][2]["notes"][0].get("id"), None);
}

#[test]
fn an_item_with_items_is_an_item_whatever_else_it_has() {
    let item = json!({ "text": "Outer", "items": ["Inner"], "lang": "en" });
    let reading = read_value(&article(&json!([{ "type": "list", "items": [item] }])));
    let item = &serialise(&reading)["sections"][0]["blocks"][0]["items"][0];
    assert_eq!(item["items"], json!([{ "text": [{ "text": "Inner" }] }]));
}

#[test]
fn a_newer_version_is_read_as_well_as_it_can_be() {
    let reading = read_value(&fixture("reader-only/version-newer"));
    assert_eq!((reading.value.version, reading.diagnostics.len()), (2, 1));
}
