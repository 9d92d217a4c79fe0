//! Reading of what is in `text.rs`.

use super::cursor::Cursor;
use super::json::Json;
use super::reader::Reader;
use crate::text::is_blank;
use crate::{Href, Language, LinkUrl, Mark, Span, Text};

impl Text {
    /// Reads a string, a span, or an array of both. An empty text is no error here: the cell of a
    /// table may well be empty.
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        // Most texts are one string, but a vector that grows starts with room for four: in a table
        // of numbers the unused room would take most of the memory.
        let items = at.items();
        let mut spans = Vec::with_capacity(items.size_hint().0);
        spans.extend(items.filter_map(|item| Span::read(&item, reader)));
        Some(Self { spans })
    }

    /// Reads a text that has something to show; an empty one is reported.
    pub(crate) fn read_some(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let before = reader.diagnostics.len();
        let text = Self::read(at, reader)?;
        if text.is_empty() {
            if reader.diagnostics.len() == before {
                reader.report(at, "some text");
            }
            return None;
        }
        Some(text)
    }

    /// Reads an optional member; `None` when it is absent or empty.
    pub(crate) fn optional(at: &Cursor<'_>, reader: &mut Reader<'_>, key: &str) -> Option<Self> {
        reader.optional(at, key, Self::read).filter(|text| !text.is_empty())
    }
}

impl Span {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let mut span = match at.json {
            Json::Object(_) => {
                let text = reader.required(at, "text", |at, reader| reader.string(at))?;
                let marks =
                    reader.list(at, "marks", |at, reader| reader.word_here(at, Mark::WORDS));
                Self {
                    text,
                    marks: distinct(marks),
                    link: reader.optional(at, "href", Href::read),
                    lang: reader.optional(at, "lang", Language::read),
                }
            }
            Json::String(_) | Json::Number(_) => {
                let text = reader.string(at)?;
                Self { text, marks: Vec::new(), link: None, lang: None }
            }
            _ => {
                reader.report(at, "a string or a span");
                return None;
            }
        };
        // A link or mark of nothing would be a place for the keyboard to stop at, or a speck. The space
        // in it may part two words.
        if is_blank(&span.text) {
            span.marks.clear();
            span.link = None;
        }
        (!span.text.is_empty()).then_some(span)
    }
}

/// Each mark once, in order: `strong` inside `strong` would change nothing.
fn distinct(mut marks: Vec<Mark>) -> Vec<Mark> {
    let mut seen = Vec::new();
    marks.retain(|mark| {
        let new = !seen.contains(mark);
        if new {
            seen.push(*mark);
        }
        new
    });
    marks
}

impl Href {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Json::String(reference) = at.json
            && let Some(id) = reference.trim().strip_prefix('#')
        {
            let place = Self::place(id, reader);
            if place.is_none() {
                reader.report(at, "the id of something in the article");
            }
            return place;
        }
        let url = LinkUrl::read(at, reader)?;
        // The article's own address with a fragment leads to a place in it as well.
        if let Some((page, id)) = url.href().split_once('#')
            && reader.own_url.as_ref().is_some_and(|own| own.href().split('#').next() == Some(page))
            && let Some(place) = Self::place(id, reader)
        {
            return Some(place);
        }
        Some(Self::Url(url))
    }

    /// The place in the article that a fragment names, found as a browser finds it: as the fragment is
    /// written, or percent-decoded
    /// ([HTML](https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element)).
    fn place(fragment: &str, reader: &Reader<'_>) -> Option<Self> {
        let known = reader.ids.get(fragment);
        known.or_else(|| reader.ids.get(&percent_decoded(fragment))).map(Self::Anchor)
    }
}

/// The string that is meant where characters are escaped as `%E6%A6%82`.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        (bytes, rest) = match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                (bytes, &after[2..])
            }
            _ => {
                bytes.push(*first);
                (bytes, after)
            }
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::ids::Ids;
    use super::*;
    use crate::Content;

    fn read(json: &str) -> (Text, Vec<String>) {
        let json = Json::parse(json.as_bytes()).unwrap();
        let urls = crate::url::test_base();
        let mut reader = Reader::new(&urls);
        reader.ids = Ids::of(&Json::parse(br#"{"id": "note"}"#).unwrap());
        let text = Text::read(&Cursor::document(&json), &mut reader).unwrap();
        (text, reader.diagnostics.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn an_escaped_link_to_a_place_leads_there() {
        let ids = ["概要", "été", "the quay", "100%", "%41", "a&b"];
        for (href, id) in [
            ("#概要", "概要"),
            ("#%E6%A6%82%E8%A6%81", "概要"),
            ("#%e6%a6%82要", "概要"),
            ("#%C3%A9t%C3%A9", "été"),
            ("#the%20quay", "the quay"),
            ("#the quay", "the quay"),
            // What is written comes first, as in a browser.
            ("#%41", "%41"),
            ("#100%", "100%"),
            ("#100%25", "100%"),
            ("#a%26b", "a&b"),
        ] {
            let json = serde_json::json!([{ "text": "a", "href": href }]).to_string();
            let json = Json::parse(json.as_bytes()).unwrap();
            let urls = crate::url::test_base();
            let mut reader = Reader::new(&urls);
            let named = serde_json::json!(ids.map(|id| serde_json::json!({ "id": id })));
            reader.ids = Ids::of(&Json::parse(named.to_string().as_bytes()).unwrap());
            let text = Text::read(&Cursor::document(&json), &mut reader).unwrap();
            assert_eq!(text.spans[0].link, Some(Href::Anchor(id.into())), "{href}");
        }
    }

    #[test]
    fn a_link_or_mark_of_nothing_is_none() {
        for nothing in [" ", "\u{200b}", "\u{2060}\u{ad}"] {
            let json = serde_json::json!([
                "See ", { "text": nothing, "href": "/q", "marks": ["code", "highlight"] }, "end."
            ]);
            let (text, _) = read(&json.to_string());
            assert_eq!(text.plain(), format!("See {nothing}end."));
            assert!(text.spans.iter().all(|span| span.link.is_none() && span.marks.is_empty()));
        }
    }

    #[test]
    fn the_own_address_with_a_fragment_leads_to_a_place_in_the_article() {
        let own = "https://news.example/bridges?page=1";
        for (url, href, is_inside) in [
            (own, "https://news.example/bridges?page=1#the-quay", true),
            (own, "/bridges?page=1#the-quay", true),
            (own, "https://NEWS.example:443/bridges?page=1#the%2Dquay", true),
            ("https://news.example/bridges#top", "/bridges#the-quay", true),
            (own, "/bridges#the-quay", false),
            (own, "/bridges?page=1", false),
            // Something else of that page, which is not in the article.
            (own, "/bridges?page=1#comments", false),
            (own, "https://other.example/bridges?page=1#the-quay", false),
        ] {
            let body = serde_json::json!({
                "headline": "H", "url": url,
                "sections": [{ "id": "the-quay", "blocks": [{
                    "type": "paragraph", "text": [{ "text": "a", "href": href }]
                }] }],
            });
            let reading =
                crate::read_article(body.to_string().as_bytes(), &crate::url::test_base());
            let article = reading.unwrap().value;
            let Content::Paragraph(paragraph) = &article.sections[0].blocks[0].content else {
                panic!("a paragraph")
            };
            let link = paragraph.text.spans[0].link.as_ref();
            assert_eq!(link == Some(&Href::Anchor("the-quay".into())), is_inside, "{href}");
            assert!(link.is_some());
        }
    }

    #[test]
    fn a_string_is_text_and_nothing_else() {
        let (text, diagnostics) = read(r#""1 < 2 <b>&amp;""#);
        assert_eq!(text, Text::from("1 < 2 <b>&amp;"));
        assert!(diagnostics.is_empty());
    }

    #[test]
    fn spans_carry_marks_links_and_languages() {
        let (text, diagnostics) = read(
            r##"["a ", {"text": "b", "marks": ["strong", "code", "strong"], "href": "/b", "lang": "fr"},
                {"text": "1", "marks": "superscript", "href": "#note"}, 7, ""]"##,
        );
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        assert_eq!(text.plain(), "a b17");
        assert_eq!(text.spans[1].marks, [Mark::Strong, Mark::Code]);
        assert_eq!(text.spans[2].link, Some(Href::Anchor("note".into())));
        assert_eq!(
            serde_json::to_string(&text.spans[1..3]).unwrap(),
            r##"[{"text":"b","marks":["strong","code"],"href":"https://news.example/b","lang":"fr"},{"text":"1","marks":["superscript"],"href":"#note"}]"##
        );
    }

    #[test]
    fn what_cannot_be_read_is_reported_and_the_rest_kept() {
        let (text, diagnostics) = read(
            r##"[{"text": "a", "href": "javascript:1"}, {"text": "b", "href": "#gone"}, true,
                {"text": "c", "marks": ["blink"]}, {"marks": []}]"##,
        );
        assert_eq!(text.plain(), "abc");
        assert!(text.spans.iter().all(|span| span.link.is_none()));
        assert_eq!(
            diagnostics,
            [
                "/0/href: expected an http, https, mailto or tel URL, found \"javascript:1\"",
                "/1/href: expected the id of something in the article, found \"#gone\"",
                "/2: expected a string or a span, found true",
                "/3/marks/0: expected one of strong, emphasis, code, strike, underline, superscript, subscript, highlight, found \"blink\"",
                "/4: expected an object with \"text\", found none",
            ]
        );
    }
}
