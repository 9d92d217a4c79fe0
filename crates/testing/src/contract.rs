//! What the tests of the contract share: reading as a browser would, the schema, and the
//! documents under `contract/fixtures`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jsonschema::{Draft, Validator};
use newsprint_model::{Article, ReadError, Reading, read_article};
use serde_json::Value;

/// Reads the body of a reply as an article.
pub fn read(body: &[u8]) -> Result<Reading<Article>, ReadError> {
    read_article(body, &crate::urls())
}

/// Reads a document that is known to be an article.
pub fn read_value(document: &Value) -> Reading<Article> {
    read(document.to_string().as_bytes()).unwrap_or_else(|error| panic!("{error}\n{document:#}"))
}

/// What is in a reading, as a backend would send it.
pub fn serialise(reading: &Reading<Article>) -> Value {
    serde_json::to_value(&reading.value).expect("an article is JSON")
}

/// The schema of the contract.
pub static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let text = fs::read(in_project("contract/article.schema.json")).expect("the schema is there");
    serde_json::from_slice(&text).expect("the schema is JSON")
});

/// What the schema finds wrong with a document. Formats such as `date` are checked too; this draft
/// leaves that open.
pub fn schema_errors(document: &Value) -> Vec<String> {
    static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
        jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .build(&SCHEMA)
            .expect("the schema is one")
    });
    let errors = VALIDATOR.iter_errors(document);
    errors.map(|error| format!("{}: {}", error.instance_path(), error.masked())).collect()
}

/// A path in the project.
pub fn in_project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The documents in a folder of the project: their paths, in order, and what is in them. A folder
/// without any is an error: a test without documents could not fail.
pub fn documents(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = in_project(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    assert!(!paths.is_empty(), "no document in {folder:?}");
    let read = |path: PathBuf| {
        let body = fs::read(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        (path, body)
    };
    paths.into_iter().map(read).collect()
}
