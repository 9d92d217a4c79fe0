//! Running text

use yew::Html;

use crate::model::{Href, LinkUrl, Mark, Span, Str, Text};

use super::markup::{all, element, text_node};
use super::page::Page;

/// A string of the document, as text and nothing else.
pub(super) fn string(text: &Str) -> Html {
    text_node(text.clone().into())
}

/// Words that lead somewhere, or only the words where the URL was refused.
pub(super) fn linked(words: Html, url: Option<&LinkUrl>) -> Html {
    match url {
        Some(url) => element("a").string("href", Some(url.href())).child(words).html(),
        None => words,
    }
}

/// A text with its marks and links.
pub(super) fn text(text: &Text, page: &Page<'_>) -> Html {
    all(text.spans.iter().map(|part| span(part, page)).collect())
}

fn span(span: &Span, page: &Page<'_>) -> Html {
    let marked =
        span.marks.iter().rev().fold(string(&span.text), |inner, mark| {
            element(mark_element(*mark)).child(inner).html()
        });
    let linked = match &span.link {
        None => marked,
        Some(Href::Url(url)) => linked(marked, Some(url)),
        Some(Href::Anchor(id)) => element("a")
            .attribute("href", format!("#{}", page.anchor(id)).into())
            // The first link to a note is where the note leads back to.
            .id(page.refer(id).then(|| page.reference(id)))
            .child(marked)
            .html(),
    };
    match &span.lang {
        None => linked,
        Some(lang) => element("span")
            .string("lang", Some(lang.tag()))
            .set("dir", lang.direction().as_str())
            .child(linked)
            .html(),
    }
}

fn mark_element(mark: Mark) -> &'static str {
    match mark {
        Mark::Strong => "strong",
        Mark::Emphasis => "em",
        Mark::Code => "code",
        Mark::Strike => "s",
        Mark::Underline => "u",
        Mark::Superscript => "sup",
        Mark::Subscript => "sub",
        Mark::Highlight => "mark",
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::super::testing::rendered_blocks;

    fn paragraph(text: &str) -> String {
        let html = rendered_blocks(&format!(r#"[{{"type": "paragraph", "text": {text}}}]"#));
        html.strip_prefix(r#"<p part="paragraph">"#).unwrap().strip_suffix("</p>").unwrap().into()
    }

    #[test]
    fn text_is_text() {
        assert_eq!(
            paragraph(r#""<b>1 & 2</b><script>""#),
            "&lt;b&gt;1 &amp; 2&lt;/b&gt;&lt;script&gt;"
        );
    }

    #[test]
    fn every_mark_has_its_element_and_the_first_is_outermost() {
        let marks = r#"["strong", "emphasis", "code", "strike", "underline", "superscript", "subscript", "highlight"]"#;
        assert_eq!(
            paragraph(&format!(r#"[{{"text": "a", "marks": {marks}}}]"#)),
            "<strong><em><code><s><u><sup><sub><mark>a</mark></sub></sup></u></s></code></em></strong>"
        );
    }

    #[test]
    fn links_hold_their_marks_and_languages_hold_both() {
        assert_eq!(
            paragraph(r#"["a ", {"text": "b", "marks": ["strong"], "href": "/b", "lang": "ar"}]"#),
            "a <span lang=\"ar\" dir=\"rtl\"><a href=\"https://news.example/b\"><strong>b</strong></a></span>"
        );
    }
}
