//! Documents nested deeper than the limits: reading, laying out and letting go of them needs no
//! more stack than a browser gives to WebAssembly.

use std::thread;

use newsprint_model::{MAX_NESTING, ReadError, read_article, read_link_list, read_weather};
use newsprint_testing::urls;
use newsprint_view::{RenderOptions, article as article_of, markup};

/// The stack that the linker gives to WebAssembly. Here the frames are larger, as nothing is
/// optimised.
const STACK: usize = 1024 * 1024;

/// The edition of the tests.
const EDITION: RenderOptions<'static> = RenderOptions { scope: "n", ..RenderOptions::PLAIN };

/// What can hold itself: its name, and what a level begins and ends with. On each level stands
/// something else too, so that it stays when what is in it is left out.
const CONTAINERS: [(&str, &str, &str); 5] = [
    ("aside", r#"{"type":"aside","blocks":[{"type":"figure","value":"level","label":"L"},"#, "]}"),
    (
        "details",
        r#"{"type":"details","summary":"S","blocks":[{"type":"figure","value":"level","label":"L"},"#,
        "]}",
    ),
    ("timeline", r#"{"type":"timeline","events":[{"date":"1","title":"level","blocks":["#, "]}]}"),
    (
        "questions",
        r#"{"type":"questions","items":[{"question":"Q","blocks":[{"type":"figure","value":"level","label":"L"},"#,
        "]}]}",
    ),
    ("list", r#"{"text":"level","items":["#, "]}"),
];

/// An article with a container in itself, so many levels deep.
fn article((name, open, close): (&str, &str, &str), levels: usize) -> Vec<u8> {
    let (before, innermost, after) = if name == "list" {
        (r#"{"type":"list","items":["#, r#""innermost""#, "]}")
    } else {
        ("", r#"{"type":"paragraph","text":"innermost"}"#, "")
    };
    let head = r#"{"headline":"H","sections":[{"blocks":["#;
    [head, before, &open.repeat(levels), innermost, &close.repeat(levels), after, "]}]}"]
        .concat()
        .into_bytes()
}

/// Runs a test on a stack like that of a browser.
fn on_small_stack(test: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(STACK).spawn(test).expect("a thread");
    thread.join().expect("the test above failed, or its stack was too small");
}

#[test]
fn ten_thousand_levels_are_refused_before_the_stack_is_used_up() {
    on_small_stack(|| {
        for container in CONTAINERS {
            let body = article(container, 10_000);
            for error in [
                read_article(&body, &urls()).err(),
                read_link_list(&body, &urls()).err(),
                read_weather(&body, &urls()).err(),
            ] {
                let Some(ReadError::NotJson { message }) = error else {
                    panic!("{}: {error:?}", container.0);
                };
                assert!(message.contains("nested more than 256 levels"), "{message}");
            }
        }
    });
}

#[test]
fn what_json_can_nest_is_cut_before_it_is_laid_out() {
    on_small_stack(|| {
        for container in CONTAINERS {
            // As deep as the limit on JSON allows.
            let deepest = (MAX_NESTING..256)
                .rev()
                .map(|levels| article(container, levels))
                .find_map(|body| read_article(&body, &urls()).ok());
            let reading = deepest.expect("a few levels more than the limit are JSON");
            assert_eq!(reading.diagnostics.len(), 1, "{}", container.0);
            let found = &reading.diagnostics[0].found;
            assert_eq!(found, "a deeper one; it is left out", "{}", container.0);
            let markup = markup(article_of(&reading.value, EDITION));
            let levels = markup.matches("level").count();
            assert!((MAX_NESTING..=MAX_NESTING + 1).contains(&levels), "{}: {levels}", container.0);
            assert!(!markup.contains("innermost"), "{}", container.0);
        }
    });
}

#[test]
fn strings_that_hold_json_start_no_new_depth() {
    on_small_stack(|| {
        // A number may come in a string, which then goes through the parser.
        let json = ["[".repeat(10_000), "]".repeat(10_000)].concat();
        let body = format!(r#"{{"headline":"H","version":"{json}","sections":[]}}"#);
        let reading = read_article(body.as_bytes(), &urls()).expect("an article");
        assert_eq!(reading.diagnostics.len(), 1);
        assert_eq!(reading.diagnostics[0].expected, "a number");
    });
}
