//! Running text

use yew::Html;

use newsprint_model::{Href, Language, LinkUrl, Mark, Span, Str, Text};

use super::markup::{Element, all, element, text_node};
use super::page::Page;

/// A string of the document, as text and nothing else.
#[inline(never)]
pub(super) fn string(text: &Str) -> Html {
    text_node(contained(text).map_or_else(|| text.clone().into(), Into::into))
}

/// The string without its direction marks, where one of them is not closed in the string ([UAX
/// #9](https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings)): it would turn the
/// text that follows. An isolating element does not help, because a mark in the text can end it.
fn contained(text: &str) -> Option<String> {
    let is_control = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // The open marks, the innermost last: one bit for each after the first, set for an isolate.
    let mut open = 1u64;
    for c in text.chars().filter(|c| is_control(*c)) {
        let isolate = u64::from(c > '\u{202e}');
        open = match c {
            '\u{202c}' | '\u{2069}' if open > 1 && open & 1 == isolate => open >> 1,
            '\u{202c}' | '\u{2069}' => 0,
            // No text needs so many levels.
            _ => open << 1 | isolate,
        };
        if open == 0 || open >> 60 > 0 {
            break;
        }
    }
    (open != 1).then(|| text.chars().filter(|c| !is_control(*c)).collect())
}

/// A link to something outside of the article. The other page can't reach back into this one.
#[inline(never)]
pub(super) fn link(url: &LinkUrl) -> Element {
    let mut link = element("a");
    link.set("rel", "noopener").string("href", Some(url.href()));
    link
}

/// Words as a link, or only the words if the URL was refused.
pub(super) fn linked(words: Html, url: Option<&LinkUrl>) -> Html {
    match url {
        Some(url) => link(url).child(words).html(),
        None => words,
    }
}

/// A text with its marks and links.
pub(super) fn text(text: &Text, page: &Page<'_>) -> Html {
    runs(&text.spans, true, true, page)
}

/// Spans, where neighbours with the same link are one link, and those in the same language one run.
/// The longer of the two holds the other.
fn runs(mut spans: &[Span], is_linked: bool, is_in_language: bool, page: &Page<'_>) -> Html {
    let mut nodes = Vec::new();
    while let Some(first) = spans.first() {
        let length = |is_same: fn(&Span, &Span) -> bool| {
            spans.iter().take_while(|span| is_same(span, first)).count()
        };
        let link = first.link.as_ref().filter(|_| is_linked);
        let lang = first.lang.as_ref().filter(|_| is_in_language);
        let links = if link.is_some() { length(|span, first| span.link == first.link) } else { 0 };
        let langs = if lang.is_some() { length(|span, first| span.lang == first.lang) } else { 0 };
        let (run, rest) = spans.split_at(links.max(langs).max(1));
        spans = rest;
        nodes.push(match (link, lang) {
            (Some(link), _) if links > langs => {
                linked_to(link, runs(run, false, is_in_language, page), page)
            }
            (_, Some(lang)) => {
                let mut words = element("span");
                words.string("lang", Some(lang.tag())).set("dir", lang.direction().as_str());
                script(&mut words, Some(lang), page);
                words.child(runs(run, is_linked, false, page)).html()
            }
            _ => marked(first),
        });
    }
    all(nodes)
}

/// Names the script of what is in this element, where it is set otherwise than Latin: without
/// italics, and in taller lines.
#[inline(never)]
pub(super) fn script(words: &mut Element, language: Option<&Language>, page: &Page<'_>) {
    let script = page.options.locale.script(language);
    let is_like_latin = |name: &str| matches!(name, "Latn" | "Cyrl" | "Grek" | "Armn" | "Geor");
    words.maybe("data-script", script.filter(|name| !is_like_latin(name)).map(Into::into));
}

/// Words that lead to a place.
fn linked_to(link: &Href, words: Html, page: &Page<'_>) -> Html {
    match link {
        Href::Url(url) => linked(words, Some(url)),
        Href::Anchor(id) => element("a")
            .attribute("href", format!("#{}", page.anchor(id)).into())
            // The note leads back to the first link to it.
            .id(page.refer(id).then(|| page.reference(id)))
            .child(words)
            .html(),
    }
}

/// The words of a span in the elements of its marks.
fn marked(span: &Span) -> Html {
    span.marks
        .iter()
        .rev()
        .fold(lines(&span.text), |inner, mark| element(mark_element(*mark)).child(inner).html())
}

/// A string in which a newline is the end of a line.
fn lines(text: &Str) -> Html {
    if !text.contains('\n') {
        return string(text);
    }
    let mut nodes = Vec::new();
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            nodes.push(element("br").html());
        }
        nodes.push(string(&line.into()));
    }
    all(nodes)
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

#[cfg(test)]
mod tests {
    use super::super::testing::{rendered, rendered_blocks};

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
    fn what_a_string_turns_around_ends_with_it() {
        let shown = |text: &str| super::contained(text).unwrap_or_else(|| text.to_owned());
        for text in
            ["plain", "\u{2067}a\u{202e}b\u{202c}\u{2069}c", "\u{202a}a\u{202c}\u{202b}b\u{202c}"]
        {
            assert_eq!(shown(text), text);
        }
        let deep = "\u{202e}".repeat(100) + "ab" + &"\u{202c}".repeat(100);
        for text in [
            "\u{202e}ab",
            "\u{202a}\u{2068}\u{202d}ab",
            "\u{2069}\u{202e}ab",
            "a\u{202c}b",
            "\u{2066}\u{202e}a\u{2069}\u{202c}b",
            // A mark that closes, inside an isolate, closes nothing outside of it.
            "\u{202e}\u{2066}\u{202c}\u{2069}ab",
            &deep,
        ] {
            assert_eq!(shown(text), "ab", "{text:?}");
        }
        let html = paragraph(r#"["\u202ea", {"text": "b", "marks": ["strong"]}]"#);
        assert_eq!(html, "a<strong>b</strong>");
    }

    #[test]
    fn links_that_lead_away_open_no_door_behind_them() {
        let rel = " rel=\"noopener\" href=";
        assert!(paragraph(r#"[{"text": "a", "href": "https://a.example/"}]"#).contains(rel));
        assert!(!paragraph(r##"[{"text": "a", "href": "#a", "id": "a"}]"##).contains("rel"));
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
    fn neighbours_with_the_same_link_are_one_link() {
        for (spans, html) in [
            (
                r#"[{"text": "the ", "href": "/r"}, {"text": "whole", "href": "/r", "marks": ["strong"]}, {"text": " report", "href": "/r"}]"#,
                "<a>the <strong>whole</strong> report</a>",
            ),
            (
                r#"[{"text": "a", "href": "/r"}, {"text": "b", "href": "/s"}, {"text": "c", "href": "/r"}]"#,
                "<a>a</a><a>b</a><a>c</a>",
            ),
            (
                r#"[{"text": "a", "href": "/r"}, " ", {"text": "b", "href": "/r"}]"#,
                "<a>a</a> <a>b</a>",
            ),
            (
                r#"[{"text": "a ", "href": "/r"}, {"text": "b", "href": "/r", "lang": "fr"}]"#,
                "<a>a <span lang=\"fr\" dir=\"ltr\">b</span></a>",
            ),
        ] {
            let link = |path| format!("<a rel=\"noopener\" href=\"https://news.example/{path}\">");
            let found = paragraph(spans).replace(&link("r"), "<a>").replace(&link("s"), "<a>");
            assert_eq!(found, html);
        }
    }

    #[test]
    fn neighbours_in_the_same_language_are_one_run() {
        let run = |words| format!("<span lang=\"ar\" dir=\"rtl\">{words}</span>");
        let link = "<a rel=\"noopener\" href=\"https://news.example/r\">b</a>";
        for (spans, html) in [
            (
                r#"[{"text": "a", "lang": "ar"}, {"text": "b", "lang": "ar", "marks": ["emphasis"]}]"#,
                run("a<em>b</em>"),
            ),
            (
                r#"[{"text": "a", "lang": "ar"}, {"text": "b", "lang": "ar", "href": "/r"}, {"text": "c", "lang": "ar"}]"#,
                run(&format!("a{link}c")),
            ),
            (r#"[{"text": "a", "lang": "ar"}, {"text": "b"}]"#, run("a") + "b"),
        ] {
            assert_eq!(paragraph(spans), html);
        }
    }

    #[test]
    fn what_is_not_set_like_latin_names_its_script() {
        for (lang, script) in [
            ("sr-Cyrl", ""),
            ("el", ""),
            ("zh-Hant", r#" data-script="Hant""#),
            ("az-Arab", r#" data-script="Arab""#),
        ] {
            let html = paragraph(&format!(r#"[{{"text": "a", "lang": "{lang}"}}]"#));
            assert!(html.contains(&format!("{script}>a</span>")), "{html}");
            assert_eq!(html.contains("data-script"), !script.is_empty(), "{html}");
        }
        let html = rendered(r#"{"lang": "sr-Arab", "headline": "H", "sections": []}"#);
        assert!(
            html.starts_with(
                r#"<article class="article" lang="sr-Arab" dir="rtl" data-script="Arab""#
            ),
            "{html}"
        );
    }

    #[test]
    fn a_newline_ends_a_line() {
        assert_eq!(paragraph(r#""a\nb\r\n\nc""#), "a<br>b\r<br><br>c");
        assert_eq!(
            paragraph(r#"["a", {"text": "\nb", "marks": ["strong"]}]"#),
            "a<strong><br>b</strong>"
        );
    }

    #[test]
    fn links_hold_their_marks_and_languages_hold_both() {
        assert_eq!(
            paragraph(r#"["a ", {"text": "b", "marks": ["strong"], "href": "/b", "lang": "ar"}]"#),
            "a <span lang=\"ar\" dir=\"rtl\"><a rel=\"noopener\" href=\"https://news.example/b\"><strong>b</strong></a></span>"
        );
    }
}
