//! Strings as the contract has them: words, dates, URLs.

use proptest::prelude::*;
use serde_json::Value;

use super::json::{Json, one_of, union};

pub(super) fn words() -> Json {
    "[a-zA-Zéж水<&\"\\\\]{1,6}( [a-z0-9#/:]{1,5}){0,2}".prop_map(Value::from).boxed()
}

pub(super) fn language() -> Json {
    one_of(&["en-GB", "fr", "ar", "kk-KZ", "zh-Hant-TW", "sr-Latn", "he"])
}

pub(super) fn date() -> Json {
    (1..=9998, 1..=12, 1..=28)
        .prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}").into())
        .boxed()
}

pub(super) fn moment() -> Json {
    let second = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
    let instant = (date(), second, prop_oneof![Just(""), Just(".250"), Just(".001")])
        .prop_map(|(date, time, ms)| format!("{}T{time}{ms}Z", date.as_str().unwrap()).into());
    prop_oneof![date(), instant].boxed()
}

pub(super) fn web_url() -> Json {
    "https?://[a-z]{1,6}\\.example/[a-z0-9/]{0,8}(\\?[a-z]=[0-9])?(#[a-z]{1,4})?"
        .prop_map(Value::from)
        .boxed()
}

pub(super) fn link_url() -> Json {
    union(vec![web_url(), one_of(&["mailto:desk@news.example", "tel:+441234567890"])])
}

pub(super) fn media_url() -> Json {
    let others = &[
        "data:image/png;base64,AAAA",
        "data:image/jpeg;base64,AAAA",
        "data:image/gif,GIF89a",
        "data:image/webp;base64,AAAA",
        "data:image/avif;base64,AAAA",
        "blob:https://news.example/0c5a3e0e",
    ];
    union(vec![web_url(), one_of(others)])
}
