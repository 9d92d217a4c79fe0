//! Strategies for whole articles as the contract has them, from the header to the footnotes, with
//! every type of block and blocks in blocks.
//!
//! URLs are absolute and written as a browser writes them, moments are in UTC, and nothing is
//! said that is the default: so the strings that go in are those that must come out again.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

type Json = BoxedStrategy<Value>;

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

// Building blocks of strategies.

/// A member of an object; `None` when it is absent.
type Member = (&'static str, BoxedStrategy<Option<Value>>);

fn required(name: &'static str, value: Json) -> Member {
    (name, value.prop_map(Some).boxed())
}

/// A member that is there, absent or `null`.
fn optional(name: &'static str, value: Json) -> Member {
    let member = prop_oneof![
        2 => value.prop_map(Some),
        2 => Just(None),
        1 => Just(Some(Value::Null)),
    ];
    (name, member.boxed())
}

fn object(members: Vec<Member>) -> Json {
    let (names, values): (Vec<_>, Vec<_>) = members.into_iter().unzip();
    let object = values.prop_map(move |values| {
        let members = names.iter().zip(values);
        let members = members.filter_map(|(name, value)| Some(((*name).to_owned(), value?)));
        Value::Object(members.collect::<Map<_, _>>())
    });
    object.boxed()
}

fn array(item: Json, size: std::ops::Range<usize>) -> Json {
    vec(item, size).prop_map(Value::Array).boxed()
}

fn union(strategies: Vec<Json>) -> Json {
    proptest::strategy::Union::new(strategies).boxed()
}

fn constant(value: impl Into<Value>) -> Json {
    Just(value.into()).boxed()
}

fn one_of(words: &'static [&'static str]) -> Json {
    select(words).prop_map(Value::from).boxed()
}

fn boolean() -> Json {
    any::<bool>().prop_map(Value::from).boxed()
}

fn whole(range: std::ops::RangeInclusive<i64>) -> Json {
    range.prop_map(Value::from).boxed()
}

fn pixels() -> Json {
    whole(1..=65_535)
}

// Strings.

fn words() -> Json {
    "[a-zA-Zéж水<&\"\\\\]{1,6}( [a-z0-9#/:]{1,5}){0,2}".prop_map(Value::from).boxed()
}

fn language() -> Json {
    one_of(&["en-GB", "fr", "ar", "kk-KZ", "zh-Hant-TW", "sr-Latn", "he"])
}

fn date() -> Json {
    (1..=9998, 1..=12, 1..=28)
        .prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}").into())
        .boxed()
}

fn moment() -> Json {
    let second = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
    let instant = (date(), second, prop_oneof![Just(""), Just(".250"), Just(".001")])
        .prop_map(|(date, time, ms)| format!("{}T{time}{ms}Z", date.as_str().unwrap()).into());
    prop_oneof![date(), instant].boxed()
}

fn web_url() -> Json {
    "https?://[a-z]{1,6}\\.example/[a-z0-9/]{0,8}(\\?[a-z]=[0-9])?(#[a-z]{1,4})?"
        .prop_map(Value::from)
        .boxed()
}

fn link_url() -> Json {
    union(vec![web_url(), one_of(&["mailto:desk@news.example", "tel:+441234567890"])])
}

fn media_url() -> Json {
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

/// The mark of an id that [`number_ids`] writes.
const SOME_ID: &str = "@";

/// The mark of an anchor that [`point_anchors`] writes.
const SOME_ANCHOR: &str = "#";

fn text() -> Json {
    union(vec![words(), array(span(), 1..4)])
}

fn span() -> Json {
    let marks = &[
        "strong",
        "emphasis",
        "code",
        "strike",
        "underline",
        "superscript",
        "subscript",
        "highlight",
    ];
    let marks = subsequence(&marks[..], 0..=marks.len()).prop_map(Value::from);
    let object = object(vec![
        required("text", words()),
        optional("marks", marks.boxed()),
        optional("href", union(vec![link_url(), constant(SOME_ANCHOR)])),
        optional("lang", language()),
    ]);
    union(vec![words(), object])
}

/// Gives every marked id in the document a name of its own.
fn number_ids(json: &mut Value, ids: &mut usize) {
    if let Some(id) = json.get_mut("id").filter(|id| **id == SOME_ID) {
        *id = format!("id-{ids}").into();
        *ids += 1;
    }
    children(json).for_each(|child| number_ids(child, ids));
}

/// Lets every marked anchor point to one of the ids; without any it becomes an ordinary link.
fn point_anchors(json: &mut Value, anchors: &mut usize, ids: usize) {
    if let Some(href) = json.get_mut("href").filter(|href| **href == SOME_ANCHOR) {
        *href = match anchors.checked_rem(ids) {
            Some(id) => format!("#id-{id}").into(),
            None => "https://news.example/".into(),
        };
        *anchors += 1;
    }
    children(json).for_each(|child| point_anchors(child, anchors, ids));
}

fn children(json: &mut Value) -> Box<dyn Iterator<Item = &mut Value> + '_> {
    match json {
        Value::Array(items) => Box::new(items.iter_mut()),
        Value::Object(members) => Box::new(members.values_mut()),
        _ => Box::new(std::iter::empty()),
    }
}

// The parts of an article.

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

// Blocks.

fn block() -> Json {
    plain_block().prop_recursive(3, 12, 3, |block| boxes(&block)).boxed()
}

/// An object with this `type`.
fn typed(name: &'static str, mut members: Vec<Member>) -> Json {
    members.push(required("type", constant(name)));
    object(members)
}

/// A block of this `type`.
fn block_of(name: &'static str, mut members: Vec<Member>) -> Json {
    members.push(optional("id", constant(SOME_ID)));
    typed(name, members)
}

/// A block without blocks in it.
fn plain_block() -> Json {
    let media = ["video", "audio"]
        .into_iter()
        .flat_map(|name| media().into_iter().map(move |media| block_of(name, media)));
    let mut blocks = vec![
        block_of("paragraph", vec![required("text", text())]),
        block_of("heading", vec![required("text", text()), optional("level", whole(3..=6))]),
        list(),
        quote(),
        block_of("pullQuote", vec![required("text", text()), optional("cite", text())]),
        image_block(),
        gallery(),
        embed(),
        table(),
        block_of("code", vec![required("code", words()), optional("language", words())]),
        block_of("figure", vec![required("value", words()), required("label", text())]),
        file(),
        block_of("divider", vec![]),
        footnotes(),
    ];
    blocks.extend(media);
    union(blocks)
}

/// A block with these blocks in it.
fn boxes(block: &Json) -> Json {
    let blocks = || required("blocks", array(block.clone(), 1..4));
    let event = object(vec![required("date", words()), optional("title", text()), blocks()]);
    let question = object(vec![required("question", text()), blocks()]);
    union(vec![
        block_of(
            "aside",
            vec![
                optional("kind", one_of(&["facts", "keyPoints"])),
                optional("title", text()),
                blocks(),
            ],
        ),
        block_of(
            "details",
            vec![required("summary", text()), blocks(), optional("open", boolean())],
        ),
        block_of("timeline", vec![required("events", array(event, 1..3))]),
        block_of("questions", vec![required("items", array(question, 1..3))]),
    ])
}

fn list() -> Json {
    let item = text().prop_recursive(3, 8, 3, |item| {
        object(vec![required("text", text()), optional("items", array(item, 0..3))])
    });
    block_of(
        "list",
        vec![
            optional("ordered", boolean()),
            optional("start", whole(i32::MIN.into()..=i32::MAX.into())),
            required("items", array(item.boxed(), 1..4)),
        ],
    )
}

fn quote() -> Json {
    let paragraphs = union(vec![text(), array(text(), 1..4)]);
    block_of("quote", vec![required("text", paragraphs), optional("cite", text())])
}

fn image() -> Vec<Member> {
    let source = object(vec![required("src", media_url()), required("width", pixels())]);
    vec![
        required("src", media_url()),
        optional("alt", words()),
        optional("width", pixels()),
        optional("height", pixels()),
        optional("srcset", array(source, 0..3)),
        optional("caption", text()),
        optional("credit", words()),
    ]
}

fn image_block() -> Json {
    let mut members = image();
    members.push(optional("layout", one_of(&["wide", "full"])));
    block_of("image", members)
}

fn gallery() -> Json {
    block_of(
        "gallery",
        vec![required("images", array(object(image()), 1..3)), optional("caption", text())],
    )
}

/// A film or sound in both of its forms: with one `src`, and with `sources`.
fn media() -> [Vec<Member>; 2] {
    let source =
        object(vec![required("src", media_url()), optional("mediaType", constant("video/mp4"))]);
    let forms = [required("src", media_url()), required("sources", array(source, 1..3))];
    let track = object(vec![
        required("src", media_url()),
        optional("kind", one_of(&["subtitles", "captions", "descriptions", "chapters"])),
        optional("lang", language()),
        optional("label", words()),
    ]);
    forms.map(|form| {
        vec![
            form,
            optional("poster", media_url()),
            optional("width", pixels()),
            optional("height", pixels()),
            optional("caption", text()),
            optional("credit", words()),
            optional("tracks", array(track.clone(), 0..3)),
            optional("transcript", text()),
        ]
    })
}

fn embed() -> Json {
    block_of(
        "embed",
        vec![
            required("url", web_url()),
            optional("provider", words()),
            optional("title", words()),
            optional("width", pixels()),
            optional("height", pixels()),
            optional("poster", media_url()),
            optional("caption", text()),
        ],
    )
}

fn table() -> Json {
    let cell = union(vec![text(), constant(""), constant(Vec::<Value>::new())]);
    let row = array(cell.clone(), 0..4);
    block_of(
        "table",
        vec![
            optional("caption", text()),
            optional("header", array(cell, 0..4)),
            required("rows", array(row, 1..4)),
            optional("rowHeader", boolean()),
        ],
    )
}

fn file() -> Json {
    block_of(
        "file",
        vec![
            required("url", link_url()),
            required("title", words()),
            optional("mediaType", constant("application/pdf")),
            optional("bytes", whole(0..=1 << 53)),
        ],
    )
}

fn footnotes() -> Json {
    let note = object(vec![required("id", constant(SOME_ID)), required("text", text())]);
    block_of("footnotes", vec![required("notes", array(note, 1..3))])
}
