//! Links, and the lists of teasers that lead to other articles.

use serde::Serialize;

use super::Str;
use super::cursor::Cursor;
use super::image::Image;
use super::json::Json;
use super::reader::{Read, Reader};
use super::text::Text;
use super::time::Moment;
use super::url::{DataUrl, LinkUrl};

/// A link with its words. Without a URL that the policy allows it is only its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Link {
    /// The words.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub text: Str,
    /// Where they lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(required))]
    pub url: Option<LinkUrl>,
}

/// A list of other articles: 'Latest news', 'Related news'.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LinkList {
    /// Its heading, where it is not the usual one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Str>,
    /// The articles, the most important first.
    pub items: Vec<Teaser>,
    /// Where there is more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<Link>,
}

/// What invites a reader into another article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Teaser {
    /// Its headline.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub headline: Str,
    /// Where the article stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(required))]
    pub url: Option<LinkUrl>,
    /// Where its JSON is to be had, so that it can be shown in the place of this article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<DataUrl>,
    /// A word or two above the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<Str>,
    /// Summary under the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<Text>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Moment>,
    /// Its picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
}

/// A part that stands in the document, or the URL that answers with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum InlineOrUrl<T> {
    /// It stands right here.
    Inline(T),
    /// It is to be had there.
    Url(DataUrl),
}

impl<T> InlineOrUrl<T> {
    /// Where it is to be had, when it does not stand here.
    #[must_use]
    pub fn url(&self) -> Option<&DataUrl> {
        match self {
            Self::Inline(_) => None,
            Self::Url(url) => Some(url),
        }
    }

    /// Reads an optional member: a string is a URL, anything else the part itself.
    pub(super) fn optional(
        at: &Cursor<'_>,
        reader: &mut Reader<'_>,
        key: &str,
        read: Read<T>,
    ) -> Option<Self> {
        match at.get(key)?.json {
            Json::String(_) => reader.optional(at, key, DataUrl::read).map(Self::Url),
            _ => reader.optional(at, key, read).map(Self::Inline),
        }
    }
}

impl Link {
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.required_string(at, "text")?;
        Some(Self { text, url: reader.required(at, "url", LinkUrl::read) })
    }
}

impl LinkList {
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        // A bare array of teasers says all that a list needs.
        if let Json::Array(_) = at.json {
            let items = at.items().filter_map(|item| Teaser::read(&item, reader)).collect();
            return Some(Self { title: None, items, more: None });
        }
        if at.get("items").is_none() {
            reader.report_missing(at, "items");
            return None;
        }
        Some(Self {
            title: reader.optional_string(at, "title"),
            items: reader.list(at, "items", Teaser::read),
            more: reader.optional(at, "more", Link::read),
        })
    }
}

impl Teaser {
    fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let headline = reader.required_string(at, "headline")?;
        Some(Self {
            headline,
            url: reader.required(at, "url", LinkUrl::read),
            article: reader.optional(at, "article", DataUrl::read),
            kicker: reader.optional_string(at, "kicker"),
            standfirst: Text::optional(at, reader, "standfirst"),
            published: reader.optional(at, "published", Moment::read),
            image: reader.optional(at, "image", Image::read),
        })
    }
}
