//! What a page's head may say, so that the browser asks for everything at once: `head.html`, the same as
//! `Link` headers for [103 Early Hints](https://www.rfc-editor.org/rfc/rfc8297), and the names of the
//! files for programs.

use std::path::Path;

use serde_json::json;

use crate::failure::Result;
use crate::hash;
use crate::project::{files_in, read, read_bytes, write};

/// The elements.
const ELEMENTS: &str = "head.html";

/// The headers.
const HEADERS: &str = "link-headers.txt";

/// The names of the files, and what to write into `integrity` attributes.
pub const MANIFEST: &str = "newsprint.json";

/// The style sheet of prerendered articles under a name that stays, for pages that are written without
/// knowing the hash.
const STYLES: &str = "newsprint.css";

/// Where the files are on a site, as the README has it.
const FOLDER: &str = "/newsprint/";

/// The start of the line that loads the start script in a page.
const SCRIPT: &str = r#"<script type="module" src=""#;

/// The names of what an article needs.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    /// The start script.
    pub script: &'a str,
    /// The engine's script.
    pub engine: &'a str,
    /// The WebAssembly.
    pub wasm: &'a str,
    /// The style sheet.
    pub styles: &'a str,
    /// The style sheet of an article that is in the page before any script.
    pub prerendered: &'a str,
}

/// A file that is to be fetched early.
struct Hint<'a> {
    file: &'a str,
    /// What the browser is to do with it, as attributes in their order.
    attributes: Vec<(&'static str, &'a str)>,
}

impl Hint<'_> {
    /// As an element of a page from which the files are in a folder.
    fn element(&self, folder: &str) -> String {
        let attributes: String =
            self.attributes.iter().map(|(name, value)| attribute(name, value)).collect();
        format!(r#"<link{attributes} href="{folder}{}">"#, self.file)
    }

    /// As a header ([RFC 8288](https://www.rfc-editor.org/rfc/rfc8288)).
    fn header(&self) -> String {
        let parameters: String = self
            .attributes
            .iter()
            .map(|(name, value)| match *value {
                "" => format!("; {name}"),
                value => format!("; {name}=\"{value}\""),
            })
            .collect();
        format!("Link: <{FOLDER}{}>{parameters}", self.file)
    }
}

fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() { format!(" {name}") } else { format!(r#" {name}="{value}""#) }
}

/// What is to be fetched early: all that `newsprint.js` asks for itself, a round trip later. Only a
/// module can be held to its hash; what is asked for with `fetch` is not compared by browsers.
fn hints<'a>(files: Files<'a>, engine: &'a str) -> [Hint<'a>; 3] {
    let fetched = |file, kind| Hint {
        file,
        attributes: vec![("rel", "preload"), ("as", "fetch"), ("type", kind), ("crossorigin", "")],
    };
    [
        fetched(files.styles, "text/css"),
        Hint {
            file: files.engine,
            attributes: vec![("rel", "modulepreload"), ("integrity", engine)],
        },
        fetched(files.wasm, "application/wasm"),
    ]
}

/// Writes all of it into the bundle, and the lines into the pages of the demo.
pub fn write_for(bundle: &Path, files: Files<'_>) -> Result<()> {
    let integrity = |name: &str| Ok(hash::integrity(&read_bytes(&bundle.join(name))?));
    let engine = integrity(files.engine)?;
    let hints = hints(files, &engine);

    let mut lines: Vec<_> = hints.iter().map(|hint| hint.element(FOLDER)).collect();
    // Without its hash: under this name the next release will be another file.
    lines.push(format!(r#"{SCRIPT}{FOLDER}{}"></script>"#, files.script));
    write(&bundle.join(ELEMENTS), lines.join("\n") + "\n")?;
    let headers: Vec<_> = hints.iter().map(Hint::header).collect();
    write(&bundle.join(HEADERS), headers.join("\n") + "\n")?;

    let file = |name| Ok(json!({ "file": name, "integrity": integrity(name)? }));
    let manifest = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "files": {
            "script": file(files.script)?,
            "engine": file(files.engine)?,
            "wasm": file(files.wasm)?,
            "styles": file(files.styles)?,
            "prerendered": file(files.prerendered)?,
        },
    });
    write(&bundle.join(MANIFEST), format!("{manifest:#}\n"))?;
    write(&bundle.join(STYLES), read(&bundle.join(files.prerendered))?)?;

    for folder in ["", "articles"] {
        for page in files_in(&bundle.join(folder))? {
            if page.extension().is_some_and(|ending| ending == "html") && !page.ends_with(ELEMENTS)
            {
                write(&page, with_hints(&read(&page)?, files.script, &hints))?;
            }
        }
    }
    Ok(())
}

/// A page with the lines before the one that loads the start script.
fn with_hints(page: &str, script: &str, hints: &[Hint<'_>]) -> String {
    let mut lines = Vec::new();
    for line in page.lines() {
        let src = line.trim_start().strip_prefix(SCRIPT).and_then(|rest| rest.split('"').next());
        if let Some(folder) = src.and_then(|src| src.strip_suffix(script)) {
            let indent = &line[..line.len() - line.trim_start().len()];
            lines.extend(hints.iter().map(|hint| format!("{indent}{}", hint.element(folder))));
        }
        lines.push(line.to_owned());
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: Files<'_> = Files {
        script: "newsprint.js",
        engine: "n-1.js",
        wasm: "n-1.wasm",
        styles: "n-1.css",
        prerendered: "n-2.css",
    };

    #[test]
    fn a_page_gets_the_lines_where_it_loads_the_script() {
        let page = "<head>\n  <script type=\"module\" src=\"../newsprint.js\"></script>\n</head>\n";
        let with = with_hints(page, FILES.script, &hints(FILES, "sha384-x"));
        assert_eq!(
            with,
            "<head>\n  \
             <link rel=\"preload\" as=\"fetch\" type=\"text/css\" crossorigin href=\"../n-1.css\">\n  \
             <link rel=\"modulepreload\" integrity=\"sha384-x\" href=\"../n-1.js\">\n  \
             <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"../n-1.wasm\">\n  \
             <script type=\"module\" src=\"../newsprint.js\"></script>\n</head>\n"
        );
        let other = "<script type=\"module\" src=\"reader.js\"></script>\n";
        assert_eq!(with_hints(other, FILES.script, &hints(FILES, "")), other);
    }

    #[test]
    fn a_header_says_what_the_element_says() {
        let [styles, engine, _] = hints(FILES, "sha384-x");
        assert_eq!(
            styles.header(),
            r#"Link: </newsprint/n-1.css>; rel="preload"; as="fetch"; type="text/css"; crossorigin"#
        );
        assert_eq!(
            engine.header(),
            r#"Link: </newsprint/n-1.js>; rel="modulepreload"; integrity="sha384-x""#
        );
    }
}
