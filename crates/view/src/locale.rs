//! How dates, numbers and lists are written. The view is handed a [`Locale`]: in a browser that is the
//! browser's own `Intl`, on the host it is [`PlainEnglish`].

use newsprint_model::{Date, Instant, Language, Number, Unit};

/// How one language writes dates, numbers and lists.
pub trait Locale {
    /// A date in words with its weekday: 'Monday, 18 March 2024'.
    fn weekday(&self, date: Date) -> String;

    /// A date in words: '18 March 2024'.
    fn day(&self, date: Date) -> String;

    /// A moment in words: '18 March 2024 at 09:30 UTC'.
    fn moment(&self, instant: Instant) -> String;

    /// The time of day: '09:30'.
    fn time(&self, instant: Instant) -> String;

    /// A number with all its digits.
    fn decimal(&self, number: &Number) -> String;

    /// A number with at most one digit after the point.
    fn tenths(&self, number: f64) -> String;

    /// In which unit people give temperatures.
    fn unit(&self) -> Unit;

    /// What separates these names in a list, one separator fewer than names. It may depend on what
    /// the names are: Spanish has 'e' for 'y' before an i.
    fn list_separators(&self, names: &[&str]) -> Vec<String>;

    /// The primary subtag of the language.
    fn language(&self) -> &str;

    /// The script in which a language is written; without a language, the script of this one. Four
    /// letters ([ISO 15924](https://www.unicode.org/iso15924/iso15924-codes.html)); `None` when it is
    /// not known.
    fn script(&self, language: Option<&Language>) -> Option<String>;
}

/// British English in UTC, without a browser: for the host, and for tests that must not depend on
/// what a browser's `Intl` says today.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlainEnglish;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The weekdays, from that of 1970-01-01 on.
const WEEKDAYS: [&str; 7] =
    ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

impl Locale for PlainEnglish {
    fn weekday(&self, date: Date) -> String {
        let weekday = usize::try_from(date.days_since_epoch().rem_euclid(7)).unwrap_or(0);
        format!("{}, {}", WEEKDAYS[weekday], self.day(date))
    }

    fn day(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), MONTHS[usize::from(date.month()) - 1], date.year())
    }

    fn moment(&self, instant: Instant) -> String {
        let (date, minute) = instant.utc();
        format!("{} at {:02}:{:02} UTC", self.day(date), minute / 60, minute % 60)
    }

    fn time(&self, instant: Instant) -> String {
        let (_, minute) = instant.utc();
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }

    fn decimal(&self, number: &Number) -> String {
        if number.text().contains(['e', 'E']) {
            number.value().to_string()
        } else {
            number.text().to_string()
        }
    }

    fn tenths(&self, number: f64) -> String {
        // Adding zero turns a negative zero into an ordinary one.
        let rounded = (number * 10.0).round() / 10.0 + 0.0;
        format!("{rounded}")
    }

    fn unit(&self) -> Unit {
        Unit::Celsius
    }

    fn list_separators(&self, names: &[&str]) -> Vec<String> {
        let last = names.len().saturating_sub(1);
        (1..=last).map(|item| if item == last { " and " } else { ", " }.into()).collect()
    }

    fn language(&self) -> &'static str {
        "en"
    }

    fn script(&self, language: Option<&Language>) -> Option<String> {
        language?.script().map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsprint_model::Moment;

    #[test]
    fn english_is_plain() {
        let date = Date::parse("2024-03-18").unwrap();
        assert_eq!(PlainEnglish.weekday(date), "Monday, 18 March 2024");
        let Some(Moment::Instant(instant)) = Moment::parse("2024-03-18T09:05:00+01:00") else {
            panic!("a moment")
        };
        assert_eq!(PlainEnglish.moment(instant), "18 March 2024 at 08:05 UTC");
        assert_eq!(PlainEnglish.tenths(9.46), "9.5");
        assert_eq!(PlainEnglish.tenths(-12.0), "-12");
        assert_eq!(PlainEnglish.tenths(-0.04), "0");
        for (sent, written) in
            [("9.50", "9.50"), ("123456789012345678", "123456789012345678"), ("4e-7", "0.0000004")]
        {
            assert_eq!(PlainEnglish.decimal(&Number::parse(sent).unwrap()), written);
        }
        assert_eq!(PlainEnglish.list_separators(&["A", "B", "C"]), [", ", " and "]);
        assert!(PlainEnglish.list_separators(&[]).is_empty());
    }
}
