//! The files of the release bundle, as a page names them.

use std::path::{Path, PathBuf};

use newsprint_view::Asset;
use serde::Deserialize;

use crate::failure::{Failure, Result};

/// What `dist/newsprint.json` says.
#[derive(Debug, Deserialize)]
struct Manifest {
    files: Files,
}

/// The files that a page names itself; the others are named by them.
#[derive(Debug, Deserialize)]
struct Files {
    script: File,
    /// The style sheet of an article that is in the page before any script.
    prerendered: File,
}

#[derive(Debug, Deserialize)]
struct File {
    file: String,
    integrity: String,
}

/// The files of the bundle, as a page names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    script: (String, Option<String>),
    styles: (String, Option<String>),
}

/// The path of the manifest in the folder of a bundle.
pub fn manifest(dist: &Path) -> PathBuf {
    dist.join("newsprint.json")
}

impl Bundle {
    /// The files that the site serves below this URL, under the names that never change.
    pub fn named(assets: &str) -> Self {
        let url = |name| (format!("{}{name}", folder(assets)), None);
        Self { script: url("newsprint.js"), styles: url("newsprint.css") }
    }

    /// The files that the site serves below this URL, as the bundle in a folder names them.
    pub fn read(assets: &str, dist: &Path, with_integrity: bool) -> Result<Self> {
        let path = manifest(dist);
        let text = std::fs::read(&path).map_err(|error| {
            Failure::new(format!(
                "{} can't be read: {error}. Name the folder that `cargo xtask build` writes.",
                path.display()
            ))
        })?;
        let manifest: Manifest = serde_json::from_slice(&text).map_err(|error| {
            Failure::new(format!(
                "{} is not what `cargo xtask build` writes: {error}. Build again.",
                path.display()
            ))
        })?;
        let url = |File { file, integrity }: File| {
            (format!("{}{file}", folder(assets)), with_integrity.then_some(integrity))
        };
        let Files { script, prerendered } = manifest.files;
        Ok(Self { script: url(script), styles: url(prerendered) })
    }

    /// The start script.
    pub fn script(&self) -> Asset<'_> {
        Asset { url: &self.script.0, integrity: self.script.1.as_deref() }
    }

    /// The style sheet.
    pub fn styles(&self) -> Asset<'_> {
        Asset { url: &self.styles.0, integrity: self.styles.1.as_deref() }
    }
}

/// The URL of a folder, with the slash at its end.
fn folder(url: &str) -> String {
    if url.ends_with('/') { url.into() } else { format!("{url}/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"{"version": "0.1.0", "files": {
        "script": {"file": "newsprint.js", "integrity": "sha384-A"},
        "styles": {"file": "newsprint-0.css", "integrity": "sha384-E"},
        "prerendered": {"file": "newsprint-1.css", "integrity": "sha384-B"},
        "engine": {"file": "newsprint-2.js", "integrity": "sha384-C"},
        "wasm": {"file": "newsprint-3_bg.wasm", "integrity": "sha384-D"}}}"#;

    #[test]
    fn the_bundle_names_its_files() {
        let dist = tempfile::tempdir().unwrap();
        std::fs::write(manifest(dist.path()), MANIFEST).unwrap();
        let bundle = Bundle::read("/n", dist.path(), true).unwrap();
        assert_eq!(bundle.styles().url, "/n/newsprint-1.css");
        assert_eq!(bundle.styles().integrity, Some("sha384-B"));
        assert_eq!(bundle.script().url, "/n/newsprint.js");
        let bundle = Bundle::read("/n", dist.path(), false).unwrap();
        assert_eq!(bundle.script().integrity, None);
    }

    #[test]
    fn without_a_bundle_the_names_are_those_that_stay() {
        let bundle = Bundle::named("https://cdn.example/n/");
        assert_eq!(bundle.script().url, "https://cdn.example/n/newsprint.js");
        assert_eq!(bundle.styles().url, "https://cdn.example/n/newsprint.css");
    }

    #[test]
    fn a_folder_that_is_no_bundle_is_a_mistake() {
        let dist = tempfile::tempdir().unwrap();
        let error = Bundle::read("/n", dist.path(), false).unwrap_err().to_string();
        assert!(error.contains("Name the folder"), "{error}");
        std::fs::write(manifest(dist.path()), "{}").unwrap();
        let error = Bundle::read("/n", dist.path(), false).unwrap_err().to_string();
        assert!(error.contains("Build again"), "{error}");
    }
}
