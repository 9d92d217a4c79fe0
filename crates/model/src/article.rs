//! The article: everything that one page of a newspaper shows of a story.

use serde::Serialize;

use super::Str;
use super::block::{Block, Content, Media};
use super::fingerprint::Fingerprint;
use super::image::Image;
use super::language::{Direction, Language};
use super::link::{InlineOrUrl, Link, LinkList};
use super::person::{Byline, Person};
use super::text::Text;
use super::time::{Date, Moment};
use super::url::LinkUrl;
use super::weather::Weather;

/// The version of the contract that this program knows.
pub const CONTRACT_VERSION: i64 = 1;

/// A news article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// Version of the contract that the document follows.
    #[serde(default = "Article::contract_version")]
    #[cfg_attr(test, schemars(range(min = 1)))]
    pub version: i64,
    /// A name of the article that stays when its headline changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Str>,
    /// Its canonical address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<LinkUrl>,
    /// The language of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Language>,
    /// The direction of the text, where it does not follow from the language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dir: Option<Direction>,
    /// The weather header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// A word or two above the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<Str>,
    /// The headline.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub headline: Str,
    /// Summary under the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<Text>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Moment>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Moment>,
    /// Who it is by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<Byline>,
    /// The leading picture or film.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hero: Option<Hero>,
    /// The body; the first section usually has no heading and is the lead.
    pub sections: Vec<Section>,
    /// The people shown in full after the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub author_cards: Vec<Person>,
    /// 'Latest news', or the URL that answers with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<InlineOrUrl<LinkList>>,
    /// 'Related news', or the URL that answers with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub related: Option<InlineOrUrl<LinkList>>,
    /// What the article is about, first and foremost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<Link>,
    /// What else it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Link>,
    /// What was put right since it was published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// The copyright line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<Str>,
}

/// The line at the very top of the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Header {
    /// The date of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Where the paper appears.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Str>,
    /// The weather, or the URL that answers with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weather: Option<InlineOrUrl<Weather>>,
}

/// The leading picture or film.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hero {
    /// A picture.
    Image(Image),
    /// A film: a `video` block.
    Video(Media),
}

/// A part of the body under one heading.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Section {
    /// The name by which links inside the article point here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Str>,
    /// Its heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// What recognises it in another version of the article: its id, or else its heading.
    #[serde(skip)]
    pub fingerprint: Fingerprint,
}

/// Something that was put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Correction {
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Moment>,
    /// What.
    pub text: Text,
}

impl Article {
    pub(crate) fn contract_version() -> i64 {
        CONTRACT_VERSION
    }

    /// The direction of the text: what the document says, else what its language says.
    #[must_use]
    pub fn direction(&self) -> Option<Direction> {
        self.dir.or_else(|| self.lang.as_ref().map(Language::direction))
    }
}

impl Serialize for Hero {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Image(image) => image.serialize(serializer),
            Self::Video(video) => Content::Video(video.clone()).serialize(serializer),
        }
    }
}

/// Equal when they say the same, however the document writes it.
impl PartialEq for Section {
    fn eq(&self, other: &Self) -> bool {
        (&self.id, &self.heading, &self.blocks) == (&other.id, &other.heading, &other.blocks)
    }
}

impl Section {
    /// Whether nothing is to be seen of it, and no link can point to it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.id.is_none() && self.heading.is_none() && self.blocks.is_empty()
    }
}
