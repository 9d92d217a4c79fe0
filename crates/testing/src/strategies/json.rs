//! JSON values, and objects of members that are there or not.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value};

pub(super) type Json = BoxedStrategy<Value>;

/// A member of an object; `None` when it is absent.
pub(super) type Member = (&'static str, BoxedStrategy<Option<Value>>);

pub(super) fn required(name: &'static str, value: Json) -> Member {
    (name, value.prop_map(Some).boxed())
}

/// A member that is there, absent or `null`.
pub(super) fn optional(name: &'static str, value: Json) -> Member {
    let member = prop_oneof![
        2 => value.prop_map(Some),
        2 => Just(None),
        1 => Just(Some(Value::Null)),
    ];
    (name, member.boxed())
}

pub(super) fn object(members: Vec<Member>) -> Json {
    let (names, values): (Vec<_>, Vec<_>) = members.into_iter().unzip();
    let object = values.prop_map(move |values| {
        let members = names.iter().zip(values);
        let members = members.filter_map(|(name, value)| Some(((*name).to_owned(), value?)));
        Value::Object(members.collect::<Map<_, _>>())
    });
    object.boxed()
}

pub(super) fn array(item: Json, size: std::ops::Range<usize>) -> Json {
    vec(item, size).prop_map(Value::Array).boxed()
}

pub(super) fn union(strategies: Vec<Json>) -> Json {
    proptest::strategy::Union::new(strategies).boxed()
}

pub(super) fn constant(value: impl Into<Value>) -> Json {
    Just(value.into()).boxed()
}

pub(super) fn one_of(words: &'static [&'static str]) -> Json {
    select(words).prop_map(Value::from).boxed()
}

pub(super) fn boolean() -> Json {
    any::<bool>().prop_map(Value::from).boxed()
}

pub(super) fn whole(range: std::ops::RangeInclusive<i64>) -> Json {
    range.prop_map(Value::from).boxed()
}

pub(super) fn pixels() -> Json {
    whole(1..=65_535)
}
