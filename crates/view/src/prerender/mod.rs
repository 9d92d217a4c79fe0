//! An article as a page has it before any script has run: the element with its shadow root, the same
//! article as bare HTML in its slot, and what belongs into the head of the page.

mod head;
mod json_ld;
mod plain;
mod template;
mod urls;

use yew::{AttrValue, Html};

use newsprint_model::{Article, Unit};

use super::article::article as article_of;
use super::markup::{Element, element};
use super::page::RenderOptions;
use super::render::markup;

pub use head::{Head, head};
pub use plain::plain;
pub use template::{Template, TemplateError};

/// A file that the site serves.
#[derive(Debug, Clone, Copy)]
pub struct Asset<'a> {
    /// Where it is.
    pub url: &'a str,
    /// What its bytes have to be
    /// ([Subresource Integrity](https://www.w3.org/TR/sri/)): only for a URL at which they never change.
    pub integrity: Option<&'a str>,
}

impl<'a> Asset<'a> {
    /// A file at this URL.
    #[must_use]
    pub fn at(url: &'a str) -> Self {
        Self { url, integrity: None }
    }

    /// Writes its integrity. A file of another origin is only compared where it is asked for with CORS.
    fn check(self, of: &mut Element) {
        if let Some(integrity) = self.integrity {
            of.attribute("integrity", integrity.to_owned().into()).set("crossorigin", "anonymous");
        }
    }
}

/// What the element says beside the article.
#[derive(Debug, Clone, Copy)]
pub struct Prerendering<'a> {
    /// The URL of the article's JSON, from which the element gets newer versions.
    pub src: Option<&'a str>,
    /// The hash of that JSON as it is served, `sha256-…`, by which the element knows a newer version.
    pub json: Option<&'a str>,
    /// Other attributes, such as `refresh`. Heading level, units and hidden parts follow from how the
    /// article is rendered, and need not be named.
    pub attributes: &'a [(&'static str, &'a str)],
    /// The style sheet.
    pub styles: Asset<'a>,
    /// `auto`, `light` or `dark`.
    pub theme: &'static str,
    /// The origin of the site, where its own URLs are to be written from the root: `/bridges` for
    /// `https://news.example/bridges`. So the page works wherever it is put.
    pub own_origin: Option<&'a str>,
}

impl<'a> Prerendering<'a> {
    /// An element with this style sheet, and nothing else said.
    #[must_use]
    pub fn with_styles(styles: Asset<'a>) -> Self {
        Self { src: None, json: None, attributes: &[], styles, theme: "auto", own_origin: None }
    }
}

/// The element `<newsprint-article>` with the article in a
/// [declarative shadow root](https://developer.mozilla.org/docs/Web/HTML/Element/template#shadowrootmode),
/// as `shell/frame.js` makes it, and the [plain](plain()) article in its slot: for reader modes, crawlers
/// and browsers without such shadow roots.
#[must_use]
pub fn prerendered(
    article: &Article,
    options: RenderOptions<'_>,
    with: &Prerendering<'_>,
) -> String {
    let mut host = element("newsprint-article");
    host.maybe("src", with.src.map(owned));
    if options.heading_level != 1 {
        host.number("heading-level", Some(options.heading_level.into()));
    }
    if !options.hide.is_empty() {
        host.attribute("hide", owned(options.hide));
    }
    if let Some(unit) = options.unit {
        host.set("units", if unit == Unit::Celsius { "c" } else { "f" });
    }
    if with.theme != "auto" {
        host.set("theme", with.theme);
    }
    for (name, value) in with.attributes {
        host.attribute(name, owned(value));
    }
    let shown = article_of(article, RenderOptions { notices: None, ..options });
    let plain = plain(article, options);
    host.words("\n").child(shadow(shown, options.hide, with)).words("\n").child(plain).words("\n");
    let mut host = host.html();
    if let Some(origin) = with.own_origin {
        urls::write_from_root(&mut host, origin);
    }
    markup(host)
}

/// The shadow root, in the order and with the names of `shell/frame.js`.
fn shadow(article: Html, hide: &str, with: &Prerendering<'_>) -> Html {
    let mut styles = element("link");
    styles.set("rel", "stylesheet").attribute("href", owned(with.styles.url));
    with.styles.check(&mut styles);
    let mut fallback = element("div");
    fallback.class("fallback").set("hidden", "").child_element(&mut element("slot"));
    let mut frame = element("div");
    frame
        .class("frame")
        .set("data-state", "ready")
        .set("data-theme", with.theme)
        .set("aria-busy", "false")
        .maybe("data-json", with.json.map(owned))
        // What is left out already, the shell need not hide.
        .maybe("data-hide", (!hide.is_empty()).then(|| owned(hide)))
        .child_element(element("div").child(article));
    let mut stack = element("div");
    stack.class("stack").child_element(&mut fallback).child_element(&mut frame);
    element("template")
        .set("shadowrootmode", "open")
        .child_element(&mut styles)
        .child_element(&mut stack)
        .html()
}

fn owned(text: &str) -> AttrValue {
    text.to_owned().into()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{options, read};
    use super::*;

    const STYLES: Asset<'_> = Asset { url: "/newsprint/newsprint-1.css", integrity: None };

    fn element(json: &str, with: &Prerendering<'_>) -> String {
        prerendered(&read(json), options(), with)
    }

    #[test]
    fn the_element_is_that_of_the_shell() {
        let html = element(
            r#"{"headline": "H", "sections": []}"#,
            &Prerendering { src: Some("/a.json"), ..Prerendering::with_styles(STYLES) },
        );
        let (before, after) = html.split_once("<article class=\"article\"").unwrap();
        assert_eq!(
            before,
            "<newsprint-article src=\"/a.json\">\n<template shadowrootmode=\"open\">\
             <link rel=\"stylesheet\" href=\"/newsprint/newsprint-1.css\"><div class=\"stack\">\
             <div class=\"fallback\" hidden=\"\"><slot></slot></div>\
             <div class=\"frame\" data-state=\"ready\" data-theme=\"auto\" aria-busy=\"false\"><div>"
        );
        assert!(
            after.ends_with(
                "</article></div></div></div></template>\n<article><h1>H</h1></article>\n\
                 </newsprint-article>"
            ),
            "{after}"
        );
    }

    #[test]
    fn the_element_says_how_the_article_was_rendered() {
        let article = read(r#"{"headline": "H", "sections": []}"#);
        let options = RenderOptions {
            heading_level: 2,
            hide: "tags latest",
            unit: Some(Unit::Fahrenheit),
            ..options()
        };
        let with = Prerendering {
            json: Some("sha256-C"),
            attributes: &[("refresh", "60"), ("lang", "\"><script>")],
            theme: "dark",
            ..Prerendering::with_styles(Asset { integrity: Some("sha384-A"), ..STYLES })
        };
        let html = prerendered(&article, options, &with);
        let start = "<newsprint-article heading-level=\"2\" hide=\"tags latest\" units=\"f\" \
                     theme=\"dark\" refresh=\"60\" lang=\"&quot;&gt;&lt;script&gt;\">";
        assert!(html.starts_with(start), "{html}");
        let frame = "data-theme=\"dark\" aria-busy=\"false\" data-json=\"sha256-C\" \
                     data-hide=\"tags latest\">";
        assert!(html.contains(frame), "{html}");
        assert!(html.contains("integrity=\"sha384-A\" crossorigin=\"anonymous\"><div"), "{html}");
    }

    #[test]
    fn own_urls_are_written_from_the_root() {
        let with = Prerendering {
            own_origin: Some("https://news.example"),
            ..Prerendering::with_styles(STYLES)
        };
        let html = element(
            r#"{"headline": "H", "hero": {"src": "/a,b.webp", "srcset": [{"src": "c.webp", "width": 9}]},
                "byline": {"authors": [{"name": "N", "url": "https://other.example/n"}]},
                "sections": [{"blocks": [{"type": "file", "title": "F", "url": "/f?of=https://news.example/"}]}]}"#,
            &with,
        );
        assert!(html.contains(" href=\"/f?of=https://news.example/\""), "{html}");
        assert!(html.contains(" src=\"/a,b.webp\""), "{html}");
        assert!(html.contains(" srcset=\"/api/articles/c.webp 9w\""), "{html}");
        assert!(html.contains("https://other.example/n"), "{html}");
    }
}
