//! Strategies for whole articles as the contract has them, from the header to the footnotes, with
//! every type of block and blocks in blocks.
//!
//! URLs are absolute and written as a browser writes them, moments are in UTC, and nothing is
//! said that is the default: so the strings that go in are those that must come out again.

mod block;
mod json;
mod strings;
mod text;

use proptest::prelude::*;
use serde_json::{Value, json};

use block::{block, image, media, typed};
use json::{Json, array, constant, object, one_of, optional, required, union};
use strings::{date, language, link_url, moment, web_url, words};
use text::{SOME_ID, number_ids, point_anchors, text};

/// An article.
pub fn article() -> impl Strategy<Value = Value> {
    let article = object(vec![
        optional("version", constant(1)),
        optional("id", words()),
        optional("url", link_url()),
        optional("lang", language()),
        optional("dir", one_of(&["ltr", "rtl"])),
        optional("header", header()),
        optional("kicker", words()),
        required("headline", words()),
        optional("standfirst", text()),
        optional("published", moment()),
        optional("updated", moment()),
        optional("byline", byline()),
        optional("hero", hero()),
        required("sections", array(section(), 0..4)),
        optional("authorCards", array(person(), 0..3)),
        optional("latest", supply(link_list())),
        optional("related", supply(link_list())),
        optional("topic", link()),
        optional("tags", array(link(), 0..3)),
        optional("corrections", array(correction(), 0..3)),
        optional("rights", words()),
    ]);
    article.prop_map(|mut article| {
        let mut ids = 0;
        number_ids(&mut article["sections"], &mut ids);
        point_anchors(&mut article, &mut 0, ids);
        article
    })
}

fn supply(part: Json) -> Json {
    union(vec![web_url(), part])
}

fn header() -> Json {
    object(vec![
        optional("date", date()),
        optional("place", words()),
        optional("weather", supply(weather())),
    ])
}

fn weather() -> Json {
    let conditions = &[
        "clear",
        "partlyCloudy",
        "cloudy",
        "fog",
        "drizzle",
        "rain",
        "sleet",
        "snow",
        "thunderstorm",
    ];
    let temperature = (-600..=600).prop_map(|tenths| json!(f64::from(tenths) / 10.0));
    object(vec![
        required("temperature", temperature.boxed()),
        optional("unit", constant("F")),
        optional("condition", one_of(conditions)),
        optional("description", words()),
        optional("place", words()),
        optional("observed", moment()),
        optional("attribution", link()),
    ])
}

fn byline() -> Json {
    object(vec![optional("label", words()), required("authors", array(person(), 1..3))])
}

fn person() -> Json {
    object(vec![
        required("name", words()),
        optional("url", link_url()),
        optional("role", words()),
        optional("image", object(image())),
        optional("bio", text()),
        optional("links", array(link(), 0..3)),
    ])
}

fn link() -> Json {
    object(vec![required("text", words()), required("url", link_url())])
}

fn link_list() -> Json {
    let teaser = object(vec![
        required("headline", words()),
        required("url", link_url()),
        optional("kicker", words()),
        optional("standfirst", text()),
        optional("published", moment()),
        optional("image", object(image())),
    ]);
    object(vec![
        optional("title", words()),
        required("items", array(teaser, 0..3)),
        optional("more", link()),
    ])
}

fn correction() -> Json {
    object(vec![optional("date", moment()), required("text", text())])
}

fn hero() -> Json {
    let video = union(media().into_iter().map(|media| typed("video", media)).collect());
    union(vec![object(image()), video])
}

fn section() -> Json {
    object(vec![
        optional("id", constant(SOME_ID)),
        optional("heading", text()),
        required("blocks", array(block(), 1..5)),
    ])
}
