//! Findings as [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), which
//! code hosts show beside the lines.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::finding::{Document, Finding, Rule};

/// What may not stand in a URI.
const NOT_IN_URI: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`');

/// The report.
pub fn report(documents: &[Document]) -> String {
    let rule = |rule: Rule| {
        json!({
            "id": rule.name(),
            "shortDescription": { "text": rule.meaning() },
            "defaultConfiguration": { "level": rule.level() },
        })
    };
    let results = documents.iter().flat_map(|document| {
        let uri = uri(&document.name);
        document.findings.iter().map(move |finding| result(&uri, finding))
    });
    let report = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "newsprint",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Rule::ALL.map(rule),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    });
    format!("{report:#}\n")
}

fn result(uri: &str, finding: &Finding) -> Value {
    let Finding { rule, place, pointer, message } = finding;
    let at = if pointer.is_empty() { "The document" } else { pointer };
    json!({
        "ruleId": rule.name(),
        "ruleIndex": Rule::ALL.iter().position(|it| it == rule),
        "level": rule.level(),
        "message": { "text": format!("{at}: {message}.") },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri },
                "region": { "startLine": place.line, "startColumn": place.column },
            },
            "logicalLocations": [{ "fullyQualifiedName": pointer }],
        }],
    })
}

/// A path or URL as a URI.
fn uri(name: &str) -> String {
    if name.starts_with("http://") || name.starts_with("https://") {
        return name.to_owned();
    }
    let path = name.replace('\\', "/");
    let path = utf8_percent_encode(&path, NOT_IN_URI).to_string();
    if path.starts_with('/') { format!("file://{path}") } else { path }
}

#[cfg(test)]
mod tests {
    use super::super::finding::findings;
    use super::*;

    #[test]
    fn a_result_names_rule_and_place() {
        let findings = findings(b"{\"headline\": \"H\",\n \"lang\": 7, \"sections\": []}");
        let report = report(&[Document { name: "a b.json".into(), findings }]);
        let report: Value = serde_json::from_str(&report).unwrap();
        let run = &report["runs"][0];
        let result = &run["results"][0];
        assert_eq!(report["version"], "2.1.0");
        let rule = result["ruleIndex"].as_u64().unwrap();
        assert_eq!(
            run["tool"]["driver"]["rules"][usize::try_from(rule).unwrap()]["id"],
            "left-out"
        );
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20b.json");
        assert_eq!(place["region"], json!({ "startLine": 2, "startColumn": 10 }));
        assert_eq!(result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"], "/lang");
    }

    #[test]
    fn paths_are_uris() {
        assert_eq!(uri("/a/b.json"), "file:///a/b.json");
        assert_eq!(uri("https://news.example/a?b=%20"), "https://news.example/a?b=%20");
    }
}
