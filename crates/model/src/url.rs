//! URLs from a document, and the one policy that all of them pass.
//!
//! What a URL is counts as a browser parses it
//! ([WHATWG URL](https://url.spec.whatwg.org/)), not as its text begins: tabs, newlines, case and
//! leading spaces are gone before the scheme is looked at. The parser is handed in, so that the
//! model knows nothing of the browser: there it is the browser's own `URL`.

use serde::Serialize;

use super::Str;
use super::cursor::Cursor;
use super::json::Json;
use super::reader::Reader;

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
            /// Reads a URL and passes it through the policy.
            pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
                parse(at, reader, $allowed, $expected).map(Self)
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

fn parse(
    at: &Cursor<'_>,
    reader: &mut Reader<'_>,
    allowed: fn(&ParsedUrl) -> bool,
    expected: &'static str,
) -> Option<Str> {
    let url = match at.json {
        // An empty reference would be the URL of the document itself.
        Json::String(reference) if !reference.trim().is_empty() => {
            reader.urls.parse(reference).filter(allowed)
        }
        _ => None,
    };
    if url.is_none() {
        reader.report(at, expected);
    }
    url.map(|url| url.href.into())
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

/// Whether a `data:` URL is one of the raster formats that can hold no script.
fn is_data_picture(href: &str) -> bool {
    let Some(rest) = href.strip_prefix("data:image/") else { return false };
    let end = rest.find([';', ',']).unwrap_or(rest.len());
    ["png", "jpeg", "gif", "webp", "avif"]
        .iter()
        .any(|kind| kind.eq_ignore_ascii_case(&rest[..end]))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T>(reference: &str, read: super::super::reader::Read<T>) -> Result<T, String> {
        let urls = super::test_base();
        let mut reader = Reader::new(&urls);
        let json = Json::String(reference.into());
        read(&Cursor::document(&json), &mut reader).ok_or_else(|| reader.diagnostics[0].to_string())
    }

    fn link(reference: &str) -> Option<String> {
        read(reference, LinkUrl::read).ok().map(|url| url.href().to_string())
    }

    fn media(reference: &str) -> Option<String> {
        read(reference, MediaUrl::read).ok().map(|url| url.href().to_string())
    }

    #[test]
    fn references_resolve_against_the_document() {
        assert_eq!(link("ferry.json").unwrap(), "https://news.example/api/articles/ferry.json");
        assert_eq!(link("/ferry").unwrap(), "https://news.example/ferry");
        assert_eq!(link("//cdn.example/a").unwrap(), "https://cdn.example/a");
        assert_eq!(link("mailto:a@b.example").unwrap(), "mailto:a@b.example");
        assert_eq!(link("tel:+441234").unwrap(), "tel:+441234");
    }

    #[test]
    fn what_counts_is_how_a_browser_parses() {
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscr\r\nipt:alert(1)",
            "vbscript:x",
            "data:text/html,<script>",
            "file:///etc/passwd",
            "blob:https://news.example/1",
            "view-source:https://a.example",
            "about:blank",
            "https://",
        ] {
            assert_eq!(link(bad), None, "{bad:?}");
        }
        // An entity is no markup here: the text is a relative reference, and harmless.
        assert_eq!(
            link("&#106;avascript:alert(1)").unwrap(),
            "https://news.example/api/articles/&#106;avascript:alert(1)"
        );
    }

    #[test]
    fn pictures_may_be_data_but_never_documents() {
        assert!(media("data:image/png;base64,AAAA").is_some());
        assert!(media("DATA:image/webp,x").is_some());
        assert!(media("blob:https://news.example/1").is_some());
        for bad in [
            "blob:https://other.example/1",
            "data:image/svg+xml,<svg/>",
            "data:image/pngx,",
            "data:text/html,x",
            "data:,x",
            "mailto:a@b.example",
            "javascript:1",
        ] {
            assert_eq!(media(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_refusal_is_reported() {
        assert_eq!(
            read("javascript:1", LinkUrl::read).unwrap_err(),
            "the document: expected an http, https, mailto or tel URL, found \"javascript:1\""
        );
        assert!(read("mailto:a@b.example", DataUrl::read).is_err());
        assert!(read("/list.json", DataUrl::read).is_ok());
    }
}
