//! The pieces of a date-time, one after the other.

use super::Date;

/// The number in exactly this many digits, and what follows them.
fn scan_digits(text: &[u8], digits: usize) -> Option<(u16, &[u8])> {
    let (number, rest) = text.split_at_checked(digits)?;
    let number = number.iter().try_fold(0, |sum: u16, byte| {
        byte.is_ascii_digit().then(|| sum * 10 + u16::from(byte - b'0'))
    })?;
    Some((number, rest))
}

/// The date that a text begins with, and what follows it.
pub(crate) fn scan_date(text: &[u8]) -> Option<(Date, &[u8])> {
    let (year, rest) = scan_digits(text, 4)?;
    let (month, rest) = scan_digits(rest.strip_prefix(b"-")?, 2)?;
    let (day, rest) = scan_digits(rest.strip_prefix(b"-")?, 2)?;
    let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    Some((date, rest))
}

/// `T09:30:00.123`: seconds of the day, milliseconds, and what follows.
fn scan_clock(text: &[u8]) -> Option<(i64, i64, &[u8])> {
    let [b'T' | b't' | b' ', rest @ ..] = text else { return None };
    let (hour, rest) = scan_digits(rest, 2)?;
    let (minute, mut rest) = scan_digits(rest.strip_prefix(b":")?, 2)?;
    let (mut second, mut ms) = (0, 0);
    if let Some(after) = rest.strip_prefix(b":") {
        (second, rest) = scan_digits(after, 2)?;
        if let [b'.' | b',', fraction @ ..] = rest {
            let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if digits == 0 {
                return None;
            }
            for place in 0..3 {
                let digit = fraction[..digits].get(place).map_or(0, |byte| byte - b'0');
                ms = ms * 10 + i64::from(digit);
            }
            rest = &fraction[digits..];
        }
    }
    // RFC 3339 allows second 60 for leap seconds. A browser's clock has none, so it counts as 59.
    let fits = hour <= 23 && minute <= 59 && second <= 60;
    let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second.min(59));
    fits.then_some((seconds, ms, rest))
}

/// `T09:30:00.123+01:00`: seconds of the day, milliseconds, and the offset in seconds.
pub(super) fn scan_time(text: &[u8]) -> Option<(i64, i64, i64)> {
    let (seconds, ms, rest) = scan_clock(text)?;
    // `[Europe/London]` after the offset (RFC 9557) says the same in other words.
    let end = rest.iter().position(|byte| *byte == b'[').unwrap_or(rest.len());
    let (sign, rest) = match rest[..end].trim_ascii() {
        [b'Z' | b'z'] | b"UTC" | b"GMT" => return Some((seconds, ms, 0)),
        [b'+', rest @ ..] => (1, rest),
        [b'-', rest @ ..] => (-1, rest),
        _ => return None,
    };
    let (hours, rest) = scan_digits(rest, 2)?;
    let (minutes, rest) = match rest {
        [] => (0, rest),
        _ => scan_digits(rest.strip_prefix(b":").unwrap_or(rest), 2)?,
    };
    let fits = rest.is_empty() && hours <= 23 && minutes <= 59;
    fits.then_some((seconds, ms, sign * (i64::from(hours) * 3600 + i64::from(minutes) * 60)))
}
