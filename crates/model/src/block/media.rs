//! Films, sounds, files, and what other sites show.

use serde::Serialize;

use super::super::Str;
use super::super::language::Language;
use super::super::text::Text;
use super::super::url::{LinkUrl, MediaUrl};
use super::super::word_enum::word_enum;
use super::player::{Player, player};

/// A film or a sound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Media {
    /// The same film or sound in one format or more, the best first.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub sources: Vec<MediaSource>,
    /// What is shown before it plays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub poster: Option<MediaUrl>,
    /// Its width in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 1, max = 65_535)))]
    pub width: Option<u32>,
    /// Its height in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 1, max = 65_535)))]
    pub height: Option<u32>,
    /// What the reader should know of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Text>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Str>,
    /// Subtitles, captions and descriptions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tracks: Vec<Track>,
    /// What is said in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transcript: Option<Text>,
}

/// One format of a film or sound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MediaSource {
    /// Where it comes from.
    pub src: MediaUrl,
    /// Its media type, such as `video/mp4`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_type: Option<Str>,
}

/// A timed text for a film or sound ([WebVTT](https://www.w3.org/TR/webvtt1/)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Track {
    /// Where it comes from.
    pub src: MediaUrl,
    /// What it is: `subtitles`, `captions`, `descriptions`, `chapters`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<TrackKind>,
    /// Its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Language>,
    /// What the reader chooses it by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Str>,
}

word_enum! {
    /// What a timed text is
    /// ([HTML](https://html.spec.whatwg.org/multipage/media.html#attr-track-kind)).
    pub enum TrackKind {
        /// What is said, in another language.
        Subtitles = "subtitles",
        /// What is said and heard, for those who don't hear it.
        Captions = "captions",
        /// What is seen, for those who don't see it.
        Descriptions = "descriptions",
        /// The titles of its parts.
        Chapters = "chapters",
    }
}

/// Something that another site shows. Nothing is asked of that site until the reader asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Embed {
    /// Where it stands.
    pub url: LinkUrl,
    /// Who shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<Str>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Str>,
    /// Its width in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 1, max = 65_535)))]
    pub width: Option<u32>,
    /// Its height in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 1, max = 65_535)))]
    pub height: Option<u32>,
    /// A picture that stands for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub poster: Option<MediaUrl>,
    /// What the reader should know of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Text>,
}

/// A file to take away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct File {
    /// Where it is to be had.
    pub url: LinkUrl,
    /// What it is called.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub title: Str,
    /// Its media type, such as `application/pdf`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_type: Option<Str>,
    /// Its size in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 0, max = 9_007_199_254_740_992i64)))]
    pub bytes: Option<i64>,
}

impl Embed {
    /// Where the player for it is, where its site is known.
    #[must_use]
    pub fn player(&self) -> Option<Player> {
        player(self.url.href())
    }
}
