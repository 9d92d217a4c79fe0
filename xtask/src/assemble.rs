//! `assemble`: what Trunk calls after a build and before it moves the result
//! into `dist/`. It adds the two files that Trunk does not make: the start
//! script `newsprint.js`, under the one name that pages can rely on, and the
//! styles, under a name that changes with them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::glue;
use crate::hash;
use crate::head::{self, Files};
use crate::lock;
use crate::minify::minify;
use crate::project::{Project, write};
use crate::setup::{self, Need};
use crate::shell;
use crate::shrink::shrink;
use crate::styles;
use crate::words;

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

    let tools = if release {
        // Trunk's own minifier gives up on what wasm-bindgen writes.
        Some(setup::prepare(project, &[Need::Node, Need::Esbuild, Need::WasmOpt])?)
    } else {
        None
    };
    let mut styles = styles::whole(project)?;
    let script = staging.join(&engine.script);
    let mut glue = fs::read_to_string(&script)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", script.display())))?;
    if let Some(tools) = &tools {
        glue = shrink(tools, &staging, &engine.wasm, &glue)?;
        engine.wasm = named_anew(&staging, &engine.wasm)?;
    }
    // Neither uses a name of the other, so both can stand in one file.
    let with_engine = [
        ("__NEWSPRINT_WORDS__", words::write_modules(project, &staging)?),
        ("__NEWSPRINT_LOADING__", words::of_the_shell(project, words::LOADING)?),
    ]
    .map(|(name, value)| (name.to_owned(), value));
    glue =
        glue::mend(&glue)? + &shell::with_engine(project, tools.as_ref(), &staging, &with_engine)?;
    if let Some(tools) = &tools {
        styles = minify(tools, &staging, &styles, "css")?;
        glue = minify(tools, &staging, &glue, "js")?;
    }
    // Named by its hash again, because its content has changed.
    let script_name = format!("newsprint-{}.js", hash::of(glue.as_bytes()));
    fs::remove_file(&script).map_err(|error| {
        Failure::new(format!("{} cannot be replaced: {error}.", script.display()))
    })?;
    write(&staging.join(&script_name), &glue)?;
    let styles_name = write_styles(&staging, &styles)?;
    let version = lock::version_of(&project.read("Cargo.lock")?, "newsprint")?;
    let values = [
        ("__NEWSPRINT_ENGINE__", format!("./{script_name}")),
        ("__NEWSPRINT_WASM__", format!("./{}", engine.wasm)),
        ("__NEWSPRINT_STYLES__", format!("./{styles_name}")),
        ("__NEWSPRINT_UNAVAILABLE__", words::of_the_shell(project, words::UNAVAILABLE)?),
        ("__NEWSPRINT_VERSION__", version),
    ]
    .map(|(name, value)| (name.to_owned(), value));
    match &tools {
        Some(tools) => shell::write_small(project, tools, &staging, &values)?,
        None => shell::write_plain(project, &staging, &[&values[..], &with_engine].concat())?,
    }
    clean_page(&staging.join("index.html"))?;
    if let Some(tools) = &tools {
        let prerendered = minify(tools, &staging, &styles::prerendered(project)?, "css")?;
        let prerendered = &*write_styles(&staging, &prerendered)?;
        let (engine, wasm, styles) = (&*script_name, &*engine.wasm, &*styles_name);
        let files = Files { script: shell::NAME, engine, wasm, styles, prerendered };
        head::write_for(&staging, files)?;
    }
    Ok(())
}

/// Writes a style sheet under a name that changes with it.
fn write_styles(staging: &Path, styles: &str) -> Result<String> {
    let name = format!("newsprint-{}.css", hash::of(styles.as_bytes()));
    write(&staging.join(&name), styles)?;
    Ok(name)
}

/// Names the WebAssembly by its hash again, because its content has changed.
fn named_anew(staging: &Path, wasm: &str) -> Result<String> {
    let failed = |error| Failure::new(format!("{wasm} cannot be given another name: {error}."));
    let content = fs::read(staging.join(wasm)).map_err(failed)?;
    let name = Engine::of(&format!("newsprint-{}", hash::of(&content))).wasm;
    fs::rename(staging.join(wasm), staging.join(&name)).map_err(failed)?;
    Ok(name)
}

/// Takes Trunk's instructions out of the page. Trunk leaves one in when its own start script is
/// off.
fn clean_page(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", page.display())))?;
    let kept = html.lines().filter(|line| !line.contains("data-trunk") && !is_note(line));
    write(page, kept.map(|line| format!("{line}\n")).collect::<String>())
}

/// Whether a line of the page is nothing but a comment.
fn is_note(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("<!--") && line.ends_with("-->")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_of_the_page_are_known() {
        assert!(is_note("  <!-- What Trunk adds -->"));
        assert!(!is_note("<!-- a --><p>"));
        assert!(!is_note("<!doctype html>"));
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
