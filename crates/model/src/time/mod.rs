//! Dates and moments, as [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339) writes them.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Str;

mod scan;

pub(crate) use scan::scan_date;

use scan::scan_time;

/// A day of the calendar. It is that day everywhere: it has no time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A moment, the same all over the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instant {
    /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    epoch_ms: i64,
}

/// When something was published: a moment, or only the day when the document says no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Moment {
    /// Only the day is known.
    Day(Date),
    /// Date, time and offset are known.
    Instant(Instant),
}

impl Date {
    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = scan_date(text.as_bytes())?;
        rest.is_empty().then_some(date)
    }

    /// Year, from 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// Month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01, negative before it.
    #[must_use]
    pub fn days_since_epoch(self) -> i64 {
        // Counted in years that begin in March, so that the leap day is the last of a year.
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let year = if month <= 2 { year - 1 } else { year };
        let month = (month + 9) % 12;
        year * 365 + year / 4 - year / 100
            + year / 400
            + (month * 153 + 2) / 5
            + i64::from(self.day)
            - 719_469
    }

    fn from_days_since_epoch(days: i64) -> Self {
        // The inverse of `days_since_epoch`: an estimate of the year that is corrected, then month
        // by month.
        let mut year = 1970 + days.div_euclid(366);
        let first = |year: i64| {
            Self { year: u16::try_from(year).unwrap_or(9999), month: 1, day: 1 }.days_since_epoch()
        };
        while first(year + 1) <= days {
            year += 1;
        }
        while first(year) > days {
            year -= 1;
        }
        let mut left = days - first(year);
        let year = u16::try_from(year).unwrap_or(9999);
        let mut month = 1;
        while left >= i64::from(days_in_month(year, month)) {
            left -= i64::from(days_in_month(year, month));
            month += 1;
        }
        Self { year, month, day: u8::try_from(left + 1).unwrap_or(1) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Instant {
    /// The moment so many milliseconds after 1970-01-01T00:00:00Z, as a browser's `Date` counts
    /// them.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "no fraction of a millisecond matters")]
    pub fn at(epoch_ms: f64) -> Self {
        Self { epoch_ms: epoch_ms as i64 }
    }

    /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted, as a browser's `Date`
    /// counts them.
    #[must_use]
    pub fn epoch_ms(self) -> i64 {
        self.epoch_ms
    }

    /// Day and minute of the day in UTC.
    #[must_use]
    pub fn utc(self) -> (Date, u16) {
        let minutes = self.epoch_ms.div_euclid(60_000);
        let date = Date::from_days_since_epoch(minutes.div_euclid(24 * 60));
        (date, u16::try_from(minutes.rem_euclid(24 * 60)).unwrap_or(0))
    }
}

impl fmt::Display for Instant {
    /// As RFC 3339 in UTC, which is what a `datetime` attribute takes.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (date, minute) = self.utc();
        let (second, ms) =
            (self.epoch_ms.div_euclid(1000).rem_euclid(60), self.epoch_ms.rem_euclid(1000));
        write!(formatter, "{date}T{:02}:{:02}:{second:02}", minute / 60, minute % 60)?;
        if ms != 0 {
            write!(formatter, ".{ms:03}")?;
        }
        formatter.write_str("Z")
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Moment {
    /// Reads a date-time. Accepted besides RFC 3339, as databases and frameworks write it: no
    /// seconds, a space for the `T` and before the offset, an offset without its colon or minutes,
    /// `UTC` or `GMT` for one, a zone in brackets after it, and a bare date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = scan_date(text.as_bytes())?;
        if rest.is_empty() {
            return Some(Self::Day(date));
        }
        let (seconds, ms, offset) = scan_time(rest)?;
        let seconds = date.days_since_epoch() * 86_400 + seconds - offset;
        // Other years can't be written with four digits.
        let instant = Instant { epoch_ms: seconds * 1000 + ms };
        let first = Date { year: 1, month: 1, day: 1 }.days_since_epoch() * 86_400_000;
        let last = Date { year: 9999, month: 12, day: 31 }.days_since_epoch() * 86_400_000;
        (first..last + 86_400_000).contains(&instant.epoch_ms).then_some(Self::Instant(instant))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(formatter),
            Self::Instant(instant) => instant.fmt(formatter),
        }
    }
}

impl Moment {
    /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted; a day begins then.
    #[must_use]
    pub fn epoch_ms(&self) -> i64 {
        match self {
            Self::Day(date) => date.days_since_epoch() * 86_400_000,
            Self::Instant(instant) => instant.epoch_ms,
        }
    }

    /// The value of a `datetime` attribute.
    #[must_use]
    pub fn datetime(&self) -> Str {
        self.to_string().into()
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(Date::parse("2024-02-29").unwrap().to_string(), "2024-02-29");
        for bad in [
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-04-31",
            "0000-01-01",
            "2024-3-18",
            "18/03/2024",
            "2024-03-18T",
            "२०२४-०३-१८",
            "",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        let days = |text| Date::parse(text).unwrap().days_since_epoch();
        assert_eq!(days("1970-01-01"), 0);
        assert_eq!(days("1969-12-31"), -1);
        assert_eq!(days("2024-03-18"), 19_800);
        assert_eq!(days("0001-01-01"), -719_162);
        for day in (-719_162..2_932_896).step_by(97).chain([0, -1, 19_782, 2_932_896]) {
            assert_eq!(Date::from_days_since_epoch(day).days_since_epoch(), day);
        }
    }

    #[test]
    fn moments_are_the_same_whatever_their_offset() {
        for same in [
            "2024-03-18T09:30:00Z",
            "2024-03-18t09:30:00z",
            "2024-03-18T10:30:00+01:00",
            "2024-03-18T10:30:00+0100",
            "2024-03-17T23:30:00-10:00",
            "2024-03-18 09:30Z",
            "2024-03-18T09:30:00.000000Z",
            // Postgres, Ruby, Java, SQL.
            "2024-03-18 09:30:00+00",
            "2024-03-18 09:30:00.000-00",
            "2024-03-18 15:00:00 +0530",
            "2024-03-18 09:30:00 UTC",
            "2024-03-18T09:30:00 GMT",
            "2024-03-18T09:30:00 Z",
            "2024-03-18T10:30:00+01:00[Europe/Berlin]",
            "2024-03-18T09:30Z[UTC]",
        ] {
            assert_eq!(Moment::parse(same).unwrap().to_string(), "2024-03-18T09:30:00Z", "{same}");
        }
        let moment = Moment::parse("1969-12-31T23:59:59.5Z").unwrap();
        assert_eq!(moment.to_string(), "1969-12-31T23:59:59.500Z");
        assert_eq!(
            Moment::parse("2016-12-31T23:59:60Z").unwrap().to_string(),
            "2016-12-31T23:59:59Z"
        );
        assert_eq!(Moment::parse("2024-03-18").unwrap().to_string(), "2024-03-18");
        for bad in [
            "2024-03-18T09:30:00",
            "2024-03-18T24:00:00Z",
            "2024-03-18T09:30:00.Z",
            "2024-03-18T09:30:00+1",
            "2024-03-18T09:30:00 CET",
            "2024-03-18T09:30:00[Europe/London]",
            "2024-03-18T09:60Z",
            "0001-01-01T00:00:00+01:00",
            "yesterday",
        ] {
            assert_eq!(Moment::parse(bad), None, "{bad}");
        }
    }
}
