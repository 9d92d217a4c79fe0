//! Text with marks and links, and the ids that its links lead to.

use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::Value;

use super::json::{Json, array, constant, object, optional, required, union};
use super::strings::{language, link_url, words};

/// The mark of an id that [`number_ids`] writes.
pub(super) const SOME_ID: &str = "@";

/// The mark of an anchor that [`point_anchors`] writes.
pub(super) const SOME_ANCHOR: &str = "#";

pub(super) fn text() -> Json {
    union(vec![words(), array(span(), 1..4)])
}

pub(super) fn span() -> Json {
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
pub(super) fn number_ids(json: &mut Value, ids: &mut usize) {
    if let Some(id) = json.get_mut("id").filter(|id| **id == SOME_ID) {
        *id = format!("id-{ids}").into();
        *ids += 1;
    }
    children(json).for_each(|child| number_ids(child, ids));
}

/// Lets every marked anchor point to one of the ids; without any it becomes an ordinary link.
pub(super) fn point_anchors(json: &mut Value, anchors: &mut usize, ids: usize) {
    if let Some(href) = json.get_mut("href").filter(|href| **href == SOME_ANCHOR) {
        *href = match anchors.checked_rem(ids) {
            Some(id) => format!("#id-{id}").into(),
            None => "https://news.example/".into(),
        };
        *anchors += 1;
    }
    children(json).for_each(|child| point_anchors(child, anchors, ids));
}

pub(super) fn children(json: &mut Value) -> Box<dyn Iterator<Item = &mut Value> + '_> {
    match json {
        Value::Array(items) => Box::new(items.iter_mut()),
        Value::Object(members) => Box::new(members.values_mut()),
        _ => Box::new(std::iter::empty()),
    }
}
