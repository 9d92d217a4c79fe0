//! How much memory reading takes: no more than its limits say, whatever is sent.

use newsprint_model::{
    MAX_BODY_BYTES, MAX_DIAGNOSTICS, ReadError, read_article, read_link_list, read_weather,
};
use newsprint_testing::counting::{Counting, bound, kept, peak};
use newsprint_testing::urls;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Sizes of bodies, up to the limit.
const SIZES: [usize; 4] = [1000, 30_000, 500_000, MAX_BODY_BYTES];

/// A body of about this size: something again and again, with something before and after it.
fn repeated(before: &str, item: &str, after: &str, size: usize) -> Vec<u8> {
    let times = size.saturating_sub(before.len() + after.len()) / item.len();
    [before, &item.repeat(times.max(1)), after].concat().into_bytes()
}

/// Reads a body, and checks what that took.
fn check(name: &str, body: &[u8]) {
    let urls = urls();
    let mut bytes = peak(|| drop(read_article(body, &urls))).1;
    // The parser is the same, so that the large ones need not go through it three times.
    if body.len() < SIZES[2] {
        bytes = bytes.max(peak(|| drop(read_link_list(body, &urls))).1);
        bytes = bytes.max(peak(|| drop(read_weather(body, &urls))).1);
    }
    let bound = bound(body.len());
    assert!(bytes <= bound, "{name}, {} bytes: took {bytes}, not {bound}", body.len());
}

#[test]
fn what_is_no_article_takes_little() {
    let kinds = [
        ("numbers", "[", "0,", "0]"),
        ("words", "[", "null,", "0]"),
        ("empty strings", "[", r#""","#, "0]"),
        ("empty arrays", "[", "[],", "0]"),
        ("empty objects", "[", "{},", "0]"),
        ("arrays of one", "[", "[0],", "0]"),
        ("objects of one", "[", r#"{"":0},"#, "0]"),
        ("empty keys", "{", r#""":0,"#, r#""":0}"#),
        ("an array that never ends", "", "[", ""),
        ("a string of escapes", "\"", r"\u0041\n", "\""),
        ("a string of halves", "\"", r"\ud83d", "\""),
        ("a key of escapes", "{\"", r"\u0041\n", "\":0}"),
        ("a number of digits", "", "1", ""),
        ("white space", "", " ", "0"),
    ];
    for (name, before, item, after) in kinds {
        for size in SIZES {
            check(name, &repeated(before, item, after, size));
        }
    }
}

#[test]
fn bytes_that_are_no_text_take_little() {
    for size in SIZES {
        check("bytes", &vec![0xff; size]);
        // In a string, and with an escape that has to be mended, they are copied most often.
        let mut string = vec![0xff; size];
        string[..7].copy_from_slice(br#""\ud83d"#);
        string[size - 1] = b'"';
        check("a string of bytes", &string);
        // And in a URL each of them becomes the nine characters of three bytes.
        let mut url = string;
        let before = br#"{"headline":"H","url":"a/"#;
        url[..before.len()].copy_from_slice(before);
        url[size - 2..].copy_from_slice(b"\"}");
        check("a URL of bytes", &url);
    }
}

#[test]
fn articles_take_little() {
    /// An article up to its blocks.
    const BLOCKS: &str = r#"{"headline":"H","sections":{"blocks":["#;
    /// What stands after its blocks.
    const END: &str = "0]}}";
    let block = |kind: &str, list: &str| {
        format!(r#"{{"headline":"H","sections":{{"blocks":{{"type":"{kind}","{list}":["#)
    };
    let member = |name: &str| format!(r#"{{"headline":"H","{name}":["#);
    let prose = format!(r#"{{"type":"paragraph","text":"{}"}},"#, "Ten thousand came. ".repeat(40));
    let (list, table, quote, notes, gallery, timeline) = (
        block("list", "items"),
        block("table", "rows"),
        block("quote", "text"),
        block("footnotes", "notes"),
        block("gallery", "images"),
        block("timeline", "events"),
    );
    let (standfirst, sections, tags, corrections, cards, unknown) = (
        member("standfirst"),
        member("sections"),
        member("tags"),
        member("corrections"),
        member("authorCards"),
        member("unknown"),
    );
    let kinds = [
        ("prose", BLOCKS, &*prose, END),
        ("short paragraphs", BLOCKS, r#"{"type":"paragraph","text":0},"#, END),
        ("dividers", BLOCKS, r#"{"type":"divider"},"#, END),
        ("blocks of no type", BLOCKS, "0,", END),
        ("items of a list", &list, "0,", "0]}}}"),
        ("items with items", &list, r#"{"text":0,"items":0},"#, "0]}}}"),
        ("rows of one cell", &table, "0,", "0]}}}"),
        ("rows of no cell", &table, "[],", "0]}}}"),
        ("cells of many spans", &table, "[[0,0,0,0,0,0,0,0,0,0]],", "0]}}}"),
        ("paragraphs of a quote", &quote, "[0],", "[0]]}}}"),
        ("footnotes", &notes, r#"{"text":0},"#, "0]}}}"),
        ("pictures", &gallery, r#"{"src":0},{"src":"a"},"#, "0]}}}"),
        ("events", &timeline, r#"{"date":0,"title":0},"#, "0]}}}"),
        ("spans", &standfirst, "0,", "0]}"),
        ("marked spans", &standfirst, r#"{"text":0,"marks":"code"},"#, "0]}"),
        ("sections", &sections, r#"{"heading":0},"#, "0]}"),
        ("sections with ids", &sections, r#"{"id":0},"#, "0]}"),
        ("tags", &tags, r#"{"text":0,"url":"a"},"#, "0]}"),
        ("tags that are none", &tags, "0,", "0]}"),
        ("corrections", &corrections, r#""a","#, "0]}"),
        ("cards of authors", &cards, r#"{"name":0},"#, "0]}"),
        ("what nobody reads", &unknown, "0,", "0]}"),
        ("teasers", r#"{"items":["#, r#"{"headline":0,"url":"a"},"#, "0]}"),
    ];
    for (name, before, item, after) in kinds {
        for size in SIZES {
            check(name, &repeated(before, item, after, size));
        }
    }
}

#[test]
fn the_memory_comes_back() {
    let body =
        repeated("{\"headline\":\"H\",\"tags\":[", r#"{"text":0,"url":"a"},0,"#, "0]}", 9999);
    let urls = urls();
    let ((), bytes) = kept(|| drop(read_article(&body, &urls)));
    assert_eq!(bytes, 0);
}

#[test]
fn complaints_stay_few_and_short() {
    let long = "x".repeat(10_000);
    let item = format!(r#"{{"text":"{long}","url":"javascript:{long}"}},"#);
    let body = repeated("{\"headline\":\"H\",\"tags\":[", &item, "0]}", 5_000_000);
    let diagnostics = read_article(&body, &urls()).expect("an article").diagnostics;
    assert!(diagnostics.len() > MAX_DIAGNOSTICS);
    let (copy, bytes) = peak(|| diagnostics.clone());
    assert_eq!(copy.len(), MAX_DIAGNOSTICS + 1);
    assert!(bytes < 500 * copy.len(), "{bytes}");
}

#[test]
fn what_is_too_large_is_not_even_looked_at() {
    let body = vec![b'['; MAX_BODY_BYTES + 1];
    let (outcome, bytes) = peak(|| read_article(&body, &urls()));
    assert_eq!(outcome, Err(ReadError::TooLarge { bytes: MAX_BODY_BYTES + 1 }));
    assert_eq!(bytes, peak(urls).1);
}
