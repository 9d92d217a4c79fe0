//! The people of an article: in its byline and on its author cards.

use serde::Serialize;

use super::Str;
use super::image::Image;
use super::link::Link;
use super::text::Text;
use super::url::LinkUrl;

/// Someone who wrote, drew or edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Person {
    /// The name as it is printed.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub name: Str,
    /// The person's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<LinkUrl>,
    /// What the person is: 'Foreign editor'.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Str>,
    /// A portrait.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// A few sentences about the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bio: Option<Text>,
    /// Where else the person is to be found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

/// Who the article is by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Byline {
    /// The words before the names, where they are not the language's for 'Authored by'.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Str>,
    /// The people, in the order in which they are named.
    pub authors: Vec<Person>,
}
