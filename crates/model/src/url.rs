//! URLs from a document, and the one policy that all of them pass.
//!
//! The policy looks at the URL as a browser parses it ([WHATWG URL](https://url.spec.whatwg.org/)),
//! not at the text: tabs, newlines, case and leading spaces are gone before the scheme is checked.
//! The parser is handed in, because the model does not know the browser; the engine hands in the
//! browser's own `URL`.

use serde::Serialize;

use super::Str;
use super::text::is_blank;

/// Parses references as the browser does.
pub trait UrlParser {
    /// Resolves a reference against the URL that the document came from; `None` when it is no
    /// URL.
    fn parse(&self, reference: &str) -> Option<ParsedUrl>;
}

/// A parsed and serialised URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedUrl {
    /// The whole URL, absolute and serialised.
    pub href: String,
    /// Whether its origin is that of the page
    /// ([same origin](https://html.spec.whatwg.org/multipage/browsers.html#same-origin)).
    pub same_origin: bool,
}

impl ParsedUrl {
    /// The scheme, lower-case and without the colon.
    #[must_use]
    pub fn scheme(&self) -> &str {
        self.href.split(':').next().unwrap_or_default()
    }
}

/// Where a link leads: `http`, `https`, `mailto` or `tel`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkUrl(Str);

/// Where a picture, film or sound comes from: `http`, `https`, a `data:` picture, or a `blob:` of
/// the page's own origin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MediaUrl(Str);

/// Where more JSON comes from: `http` or `https`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataUrl(Str);

macro_rules! url_type {
    ($type:ident, $allowed:ident, $expected:literal) => {
        impl $type {
            /// What is allowed, in words.
            pub const EXPECTED: &str = $expected;

            /// Makes a URL of a reference, if the policy allows what the parser makes of it. There
            /// is no other way to make one.
            #[must_use]
            pub fn parse(reference: &str, urls: &dyn UrlParser) -> Option<Self> {
                parse(reference, urls, $allowed).map(Self)
            }

            /// The URL, absolute and serialised.
            #[must_use]
            pub fn href(&self) -> &Str {
                &self.0
            }
        }
    };
}

url_type!(LinkUrl, link_allowed, "an http, https, mailto or tel URL");
url_type!(MediaUrl, media_allowed, "an http or https URL, or a data: picture");
url_type!(DataUrl, data_allowed, "an http or https URL");

fn parse(reference: &str, urls: &dyn UrlParser, allowed: fn(&ParsedUrl) -> bool) -> Option<Str> {
    // An empty reference would be the URL of the document itself.
    if is_blank(reference) {
        return None;
    }
    urls.parse(reference).filter(allowed).map(|url| url.href.into())
}

fn link_allowed(url: &ParsedUrl) -> bool {
    matches!(url.scheme(), "http" | "https" | "mailto" | "tel")
}

fn media_allowed(url: &ParsedUrl) -> bool {
    match url.scheme() {
        "http" | "https" => true,
        "blob" => url.same_origin,
        "data" => is_data_picture(&url.href),
        _ => false,
    }
}

fn data_allowed(url: &ParsedUrl) -> bool {
    matches!(url.scheme(), "http" | "https")
}

/// Whether a `data:` URL is one of the raster formats that can hold no script, and has data.
fn is_data_picture(href: &str) -> bool {
    let Some((kind, data)) = href.strip_prefix("data:image/").and_then(|it| it.split_once(','))
    else {
        return false;
    };
    let kind = kind.split(';').next().unwrap_or_default();
    !data.is_empty()
        && ["png", "jpeg", "gif", "webp", "avif"].iter().any(|it| it.eq_ignore_ascii_case(kind))
}

/// The parser of the [`url`](https://docs.rs/url) crate, which follows the same standard as browsers
/// do: the base is the URL that the document came from, and the page has its origin.
#[cfg(any(test, feature = "url"))]
impl UrlParser for ::url::Url {
    fn parse(&self, reference: &str) -> Option<ParsedUrl> {
        let url = self.join(reference).ok()?;
        Some(ParsedUrl { same_origin: url.origin() == self.origin(), href: url.into() })
    }
}

/// Where the documents of the tests come from.
#[cfg(test)]
pub(crate) fn test_base() -> ::url::Url {
    "https://news.example/api/articles/bridges.json".parse().expect("a URL")
}
