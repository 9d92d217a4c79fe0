//! The documents of a folder, and what is checked of each.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fmt::{Debug, Write};
use std::fs;
use std::path::PathBuf;

use newsprint_model::{Block, Content, Diagnostic};
use newsprint_testing::contract::{documents, in_project, read, schema_errors};
use serde_json::{Value, json};

use crate::REST;

/// A document in a file.
pub struct Document {
    pub path: PathBuf,
    pub body: Vec<u8>,
}

impl Document {
    /// The documents of a folder.
    pub fn all(folder: &str) -> Vec<Self> {
        documents(folder).into_iter().map(|(path, body)| Self { path, body }).collect()
    }

    /// The document as JSON; `None` when a strict parser refuses it.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// The file's name without `.json`.
    pub fn name(&self) -> &str {
        self.path.file_stem().and_then(OsStr::to_str).expect("the file has a name")
    }
}

/// Checks the documents of a folder and reports all that fail.
pub fn check(folder: &str, holds: impl Fn(&Document) -> Result<(), String>) {
    check_all(&Document::all(folder), holds);
}

/// Checks the lenient documents, without their twins.
pub fn check_lenient(holds: impl Fn(&Document) -> Result<(), String>) {
    let mut all = Document::all("contract/fixtures/lenient");
    all.retain(|document| !document.name().ends_with(".strict"));
    check_all(&all, holds);
}

pub fn check_all(documents: &[Document], holds: impl Fn(&Document) -> Result<(), String>) {
    let failures = documents.iter().filter_map(|document| {
        let failure = holds(document).err()?;
        Some(format!("{}\n{failure}\n", document.path.display()))
    });
    let failures: Vec<String> = failures.collect();
    assert!(
        failures.is_empty(),
        "{} of {} documents fail:\n\n{}",
        failures.len(),
        documents.len(),
        failures.join("\n")
    );
}

pub fn passes_the_schema(document: &Document) -> Result<(), String> {
    no_errors(schema_errors(&document.json().ok_or("no JSON")?))
}

pub fn is_refused_by_the_schema(document: &Document) -> Result<(), String> {
    match document.json() {
        Some(json) if schema_errors(&json).is_empty() => Err("the schema accepts it".into()),
        _ => Ok(()),
    }
}

pub fn reads_without_complaint(document: &Document) -> Result<(), String> {
    let reading = read(&document.body).map_err(|error| error.to_string())?;
    no_errors(lines(&reading.diagnostics))
}

pub fn is_reported_as_expected(document: &Document) -> Result<(), String> {
    let found = match read(&document.body) {
        Ok(reading) => lines(&reading.diagnostics),
        Err(error) => vec![one_line(&format!("error: {error}"))],
    };
    if found.is_empty() {
        return Err("nothing was reported".into());
    }
    let found: String = found.iter().map(|line| format!("{line}\n")).collect();
    let path = document.path.with_extension("expected.txt");
    if std::env::var_os("NEWSPRINT_UPDATE_FIXTURES").is_some() {
        fs::write(&path, &found).map_err(|error| error.to_string())?;
    }
    let expected = fs::read_to_string(&path).map_err(|error| format!("{path:?}: {error}"))?;
    if found == expected { Ok(()) } else { Err(format!("expected:\n{expected}found:\n{found}")) }
}

pub fn keeps_the_rest(document: &Document) -> Result<(), String> {
    let has_rest = String::from_utf8_lossy(&document.body).contains(REST);
    match read(&document.body) {
        Ok(reading) if has_rest => {
            // What is no section stays as an empty one.
            let last = reading.value.sections.iter().rfind(|section| !section.is_empty());
            let last = last.and_then(|section| section.blocks.last());
            same(&last.and_then(paragraph), &Some(REST.into()))
        }
        Err(error) if has_rest && document.json().is_some_and(|json| has_headline(&json)) => {
            Err(error.to_string())
        }
        _ => Ok(()),
    }
}

pub fn has_headline(document: &Value) -> bool {
    document["headline"].as_str().is_some_and(|headline| !headline.trim().is_empty())
}

pub fn no_errors(errors: Vec<String>) -> Result<(), String> {
    if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
}

/// Compares two values and shows the first line in which they differ.
pub fn same<T: PartialEq + Debug>(found: &T, expected: &T) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    let (found, expected) = (format!("{found:#?}"), format!("{expected:#?}"));
    let differs = found.lines().zip(expected.lines()).find(|(found, expected)| found != expected);
    let (found, expected) = differs.unwrap_or((&found, &expected));
    Err(format!("found {found}\nexpected {expected}"))
}

pub fn lines(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(|diagnostic| one_line(&diagnostic.to_string())).collect()
}

/// A message with its control characters escaped, so that it takes a line of its own.
pub fn one_line(message: &str) -> String {
    message.chars().fold(String::new(), |mut line, char| {
        if char.is_control() {
            write!(line, "{}", char.escape_unicode()).expect("a string takes all");
        } else {
            line.push(char);
        }
        line
    })
}

pub fn fixture(name: &str) -> Value {
    let path = in_project(&format!("contract/fixtures/{name}.json"));
    let body = fs::read(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    serde_json::from_slice(&body).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// The names of all properties in a schema.
pub fn property_names(schema: &Value) -> BTreeSet<String> {
    let own = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    let own = own.map(|(name, _)| name.clone());
    own.chain(children(schema).flat_map(property_names)).collect()
}

/// The keys of all objects in a document.
pub fn keys(json: &Value) -> BTreeSet<String> {
    let own = json.as_object().into_iter().flatten().map(|(key, _)| key.clone());
    own.chain(children(json).flat_map(keys)).collect()
}

pub fn children(json: &Value) -> impl Iterator<Item = &Value> {
    let values = json.as_object().into_iter().flat_map(|object| object.values());
    json.as_array().into_iter().flatten().chain(values)
}

/// The words of a block that is a paragraph.
pub fn paragraph(block: &Block) -> Option<String> {
    match &block.content {
        Content::Paragraph(paragraph) => Some(paragraph.text.plain()),
        _ => None,
    }
}

/// An article of one section with these blocks.
pub fn article(blocks: &Value) -> Value {
    json!({ "headline": "Headline", "sections": [{ "blocks": blocks }] })
}
