//! Reading of what is in `image.rs`.

use super::cursor::Cursor;
use super::reader::Reader;
use crate::{Image, ImageSource, MediaUrl, Text};

impl Image {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
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
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let src = reader.required(at, "src", MediaUrl::read)?;
        if at.get("width").is_none() {
            reader.report_missing(at, "width");
        }
        Some(Self { src, width: reader.pixels(at, "width")? })
    }
}
