//! What the parts of one article share while they are rendered.

use std::cell::{Cell, RefCell};

use yew::{AttrValue, Html};

use newsprint_model::{Article, Language, Str, Unit};

use super::dictionary::{Dictionary, English, Key};
use super::locale::{Locale, PlainEnglish};
use super::markup::{element, text_node};
use super::notice::Notices;

/// How to lay an article out: what the page and the caller decide.
#[derive(Clone, Copy)]
pub struct RenderOptions<'a> {
    /// How the language writes dates, numbers and lists.
    pub locale: &'a dyn Locale,
    /// The words of the interface.
    pub words: &'a dyn Dictionary,
    /// The level of the headline, 1 to 4; all other headings follow from it.
    pub heading_level: u8,
    /// The unit of temperatures; without one, that of the document, else that of the language.
    pub unit: Option<Unit>,
    /// The names of the parts to leave out, separated by spaces.
    pub hide: &'a str,
    /// How wide the element is, in pixels of CSS, where that is known: pictures that come in several
    /// widths are chosen by it.
    pub width: Option<u32>,
    /// What the reader is told beside the article, where it is followed.
    pub notices: Option<Notices>,
    /// What all ids begin with, so that none is the same as one of the page or of another article.
    pub scope: &'a str,
}

impl RenderOptions<'static> {
    /// English, whole, as the first article of a page. What is wanted otherwise is said beside it.
    pub const PLAIN: Self = Self {
        locale: &PlainEnglish,
        words: &English,
        heading_level: 1,
        unit: None,
        hide: "",
        width: None,
        notices: None,
        scope: "newsprint-1",
    };
}

impl RenderOptions<'_> {
    /// Whether a part is to be left out.
    #[must_use]
    pub fn hides(&self, part: &str) -> bool {
        hides(self.hide, part)
    }
}

/// Whether a part is in a list of names that are separated by spaces.
#[must_use]
#[inline(never)]
pub fn hides(list: &str, part: &str) -> bool {
    list.split(' ').any(|name| name == part)
}

/// One article while it is rendered.
pub(super) struct Page<'a> {
    pub options: RenderOptions<'a>,
    /// The language of the interface's words, where it is another than the article's.
    words_lang: Option<AttrValue>,
    /// The level of the last heading, so that the next one leaves no gap.
    heading: Cell<u8>,
    /// What the text has referred to so far, sorted.
    noted: RefCell<Vec<Str>>,
    /// How many ids of our own have been given out.
    ids: Cell<u32>,
}

impl<'a> Page<'a> {
    pub fn new(article: &Article, options: RenderOptions<'a>) -> Self {
        let lang =
            article.lang.as_ref().map_or_else(|| options.locale.language(), Language::primary);
        let words_lang = options.words.language();
        Self {
            options,
            words_lang: (!lang.eq_ignore_ascii_case(words_lang))
                .then(|| words_lang.to_owned().into()),
            heading: Cell::new(options.heading_level),
            noted: RefCell::default(),
            ids: Cell::new(0),
        }
    }

    /// Words of the interface.
    pub fn words(&self, key: Key) -> AttrValue {
        self.options.words.text(key)
    }

    /// Words of the interface as a node. Where they are in another language than the article, they say
    /// so, because a screen reader would say them in the wrong voice
    /// ([WCAG 3.1.2](https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts.html)).
    #[inline(never)]
    pub fn label(&self, key: Key) -> Html {
        let words = text_node(self.words(key));
        match &self.words_lang {
            Some(lang) => element("bdi").attribute("lang", lang.clone()).child(words).html(),
            None => words,
        }
    }

    /// Words of the interface and what they go on with, in one piece that reads in their direction.
    pub fn phrase(&self, key: Key, rest: String) -> Html {
        let mut phrase = element("bdi");
        phrase.maybe("lang", self.words_lang.clone()).label(self.words(key)).text(rest).html()
    }

    /// An id of our own.
    pub fn new_id(&self) -> AttrValue {
        let number = self.ids.get() + 1;
        self.ids.set(number);
        format!("{}-{number}", self.options.scope).into()
    }

    /// The id under which something of the document is to be found.
    pub fn anchor(&self, id: &str) -> AttrValue {
        format!("{}-to-{}", self.options.scope, attribute_id(id)).into()
    }

    /// The id of the place in the text that refers to a footnote.
    pub fn reference(&self, id: &str) -> AttrValue {
        format!("{}-from-{}", self.options.scope, attribute_id(id)).into()
    }

    /// Notes that the text refers to something. Whether this is the first time.
    pub fn refer(&self, id: &Str) -> bool {
        let mut noted = self.noted.borrow_mut();
        let place = noted.binary_search(id);
        if let Err(place) = place {
            noted.insert(place, id.clone());
        }
        place.is_err()
    }

    /// Whether the text has referred to it.
    pub fn is_referred(&self, id: &Str) -> bool {
        self.noted.borrow().binary_search(id).is_ok()
    }

    /// The element of a heading that is so many levels below the headline, but at most one level
    /// below the heading before it: a screen reader takes a gap for a missing heading.
    pub fn heading(&self, below_headline: u8) -> &'static str {
        let level =
            (self.options.heading_level + below_headline).min(self.heading.get() + 1).min(6);
        self.heading.set(level);
        ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.max(1)) - 1]
    }
}

impl Page<'_> {
    /// The heading of a part that stands after the body, and its id, which labels the part.
    pub fn small_heading(&self, words: Html) -> (Html, AttrValue) {
        let id = self.new_id();
        let heading = element(self.heading(1))
            .class("small-heading")
            .id(Some(id.clone()))
            .child(words)
            .html();
        (heading, id)
    }
}

/// An id that an attribute can hold. White space would end it, so it is escaped much as in a URL. The
/// `;` at the end of an escape keeps different ids different.
fn attribute_id(id: &str) -> String {
    let mut escaped = String::new();
    for character in id.chars() {
        if character.is_whitespace() || character == '%' {
            escaped.push_str(&format!("%{:x};", u32::from(character)));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::testing::rendered;
    use super::attribute_id;

    #[test]
    fn words_in_another_language_than_the_article_say_so() {
        let html = |lang: &str| {
            rendered(&format!(
                r#"{{"lang": "{lang}", "headline": "H", "byline": {{"authors": [{{"name": "A"}}]}},
                    "header": {{"weather": {{"temperature": 1, "condition": "rain",
                        "attribution": {{"text": "W", "url": "/w"}}}}}},
                    "published": "2024-03-18", "updated": "2024-03-19",
                    "sections": [{{"blocks": [{{"type": "audio", "src": "/a.mp3", "transcript": "T"}},
                        {{"type": "embed", "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa"}}]}}],
                    "corrections": [{{"text": "C"}}],
                    "latest": {{"items": [{{"headline": "L", "url": "/l"}}]}},
                    "related": {{"items": [{{"headline": "R", "url": "/r"}}]}}}}"#
            ))
        };
        let words = [
            "Authored by",
            "Rain",
            "Weather",
            "Published",
            "Updated",
            "Transcript",
            "Corrections",
            "Latest news",
            "Related news",
        ];
        for foreign in ["tr", "he", "zh-Hant"] {
            let html = html(foreign);
            for words in words {
                assert!(
                    html.contains(&format!(r#"<bdi lang="en">{words}</bdi>"#)),
                    "{words} in {html}"
                );
            }
        }
        for own in ["en", "EN-us"] {
            let html = html(own);
            assert!(!html.contains(r#"<bdi lang"#), "{html}");
            assert!(words.iter().all(|words| html.contains(words)), "{html}");
        }
    }

    #[test]
    fn different_ids_stay_different() {
        let ids = ["a b", "a%20b", "a%20;b", "a\u{2000}b", "a 00b", "ab"];
        let escaped: std::collections::BTreeSet<_> = ids.map(attribute_id).into();
        assert_eq!(escaped.len(), ids.len());
        assert!(escaped.iter().all(|id| !id.contains(char::is_whitespace)));
    }
}
