//! Running text: spans with marks and links.
//!
//! There is no HTML in a string: `<b>` is shown as the three characters that it is.

use serde::{Serialize, Serializer};

use super::Str;
use super::language::Language;
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
    /// The characters. A newline is the end of a line.
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
    /// Whether there is nothing to show: no span, or only spans of which nothing can be seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.iter().all(|span| is_blank(&span.text))
    }

    /// The characters alone.
    #[must_use]
    pub fn plain(&self) -> String {
        self.spans.iter().map(|span| &*span.text).collect()
    }
}

/// Whether nothing of a string can be seen: it has only white space, control characters and those that
/// are [ignored in print](https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point), such as
/// the zero-width space that editors save for an empty line.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
                | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}' | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
    })
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        let span = Span { text: text.into(), marks: Vec::new(), link: None, lang: None };
        Self { spans: vec![span] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_not_be_seen_is_blank() {
        for blank in [
            "",
            " ",
            "\n\t",
            "\u{a0}",
            "\u{200b}",
            "\u{feff}",
            "\u{2060}\u{200d}",
            "\u{ad}",
            "\u{200e}",
            "\u{2067}\u{2069}",
            "\u{3000}",
            "\u{3164}",
            "\u{fe0f}",
            "\u{2800}",
            "\u{7}",
            "\u{34f}",
            "\u{115f}",
            "\u{1160}",
            "\u{17b4}",
            "\u{180b}",
            "\u{180e}",
            "\u{ffa0}",
            "\u{fff9}",
            "\u{fffc}",
            "\u{1d173}",
            "\u{e0020}",
            "\u{e0100}",
        ] {
            assert!(is_blank(blank), "{blank:?}");
            assert!(Text::from(blank).is_empty(), "{blank:?}");
        }
        for seen in
            ["a", "\u{200b}a", ".", "\u{301}", "水", "\u{1f469}\u{200d}\u{1f467}", "\u{fffd}"]
        {
            assert!(!is_blank(seen), "{seen:?}");
        }
    }
}
