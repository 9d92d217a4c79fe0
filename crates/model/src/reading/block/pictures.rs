//! Reading of what is in `block/pictures.rs`.

use super::super::cursor::Cursor;
use super::super::reader::Reader;
use crate::{Gallery, Image, ImageBlock, Layout, Text};

impl ImageBlock {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            image: Image::read(at, reader)?,
            layout: reader.word(at, "layout", Layout::WORDS).unwrap_or_default(),
        })
    }
}

impl Gallery {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            images: reader.required_list(at, "images", Image::read)?,
            caption: Text::optional(at, reader, "caption"),
        })
    }
}
