//! Any bytes as the body of a reply: read in every way, laid out, and let go of.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint_model::{
    Article, MAX_DIAGNOSTICS, ReadError, Reading, read_article, read_link_list, read_weather,
};
use newsprint_testing::counting::{Counting, bound, peak};
use newsprint_testing::urls;
use newsprint_view::{RenderOptions, article, markup};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How the article is laid out.
const EDITION: RenderOptions<'static> = RenderOptions { scope: "n", ..RenderOptions::PLAIN };

/// Checks what came of a body: few and short complaints.
fn check<T>(outcome: Result<Reading<T>, ReadError>) -> Option<Reading<T>> {
    match outcome {
        Ok(reading) => {
            assert!(reading.diagnostics.len() <= MAX_DIAGNOSTICS + 1);
            // A pointer is made of the names of the contract and of numbers, and what was found is
            // quoted in short.
            for diagnostic in &reading.diagnostics {
                assert!(diagnostic.to_string().len() < 2000, "{diagnostic}");
            }
            Some(reading)
        }
        Err(error) => {
            assert!(error.to_string().len() < 2000, "{error}");
            None
        }
    }
}

fuzz_target!(|body: &[u8]| {
    let urls = urls();
    let (reading, bytes) = peak(|| read_article(body, &urls));
    assert!(bytes <= bound(body.len()), "{bytes} bytes for {} are too many", body.len());
    check(read_link_list(body, &urls));
    check(read_weather(body, &urls));
    let Some(reading) = check(reading) else { return };

    // What was read is an article. Written down and read again it loses at most the links to what
    // was left out, and then it stays as it is.
    let rewritten = |article: &Article| {
        let written = serde_json::to_vec(article).expect("an article is JSON");
        read_article(&written, &urls).expect("what was an article still is one").value
    };
    let again = rewritten(&reading.value);
    assert_eq!(rewritten(&again), again);

    // Every angle bracket of the document is text.
    let html = markup(article(&reading.value, EDITION));
    for never in ["<script", "<style", " onclick=", " onerror=", " onload=", " style="] {
        assert!(!html.contains(never) || is_text(body, never), "{never} in {html}");
    }
});

/// Whether the document itself says this, where it is text: then only a bracket would be markup.
fn is_text(body: &[u8], what: &str) -> bool {
    !what.starts_with('<') && String::from_utf8_lossy(body).contains(what.trim())
}
