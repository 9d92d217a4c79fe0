//! Limits: how long, how many, how deep.

use newsprint_model::{
    Article, MAX_BLOCKS, MAX_BODY_BYTES, MAX_DIAGNOSTICS, MAX_NESTING, ReadError,
};
use newsprint_testing::contract::{read, read_value, serialise};
use serde_json::{Value, json};

use crate::document::{article, children, lines, paragraph};

/// What is read of an article and its diagnostics, as lines.
fn read_with_lines(document: &Value) -> (Article, Vec<String>) {
    let reading = read_value(document);
    let lines = lines(&reading.diagnostics);
    (reading.value, lines)
}

#[test]
fn a_body_may_be_ten_mebibytes_long_and_no_longer() {
    let mut body = br#"{"headline": "H", "sections": []}"#.to_vec();
    body.resize(MAX_BODY_BYTES, b' ');
    assert_eq!(MAX_BODY_BYTES, 10 * 1024 * 1024);
    assert_eq!(read(&body).unwrap().diagnostics, []);
    body.push(b' ');
    assert_eq!(read(&body), Err(ReadError::TooLarge { bytes: MAX_BODY_BYTES + 1 }));
}

#[test]
fn an_article_has_twenty_thousand_blocks_at_most() {
    let blocks = |count| article(&vec![json!({ "type": "divider" }); count].into());
    let (article, lines) = read_with_lines(&blocks(20_000));
    assert_eq!((article.sections[0].blocks.len(), lines.len()), (MAX_BLOCKS, 0));
    let (article, lines) = read_with_lines(&blocks(20_005));
    assert_eq!(article.sections[0].blocks.len(), MAX_BLOCKS);
    assert_eq!(
        lines,
        ["/sections/0/blocks/20000: expected at most 20000 blocks, found more; this and all that \
          follow are left out"]
    );
}

#[test]
fn nested_blocks_count_towards_the_limit() {
    let aside = json!({ "type": "aside", "blocks": vec![json!({ "type": "divider" }); 199] });
    let (article, lines) = read_with_lines(&article(&vec![aside; 101].into()));
    assert_eq!((article.sections[0].blocks.len(), lines.len()), (100, 1));
}

/// Something that holds itself, so many levels deep. Each level says something of its own.
fn nested(levels: usize, innermost: Value, wrap: impl Fn(Value) -> Value) -> Value {
    (0..levels).fold(innermost, |inner, _| wrap(inner))
}

/// Reads boxes in boxes, at the limit and one level beyond it.
fn check_nesting(wrap: impl Fn(Value) -> Value, pointer: &str) {
    let text = |text: &str| json!({ "type": "paragraph", "text": text });
    let boxes = |levels| {
        let inner = nested(levels, text("innermost"), |inner| wrap(json!([text("level"), inner])));
        serialise_and_lines(&article(&json!([inner])))
    };
    let (kept, lines) = boxes(MAX_NESTING);
    assert_eq!(lines, [""; 0]);
    assert_eq!(count(&kept, "level"), MAX_NESTING);
    assert_eq!(count(&kept, "innermost"), 1);
    let (kept, lines) = boxes(MAX_NESTING + 1);
    assert_eq!(
        lines,
        [format!(
            "/sections/0/blocks/0{}{pointer}: {TOO_DEEP}",
            format!("{pointer}/1").repeat(MAX_NESTING)
        )]
    );
    assert_eq!(count(&kept, "level"), MAX_NESTING);
    assert_eq!(count(&kept, "innermost"), 0);
}

const TOO_DEEP: &str = "expected nesting of at most 32 levels, found a deeper one; it is left out";

fn serialise_and_lines(document: &Value) -> (Value, Vec<String>) {
    let reading = read_value(document);
    (serialise(&reading), lines(&reading.diagnostics))
}

/// How many spans say this.
fn count(json: &Value, text: &str) -> usize {
    let own = usize::from(json.get("text").is_some_and(|it| it == text));
    own + children(json).map(|child| count(child, text)).sum::<usize>()
}

#[test]
fn asides_nest_as_deep_as_the_limit() {
    check_nesting(|blocks| json!({ "type": "aside", "blocks": blocks }), "/blocks");
}

#[test]
fn details_nest_as_deep_as_the_limit() {
    check_nesting(
        |blocks| json!({ "type": "details", "summary": "S", "blocks": blocks }),
        "/blocks",
    );
}

#[test]
fn timelines_nest_as_deep_as_the_limit() {
    let timeline =
        |blocks| json!({ "type": "timeline", "events": [{ "date": "1846", "blocks": blocks }] });
    check_nesting(timeline, "/events/0/blocks");
}

#[test]
fn questions_nest_as_deep_as_the_limit() {
    let questions =
        |blocks| json!({ "type": "questions", "items": [{ "question": "Q", "blocks": blocks }] });
    check_nesting(questions, "/items/0/blocks");
}

#[test]
fn lists_nest_as_deep_as_the_limit() {
    let list = |levels| {
        let item = nested(
            levels,
            json!("innermost"),
            |inner| json!({ "text": "level", "items": [inner] }),
        );
        serialise_and_lines(&article(&json!([{ "type": "list", "items": [item] }])))
    };
    let (kept, lines) = list(MAX_NESTING);
    assert_eq!(lines, [""; 0]);
    assert_eq!((count(&kept, "level"), count(&kept, "innermost")), (MAX_NESTING, 1));
    let (kept, lines) = list(MAX_NESTING + 1);
    let pointer = "/items/0".repeat(MAX_NESTING + 1);
    assert_eq!(lines, [format!("/sections/0/blocks/0{pointer}/items: {TOO_DEEP}")]);
    assert_eq!((count(&kept, "level"), count(&kept, "innermost")), (MAX_NESTING + 1, 0));
}

#[test]
fn lists_in_boxes_share_the_limit() {
    let item = nested(20, json!("innermost"), |inner| json!({ "text": "level", "items": [inner] }));
    let list = json!({ "type": "list", "items": [item] });
    let boxes = nested(20, list, |inner| json!({ "type": "aside", "blocks": [inner] }));
    let (kept, lines) = serialise_and_lines(&article(&json!([boxes])));
    assert_eq!((lines.len(), count(&kept, "level"), count(&kept, "innermost")), (1, 13, 0));
}

#[test]
fn json_nested_too_deep_is_a_clear_error() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{\"blocks\":[", "]}")] {
        let deep = [&open.repeat(10_000), "1", &close.repeat(10_000)].concat();
        for body in
            [deep.clone(), open.repeat(10_000), format!(r#"{{"headline": "H", "x": {deep}}}"#)]
        {
            let error = read(body.as_bytes()).unwrap_err().to_string();
            assert!(error.contains("nested more than 256 levels deep"), "{error}");
        }
    }
}

#[test]
fn a_large_document_of_nothing_but_mistakes_gets_few_complaints() {
    let span = r#"{"text":"a","href":"javascript:1","marks":["blink"],"lang":"?"},"#;
    let spans = span.repeat(40_000);
    let body = format!(
        r#"{{"headline": "H", "sections": [{{"blocks": [{{"type": "paragraph", "text": [{spans}"end"]}}]}}]}}"#
    );
    let reading = read(body.as_bytes()).unwrap();
    assert_eq!(reading.diagnostics.len(), MAX_DIAGNOSTICS + 1);
    assert_eq!(
        reading.diagnostics[MAX_DIAGNOSTICS].to_string(),
        "the document: expected fewer mistakes, found more than are listed here"
    );
    let text = reading.value.sections[0].blocks.first().and_then(paragraph);
    assert!(text.is_some_and(|text| text.ends_with("aaaend")));
}

#[test]
fn a_found_string_is_quoted_in_short() {
    let text = json!({ "type": "list", "ordered": "yes".repeat(100_000), "items": ["a"] });
    let (_, lines) = read_with_lines(&article(&json!([text])));
    assert_eq!(lines.len(), 1);
    assert!(lines[0].chars().count() < 200, "{} characters", lines[0].chars().count());
}
