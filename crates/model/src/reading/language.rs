//! Reading of what is in `language.rs`.

use super::cursor::Cursor;
use super::reader::Reader;
use crate::{Direction, Language};

impl Language {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let tag = reader.string(at)?;
        // Backends that think in POSIX locales send an underscore.
        let language = Self::new(&tag.trim().replace('_', "-"));
        if language.is_none() {
            reader.report(at, "a language tag such as \"en-GB\"");
        }
        language
    }
}

impl Direction {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        reader.word_here(at, Self::WORDS)
    }
}
