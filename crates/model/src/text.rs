//! Running text: spans with marks and links.
//!
//! There is no HTML in a string: `<b>` is shown as the three characters that it is.

use serde::{Serialize, Serializer};

use super::Str;
use super::cursor::Cursor;
use super::json::Json;
use super::language::Language;
use super::reader::Reader;
use super::url::LinkUrl;
use super::word_enum::word_enum;

/// A stretch of text, one paragraph at most.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Text {
    /// Its spans, none of them empty.
    pub spans: Vec<Span>,
}

/// A piece of text that looks and behaves the same from end to end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// The characters.
    pub text: Str,
    /// How they are marked, each mark once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Where they lead.
    #[serde(rename = "href", skip_serializing_if = "Option::is_none")]
    pub link: Option<Href>,
    /// Their language, where it is not that of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Language>,
}

word_enum! {
    /// How a span is marked.
    pub enum Mark {
        /// Of strong importance.
        Strong = "strong",
        /// Stressed.
        Emphasis = "emphasis",
        /// Computer code.
        Code = "code",
        /// No longer accurate.
        Strike = "strike",
        /// Set apart, as a misspelt word is.
        Underline = "underline",
        /// Above the line.
        Superscript = "superscript",
        /// Below the line.
        Subscript = "subscript",
        /// Marked as with a pen.
        Highlight = "highlight",
    }
}

/// Where a span leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Href {
    /// To a place in this article: the `id` of a block, section or footnote.
    Anchor(Str),
    /// Anywhere else.
    Url(LinkUrl),
}

impl Serialize for Href {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Anchor(id) => serializer.collect_str(&format_args!("#{id}")),
            Self::Url(url) => url.serialize(serializer),
        }
    }
}

impl Text {
    /// Whether there is nothing to show: no span, or nothing but white space.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.iter().all(|span| span.text.trim().is_empty())
    }

    /// The characters alone.
    #[must_use]
    pub fn plain(&self) -> String {
        self.spans.iter().map(|span| &*span.text).collect()
    }

    /// Reads a string, a span, or an array of both. An empty text is no error here: the cell of a
    /// table may well be empty.
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        // Most texts are one string, and a vector that grows begins with room for four: in a table
        // of numbers the empty places would weigh more than all the rest.
        let items = at.items();
        let mut spans = Vec::with_capacity(items.size_hint().0);
        spans.extend(items.filter_map(|item| Span::read(&item, reader)));
        Some(Self { spans })
    }

    /// Reads a text that has something to show; an empty one is reported.
    pub(super) fn read_some(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
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
    pub(super) fn optional(at: &Cursor<'_>, reader: &mut Reader<'_>, key: &str) -> Option<Self> {
        reader.optional(at, key, Self::read).filter(|text| !text.is_empty())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        let span = Span { text: text.into(), marks: Vec::new(), link: None, lang: None };
        Self { spans: vec![span] }
    }
}

impl Span {
    fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let span = match at.json {
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
        (!span.text.is_empty()).then_some(span)
    }
}

/// Each mark once, in the order in which it came: an element within itself would be no other.
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
    fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Json::String(reference) = at.json else {
            return LinkUrl::read(at, reader).map(Self::Url);
        };
        let Some(id) = reference.trim().strip_prefix('#') else {
            return LinkUrl::read(at, reader).map(Self::Url);
        };
        let known = reader.known_id(id).map(Self::Anchor);
        if known.is_none() {
            reader.report(at, "the id of something in the article");
        }
        known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> (Text, Vec<String>) {
        let json = Json::parse(json.as_bytes()).unwrap();
        let urls = super::super::url::test_base();
        let mut reader = Reader::new(&urls);
        reader.know_ids(vec!["note".into()]);
        let text = Text::read(&Cursor::document(&json), &mut reader).unwrap();
        (text, reader.diagnostics.iter().map(ToString::to_string).collect())
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
