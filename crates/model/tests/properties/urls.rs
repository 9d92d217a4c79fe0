//! No URL gets past the policy.

use newsprint_model::{Content, MediaUrl};
use newsprint_testing::contract::read_value;
use newsprint_testing::policy;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;
use url::Url;

use super::check;

/// Strings that look like URLs, and like what some take for one.
fn reference() -> impl Strategy<Value = String> {
    let parts = [
        "java",
        "script",
        "JaVaScRiPt",
        "vbscript",
        "data",
        "DATA",
        "blob",
        "file",
        "http",
        "HTTPS",
        "https",
        "mailto",
        "tel",
        "ftp",
        "view-source",
        ":",
        ":",
        ":",
        "//",
        "/",
        "\\",
        "\t",
        "\n",
        "\r",
        " ",
        "\u{0}",
        "\u{1}",
        "\u{1f}",
        "\u{a0}",
        "\u{feff}",
        "\u{200b}",
        "&#58;",
        "&colon;",
        "&Tab;",
        "%3a",
        "%0a",
        "image/",
        "png",
        "jpeg",
        "PNG",
        "svg+xml",
        "text/html",
        ";",
        ",",
        ";base64,",
        "#",
        "?",
        "@",
        "news.example",
        "other.example",
        "alert(1)",
        "ſ",
        "：",
        "..",
        "0",
    ];
    vec(select(parts.to_vec()), 0..7).prop_map(|parts| parts.concat())
}

#[test]
fn only_allowed_schemes_get_past_the_policy() {
    let bases = ["https://news.example/api/articles/bridges.json", "http://localhost:8080/a/b?c#d"];
    let bases = bases.map(|base| Url::parse(base).expect("a URL"));
    check(3000, (select(bases.to_vec()), reference()), |(base, reference)| {
        policy::check_everywhere(&base, &reference).map_err(TestCaseError::fail)
    });
}

#[test]
fn a_url_is_read_or_reported() {
    check(1000, reference(), |reference| {
        let reading = read_value(&json!({
            "headline": "Headline", "sections": [], "tags": [{ "text": "Tag", "url": reference }],
        }));
        prop_assert_ne!(reading.value.tags[0].url.is_some(), !reading.diagnostics.is_empty());
        let reading = read_value(&json!({
            "headline": "Headline", "sections": [{ "blocks": [{ "type": "image", "src": reference }] }],
        }));
        let src = reading.value.sections[0].blocks.first().map(|block| match &block.content {
            Content::Image(block) => MediaUrl::href(&block.image.src),
            other => unreachable!("{other:?}"),
        });
        prop_assert_ne!(src.is_some(), !reading.diagnostics.is_empty());
        Ok(())
    });
}
