//! Links, and the lists of teasers that lead to other articles.

use serde::Serialize;

use super::Str;
use super::image::Image;
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
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "{T}OrUrl"))]
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
}
