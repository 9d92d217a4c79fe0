//! Reading of what is in `time.rs`.

use super::cursor::Cursor;
use super::reader::Reader;
use crate::time::scan_date;
use crate::{Date, Moment};

impl Date {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.string(at)?;
        let date = Self::parse(text.trim());
        if date.is_none() {
            reader.report(at, "a date such as \"2024-03-18\"");
        }
        date
    }
}

impl Moment {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.string(at)?;
        let moment = Self::parse(text.trim());
        if moment.is_some() {
            return moment;
        }
        reader.report(at, "a date and time with its offset, such as \"2024-03-18T09:30:00Z\"");
        // The moment is unknown, but where a time follows the day is not: that much is kept.
        let (date, rest) = scan_date(text.trim().as_bytes())?;
        matches!(rest, [b'T' | b't' | b' ', ..]).then_some(Self::Day(date))
    }
}
