//! What holds for every document, tried with many: the reader never panics, its diagnostics point
//! at something, what is valid comes back as it went in, and no URL gets past the policy.
//!
//! Every run tries the same documents; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` try others.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use newsprint_model::{
    Article, Content, Date, Diagnostic, MAX_DIAGNOSTICS, MediaUrl, Moment, ReadError, Reading,
    read_link_list, read_weather,
};
use newsprint_testing::contract::{SCHEMA, documents, read, read_value, schema_errors, serialise};
use newsprint_testing::{policy, strategies, urls};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngSeed, TestError, TestRunner};
use serde_json::{Map, Value, json};
use url::Url;

/// Tries a property with so many documents.
fn check<S: Strategy>(
    cases: u32,
    strategy: S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let default = ProptestConfig::default();
    let rng_seed = match default.rng_seed {
        RngSeed::Random => RngSeed::Fixed(18_032_024),
        chosen @ RngSeed::Fixed(_) => chosen,
    };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { cases };
    let config = ProptestConfig { cases, rng_seed, failure_persistence: None, ..default };
    match TestRunner::new(config).run(&strategy, property) {
        Ok(()) => {}
        Err(TestError::Fail(why, what)) => panic!("{why}\nsmallest failing: {what:?}"),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

// Whatever comes, the reader does not panic.

/// Reads these bytes in all ways. That it comes back is what is tested.
fn read_in_all_ways(body: &[u8]) -> Result<Reading<Article>, ReadError> {
    let urls = urls();
    let _ = read_link_list(body, &urls);
    let _ = read_weather(body, &urls);
    read(body)
}

#[test]
fn bytes_never_panic() {
    check(500, vec(any::<u8>(), 0..200), |bytes| {
        let _ = read_in_all_ways(&bytes);
        Ok(())
    });
}

#[test]
fn damaged_documents_never_panic() {
    let damage = vec((any::<usize>(), any::<u8>()), 0..4);
    check(300, (valid_body(), damage, any::<usize>()), |(mut body, damage, length)| {
        for (place, byte) in damage {
            let place = place % body.len();
            body[place] = byte;
        }
        body.truncate(length % (2 * body.len()));
        let _ = read_in_all_ways(&body);
        Ok(())
    });
}

#[test]
fn any_json_of_the_words_of_the_contract_is_read_or_reported() {
    check(400, any_document(), |document| {
        let body = document.to_string();
        check_report(&document, read_in_all_ways(body.as_bytes()))
    });
}

/// The bodies of the valid documents.
fn valid_body() -> impl Strategy<Value = Vec<u8>> {
    let documents = documents("contract/fixtures/valid");
    select(documents.into_iter().map(|(_, body)| body).collect::<Vec<_>>())
}

/// The words of the contract, from its schema: names of fields, and the words they hold.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    fn collect(schema: &Value, words: &mut BTreeSet<String>) {
        match schema {
            Value::Object(members) => {
                if let Some(Value::Object(properties)) = members.get("properties") {
                    words.extend(properties.keys().cloned());
                }
                if let Some(Value::String(word)) = members.get("const") {
                    words.insert(word.clone());
                }
                members.values().for_each(|member| collect(member, words));
            }
            Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
            _ => {}
        }
    }
    let mut words = BTreeSet::from(["fallback".to_owned()]);
    collect(&SCHEMA, &mut words);
    words.into_iter().collect()
});

fn word() -> impl Strategy<Value = String> {
    select(WORDS.as_slice())
}

/// Any JSON that is no array and no object.
fn any_scalar() -> impl Strategy<Value = Value> {
    const ODD: &[&str] =
        &["", " ", "#id", "/a", "javascript:1", "640", "2024-03-18", "\u{feff}", "true", "-1"];
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-10..1000).prop_map(Value::from),
        word().prop_map(Value::from),
        select(ODD).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ]
}

/// Any JSON, its keys from the contract.
fn any_json() -> impl Strategy<Value = Value> {
    any_scalar().prop_recursive(6, 48, 6, |inner| {
        let members = vec((word(), inner.clone()), 0..6);
        let block = (word(), vec((word(), inner.clone()), 0..6));
        prop_oneof![
            vec(inner, 0..6).prop_map(Value::Array),
            members.prop_map(|members| members.into_iter().collect()),
            block.prop_map(|(kind, members)| {
                let mut block: Map<String, Value> = members.into_iter().collect();
                block.insert("type".into(), kind.into());
                Value::Object(block)
            }),
        ]
    })
}

/// Any JSON object that has a headline and blocks.
fn any_document() -> impl Strategy<Value = Value> {
    let headline = prop_oneof![4 => Just(Value::from("Headline")), 1 => any_json()];
    (headline, vec(any_json(), 0..4), vec((word(), any_json()), 0..6)).prop_map(
        |(headline, blocks, members)| {
            let mut document: Map<String, Value> = members.into_iter().collect();
            document.insert("headline".into(), headline);
            document.entry("sections").or_insert(json!([{ "blocks": blocks }]));
            Value::Object(document)
        },
    )
}

// What is reported stands in the document.

/// Checks that diagnostics are few and point at something; at an object where it lacks a member.
fn check_report(
    document: &Value,
    reading: Result<Reading<Article>, ReadError>,
) -> Result<(), TestCaseError> {
    let diagnostics = match reading {
        Ok(reading) => reading.diagnostics,
        Err(ReadError::NotThat { diagnostic, .. }) => vec![diagnostic],
        Err(error) => return Err(TestCaseError::fail(error.to_string())),
    };
    prop_assert!(diagnostics.len() <= MAX_DIAGNOSTICS);
    diagnostics.iter().try_for_each(|diagnostic| points_at_something(document, diagnostic))
}

fn points_at_something(document: &Value, diagnostic: &Diagnostic) -> Result<(), TestCaseError> {
    let Some(target) = document.pointer(&diagnostic.pointer) else {
        return Err(TestCaseError::fail(format!("points at nothing: {diagnostic}")));
    };
    let lacks = diagnostic.expected.starts_with("an object with") && diagnostic.found == "none";
    prop_assert!(!lacks || target.is_object(), "points at no object: {diagnostic}");
    Ok(())
}

/// One change to a document.
#[derive(Debug, Clone)]
enum Mutation {
    Delete,
    Replace(Value),
    /// Again, as the next item or under another name.
    Duplicate(String),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        Just(Mutation::Delete),
        any_json().prop_map(Mutation::Replace),
        word().prop_map(Mutation::Duplicate),
    ]
}

/// The JSON Pointers of everything in a value.
fn pointers(json: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match json {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{here}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (key, value) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                pointers(value, &format!("{here}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// Changes the part of a document that has this number.
fn mutate(document: &mut Value, number: usize, mutation: Mutation) {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    let pointer = &all[number % all.len()];
    let part = document.pointer_mut(pointer).expect("it was just found");
    if let Mutation::Replace(value) = mutation {
        *part = value;
        return;
    }
    let copy = part.clone();
    let Some((parent, key)) = pointer.rsplit_once('/') else {
        return;
    };
    match (document.pointer_mut(parent).expect("it has a parent"), mutation) {
        (Value::Array(items), Mutation::Delete) => drop(items.remove(index(key))),
        (Value::Array(items), _) => items.insert(index(key), copy),
        (Value::Object(members), Mutation::Duplicate(name)) => drop(members.insert(name, copy)),
        (Value::Object(members), _) => {
            members.remove(&key.replace("~1", "/").replace("~0", "~"));
        }
        _ => unreachable!("only arrays and objects are parents"),
    }
}

fn index(key: &str) -> usize {
    key.parse().expect("the key of an item is its number")
}

#[test]
fn changed_documents_are_read_or_reported() {
    let changes = vec((any::<usize>(), mutation()), 1..5);
    check(600, (valid_body(), changes), |(body, changes)| {
        let mut document = serde_json::from_slice(&body).expect("a valid document is JSON");
        for (number, mutation) in changes {
            mutate(&mut document, number, mutation);
        }
        let body = document.to_string();
        check_report(&document, read_in_all_ways(body.as_bytes()))
    });
}

// What is valid comes back as it went in.

#[test]
fn valid_articles_pass_the_schema() {
    check(100, strategies::article(), |document| {
        prop_assert_eq!(schema_errors(&document), [""; 0]);
        Ok(())
    });
}

#[test]
fn valid_articles_come_back_as_they_went_in() {
    check(150, strategies::article(), |document| {
        let reading = read_value(&document);
        prop_assert_eq!(&reading.diagnostics, &[]);
        let again = serialise(&reading);
        prop_assert_eq!(schema_errors(&again), [""; 0]);
        prop_assert_eq!(&read_value(&again), &reading);
        prop_assert_eq!(strings(&document), strings(&again));
        Ok(())
    });
}

/// All strings in a document that are not empty, in no order.
fn strings(json: &Value) -> Vec<&str> {
    fn collect<'a>(json: &'a Value, found: &mut Vec<&'a str>) {
        match json {
            Value::String(text) if !text.is_empty() => found.push(text),
            Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
            Value::Object(members) => members.values().for_each(|member| collect(member, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(json, &mut found);
    found.sort_unstable();
    found
}

// No URL gets past the policy.

/// Strings that look like URLs, and like what some take for one.
fn reference() -> impl Strategy<Value = String> {
    let parts = [
        "java",
        "script",
        "JaVaScRiPt",
        "vbscript",
        "data",
        "DATA",
        "blob",
        "file",
        "http",
        "HTTPS",
        "https",
        "mailto",
        "tel",
        "ftp",
        "view-source",
        ":",
        ":",
        ":",
        "//",
        "/",
        "\\",
        "\t",
        "\n",
        "\r",
        " ",
        "\u{0}",
        "\u{1}",
        "\u{1f}",
        "\u{a0}",
        "\u{feff}",
        "\u{200b}",
        "&#58;",
        "&colon;",
        "&Tab;",
        "%3a",
        "%0a",
        "image/",
        "png",
        "jpeg",
        "PNG",
        "svg+xml",
        "text/html",
        ";",
        ",",
        ";base64,",
        "#",
        "?",
        "@",
        "news.example",
        "other.example",
        "alert(1)",
        "ſ",
        "：",
        "..",
        "0",
    ];
    vec(select(parts.to_vec()), 0..7).prop_map(|parts| parts.concat())
}

#[test]
fn only_allowed_schemes_get_past_the_policy() {
    let bases = ["https://news.example/api/articles/bridges.json", "http://localhost:8080/a/b?c#d"];
    let bases = bases.map(|base| Url::parse(base).expect("a URL"));
    check(3000, (select(bases.to_vec()), reference()), |(base, reference)| {
        policy::check_everywhere(&base, &reference).map_err(TestCaseError::fail)
    });
}

#[test]
fn a_url_is_read_or_reported() {
    check(1000, reference(), |reference| {
        let reading = read_value(&json!({
            "headline": "Headline", "sections": [], "tags": [{ "text": "Tag", "url": reference }],
        }));
        prop_assert_ne!(reading.value.tags[0].url.is_some(), !reading.diagnostics.is_empty());
        let reading = read_value(&json!({
            "headline": "Headline", "sections": [{ "blocks": [{ "type": "image", "src": reference }] }],
        }));
        let src = reading.value.sections[0].blocks.first().map(|block| match &block.content {
            Content::Image(block) => MediaUrl::href(&block.image.src),
            other => unreachable!("{other:?}"),
        });
        prop_assert_ne!(src.is_some(), !reading.diagnostics.is_empty());
        Ok(())
    });
}

// Dates and moments are written as they are read.

#[test]
fn dates_are_read_as_they_are_written() {
    check(2000, (any::<u16>(), 0..14_u8, 0..33_u8), |(year, month, day)| {
        let Some(date) = Date::new(year % 10_001, month, day) else {
            return Ok(());
        };
        prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
        prop_assert_eq!(Moment::parse(&date.to_string()), Some(Moment::Day(date)));
        Ok(())
    });
}

#[test]
fn moments_are_read_as_they_are_written() {
    let moment = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt ]\
        ([01][0-9]|2[0-3]):[0-5][0-9](:[0-6][0-9])?(\\.[0-9]{1,10})?([Zz]|[+-][0-2][0-9]:?[0-5][0-9])";
    check(3000, moment, |text| {
        let Some(moment) = Moment::parse(&text) else {
            return Ok(());
        };
        let written = moment.to_string();
        prop_assert_eq!(Moment::parse(&written), Some(moment), "{} from {}", written, text);
        Ok(())
    });
}

#[test]
fn what_looks_like_a_moment_never_panics() {
    check(2000, "[0-9TtZz:.,+ \u{660}é-]{0,30}", |text| {
        let _ = (Date::parse(&text), Moment::parse(&text));
        Ok(())
    });
}
