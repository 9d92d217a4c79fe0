//! Whatever comes, the reader does not panic, and what it reports is in the document.

use newsprint_model::{
    Article, Diagnostic, MAX_DIAGNOSTICS, ReadError, Reading, read_link_list, read_weather,
};
use newsprint_testing::contract::read;
use newsprint_testing::urls;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use super::check;
use super::documents::{any_document, valid_body};
use super::mutation::{mutate, mutation};

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
