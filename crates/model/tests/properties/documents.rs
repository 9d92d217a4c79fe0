//! Strategies for documents: valid ones, and any JSON made of the words of the contract.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use newsprint_testing::contract::{SCHEMA, documents};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// The bodies of the valid documents.
pub(super) fn valid_body() -> impl Strategy<Value = Vec<u8>> {
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

pub(super) fn word() -> impl Strategy<Value = String> {
    select(WORDS.as_slice())
}

/// Any JSON that is no array and no object.
pub(super) fn any_scalar() -> impl Strategy<Value = Value> {
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
pub(super) fn any_json() -> impl Strategy<Value = Value> {
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
pub(super) fn any_document() -> impl Strategy<Value = Value> {
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
