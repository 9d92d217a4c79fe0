//! `newsprint check`, as a build runs it, and the commands that only print.

mod support;

use serde_json::Value;

use support::{Folder, Server, newsprint, newsprint_with};

const GOOD: &str = r#"{"headline": "H", "sections": []}"#;
const BAD: &str = "{\"headline\": \"H\",\n  \"lang\": 7, \"sections\": []}";

#[test]
fn the_status_tells_what_was_found() {
    let folder = Folder::new();
    folder.write("good.json", GOOD);
    folder.write("bad/bad.json", BAD);
    for (line, code) in [
        ("check good.json", 0),
        ("check good.json bad", 1),
        ("check none.json bad", 2),
        ("check", 2),
        ("check --format xml good.json", 2),
    ] {
        assert_eq!(newsprint(&folder, line).code, code, "{line}");
    }
    let run = newsprint(&folder, "check good.json bad");
    assert!(
        run.output.starts_with("bad/bad.json:2:11: warning: /lang: expected "),
        "{}",
        run.output
    );
    assert_eq!(run.errors, "1 finding in 2 documents.\n");
}

#[test]
fn documents_come_from_the_input_too_and_in_order() {
    let folder = Folder::new();
    folder.write("bad.json", BAD);
    let run =
        newsprint_with(&folder, "check --format json - bad.json", &format!("[{GOOD}, {BAD}]"));
    let report: Value = serde_json::from_str(&run.output).unwrap();
    let documents = report["documents"].as_array().unwrap();
    assert_eq!(documents[0]["document"], "-");
    assert_eq!(documents[0]["findings"][0]["pointer"], "/1/lang");
    assert_eq!(documents[1]["document"], "bad.json");
    assert_eq!((run.code, &*run.errors), (1, ""));
}

#[test]
fn documents_come_from_the_web_too() {
    let server = Server::start(&[("/bad.json", BAD)]);
    let run = newsprint(&Folder::new(), &format!("check {}/bad.json", server.origin));
    assert!(
        run.output.starts_with(&format!("{}/bad.json:2:11: ", server.origin)),
        "{}",
        run.output
    );
    assert_eq!(run.code, 1);
    let run = newsprint(&Folder::new(), &format!("check {}/none.json", server.origin));
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("404"), "{}", run.errors);
}

#[test]
fn sarif_is_for_code_hosts() {
    let folder = Folder::new();
    folder.write("bad.json", BAD);
    let run = newsprint(&folder, "check --format sarif bad.json");
    let report: Value = serde_json::from_str(&run.output).unwrap();
    let results = report["runs"][0]["results"].as_array().unwrap();
    assert_eq!((results.len(), run.code), (1, 1));
    assert_eq!(results[0]["locations"][0]["physicalLocation"]["region"]["startLine"], 2);
}

#[test]
fn the_schema_is_that_of_the_contract() {
    let run = newsprint(&Folder::new(), "schema");
    assert_eq!(run.output, include_str!("../../../contract/article.schema.json"));
    let bash = newsprint(&Folder::new(), "completions bash");
    assert!(bash.output.contains("--heading-level"), "{}", bash.output);
    let manual = newsprint(&Folder::new(), "man");
    assert!(
        manual.output.contains("newsprint\\-article") && manual.output.contains(".TH newsprint")
    );
}
