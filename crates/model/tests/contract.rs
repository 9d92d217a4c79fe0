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
//! What would be too large for a file is made here, at the end.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fmt::{Debug, Write};
use std::fs;
use std::path::PathBuf;

use newsprint_model::{
    Article, Block, Content, Diagnostic, MAX_BLOCKS, MAX_BODY_BYTES, MAX_DIAGNOSTICS, MAX_NESTING,
    ReadError, read_link_list, read_weather,
};
use newsprint_testing::contract::{
    SCHEMA, documents, in_project, read, read_value, schema_errors, serialise,
};
use newsprint_testing::urls;
use serde_json::{Value, json};
use url::Url;

/// The paragraph that ends a broken document.
const REST: &str = "The rest of the article stands.";

// The documents in the folders.

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

/// A document in a file.
struct Document {
    path: PathBuf,
    body: Vec<u8>,
}

impl Document {
    /// The documents of a folder.
    fn all(folder: &str) -> Vec<Self> {
        documents(folder).into_iter().map(|(path, body)| Self { path, body }).collect()
    }

    /// The document as JSON; `None` when a strict parser refuses it.
    fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// The file's name without `.json`.
    fn name(&self) -> &str {
        self.path.file_stem().and_then(OsStr::to_str).expect("the file has a name")
    }
}

/// Checks the documents of a folder and reports all that fail.
fn check(folder: &str, holds: impl Fn(&Document) -> Result<(), String>) {
    check_all(&Document::all(folder), holds);
}

/// Checks the lenient documents, without their twins.
fn check_lenient(holds: impl Fn(&Document) -> Result<(), String>) {
    let mut all = Document::all("contract/fixtures/lenient");
    all.retain(|document| !document.name().ends_with(".strict"));
    check_all(&all, holds);
}

fn check_all(documents: &[Document], holds: impl Fn(&Document) -> Result<(), String>) {
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

fn passes_the_schema(document: &Document) -> Result<(), String> {
    no_errors(schema_errors(&document.json().ok_or("no JSON")?))
}

fn is_refused_by_the_schema(document: &Document) -> Result<(), String> {
    match document.json() {
        Some(json) if schema_errors(&json).is_empty() => Err("the schema accepts it".into()),
        _ => Ok(()),
    }
}

fn reads_without_complaint(document: &Document) -> Result<(), String> {
    let reading = read(&document.body).map_err(|error| error.to_string())?;
    no_errors(lines(&reading.diagnostics))
}

fn is_reported_as_expected(document: &Document) -> Result<(), String> {
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

fn keeps_the_rest(document: &Document) -> Result<(), String> {
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

fn has_headline(document: &Value) -> bool {
    document["headline"].as_str().is_some_and(|headline| !headline.trim().is_empty())
}

fn no_errors(errors: Vec<String>) -> Result<(), String> {
    if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
}

/// Compares two values and shows the first line in which they differ.
fn same<T: PartialEq + Debug>(found: &T, expected: &T) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    let (found, expected) = (format!("{found:#?}"), format!("{expected:#?}"));
    let differs = found.lines().zip(expected.lines()).find(|(found, expected)| found != expected);
    let (found, expected) = differs.unwrap_or((&found, &expected));
    Err(format!("found {found}\nexpected {expected}"))
}

fn lines(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(|diagnostic| one_line(&diagnostic.to_string())).collect()
}

/// A message with its control characters escaped, so that it takes a line of its own.
fn one_line(message: &str) -> String {
    message.chars().fold(String::new(), |mut line, char| {
        if char.is_control() {
            write!(line, "{}", char.escape_unicode()).expect("a string takes all");
        } else {
            line.push(char);
        }
        line
    })
}

fn fixture(name: &str) -> Value {
    let path = in_project(&format!("contract/fixtures/{name}.json"));
    let body = fs::read(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    serde_json::from_slice(&body).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// The names of all properties in a schema.
fn property_names(schema: &Value) -> BTreeSet<String> {
    let own = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    let own = own.map(|(name, _)| name.clone());
    own.chain(children(schema).flat_map(property_names)).collect()
}

/// The keys of all objects in a document.
fn keys(json: &Value) -> BTreeSet<String> {
    let own = json.as_object().into_iter().flatten().map(|(key, _)| key.clone());
    own.chain(children(json).flat_map(keys)).collect()
}

fn children(json: &Value) -> impl Iterator<Item = &Value> {
    let values = json.as_object().into_iter().flat_map(|object| object.values());
    json.as_array().into_iter().flatten().chain(values)
}

// Nothing vanishes without a word.

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

// What is kept of a broken document.

/// The words of a block that is a paragraph.
fn paragraph(block: &Block) -> Option<String> {
    match &block.content {
        Content::Paragraph(paragraph) => Some(paragraph.text.plain()),
        _ => None,
    }
}

/// What is kept of a broken document, as JSON.
fn kept(name: &str) -> Value {
    serialise(&read_value(&fixture(&format!("invalid/{name}"))))
}

/// What is kept of the one block that is the mistake of a broken document.
fn kept_block(name: &str) -> Value {
    let blocks = &kept(name)["sections"][0]["blocks"];
    assert_eq!(blocks.as_array().map(Vec::len), Some(3), "{blocks:#}");
    blocks[1].clone()
}

#[test]
fn a_picture_without_src_leaves_the_others_of_its_gallery() {
    let images = &kept_block("gallery-one-of-three")["images"];
    let sources =
        ["one.webp", "three.webp"].map(|src| format!("https://news.example/api/articles/{src}"));
    assert_eq!(images, &json!([{ "src": sources[0] }, { "src": sources[1] }]));
}

#[test]
fn a_person_without_name_leaves_the_others_of_the_byline() {
    assert_eq!(
        kept("person-without-name")["byline"],
        json!({ "authors": [{ "name": "A. Writer" }] })
    );
}

#[test]
fn a_person_with_a_bad_portrait_keeps_the_name() {
    let authors = &kept("person-image-without-src")["byline"]["authors"];
    assert_eq!(authors, &json!([{ "name": "A. Writer" }, { "name": "B. Second" }]));
}

#[test]
fn an_unknown_block_is_replaced_by_its_fallback() {
    let expected = json!({
        "type": "paragraph", "id": "holo",
        "text": [{ "text": "Shown " }, { "text": "instead", "marks": ["strong"] }],
    });
    assert_eq!(kept_block("block-unknown-with-fallback"), expected);
}

#[test]
fn an_unknown_block_without_fallback_is_left_out() {
    let blocks = &kept("block-unknown")["sections"][0]["blocks"];
    assert_eq!(blocks.as_array().map(Vec::len), Some(2));
}

#[test]
fn a_bad_cell_is_empty_and_the_table_keeps_its_shape() {
    let text = |text| json!([{ "text": text }]);
    let row = json!([text("Kept"), [], text("Kept")]);
    assert_eq!(kept_block("table-cells")["rows"], json!([row, row, row]));
}

#[test]
fn a_refused_link_is_plain_text() {
    assert_eq!(
        kept_block("text-href-script")["text"],
        json!([{ "text": "see " }, { "text": "kept" }])
    );
    assert_eq!(kept("link-url-data")["tags"][1], json!({ "text": "T" }));
    assert_eq!(kept("teaser-url-script")["latest"]["items"][1], json!({ "headline": "No link" }));
}

#[test]
fn a_bad_detail_leaves_its_picture() {
    let expected = json!({ "type": "image", "src": "https://news.example/api/articles/kept.webp" });
    for detail in
        ["alt-object", "width-zero", "height-word", "layout", "caption-bool", "credit-array"]
    {
        assert_eq!(kept_block(&format!("image-{detail}")), expected, "{detail}");
    }
}

#[test]
fn a_level_out_of_range_is_the_usual_one() {
    for level in ["2", "7", "word", "fraction", "bool"] {
        assert_eq!(kept_block(&format!("heading-level-{level}"))["level"], 3, "{level}");
    }
}

#[test]
fn a_footnote_without_id_is_still_shown() {
    let notes = &kept_block("footnotes-notes")["notes"];
    let texts = ["Kept without an id", "Kept", "Kept without an id"];
    let found = notes.as_array().into_iter().flatten().map(|note| &note["text"][0]["text"]);
    assert_eq!(found.collect::<Vec<_>>(), texts);
}

#[test]
fn a_moment_without_offset_keeps_its_day() {
    assert_eq!(kept("article-updated-without-offset")["updated"], "2024-03-18");
}

#[test]
fn an_id_that_stands_twice_is_that_of_the_first() {
    let kept = serialise(&read_value(&fixture("reader-only/id-twice")));
    let section = &kept["sections"][0];
    assert_eq!(section["id"], "same");
    assert_eq!(section["blocks"][0].get("id"), None);
    assert_eq!(section["blocks"][2]["notes"][0].get("id"), None);
}

#[test]
fn an_item_with_items_is_an_item_whatever_else_it_has() {
    let item = json!({ "text": "Outer", "items": ["Inner"], "lang": "en" });
    let reading = read_value(&article(&json!([{ "type": "list", "items": [item] }])));
    let item = &serialise(&reading)["sections"][0]["blocks"][0]["items"][0];
    assert_eq!(item["items"], json!([{ "text": [{ "text": "Inner" }] }]));
}

#[test]
fn a_newer_version_is_read_as_well_as_it_can_be() {
    let reading = read_value(&fixture("reader-only/version-newer"));
    assert_eq!((reading.value.version, reading.diagnostics.len()), (2, 1));
}

// Parts that come by a URL of their own.

#[test]
fn a_list_is_read_on_its_own() {
    let urls = Url::parse("https://news.example/api/lists/latest.json").expect("a URL");
    let list = br#"{"title": "Latest", "items": [{"headline": "A", "url": "a"}, {"url": "/b"}]}"#;
    let reading = read_link_list(list, &urls).unwrap();
    let url = reading.value.items[0].url.as_ref().map(|url| url.href().to_string());
    assert_eq!(url.as_deref(), Some("https://news.example/api/lists/a"));
    assert_eq!(
        lines(&reading.diagnostics),
        ["/items/1: expected an object with \"headline\", found none"]
    );
    assert_eq!(read_link_list(b"[]", &urls).unwrap().value.items, []);
}

#[test]
fn weather_is_read_on_its_own() {
    let urls = urls();
    let reading = read_weather(br#"{"temperature": -3, "condition": "hail"}"#, &urls).unwrap();
    assert_eq!(reading.value.condition, None);
    assert_eq!(lines(&reading.diagnostics)[0].split(": ").next(), Some("/condition"));
    assert_eq!(reading.diagnostics.len(), 1);
}

#[test]
fn parts_that_are_none_are_clear_errors() {
    let urls = urls();
    let list = |body| read_link_list(body, &urls).unwrap_err().to_string();
    let weather = |body| read_weather(body, &urls).unwrap_err().to_string();
    for body in [&b"{}"[..], b"null", b"5", b"\"/list.json\""] {
        assert!(list(body).contains("expected an object with \"items\""), "{}", list(body));
    }
    for body in [&b"{}"[..], b"[]", b"9.5", b"null"] {
        assert!(
            weather(body).contains("expected an object with \"temperature\""),
            "{}",
            weather(body)
        );
    }
    for body in [&b"<html>"[..], b"", b"{\"items\": ["] {
        assert!(list(body).starts_with("The reply is not JSON"), "{}", list(body));
        assert!(weather(body).starts_with("The reply is not JSON"), "{}", weather(body));
    }
}

// Limits.

/// An article of one section with these blocks.
fn article(blocks: &Value) -> Value {
    json!({ "headline": "Headline", "sections": [{ "blocks": blocks }] })
}

/// What is read of an article and its diagnostics, as lines.
fn read_with_lines(document: &Value) -> (Article, Vec<String>) {
    let reading = read_value(document);
    let lines = lines(&reading.diagnostics);
    (reading.value, lines)
}

#[test]
fn a_body_may_be_ten_mebibytes_long_and_no_longer() {
    let mut body = br#"{"headline": "H", "sections": []}"#.to_vec();
    body.resize(MAX_BODY_BYTES, b' ');
    assert_eq!(MAX_BODY_BYTES, 10 * 1024 * 1024);
    assert_eq!(read(&body).unwrap().diagnostics, []);
    body.push(b' ');
    assert_eq!(read(&body), Err(ReadError::TooLarge { bytes: MAX_BODY_BYTES + 1 }));
}

#[test]
fn an_article_has_twenty_thousand_blocks_at_most() {
    let blocks = |count| article(&vec![json!({ "type": "divider" }); count].into());
    let (article, lines) = read_with_lines(&blocks(20_000));
    assert_eq!((article.sections[0].blocks.len(), lines.len()), (MAX_BLOCKS, 0));
    let (article, lines) = read_with_lines(&blocks(20_005));
    assert_eq!(article.sections[0].blocks.len(), MAX_BLOCKS);
    assert_eq!(
        lines,
        ["/sections/0/blocks/20000: expected at most 20000 blocks, found more; this and all that \
          follow are left out"]
    );
}

#[test]
fn nested_blocks_count_towards_the_limit() {
    let aside = json!({ "type": "aside", "blocks": vec![json!({ "type": "divider" }); 199] });
    let (article, lines) = read_with_lines(&article(&vec![aside; 101].into()));
    assert_eq!((article.sections[0].blocks.len(), lines.len()), (100, 1));
}

/// Something that holds itself, so many levels deep. Each level says something of its own.
fn nested(levels: usize, innermost: Value, wrap: impl Fn(Value) -> Value) -> Value {
    (0..levels).fold(innermost, |inner, _| wrap(inner))
}

/// Reads boxes in boxes, at the limit and one level beyond it.
fn check_nesting(wrap: impl Fn(Value) -> Value, pointer: &str) {
    let text = |text: &str| json!({ "type": "paragraph", "text": text });
    let boxes = |levels| {
        let inner = nested(levels, text("innermost"), |inner| wrap(json!([text("level"), inner])));
        serialise_and_lines(&article(&json!([inner])))
    };
    let (kept, lines) = boxes(MAX_NESTING);
    assert_eq!(lines, [""; 0]);
    assert_eq!(count(&kept, "level"), MAX_NESTING);
    assert_eq!(count(&kept, "innermost"), 1);
    let (kept, lines) = boxes(MAX_NESTING + 1);
    assert_eq!(
        lines,
        [format!(
            "/sections/0/blocks/0{}{pointer}: {TOO_DEEP}",
            format!("{pointer}/1").repeat(MAX_NESTING)
        )]
    );
    assert_eq!(count(&kept, "level"), MAX_NESTING);
    assert_eq!(count(&kept, "innermost"), 0);
}

const TOO_DEEP: &str = "expected nesting of at most 32 levels, found a deeper one; it is left out";

fn serialise_and_lines(document: &Value) -> (Value, Vec<String>) {
    let reading = read_value(document);
    (serialise(&reading), lines(&reading.diagnostics))
}

/// How many spans say this.
fn count(json: &Value, text: &str) -> usize {
    let own = usize::from(json.get("text").is_some_and(|it| it == text));
    own + children(json).map(|child| count(child, text)).sum::<usize>()
}

#[test]
fn asides_nest_as_deep_as_the_limit() {
    check_nesting(|blocks| json!({ "type": "aside", "blocks": blocks }), "/blocks");
}

#[test]
fn details_nest_as_deep_as_the_limit() {
    check_nesting(
        |blocks| json!({ "type": "details", "summary": "S", "blocks": blocks }),
        "/blocks",
    );
}

#[test]
fn timelines_nest_as_deep_as_the_limit() {
    let timeline =
        |blocks| json!({ "type": "timeline", "events": [{ "date": "1846", "blocks": blocks }] });
    check_nesting(timeline, "/events/0/blocks");
}

#[test]
fn questions_nest_as_deep_as_the_limit() {
    let questions =
        |blocks| json!({ "type": "questions", "items": [{ "question": "Q", "blocks": blocks }] });
    check_nesting(questions, "/items/0/blocks");
}

#[test]
fn lists_nest_as_deep_as_the_limit() {
    let list = |levels| {
        let item = nested(
            levels,
            json!("innermost"),
            |inner| json!({ "text": "level", "items": [inner] }),
        );
        serialise_and_lines(&article(&json!([{ "type": "list", "items": [item] }])))
    };
    let (kept, lines) = list(MAX_NESTING);
    assert_eq!(lines, [""; 0]);
    assert_eq!((count(&kept, "level"), count(&kept, "innermost")), (MAX_NESTING, 1));
    let (kept, lines) = list(MAX_NESTING + 1);
    let pointer = "/items/0".repeat(MAX_NESTING + 1);
    assert_eq!(lines, [format!("/sections/0/blocks/0{pointer}/items: {TOO_DEEP}")]);
    assert_eq!((count(&kept, "level"), count(&kept, "innermost")), (MAX_NESTING + 1, 0));
}

#[test]
fn lists_in_boxes_share_the_limit() {
    let item = nested(20, json!("innermost"), |inner| json!({ "text": "level", "items": [inner] }));
    let list = json!({ "type": "list", "items": [item] });
    let boxes = nested(20, list, |inner| json!({ "type": "aside", "blocks": [inner] }));
    let (kept, lines) = serialise_and_lines(&article(&json!([boxes])));
    assert_eq!((lines.len(), count(&kept, "level"), count(&kept, "innermost")), (1, 13, 0));
}

#[test]
fn json_nested_too_deep_is_a_clear_error() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{\"blocks\":[", "]}")] {
        let deep = [&open.repeat(10_000), "1", &close.repeat(10_000)].concat();
        for body in
            [deep.clone(), open.repeat(10_000), format!(r#"{{"headline": "H", "x": {deep}}}"#)]
        {
            let error = read(body.as_bytes()).unwrap_err().to_string();
            assert!(error.contains("nested more than 256 levels deep"), "{error}");
        }
    }
}

#[test]
fn a_large_document_of_nothing_but_mistakes_gets_few_complaints() {
    let span = r#"{"text":"a","href":"javascript:1","marks":["blink"],"lang":"?"},"#;
    let spans = span.repeat(40_000);
    let body = format!(
        r#"{{"headline": "H", "sections": [{{"blocks": [{{"type": "paragraph", "text": [{spans}"end"]}}]}}]}}"#
    );
    let reading = read(body.as_bytes()).unwrap();
    assert_eq!(reading.diagnostics.len(), MAX_DIAGNOSTICS + 1);
    assert_eq!(
        reading.diagnostics[MAX_DIAGNOSTICS].to_string(),
        "the document: expected fewer mistakes, found more than are listed here"
    );
    let text = reading.value.sections[0].blocks.first().and_then(paragraph);
    assert!(text.is_some_and(|text| text.ends_with("aaaend")));
}

#[test]
fn a_found_string_is_quoted_in_short() {
    let text = json!({ "type": "list", "ordered": "yes".repeat(100_000), "items": ["a"] });
    let (_, lines) = read_with_lines(&article(&json!([text])));
    assert_eq!(lines.len(), 1);
    assert!(lines[0].chars().count() < 200, "{} characters", lines[0].chars().count());
}
