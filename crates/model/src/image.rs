//! Pictures.

use serde::Serialize;

use super::Str;
use super::text::Text;
use super::url::MediaUrl;

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Image {
    /// Where it comes from.
    pub src: MediaUrl,
    /// What it shows, for those who don't see it. Absent for a picture that only decorates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<Str>,
    /// Its width in pixels, which keeps its space while it loads.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 1, max = 65_535)))]
    pub width: Option<u32>,
    /// Its height in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 1, max = 65_535)))]
    pub height: Option<u32>,
    /// The same picture in other widths.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub srcset: Vec<ImageSource>,
    /// What the reader should know of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Text>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Str>,
}

/// One width in which a picture is to be had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ImageSource {
    /// Where it comes from.
    pub src: MediaUrl,
    /// Its width in pixels.
    #[cfg_attr(test, schemars(range(min = 1, max = 65_535)))]
    pub width: u32,
}
