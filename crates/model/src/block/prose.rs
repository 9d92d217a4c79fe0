//! Blocks of words.

use serde::Serialize;

use super::super::Str;
use super::super::text::Text;

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Paragraph {
    /// Its words.
    pub text: Text,
}

/// A heading within a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Heading {
    /// Its words.
    pub text: Text,
    /// Its level, from 3 to 6; a section's own heading is of level 2.
    #[serde(default = "Heading::default_level")]
    #[cfg_attr(test, schemars(range(min = 3, max = 6)))]
    pub level: u8,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct List {
    /// Whether its items are numbered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
    /// The number of its first item.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = i32::MIN, max = i32::MAX)))]
    pub start: Option<i32>,
    /// Its items.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub items: Vec<ListItem>,
}

/// An item of a list, with the items under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListItem {
    /// Its words.
    pub text: Text,
    /// The items under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ListItem>,
}

/// A quotation, a paragraph or more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Quote {
    /// Its paragraphs.
    #[serde(rename = "text")]
    #[cfg_attr(test, schemars(with = "super::super::schema::OneOrMore<Text>"))]
    pub paragraphs: Vec<Text>,
    /// Whom or what it is from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cite: Option<Text>,
}

/// A sentence of the article, set large beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PullQuote {
    /// Its words.
    pub text: Text,
    /// Whose they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cite: Option<Text>,
}

/// Computer code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Code {
    /// The code, its lines and spaces kept.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub code: Str,
    /// The language that it is written in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Str>,
}

/// A number, set large.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Figure {
    /// The number, as it is printed.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub value: Str,
    /// What it counts.
    pub label: Text,
}

/// The notes that the text refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Footnotes {
    /// The notes, in their order.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub notes: Vec<Footnote>,
}

/// One note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Footnote {
    /// The name by which the text refers to it, with `"href": "#id"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(required))]
    pub id: Option<Str>,
    /// Its words.
    pub text: Text,
}

impl Heading {
    pub(crate) fn default_level() -> u8 {
        3
    }
}
