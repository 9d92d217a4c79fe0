//! Time zones by their names, with all that has been decided about them.

use icu_calendar::Gregorian;
use icu_datetime::input::{Date, Time};
use icu_time::ZonedDateTime;
use icu_time::zone::models::AtTime;
use icu_time::zone::{TimeZone as ZoneId, TimeZoneInfo, UtcOffset, ZoneNameTimestamp};
use jiff::Timestamp;
use newsprint_model::Instant;

/// A time zone: where a reader's clock is, as far as a server can know it.
///
/// The [database](https://www.iana.org/time-zones) is compiled in, so that every computer says the
/// same.
#[derive(Debug, Clone)]
pub struct TimeZone {
    rules: jiff::tz::TimeZone,
    id: ZoneId,
}

impl TimeZone {
    /// Universal time.
    #[must_use]
    pub fn utc() -> Self {
        Self { rules: jiff::tz::TimeZone::UTC, id: ZoneId::from_iana_id("Etc/UTC") }
    }

    /// The time zone of this name, such as `Europe/Berlin`, whatever its case; `None` where the
    /// database has no such name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if matches!(name.to_ascii_lowercase().as_str(), "utc" | "etc/utc") {
            return Some(Self::utc());
        }
        let rules = jiff::tz::TimeZoneDatabase::bundled().get(name).ok()?;
        let id = ZoneId::from_iana_id(rules.iana_name().unwrap_or(name));
        Some(Self { rules, id })
    }

    /// Whether it is universal time.
    pub(crate) fn is_utc(&self) -> bool {
        self.id.as_str() == "utc"
    }

    /// What a calendar and a clock show there at a moment; `None` for a moment in no year of four
    /// digits, which no document has.
    pub(crate) fn at(
        &self,
        instant: Instant,
    ) -> Option<ZonedDateTime<Gregorian, TimeZoneInfo<AtTime>>> {
        let timestamp = Timestamp::from_millisecond(instant.epoch_ms()).ok()?;
        let there = timestamp.to_zoned(self.rules.clone());
        let part = |number: i8| u8::try_from(number).ok();
        let (month, day) = (part(there.month())?, part(there.day())?);
        let (hour, minute) = (part(there.hour())?, part(there.minute())?);
        let offset = UtcOffset::try_from_seconds(there.offset().seconds()).ok();
        Some(ZonedDateTime {
            date: Date::try_new_gregorian(i32::from(there.year()), month, day).ok()?,
            time: Time::try_new(hour, minute, 0, 0).ok()?,
            zone: self.id.with_offset(offset).with_zone_name_timestamp(
                ZoneNameTimestamp::from_epoch_seconds(timestamp.as_second()),
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_database() {
        for name in ["UTC", "utc", "Europe/Berlin", "europe/berlin", "America/Argentina/Ushuaia"] {
            assert!(TimeZone::named(name).is_some(), "{name}");
        }
        for name in ["", "Berlin", "Europe/Atlantis", "../../etc/passwd"] {
            assert!(TimeZone::named(name).is_none(), "{name}");
        }
    }
}
