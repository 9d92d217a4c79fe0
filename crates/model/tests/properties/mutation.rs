//! Changes to a document.

use proptest::prelude::*;
use serde_json::Value;

use super::documents::{any_json, word};

/// One change to a document.
#[derive(Debug, Clone)]
pub(super) enum Mutation {
    Delete,
    Replace(Value),
    /// Again, as the next item or under another name.
    Duplicate(String),
}

pub(super) fn mutation() -> impl Strategy<Value = Mutation> {
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
pub(super) fn mutate(document: &mut Value, number: usize, mutation: Mutation) {
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
