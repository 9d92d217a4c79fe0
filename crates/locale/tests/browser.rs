//! What the locale writes is what a browser writes: `browser.json` has that, from `browser.mjs`.
//!
//! Where they differ, because browser and program have other versions of CLDR, `differences.txt` says
//! so, line by line. `NEWSPRINT_UPDATE_LOCALE=1 cargo test --package newsprint-locale` writes it anew;
//! read it before you commit it.

use std::collections::BTreeMap;

use newsprint_locale::{IcuLocale, TimeZone, Words};
use newsprint_model::{Date, Instant, Language, Moment, Number};
use newsprint_view::Locale;
use serde_json::Value;

fn browser() -> Value {
    serde_json::from_str(include_str!("browser.json")).expect("JSON")
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().expect("an array").iter().map(|it| it.as_str().expect("a string")).collect()
}

fn instant(text: &str) -> Instant {
    match Moment::parse(text) {
        Some(Moment::Instant(instant)) => instant,
        other => panic!("{text} is {other:?}"),
    }
}

/// What the locale writes for all that the browser was asked.
fn written(tag: &str, asked: &Value) -> Value {
    let language = Language::new(tag).expect("a tag");
    let in_zone = |zone: &str| IcuLocale::new(&language, &TimeZone::named(zone).expect("a zone"));
    let locale = in_zone("UTC");
    let dates: Vec<Date> = strings(&asked["dates"])
        .into_iter()
        .map(|date| Date::parse(date).expect("a date"))
        .collect();
    let instants: Vec<Instant> = strings(&asked["instants"]).into_iter().map(instant).collect();
    let moments = |zone: &str| -> Vec<String> {
        let locale = in_zone(zone);
        instants.iter().map(|at| locale.moment(*at)).collect()
    };
    let number = |text: &str| Number::parse(text).expect("a number");
    let lists = asked["lists"].as_array().expect("lists").iter();
    let tenths = asked["tenths"].as_array().expect("numbers").iter();
    serde_json::json!({
        "weekday": dates.iter().map(|date| locale.weekday(*date)).collect::<Vec<_>>(),
        "day": dates.iter().map(|date| locale.day(*date)).collect::<Vec<_>>(),
        "moment": strings(&asked["zones"]).into_iter().map(moments).collect::<Vec<_>>(),
        "time": instants.iter().map(|at| locale.time(*at)).collect::<Vec<_>>(),
        "decimal": strings(&asked["decimals"]).into_iter().map(|it| locale.decimal(&number(it))).collect::<Vec<_>>(),
        "tenths": tenths.map(|it| locale.tenths(it.as_f64().expect("a number"))).collect::<Vec<_>>(),
        "list": lists.map(|names| locale.list_separators(&strings(names))).collect::<Vec<_>>(),
        "script": locale.script(None),
    })
}

/// What can be seen of a string. Marks of direction come and go between versions of CLDR.
fn visible(value: &Value) -> String {
    value.to_string().replace(['\u{200e}', '\u{200f}', '\u{61c}'], "")
}

/// Every place in which two values differ, as a pointer and both of them.
fn differences(at: &str, browser: &Value, ours: &Value, found: &mut Vec<String>) {
    match (browser, ours) {
        (Value::Object(browser), Value::Object(ours)) => {
            assert!(browser.keys().eq(ours.keys()), "{at}");
            for (key, value) in browser {
                differences(&format!("{at}/{key}"), value, &ours[key], found);
            }
        }
        (Value::Array(browser), Value::Array(ours)) if browser.len() == ours.len() => {
            for (index, (browser, ours)) in browser.iter().zip(ours).enumerate() {
                differences(&format!("{at}/{index}"), browser, ours, found);
            }
        }
        _ if visible(browser) == visible(ours) => {}
        _ => found.push(format!("{at}: {browser} here {ours}")),
    }
}

#[test]
fn dates_numbers_and_lists_are_those_of_a_browser() {
    let browser = browser();
    let languages: BTreeMap<String, Value> =
        serde_json::from_value(browser["languages"].clone()).expect("languages");
    let mut found = Vec::new();
    for (tag, expected) in &languages {
        differences(tag, expected, &written(tag, &browser["asked"]), &mut found);
    }
    let found: String = found.iter().map(|difference| format!("{difference}\n")).collect();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/differences.txt");
    if std::env::var_os("NEWSPRINT_UPDATE_LOCALE").is_some() {
        std::fs::write(path, &found).expect("the file can be written");
    }
    let known = std::fs::read_to_string(path).expect("the file is there");
    for line in found.lines() {
        assert!(known.lines().any(|known| known == line), "new: {line}");
    }
    assert_eq!(known, found, "some differences are gone");
}

/// The README has a table of what readers of those languages may notice: no more than this.
#[test]
fn the_languages_with_words_differ_as_the_readme_says() {
    let mut seen = BTreeMap::new();
    for line in include_str!("differences.txt").lines() {
        let (at, both) = line.split_once(": ").expect("a place");
        let (language, _) = at.split_once('/').expect("a language");
        if !Words::languages().any(|it| it == language) {
            continue;
        }
        let (browser, here) = both.split_once(" here ").expect("both");
        let reason = if browser.replace('−', "-") == here {
            "minus sign"
        } else if here.replace(" las 0", " las ").replace("GMT+0", "GMT") == *browser {
            "hour, or the name of Greenwich"
        } else {
            panic!("{line}: README.md does not say so");
        };
        seen.insert(language, reason);
    }
    let expected = [("es", "hour, or the name of Greenwich"), ("fr", "minus sign")];
    assert_eq!(seen, BTreeMap::from(expected));
}

#[test]
fn every_language_with_words_is_compared() {
    let browser = browser();
    for language in Words::languages() {
        assert!(browser["languages"][language].is_object(), "{language}: run browser.mjs again");
    }
}
