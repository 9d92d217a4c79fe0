//! How dates and pictures are written. Dates are the browser's work, as in the other variants.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::wasm_bindgen::JsValue;

use crate::model::Source;

/// A day with its weekday.
pub fn long_day(lang: &str, day: &str) -> String {
    format(lang, day, &[("dateStyle", "full"), ("timeZone", "UTC")])
}

/// A moment as the reader's clock shows it.
pub fn long_moment(lang: &str, moment: &str) -> String {
    let options = [
        ("day", "numeric"),
        ("month", "long"),
        ("year", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("timeZoneName", "short"),
    ];
    format(lang, moment, &options)
}

fn format(lang: &str, date: &str, options: &[(&str, &str)]) -> String {
    let settings = Object::new();
    for (name, value) in options {
        // Setting a property of an object of one's own can't fail.
        let _ = Reflect::set(&settings, &(*name).into(), &(*value).into());
    }
    let locales = Array::of1(&lang.into());
    let format: Function = Intl::DateTimeFormat::new(&locales, &settings).format();
    let date = Date::new(&date.into());
    let text = format.call1(&JsValue::UNDEFINED, &date);
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// The value of `srcset`.
pub fn srcset(sources: &[Source]) -> String {
    let sources: Vec<_> =
        sources.iter().map(|source| format!("{} {}w", source.src, source.width)).collect();
    sources.join(", ")
}
