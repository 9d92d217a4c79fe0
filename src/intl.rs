//! Dates, numbers and lists as the browser's own `Intl` writes them. `shell/with-engine/intl.js` asks it.

use js_sys::Array;
use wasm_bindgen::JsValue;

use newsprint_model::{Date, Instant, Language, Number, Unit};
use newsprint_view::Locale;

use crate::wire::Formats;

const MS_PER_DAY: i64 = 24 * 60 * 60 * 1000;

/// The locale of an article, or of the page when the article names none.
#[derive(Debug, Clone)]
pub struct Intl {
    /// The language that was asked for. Its script is known even where the browser has no dates in it.
    asked: Language,
    language: Language,
    formats: Formats,
}

impl Intl {
    /// The locale of this language. If the browser does not know it, or refuses its tag, the locale is
    /// English, as the words are then too.
    #[must_use]
    pub fn new(language: Language, formats: Formats) -> Self {
        let is_known = formats.is_known(language.tag());
        let used = if is_known { language.clone() } else { Language::english() };
        Self { asked: language, language: used, formats }
    }
}

/// What JavaScript calls this time.
#[expect(clippy::cast_precision_loss, reason = "the years of the contract fit in 53 bits")]
fn epoch_ms(instant: Instant) -> f64 {
    instant.epoch_ms() as f64
}

/// What JavaScript calls the beginning of this day in UTC.
#[expect(clippy::cast_precision_loss, reason = "four-digit years fit in 53 bits")]
fn midnight(date: Date) -> f64 {
    (date.days_since_epoch() * MS_PER_DAY) as f64
}

impl Locale for Intl {
    fn weekday(&self, date: Date) -> String {
        let text = self.formats.weekday(self.language.tag(), midnight(date));
        text.unwrap_or_else(|| date.to_string())
    }

    fn day(&self, date: Date) -> String {
        let text = self.formats.day(self.language.tag(), midnight(date));
        text.unwrap_or_else(|| date.to_string())
    }

    fn moment(&self, instant: Instant) -> String {
        let text = self.formats.moment(self.language.tag(), epoch_ms(instant));
        text.unwrap_or_else(|| instant.to_string())
    }

    fn time(&self, instant: Instant) -> String {
        let text = self.formats.time(self.language.tag(), epoch_ms(instant));
        text.unwrap_or_else(|| instant.to_string())
    }

    fn decimal(&self, number: &Number) -> String {
        self.formats.decimal(self.language.tag(), number.text())
    }

    fn tenths(&self, number: f64) -> String {
        self.formats.tenths(self.language.tag(), number)
    }

    fn unit(&self) -> Unit {
        Unit::usual_in(self.language.region())
    }

    fn list_separators(&self, names: &[&str]) -> Vec<String> {
        let names: Array = names.iter().map(|name| JsValue::from_str(name)).collect();
        let separators = self.formats.separators(self.language.tag(), names);
        separators.iter().filter_map(|separator| separator.as_string()).collect()
    }

    fn language(&self) -> &str {
        self.language.primary()
    }

    fn script(&self, language: Option<&Language>) -> Option<String> {
        let language = language.unwrap_or(&self.asked);
        self.formats.script(language.tag())
    }
}
