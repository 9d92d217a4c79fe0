//! Reading of what is in `time.rs`.

use super::cursor::Cursor;
use super::reader::Reader;
use crate::time::scan_date;
use crate::{Date, Moment};

impl Date {
    pub(crate) fn read(at: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.string(at)?;
        let date = Self::parse(text.trim());
        if date.is_some() {
            return date;
        }
        reader.report(at, "a date such as \"2024-03-18\"");
        day_before_time(&text)
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
        // The moment is unknown, but the day may not be: that much is kept.
        day_before_time(&text).map(Self::Day)
    }
}

/// The day of a text, where a time follows it.
fn day_before_time(text: &str) -> Option<Date> {
    let (date, rest) = scan_date(text.trim().as_bytes())?;
    matches!(rest, [b'T' | b't' | b' ', ..]).then_some(date)
}
