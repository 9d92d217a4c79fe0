//! Dates, numbers and lists as a browser's `Intl` writes them, by ICU4X.

use std::fmt;

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::zone::SpecificShort;
use icu_datetime::fieldsets::{Combo, E, T, YMD, YMDE, YMDT};
use icu_datetime::input::Date as IcuDate;
use icu_datetime::options::{TimePrecision, YearStyle};
use icu_datetime::{DateTimeFormatter, DateTimeFormatterLoadError, DateTimeFormatterPreferences};
use icu_decimal::DecimalFormatter;
use icu_list::options::ListFormatterOptions;
use icu_list::{ListFormatter, parts};
use icu_locale::{LanguageIdentifier, Locale as Tag, LocaleExpander, locale};
use newsprint_model::{Date, Instant, Language, Number, Unit};
use newsprint_view::Locale;
use writeable::{Part, PartsWrite, Writeable};

use crate::numbers;
use crate::zone::TimeZone;

/// How one language writes dates, numbers and lists, in one time zone.
///
/// It takes some work to make, so make one for each language and keep it.
pub struct IcuLocale {
    language: Language,
    zone: TimeZone,
    weekday: DateTimeFormatter<E>,
    full: DateTimeFormatter<YMDE>,
    day: DateTimeFormatter<YMD>,
    moment: DateTimeFormatter<Combo<YMDT, SpecificShort>>,
    zone_name: DateTimeFormatter<SpecificShort>,
    time: DateTimeFormatter<T>,
    decimal: DecimalFormatter,
    list: ListFormatter,
    expander: LocaleExpander,
}

impl IcuLocale {
    /// The locale of a language. If nothing is known of it, or its tag is none, the locale is English,
    /// as the words are then too.
    ///
    /// # Panics
    /// Never: the data of English is compiled in.
    #[must_use]
    pub fn new(language: &Language, zone: &TimeZone) -> Self {
        let known = Tag::try_from_str(language.tag()).ok().filter(is_known);
        known.and_then(|tag| Self::load(language, &tag, zone).ok()).unwrap_or_else(|| {
            Self::load(&Language::english(), &locale!("en"), zone).expect("English is compiled in")
        })
    }

    fn load(
        language: &Language,
        tag: &Tag,
        zone: &TimeZone,
    ) -> Result<Self, DateTimeFormatterLoadError> {
        let dates = DateTimeFormatterPreferences::from(tag);
        // Browsers name no era in the year 987.
        let years = YearStyle::NoEra;
        let moment = YMDT::long().with_year_style(years).with_time_precision(TimePrecision::Minute);
        Ok(Self {
            language: language.clone(),
            zone: zone.clone(),
            weekday: DateTimeFormatter::try_new(dates, E::long())?,
            full: DateTimeFormatter::try_new(dates, YMDE::long().with_year_style(years))?,
            day: DateTimeFormatter::try_new(dates, YMD::long().with_year_style(years))?,
            moment: DateTimeFormatter::try_new(dates, moment.with_zone(SpecificShort))?,
            zone_name: DateTimeFormatter::try_new(dates, SpecificShort)?,
            time: DateTimeFormatter::try_new(dates, T::hm())?,
            decimal: DecimalFormatter::try_new(tag.into(), Default::default())
                .map_err(DateTimeFormatterLoadError::Data)?,
            list: ListFormatter::try_new_and(tag.into(), ListFormatterOptions::default())
                .map_err(DateTimeFormatterLoadError::Data)?,
            expander: LocaleExpander::new_extended(),
        })
    }
}

impl fmt::Debug for IcuLocale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { language, zone, .. } = self;
        formatter
            .debug_struct("IcuLocale")
            .field("language", language)
            .field("zone", zone)
            .finish_non_exhaustive()
    }
}

/// Whether there are dates in a language: where nothing is known of it, they are those of no language
/// ('2024 M03 18').
fn is_known(tag: &Tag) -> bool {
    let written = |tag: &Tag| {
        let date = IcuDate::try_new_gregorian(2024, 3, 18).ok()?;
        let format = DateTimeFormatter::try_new(tag.into(), YMD::long()).ok()?;
        Some(format.format(&date).to_string())
    };
    let date = written(tag);
    date.is_some() && date != written(&Tag::UNKNOWN)
}

/// Browsers write the space before 'AM' as an ordinary one, because scripts look for that.
fn plain_spaces(text: &str) -> String {
    text.replace('\u{202f}', " ")
}

fn gregorian(date: Date) -> Option<IcuDate<Gregorian>> {
    IcuDate::try_new_gregorian(date.year().into(), date.month(), date.day()).ok()
}

impl Locale for IcuLocale {
    fn weekday(&self, date: Date) -> String {
        let Some(day) = gregorian(date) else { return date.to_string() };
        let full = plain_spaces(&self.full.format(&day).to_string());
        // In a line of its own, as the header of a page is, newspapers keep the comma after the weekday
        // that British dates have lost elsewhere.
        if self.language.primary() == "en" {
            let weekday = self.weekday.format(&day).to_string();
            if let Some(rest) = full.strip_prefix(&weekday).and_then(|rest| rest.strip_prefix(' '))
            {
                return format!("{weekday}, {rest}");
            }
        }
        full
    }

    fn day(&self, date: Date) -> String {
        gregorian(date).map_or_else(
            || date.to_string(),
            |date| plain_spaces(&self.day.format(&date).to_string()),
        )
    }

    fn moment(&self, instant: Instant) -> String {
        let Some(there) = self.zone.at(instant) else { return instant.to_string() };
        let moment = plain_spaces(&self.moment.format(&there).to_string());
        // Browsers write 'UTC' in every language, and in English know Greenwich by its name.
        let name = self.zone_name.format(&there.zone).to_string();
        match &*name {
            "GMT+0" if self.language.primary() == "en" => moment.replace(&name, "GMT"),
            _ if self.zone.is_utc() => moment.replace(&name, "UTC"),
            _ => moment,
        }
    }

    fn time(&self, instant: Instant) -> String {
        let Some(there) = self.zone.at(instant) else { return instant.to_string() };
        let time = plain_spaces(&self.time.format(&there.time).to_string());
        // Where the time stands alone, browsers take a 'numeric' hour at its word.
        match time.strip_prefix('0') {
            Some(rest) if rest.starts_with(|it: char| it.is_ascii_digit()) => rest.to_owned(),
            _ => time,
        }
    }

    fn decimal(&self, number: &Number) -> String {
        numbers::decimal(&self.decimal, number)
    }

    fn tenths(&self, number: f64) -> String {
        numbers::tenths(&self.decimal, number)
    }

    fn unit(&self) -> Unit {
        Unit::usual_in(self.language.region())
    }

    fn list_separators(&self, names: &[&str]) -> Vec<String> {
        let mut literals = Literals::default();
        match self.list.format(names.iter()).write_to_parts(&mut literals) {
            Ok(()) => literals.found,
            Err(fmt::Error) => vec![", ".into(); names.len().saturating_sub(1)],
        }
    }

    fn language(&self) -> &str {
        self.language.primary()
    }

    fn script(&self, language: Option<&Language>) -> Option<String> {
        let mut tag: LanguageIdentifier =
            language.unwrap_or(&self.language).tag().parse::<Tag>().ok()?.id;
        self.expander.maximize(&mut tag);
        tag.script.map(|script| script.to_string())
    }
}

/// Keeps of a list what stands between its items.
#[derive(Default)]
struct Literals {
    is_literal: bool,
    found: Vec<String>,
}

impl fmt::Write for Literals {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.is_literal
            && let Some(last) = self.found.last_mut()
        {
            last.push_str(text);
        }
        Ok(())
    }
}

impl PartsWrite for Literals {
    type SubPartsWrite = Self;

    fn with_part(
        &mut self,
        part: Part,
        mut write: impl FnMut(&mut Self) -> fmt::Result,
    ) -> fmt::Result {
        self.is_literal = part == parts::LITERAL;
        if self.is_literal {
            self.found.push(String::new());
        }
        let result = write(self);
        self.is_literal = false;
        // What stands before the first name and after the last is nothing, in all languages.
        if self.found.last().is_some_and(String::is_empty) {
            self.found.pop();
        }
        result
    }
}
