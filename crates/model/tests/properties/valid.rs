//! What is valid comes back as it went in.

use newsprint_testing::contract::{read_value, schema_errors, serialise};
use newsprint_testing::strategies;
use proptest::prelude::*;
use serde_json::Value;

use super::check;

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
