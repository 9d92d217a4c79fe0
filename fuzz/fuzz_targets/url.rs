//! Any reference from any document: no URL gets past the policy. The first line is the URL that
//! the document came from, where it is one; all that follows is the reference.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint_testing::{BASE, policy};
use url::Url;

fuzz_target!(|input: &[u8]| {
    let text = String::from_utf8_lossy(input);
    let (base, reference) = text.split_once('\n').unwrap_or(("", &text));
    let base = Url::parse(base).ok().filter(|base| matches!(base.scheme(), "http" | "https"));
    let default = || Url::parse(BASE);
    let base = base.or_else(|| default().ok()).expect("the default is a URL");
    if let Err(complaint) = policy::check_everywhere(&base, reference) {
        panic!("{complaint}");
    }
});
