//! Pictures.

use serde::Serialize;

use super::Str;
use super::cursor::Cursor;
use super::reader::Reader;
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

impl Image {
    pub(super) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            src: reader.required(at, "src", MediaUrl::read)?,
            alt: reader.optional_string(at, "alt"),
            width: reader.pixels(at, "width"),
            height: reader.pixels(at, "height"),
            srcset: reader.list(at, "srcset", ImageSource::read),
            caption: Text::optional(at, reader, "caption"),
            credit: reader.optional_string(at, "credit"),
        })
    }
}

impl ImageSource {
    fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let src = reader.required(at, "src", MediaUrl::read)?;
        if at.get("width").is_none() {
            reader.report_missing(at, "width");
        }
        Some(Self { src, width: reader.pixels(at, "width")? })
    }
}
