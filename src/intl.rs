//! Dates, numbers and lists as the browser's own `Intl` writes them
//! ([ECMA-402](https://tc39.es/ecma402/)).

use js_sys::{Array, JSON};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use newsprint_model::{Date, Instant, Language, Number, Unit};
use newsprint_view::Locale;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method, structural, catch)]
    fn format(this: &DateTimeFormat, epoch_ms: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(static_method_of = DateTimeFormat, js_namespace = Intl, js_name = supportedLocalesOf, catch)]
    fn supported_locales_of(locale: &str) -> Result<Array, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<NumberFormat, JsValue>;

    #[wasm_bindgen(method, structural, catch)]
    fn format(this: &NumberFormat, number: &JsValue) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl, js_name = Locale)]
    type Tag;

    #[wasm_bindgen(constructor, js_namespace = Intl, js_name = Locale, catch)]
    fn new(tag: &str) -> Result<Tag, JsValue>;

    #[wasm_bindgen(method, structural)]
    fn maximize(this: &Tag) -> Tag;

    #[wasm_bindgen(method, getter, structural)]
    fn script(this: &Tag) -> Option<String>;

    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str) -> Result<ListFormat, JsValue>;

    #[wasm_bindgen(method, structural, js_name = formatToParts)]
    fn format_to_parts(this: &ListFormat, items: &Array) -> Array;

    type ListPart;

    #[wasm_bindgen(method, getter, structural, js_name = type)]
    fn kind(this: &ListPart) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &ListPart) -> String;
}

const MS_PER_DAY: i64 = 24 * 60 * 60 * 1000;

/// The locale of an article, or of the page when the article names none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intl {
    language: Language,
}

impl Intl {
    /// The locale of this language. If the browser does not know it, or refuses its tag, the locale is
    /// English, as the words are then too.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let known = DateTimeFormat::supported_locales_of(language.tag());
        if known.is_ok_and(|known| known.length() > 0) {
            Self { language }
        } else {
            Self { language: Language::english() }
        }
    }

    /// A date in words; `None` where the browser has none for it.
    fn date_time(&self, options: &str, epoch_ms: i64) -> Option<String> {
        #[expect(clippy::cast_precision_loss, reason = "four-digit years fit in 53 bits")]
        let epoch_ms = epoch_ms as f64;
        let options = JSON::parse(options).ok()?;
        DateTimeFormat::new(self.language.tag(), &options).ok()?.format(epoch_ms).ok()
    }

    /// A day in words. It is midnight in UTC, written in UTC, so that it is the same day everywhere.
    fn day_in_utc(&self, options: &str, date: Date) -> String {
        self.date_time(options, date.days_since_epoch() * MS_PER_DAY)
            .unwrap_or_else(|| date.to_string())
    }
}

impl Intl {
    /// A number, written with these options.
    fn number(&self, options: &str, number: &JsValue) -> String {
        let options = JSON::parse(options).unwrap_or_default();
        let formatted = NumberFormat::new(self.language.tag(), &options)
            .and_then(|format| format.format(number));
        // A minus sign is as wide as a plus; a hyphen is not.
        formatted.unwrap_or_default().replace('-', "−")
    }
}

impl Locale for Intl {
    fn weekday(&self, date: Date) -> String {
        let day = self.day_in_utc(
            r#"{"weekday":"long","day":"numeric","month":"long","year":"numeric","timeZone":"UTC"}"#,
            date,
        );
        // Newer browsers write British dates without the comma after the weekday. In a line of
        // its own, as the header of a page is, newspapers keep it.
        if self.language.primary() == "en" {
            let weekday = self.day_in_utc(r#"{"weekday":"long","timeZone":"UTC"}"#, date);
            if let Some(rest) = day.strip_prefix(&weekday).and_then(|rest| rest.strip_prefix(' ')) {
                return format!("{weekday}, {rest}");
            }
        }
        day
    }

    fn day(&self, date: Date) -> String {
        self.day_in_utc(
            r#"{"day":"numeric","month":"long","year":"numeric","timeZone":"UTC"}"#,
            date,
        )
    }

    fn moment(&self, instant: Instant) -> String {
        self.date_time(
            r#"{"day":"numeric","month":"long","year":"numeric","hour":"numeric","minute":"2-digit","timeZoneName":"short"}"#,
            instant.epoch_ms(),
        )
        .unwrap_or_else(|| instant.to_string())
    }

    fn time(&self, instant: Instant) -> String {
        self.date_time(r#"{"hour":"numeric","minute":"2-digit"}"#, instant.epoch_ms())
            .unwrap_or_else(|| instant.to_string())
    }

    fn decimal(&self, number: &Number) -> String {
        // Given as text, a number keeps all its digits where the browser can do that.
        self.number(
            r#"{"maximumFractionDigits":20,"signDisplay":"negative"}"#,
            &JsValue::from_str(number.text()),
        )
    }

    fn tenths(&self, number: f64) -> String {
        self.number(r#"{"maximumFractionDigits":1,"signDisplay":"negative"}"#, &number.into())
    }

    fn unit(&self) -> Unit {
        // https://github.com/unicode-org/cldr/blob/main/common/supplemental/units.xml
        match self.language.region() {
            Some("US" | "BS" | "BZ" | "KY" | "PR" | "PW") => Unit::Fahrenheit,
            _ => Unit::Celsius,
        }
    }

    fn list_separators(&self, names: &[&str]) -> Vec<String> {
        let Ok(format) = ListFormat::new(self.language.tag()) else {
            return vec![", ".into(); names.len().saturating_sub(1)];
        };
        let names: Array = names.iter().map(|name| JsValue::from_str(name)).collect();
        format
            .format_to_parts(&names)
            .iter()
            .map(wasm_bindgen::JsCast::unchecked_into::<ListPart>)
            .filter(|part| part.kind() == "literal")
            .map(|part| part.value())
            .collect()
    }

    fn language(&self) -> &str {
        self.language.primary()
    }

    fn script(&self, language: Option<&Language>) -> Option<String> {
        let language = language.unwrap_or(&self.language);
        Tag::new(language.tag()).ok()?.maximize().script()
    }
}
