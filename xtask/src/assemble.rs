//! `assemble`: what Trunk calls after a build and before it moves the result
//! into `dist/`. It adds the two files that Trunk does not make: the start
//! script `newsprint.js`, under the one name that pages can rely on, and the
//! styles, under a name that changes with them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::hash;
use crate::lock;
use crate::minify::minify;
use crate::project::{Project, write};
use crate::setup::{self, Need};
use crate::shrink::shrink;

/// The start script, with placeholders.
const SHELL: &str = "src/element/newsprint.js";

/// What is added to it while developing.
const RELOAD: &str = "src/element/reload.js";

/// The styles.
const STYLES: &str = "src/view/newsprint.css";

/// What every placeholder begins with.
const PREFIX: &str = "__NEWSPRINT_";

/// The compiled app: the names of its script and its WebAssembly.
#[derive(Debug, PartialEq, Eq)]
struct Engine {
    /// The script that wasm-bindgen wrote.
    script: String,
    /// The WebAssembly.
    wasm: String,
}

/// Adds the files to Trunk's staging folder.
pub fn command(project: &Project) -> Result<()> {
    let Some(staging) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err(Failure::new(
            "TRUNK_STAGING_DIR is not set: `cargo xtask assemble` is for Trunk to call, which \
             `cargo xtask build` starts.",
        ));
    };
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let mut engine = engine(&staging)?;

    let mut styles = project.read(STYLES)?;
    let mut shell = project.read(SHELL)?;
    let script = staging.join(&engine.script);
    let glue = fs::read_to_string(&script)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", script.display())))?;
    let mut glue = without_own_wasm(&without_raw_html(&glue));
    if release {
        // Trunk's own minifier gives up on what wasm-bindgen writes.
        let tools = setup::prepare(project, &[Need::Node, Need::Esbuild, Need::WasmOpt])?;
        glue = shrink(&tools, &staging, &engine.wasm, &glue)?;
        engine.wasm = named_anew(&staging, &engine.wasm)?;
        styles = minify(&tools, &staging, &styles, "css")?;
        shell = minify(&tools, &staging, &shell, "js")?;
        glue = minify(&tools, &staging, &glue, "js")?;
    } else {
        shell += &project.read(RELOAD)?;
    }
    // Under a name that changes with what has been done to it here.
    let script_name = format!("newsprint-{}.js", hash::of(glue.as_bytes()));
    fs::remove_file(&script).map_err(|error| {
        Failure::new(format!("{} cannot be replaced: {error}.", script.display()))
    })?;
    write(&staging.join(&script_name), &glue)?;
    let styles_name = format!("newsprint-{}.css", hash::of(styles.as_bytes()));
    let version = lock::version_of(&project.read("Cargo.lock")?, "newsprint")?;
    let shell = fill(
        &shell,
        &[
            ("__NEWSPRINT_ENGINE__", &format!("./{script_name}")),
            ("__NEWSPRINT_WASM__", &format!("./{}", engine.wasm)),
            ("__NEWSPRINT_STYLES__", &format!("./{styles_name}")),
            ("__NEWSPRINT_VERSION__", &version),
        ],
    )?;
    clean_page(&staging.join("index.html"))?;
    write(&staging.join(styles_name), &styles)?;
    write(&staging.join("newsprint.js"), &shell)
}

/// Gives the WebAssembly a name that changes with what has been done to it here.
fn named_anew(staging: &Path, wasm: &str) -> Result<String> {
    let failed = |error| Failure::new(format!("{wasm} cannot be given another name: {error}."));
    let content = fs::read(staging.join(wasm)).map_err(failed)?;
    let name = Engine::of(&format!("newsprint-{}", hash::of(&content))).wasm;
    fs::rename(staging.join(wasm), staging.join(&name)).map_err(failed)?;
    Ok(name)
}

/// Takes Trunk's own instructions out of the page: it leaves one in when its start script is off.
fn clean_page(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", page.display())))?;
    let kept = html.lines().filter(|line| !line.contains("data-trunk") && !is_note(line));
    write(page, &kept.map(|line| format!("{line}\n")).collect::<String>())
}

/// Whether a line of the page is nothing but a comment.
fn is_note(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("<!--") && line.ends_with("-->")
}

/// Takes out of the glue what would parse a string as HTML. Yew links it in for a kind of node that
/// the view never makes; so nothing can make it, whatever the page's policy is.
fn without_raw_html(glue: &str) -> String {
    let closed = |line: &str| {
        let Some((target, _)) = line.split_once(".innerHTML = ") else {
            return line.to_owned();
        };
        let indentation = &target[..target.len() - target.trim_start().len()];
        format!("{indentation}throw new Error('Newsprint parses no HTML.');")
    };
    glue.lines().map(|line| closed(line) + "\n").collect()
}

/// Takes out of the glue the WebAssembly that it would fetch if the shell named none: under the name
/// that it had before it got its hash. Nothing comes there, but a bundler looks for the file.
fn without_own_wasm(glue: &str) -> String {
    let named = |line: &str| {
        if line.contains("= new URL('") && line.contains("_bg.wasm', import.meta.url)") {
            let indentation = &line[..line.len() - line.trim_start().len()];
            return format!("{indentation}throw new Error('Newsprint names its WebAssembly.');");
        }
        line.to_owned()
    };
    glue.lines().map(|line| named(line) + "\n").collect()
}

/// Finds the compiled app. Without file hashes (`filehash = false`) its script
/// would have the name of the start script, so it gets a hash here.
fn engine(staging: &Path) -> Result<Engine> {
    let names = names_in(staging)?;
    let mut found = engines(&names);
    let (Some(stem), None) = (found.next(), found.next()) else {
        return Err(Failure::new(format!(
            "{} should hold one newsprint*_bg.wasm with its script, but holds: {}; build anew with \
             `cargo xtask build`.",
            staging.display(),
            names.join(", ")
        )));
    };
    let plain = Engine::of(stem);
    if stem != "newsprint" {
        return Ok(plain);
    }
    let wasm = staging.join(&plain.wasm);
    let content = fs::read(&wasm)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", wasm.display())))?;
    let hashed = Engine::of(&format!("newsprint-{}", hash::of(&content)));
    for (from, to) in [(&plain.script, &hashed.script), (&plain.wasm, &hashed.wasm)] {
        fs::rename(staging.join(from), staging.join(to)).map_err(|error| {
            Failure::new(format!(
                "{from} in {} cannot be renamed to {to}: {error}.",
                staging.display()
            ))
        })?;
    }
    Ok(hashed)
}

impl Engine {
    /// The two names that wasm-bindgen derives from one.
    fn of(stem: &str) -> Self {
        Self { script: format!("{stem}.js"), wasm: format!("{stem}_bg.wasm") }
    }
}

/// The stems for which both files are there.
fn engines(names: &[String]) -> impl Iterator<Item = &str> {
    names
        .iter()
        .filter_map(|name| name.strip_suffix("_bg.wasm"))
        .filter(|stem| *stem == "newsprint" || stem.starts_with("newsprint-"))
        .filter(|stem| names.contains(&Engine::of(stem).script))
}

/// The names of the files in a folder, sorted.
fn names_in(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|error| {
        Failure::new(format!(
            "Trunk's staging folder {} cannot be read: {error}.",
            folder.display()
        ))
    })?;
    let mut names: Vec<_> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// Puts the values in the place of the placeholders; each has to occur, and no
/// other may.
fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut text = template.to_owned();
    for (placeholder, value) in values {
        if !text.contains(placeholder) {
            return Err(Failure::new(format!(
                "{SHELL} does not contain {placeholder}; put it where the built file's value \
                 belongs, or take it out of xtask/src/assemble.rs."
            )));
        }
        text = text.replace(placeholder, value);
    }
    if let Some(at) = text.find(PREFIX) {
        let unknown: String =
            text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        return Err(Failure::new(format!(
            "{SHELL} contains {unknown}, for which xtask/src/assemble.rs has no value; correct the \
             name, or add the value there."
        )));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_of_the_page_are_known() {
        assert!(is_note("  <!-- What Trunk adds -->"));
        assert!(!is_note("<!-- a --><p>"));
        assert!(!is_note("<!doctype html>"));
    }

    #[test]
    fn nothing_in_the_glue_parses_html() {
        let glue = "  set: function(a, b) {\n    a.innerHTML = text(b);\n  },\n";
        assert_eq!(
            without_raw_html(glue),
            "  set: function(a, b) {\n    throw new Error('Newsprint parses no HTML.');\n  },\n"
        );
    }

    #[test]
    fn the_glue_names_no_file_that_is_not_there() {
        let glue = "    if (module_or_path === undefined) {\n        module_or_path = new \
                    URL('newsprint_bg.wasm', import.meta.url);\n    }\n";
        assert_eq!(
            without_own_wasm(glue),
            "    if (module_or_path === undefined) {\n        throw new Error('Newsprint names its \
             WebAssembly.');\n    }\n"
        );
    }

    fn strings(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_engine_is_found_with_and_without_hash() {
        let hashed = strings(&["index.html", "newsprint-1a.js", "newsprint-1a_bg.wasm"]);
        assert_eq!(engines(&hashed).collect::<Vec<_>>(), ["newsprint-1a"]);
        let plain = strings(&["newsprint.js", "newsprint_bg.wasm"]);
        assert_eq!(engines(&plain).collect::<Vec<_>>(), ["newsprint"]);
        let other = strings(&["newsprint.js", "other-1_bg.wasm", "other-1.js"]);
        assert_eq!(engines(&other).count(), 0);
    }

    #[test]
    fn every_placeholder_is_filled() {
        let filled = fill("a('__NEWSPRINT_X__', '__NEWSPRINT_X__')", &[("__NEWSPRINT_X__", "./x")]);
        assert_eq!(filled.unwrap(), "a('./x', './x')");
    }

    #[test]
    fn a_missing_and_a_left_over_placeholder_are_named() {
        let missing = fill("a()", &[("__NEWSPRINT_X__", "1")]).unwrap_err();
        assert!(missing.message.contains("not contain __NEWSPRINT_X__"), "{missing}");
        let left = fill("__NEWSPRINT_Y__", &[]).unwrap_err();
        assert!(left.message.contains("contains __NEWSPRINT_Y__"), "{left}");
    }

    #[test]
    fn a_second_run_finds_the_same_engine() {
        let folder = env::temp_dir().join(format!("newsprint-assemble-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("newsprint.js"), "glue").unwrap();
        fs::write(folder.join("newsprint_bg.wasm"), "wasm").unwrap();
        let first = engine(&folder).unwrap();
        fs::write(folder.join("newsprint.js"), "shell").unwrap();
        assert_eq!(engine(&folder).unwrap(), first);
        assert_eq!(fs::read_to_string(folder.join(first.script)).unwrap(), "glue");
        fs::remove_dir_all(&folder).unwrap();
    }
}
