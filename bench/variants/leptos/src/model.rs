//! What an article is.

use serde::Deserialize;

#[derive(Clone, Deserialize)]
pub struct Article {
    pub lang: String,
    pub header: Header,
    pub kicker: String,
    pub headline: String,
    pub standfirst: String,
    pub published: String,
    pub byline: Byline,
    pub hero: Picture,
    pub sections: Vec<Section>,
    pub rights: String,
}

#[derive(Clone, Deserialize)]
pub struct Header {
    pub date: String,
    pub place: String,
}

#[derive(Clone, Deserialize)]
pub struct Byline {
    pub authors: Vec<Person>,
}

#[derive(Clone, Deserialize)]
pub struct Person {
    pub name: String,
    pub url: String,
}

#[derive(Clone, Deserialize)]
pub struct Section {
    pub heading: Option<String>,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Deserialize)]
pub struct Source {
    pub src: String,
    pub width: u32,
}

#[derive(Clone, Deserialize)]
pub struct Picture {
    pub src: String,
    pub srcset: Vec<Source>,
    pub width: u32,
    pub height: u32,
    pub alt: String,
    pub caption: String,
    pub credit: String,
}

#[derive(Clone, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Block {
    Paragraph { text: Text },
    Heading { text: String },
    List { ordered: bool, items: Vec<String> },
    Quote { text: String, cite: String },
    Figure { value: String, label: String },
    Image(Picture),
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub enum Text {
    Plain(String),
    Spans(Vec<Span>),
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub enum Span {
    Plain(String),
    Link { text: String, href: String },
    Marked { text: String, marks: Vec<Mark> },
}

#[derive(Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Mark {
    Strong,
    Emphasis,
}
