//! Reading of URLs: each goes through the policy of its type.

use super::cursor::Cursor;
use super::json::Json;
use super::reader::Reader;
use crate::{DataUrl, LinkUrl, MediaUrl};

macro_rules! read {
    ($type:ident) => {
        impl $type {
            /// Reads a URL; one that the policy refuses is reported.
            pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
                let url = match at.json {
                    Json::String(reference) => Self::parse(reference, reader.urls),
                    _ => None,
                };
                if url.is_none() {
                    reader.report(at, Self::EXPECTED);
                }
                url
            }
        }
    };
}

read!(LinkUrl);
read!(MediaUrl);
read!(DataUrl);

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T>(reference: &str, read: crate::reading::reader::Read<T>) -> Result<T, String> {
        let urls = crate::url::test_base();
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
