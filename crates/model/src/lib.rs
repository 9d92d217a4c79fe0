//! The model: what an article is, and how a document is read as one.
//!
//! Nothing here knows the browser, the network or the page. A document is read once, into types that
//! can't hold anything invalid, so that nothing has to be checked later. What can't be read is left
//! out and reported as a [`Diagnostic`].
//!
//! The types are also the source of `contract/article.schema.json`.
//!
//! # Example
//!
//! ```
//! use newsprint_model::read_article;
//! use url::Url;
//!
//! let base: Url = "https://news.example/api/bridges.json".parse()?;
//! let reading = read_article(
//!     br#"{ "headline": "A harbour town counts its bridges", "sections": [], "url": "javascript:1" }"#,
//!     &base,
//! )?;
//!
//! assert_eq!(&*reading.value.headline, "A harbour town counts its bridges");
//! // What can't be read is left out, and reported with its place.
//! assert_eq!(
//!     reading.diagnostics[0].to_string(),
//!     r#"/url: expected an http, https, mailto or tel URL, found "javascript:1""#
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod article;
mod block;
mod diagnostic;
mod failure;
mod fingerprint;
mod image;
mod language;
mod limits;
mod link;
mod number;
mod person;
mod reading;
#[cfg(test)]
mod schema;
mod text;
mod time;
mod url;
mod weather;
mod word_enum;

use std::rc::Rc;

pub use article::{Article, CONTRACT_VERSION, Correction, Header, Hero, Section};
pub use block::{
    Aside, AsideKind, Block, Code, Content, Details, Embed, Figure, File, Footnote, Footnotes,
    Gallery, Heading, ImageBlock, Layout, List, ListItem, Media, MediaSource, Paragraph, Player,
    PullQuote, Question, Questions, Quote, Table, Timeline, TimelineEvent, Track, TrackKind,
};
pub use diagnostic::{Diagnostic, ReadError};
pub use failure::FailureKind;
pub use fingerprint::Fingerprint;
pub use image::{Image, ImageSource};
pub use language::{Direction, Language};
pub use limits::{
    MAX_BLOCKS, MAX_BODY_BYTES, MAX_DIAGNOSTICS, MAX_JSON_DEPTH, MAX_JSON_VALUES, MAX_NESTING,
};
pub use link::{InlineOrUrl, Link, LinkList, Teaser};
pub use number::Number;
pub use person::{Byline, Person};
pub use text::{Href, Mark, Span, Text};
pub use time::{Date, Instant, Moment};
pub use url::{DataUrl, LinkUrl, MediaUrl, ParsedUrl, UrlParser};
pub use weather::{Condition, Unit, Weather};

use reading::cursor::Cursor;
use reading::json::Json;
use reading::reader::{Read, Reader};

/// Text that the model and the page share without copying it.
pub type Str = Rc<str>;

/// What was read, and what was found wrong on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<T> {
    /// What was read.
    pub value: T,
    /// What was left out, where and why; empty for a document as the contract has it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the body of a reply as an article.
///
/// # Errors
/// When there is no article in it: it is too large, no JSON, no JSON object, or has no headline.
/// Anything less is left out and reported among the diagnostics.
pub fn read_article(body: &[u8], urls: &dyn UrlParser) -> Result<Reading<Article>, ReadError> {
    let (json, is_cut) = parse(body)?;
    let mut reader = Reader::new(urls);
    reader.note_cut(&json, is_cut);
    let value = Article::read(&json, &mut reader)?;
    Ok(Reading { value, diagnostics: reader.diagnostics })
}

/// Reads the body of a reply as a list of articles.
///
/// # Errors
/// When there is no list in it.
pub fn read_link_list(body: &[u8], urls: &dyn UrlParser) -> Result<Reading<LinkList>, ReadError> {
    read_part(body, urls, "a list of articles", LinkList::read)
}

/// Reads the body of a reply as the weather.
///
/// # Errors
/// When there is no weather in it.
pub fn read_weather(body: &[u8], urls: &dyn UrlParser) -> Result<Reading<Weather>, ReadError> {
    read_part(body, urls, "the weather", Weather::read)
}

fn read_part<T>(
    body: &[u8],
    urls: &dyn UrlParser,
    what: &'static str,
    read: Read<T>,
) -> Result<Reading<T>, ReadError> {
    let (json, is_cut) = parse(body)?;
    let mut reader = Reader::new(urls);
    match read(&Cursor::document(&json), &mut reader) {
        Some(value) => {
            reader.note_cut(&json, is_cut);
            Ok(Reading { value, diagnostics: reader.diagnostics })
        }
        // The reader has reported why: there is a diagnostic.
        None => Err(ReadError::NotThat { what, diagnostic: reader.diagnostics.swap_remove(0) }),
    }
}

fn parse(body: &[u8]) -> Result<(Json, bool), ReadError> {
    if body.len() > MAX_BODY_BYTES {
        return Err(ReadError::TooLarge { bytes: body.len() });
    }
    Json::parse_limited(body).map_err(|error| ReadError::NotJson { message: error.to_string() })
}
