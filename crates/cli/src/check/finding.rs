//! What is wrong with a document, and where in its text.

use std::ops::Range;

use newsprint_model::{Diagnostic, ReadError, read_article};
use url::Url;

use crate::locate::{self, Place, Places, Values, without_mark};

/// What was found in one document.
#[derive(Debug, Clone)]
pub struct Document {
    /// What the document is called: its path or URL.
    pub name: String,
    /// What is wrong with it, in its order.
    pub findings: Vec<Finding>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing it is.
    pub rule: Rule,
    /// Where it is in the text.
    pub place: Place,
    /// Where it is in the document, as a JSON Pointer.
    pub pointer: String,
    /// What is wrong, as a sentence or as much as one.
    pub message: String,
}

/// The kinds of things that may be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Something in an article can't be read: the rest is shown without it.
    LeftOut,
    /// It is JSON, and no article.
    NotAnArticle,
    /// It is no JSON.
    NotJson,
    /// It is larger than an article may be.
    TooLarge,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::LeftOut, Self::NotAnArticle, Self::NotJson, Self::TooLarge];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::LeftOut => "left-out",
            Self::NotAnArticle => "not-an-article",
            Self::NotJson => "not-json",
            Self::TooLarge => "too-large",
        }
    }

    /// What it means.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::LeftOut => {
                "Something can't be read as the contract has it. It is left out, and the \
                rest of the article is shown."
            }
            Self::NotAnArticle => {
                "The document is JSON, but no object with a headline. Nothing is shown."
            }
            Self::NotJson => "The document is no JSON. Nothing is shown.",
            Self::TooLarge => "The document is larger than 10 MiB. Nothing is shown.",
        }
    }

    /// How bad it is: `warning`, or `error` where readers see no article.
    pub fn level(self) -> &'static str {
        match self {
            Self::LeftOut => "warning",
            _ => "error",
        }
    }
}

/// What is wrong with a document that has this body: an article, or a feed of articles.
pub fn findings(body: &[u8]) -> Vec<Finding> {
    let text = without_mark(body);
    let mut places = Places::new(text);
    let is_json = serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok();
    match locate::articles(text).filter(|_| is_json) {
        Some(articles) => articles
            .into_iter()
            .flat_map(|(pointer, range)| in_article(&mut places, text, &pointer, range))
            .collect(),
        None => in_article(&mut places, text, "", 0..text.len()),
    }
}

/// What is wrong with the article at this pointer, which stands there in the text.
fn in_article(places: &mut Places<'_>, text: &[u8], at: &str, range: Range<usize>) -> Vec<Finding> {
    let (start, article) = (range.start, &text[range]);
    let beginning = places.go_to(start);
    let mut values = Values::new(article);
    let mut finding = |rule, pointer: &str, message: String| Finding {
        rule,
        place: places.of(start + values.offset(pointer)),
        pointer: format!("{at}{pointer}"),
        message,
    };
    let said = |Diagnostic { expected, found, .. }: &Diagnostic| {
        format!("expected {expected}, found {found}")
    };
    // What URLs are relative to does not change whether they are allowed.
    let base: Url = "https://newsprint.invalid/".parse().expect("a URL");
    match read_article(article, &base) {
        Ok(reading) => reading
            .diagnostics
            .iter()
            .map(|it| finding(Rule::LeftOut, &it.pointer, said(it)))
            .collect(),
        Err(ReadError::NotThat { diagnostic, .. }) => {
            vec![finding(Rule::NotAnArticle, &diagnostic.pointer, said(&diagnostic))]
        }
        Err(error @ ReadError::TooLarge { .. }) => {
            vec![finding(Rule::TooLarge, "", error.to_string())]
        }
        Err(ReadError::NotJson { message }) => {
            let mut finding = not_json(at, &message);
            // In a feed, the parser has counted from where the article begins.
            if start > 0 {
                finding.place = beginning;
            }
            vec![finding]
        }
    }
}

/// The parser's words end with the place: '… at line 2 column 8'.
fn not_json(pointer: &str, message: &str) -> Finding {
    let place = message.rsplit_once(" at line ").and_then(|(what, place)| {
        let (line, column) = place.split_once(" column ")?;
        Some((what, Place { line: line.parse().ok()?, column: column.parse().ok()? }))
    });
    let (what, place) = place.unwrap_or((message, Place { line: 1, column: 1 }));
    Finding {
        rule: Rule::NotJson,
        place,
        pointer: pointer.into(),
        message: format!("this is no JSON: {what}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str) -> Vec<String> {
        findings(body.as_bytes())
            .into_iter()
            .map(|Finding { rule, place, pointer, message }| {
                format!("{}:{} {} {pointer} {message}", place.line, place.column, rule.name())
            })
            .collect()
    }

    #[test]
    fn what_is_left_out_has_a_place() {
        let body = "\u{feff}{\n  \"headline\": \"Ä\", \"url\": \"javascript:1\",\n  \"sections\": [{\"blocks\": [{}]}]}";
        assert_eq!(
            found(body),
            [
                "2:27 left-out /url expected an http, https, mailto or tel URL, found \"javascript:1\"",
                "3:28 left-out /sections/0/blocks/0 expected an object with \"type\", found none",
            ]
        );
        assert!(found(r#"{"headline": "H", "sections": [], "url": "../relative"}"#).is_empty());
    }

    #[test]
    fn what_is_no_article_says_why() {
        assert_eq!(
            found("{\"a\": 1}"),
            ["1:1 not-an-article  expected an object with \"headline\", found none"]
        );
        assert_eq!(found("{\n \"a\": treu}"), ["2:7 not-json  this is no JSON: expected a value"]);
        assert_eq!(found(""), ["1:1 not-json  this is no JSON: the end comes too early"]);
    }

    #[test]
    fn every_article_of_a_feed_is_checked() {
        assert_eq!(
            found(
                "{\"items\": [{\"headline\": \"H\", \"sections\": []},\n {\"headline\": 7, \"url\": []}, {}]}"
            ),
            [
                "2:25 left-out /items/1/url expected an http, https, mailto or tel URL, found an empty array",
                "2:2 left-out /items/1 expected an object with \"sections\", found none",
                "2:30 not-an-article /items/2 expected an object with \"headline\", found none",
            ]
        );
        assert!(found("[]").is_empty());
    }
}
