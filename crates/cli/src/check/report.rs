//! Findings for people, and as JSON.

use std::fmt::Write;

use serde_json::json;

use super::finding::{Document, Finding};
use crate::locate::Place;

/// A line for each finding, as compilers write them, so that editors find the place.
pub fn text(documents: &[Document]) -> String {
    let mut text = String::new();
    for Document { name, findings } in documents {
        for Finding { rule, place: Place { line, column }, pointer, message } in findings {
            let at = if pointer.is_empty() { "the document" } else { pointer };
            let level = rule.level();
            // Writing to a string does not fail.
            let _ = writeln!(text, "{name}:{line}:{column}: {level}: {at}: {message}");
        }
    }
    text
}

/// What was found in all, as a sentence.
pub fn summary(documents: usize, findings: usize) -> String {
    let documents = plural(documents, "document");
    match findings {
        0 => format!("Nothing to say about {documents}."),
        _ => format!("{} in {documents}.", plural(findings, "finding")),
    }
}

fn plural(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// All documents with their findings, those without any too.
pub fn json(documents: &[Document]) -> String {
    let finding = |finding: &Finding| {
        json!({
            "rule": finding.rule.name(),
            "level": finding.rule.level(),
            "line": finding.place.line,
            "column": finding.place.column,
            "pointer": finding.pointer,
            "message": finding.message,
        })
    };
    let document = |document: &Document| {
        json!({
            "document": document.name,
            "findings": document.findings.iter().map(finding).collect::<Vec<_>>(),
        })
    };
    let all = json!({ "documents": documents.iter().map(document).collect::<Vec<_>>() });
    format!("{all:#}\n")
}

#[cfg(test)]
mod tests {
    use super::super::finding::findings;
    use super::*;

    #[test]
    fn a_line_names_the_place_and_what_is_wrong() {
        let findings = findings(b"{\n\"headline\": \"H\", \"lang\": 7, \"sections\": []}");
        let documents = [Document { name: "a.json".into(), findings }];
        let line = text(&documents);
        assert!(line.starts_with("a.json:2:26: warning: /lang: expected "), "{line}");
        let json: serde_json::Value = serde_json::from_str(&json(&documents)).unwrap();
        assert_eq!(json["documents"][0]["findings"][0]["pointer"], "/lang");
        assert_eq!(json["documents"][0]["findings"][0]["column"], 26);
    }

    #[test]
    fn the_summary_counts() {
        assert_eq!(summary(1, 0), "Nothing to say about 1 document.");
        assert_eq!(summary(2, 1), "1 finding in 2 documents.");
    }
}
