//! The contract, document by document.
//!
//! Every `.json` file under `contract/fixtures` is a test; its folder says which:
//!
//! | folder | the document | the schema | the reader |
//! |---|---|---|---|
//! | `valid` | is as the contract has it | accepts it | reads it without a diagnostic |
//! | `invalid` | breaks the contract | refuses it | says exactly what `NAME.expected.txt` says |
//! | `reader-only` | breaks it in a way that no schema can see | accepts it, if it is JSON | the same |
//! | `lenient` | is accepted although it is not strict | refuses it | reads it as `NAME.strict.json` |
//!
//! What no schema sees is how a browser parses a URL, what holds between two fields (an id that
//! stands twice, an anchor that points nowhere), text without a letter in it, versions to come,
//! and bytes that are no JSON.
//!
//! To add a document, put it into its folder. In `invalid` and `reader-only` it has one mistake,
//! or several of one kind, and a last section that says [`REST`]: whatever else is left out, that
//! must still be there. Then run
//!
//! ```sh
//! NEWSPRINT_UPDATE_FIXTURES=1 cargo test --package newsprint-model --test contract
//! ```
//!
//! which writes `NAME.expected.txt`, one diagnostic a line or the error that the whole document
//! is, and read what it wrote: it is a test only if that is what should be said. Control
//! characters stand there as `\u{9}`.
//!
//! What would be too large for a file is made in `limits.rs`.

mod document;
mod kept;
mod limits;
mod numbers;
mod parts;

use std::collections::BTreeSet;

use newsprint_model::{read_link_list, read_weather};
use newsprint_testing::contract::{SCHEMA, read, read_value, schema_errors, serialise};
use newsprint_testing::urls;
use serde_json::{Value, json};

use crate::document::{
    article, check, check_lenient, fixture, is_refused_by_the_schema, is_reported_as_expected,
    keeps_the_rest, keys, lines, no_errors, passes_the_schema, property_names,
    reads_without_complaint, same,
};

/// The paragraph that ends a broken document.
pub const REST: &str = "The rest of the article stands.";

#[test]
fn valid_documents_pass_the_schema() {
    check("contract/fixtures/valid", passes_the_schema);
}

#[test]
fn valid_documents_are_read_without_complaint() {
    check("contract/fixtures/valid", reads_without_complaint);
}

#[test]
fn valid_documents_come_back_as_they_were() {
    check("contract/fixtures/valid", |document| {
        let reading = read(&document.body).map_err(|error| error.to_string())?;
        let again = serialise(&reading);
        no_errors(schema_errors(&again))?;
        same(&read_value(&again).value, &reading.value)
    });
}

#[test]
fn the_complete_document_is_complete() {
    let document = fixture("valid/complete");
    let missing: Vec<_> = property_names(&SCHEMA).difference(&keys(&document)).cloned().collect();
    assert!(missing.is_empty(), "valid/complete.json lacks {missing:?}");
}

#[test]
fn the_complete_document_loses_nothing() {
    let document = fixture("valid/complete");
    assert_eq!(format!("{:#}", serialise(&read_value(&document))), format!("{document:#}"));
}

#[test]
fn invalid_documents_are_refused_by_the_schema() {
    check("contract/fixtures/invalid", is_refused_by_the_schema);
}

#[test]
fn invalid_documents_are_reported() {
    check("contract/fixtures/invalid", is_reported_as_expected);
}

#[test]
fn reader_only_documents_pass_the_schema() {
    check("contract/fixtures/reader-only", |document| match document.json() {
        Some(_) => passes_the_schema(document),
        None => Ok(()),
    });
}

#[test]
fn reader_only_documents_are_reported() {
    check("contract/fixtures/reader-only", is_reported_as_expected);
}

#[test]
fn the_rest_of_a_broken_document_is_kept() {
    for folder in ["contract/fixtures/invalid", "contract/fixtures/reader-only"] {
        check(folder, keeps_the_rest);
    }
}

#[test]
fn lenient_documents_are_refused_by_the_schema() {
    check_lenient(is_refused_by_the_schema);
}

#[test]
fn lenient_documents_are_read_without_complaint() {
    check_lenient(reads_without_complaint);
}

#[test]
fn lenient_documents_are_read_as_their_strict_twins() {
    check_lenient(|document| {
        let strict = fixture(&format!("lenient/{}.strict", document.name()));
        no_errors(schema_errors(&strict))?;
        let reading = read(&document.body).map_err(|error| error.to_string())?;
        let twin = read_value(&strict);
        no_errors(lines(&twin.diagnostics))?;
        same(&reading.value, &twin.value)
    });
}

#[test]
fn the_articles_of_the_demo_are_as_the_contract_has_them() {
    check("demo/api/articles", |document| {
        passes_the_schema(document)?;
        reads_without_complaint(document)
    });
}

/// A member of every block type with nothing in it: a block that is left out is reported.
#[test]
fn a_block_that_is_left_out_is_reported() {
    let names = block_types(&SCHEMA);
    assert!(names.len() > 15, "{names:?}");
    let members = [
        "text", "items", "images", "src", "sources", "url", "rows", "code", "blocks", "summary",
        "events", "value", "label", "title", "notes", "question",
    ];
    let nothing =
        [json!([]), json!(""), json!({}), json!(null), json!([[]]), json!([{}]), json!([""])];
    for name in names {
        for empty in &nothing {
            let mut block = json!({ "type": name });
            for member in members {
                block[member] = empty.clone();
            }
            let reading = read_value(&article(&json!([block.clone()])));
            let is_there = !reading.value.sections[0].blocks.is_empty();
            assert!(is_there || !reading.diagnostics.is_empty(), "{block} vanished");
        }
    }
}

/// All block types that the schema names.
fn block_types(schema: &Value) -> BTreeSet<&str> {
    match schema {
        Value::Array(items) => items.iter().flat_map(block_types).collect(),
        Value::Object(members) => {
            let own = schema["properties"]["type"]["const"].as_str();
            own.into_iter().chain(members.values().flat_map(block_types)).collect()
        }
        _ => BTreeSet::new(),
    }
}

#[test]
fn a_section_that_is_none_keeps_the_numbers_of_the_others() {
    let document = json!({ "headline": "H", "sections": [
        { "heading": "One", "blocks": [] }, "none", { "heading": "Three", "blocks": [] }
    ] });
    let reading = read_value(&document);
    assert_eq!(reading.diagnostics.len(), 1);
    let headings: Vec<_> = reading
        .value
        .sections
        .iter()
        .map(|section| section.heading.as_ref().map(newsprint_model::Text::plain))
        .collect();
    assert_eq!(headings, [Some("One".into()), None, Some("Three".into())]);
}

#[test]
fn a_part_that_is_none_is_called_by_its_name() {
    let error = read_weather(b"7", &urls()).unwrap_err();
    assert!(error.to_string().starts_with("The reply is JSON but not the weather: "), "{error}");
    let error = read_link_list(b"7", &urls()).unwrap_err();
    assert!(error.to_string().starts_with("The reply is JSON but not a list of articles: "));
}
