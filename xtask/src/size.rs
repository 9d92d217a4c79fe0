//! `size`: what one article makes a reader download.

use std::io;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

use crate::budget::{Budget, Standing, standing};
use crate::bundle;
use crate::failure::{Failure, Result};
use crate::project::{Project, files_in, read, read_bytes};
use crate::setup;

/// The file that a page names; everything else is found from it.
const SHELL: &str = "newsprint.js";

/// A file of the bundle with its sizes in bytes.
struct Size {
    /// Its name in `dist/`.
    name: String,
    /// As it is.
    raw: u64,
    /// After brotli.
    compressed: u64,
}

/// Measures, prints the table and compares with the budget.
pub fn command(project: &Project) -> Result<()> {
    let budget = Budget::parse(&project.read("budget.toml")?)?;
    let tools = setup::prepare(project, setup::SIZE)?;
    bundle::ensure(project, &tools)?;
    let names = needed(&project.dist())?;
    let sizes = measure(&project.dist(), &names)?;
    print!("{}", table(&sizes, &budget));

    let total = sizes.iter().filter(|size| !is_on_demand(&size.name)).map(|it| it.compressed).sum();
    let mut over = Vec::new();
    for (key, what, size, limit) in [
        ("article", "an article", total, budget.article),
        ("shell", SHELL, sizes[0].compressed, budget.shell),
    ] {
        match standing(size, limit) {
            Standing::Fits => {}
            Standing::Loose(left) => println!(
                "Hint: {what} is {left} bytes under its budget; `{key} = {}` in budget.toml would \
                 notice growth sooner.",
                tighter(size)
            ),
            Standing::Over(bytes) => over.push(format!(
                "The size of {what} is {size} bytes, {bytes} over its budget of {limit}; make it \
                 smaller, or raise `{key}` in budget.toml and say why."
            )),
        }
    }
    if over.is_empty() {
        println!("Within budget.");
        return Ok(());
    }
    Err(Failure::new(over.join(" ")))
}

/// The limit in whole kilobytes that leaves a size at least half a kilobyte.
fn tighter(size: u64) -> u64 {
    (size + 512).next_multiple_of(1024)
}

/// Whether a file is fetched only when a reader uses an action, or reads in a language that is not
/// English: its name has a word before the hash.
fn is_on_demand(name: &str) -> bool {
    name.strip_prefix("newsprint-").is_some_and(|rest| rest.contains('-'))
}

/// The names of what a site serves: what an article needs, and the style sheets of prerendered ones.
pub fn served(dist: &Path) -> Result<Vec<String>> {
    let mut names = needed(dist)?;
    for file in files_in(dist)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("newsprint") && name.ends_with(".css") && !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(names)
}

/// The files that an article may need: the start script and what it and the other
/// scripts name, in the order in which they are found.
pub fn needed(dist: &Path) -> Result<Vec<String>> {
    let mut names = vec![SHELL.to_owned()];
    let mut next = 0;
    while next < names.len() {
        let name = names[next].clone();
        next += 1;
        if !name.ends_with(".js") {
            continue;
        }
        let script = read(&dist.join(&name))?;
        for found in references(&script) {
            if dist.join(&found).is_file() {
                if !names.contains(&found) {
                    names.push(found);
                }
            } else if name == SHELL {
                return Err(Failure::new(format!(
                    "dist/{name} names ./{found}, but dist/ has no such file; build anew with \
                     `cargo xtask build`."
                )));
            }
            // wasm-bindgen's script also names modules that only exist inside
            // the WebAssembly, such as `./newsprint_bg.js`.
        }
    }
    Ok(names)
}

/// The files beside it that a script names in quotes, as `'./name.ending'`.
fn references(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    for quote in ['"', '\'', '`'] {
        let start = format!("{quote}./");
        for rest in script.split(&start).skip(1) {
            let name: String = rest
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "-_./".contains(*c))
                .collect();
            let closed = rest[name.len()..].starts_with(quote);
            let code = [".js", ".wasm", ".css"].iter().any(|ending| name.ends_with(ending))
                || (name.starts_with("newsprint-") && name.ends_with(".json"));
            if closed && code && !found.contains(&name) {
                found.push(name);
            }
        }
    }
    found
}

/// Compresses the files the way a server would at its best (quality 11, window 22).
fn measure(dist: &Path, names: &[String]) -> Result<Vec<Size>> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let measured = |name: &String| {
        let content = read_bytes(&dist.join(name))?;
        let compressed = brotli::BrotliCompress(&mut &content[..], &mut io::sink(), &params)
            .map_err(|error| Failure::new(format!("{name} cannot be compressed: {error}.")))?;
        Ok(Size { name: name.clone(), raw: content.len() as u64, compressed: compressed as u64 })
    };
    names.iter().map(measured).collect()
}

/// The table of files, the total and the budget.
fn table(sizes: &[Size], budget: &Budget) -> String {
    let width = sizes.iter().map(|size| size.name.len()).fold("budget (article)".len(), usize::max);
    let row = |name: &str, raw: &str, compressed: &str| {
        format!("{name:<width$}  {raw:>9}  {compressed:>9}\n")
    };
    let mut text = row("file", "bytes", "brotli-11");
    let (on_demand, needed): (Vec<_>, Vec<_>) =
        sizes.iter().partition(|size| is_on_demand(&size.name));
    for size in &needed {
        text += &row(&size.name, &size.raw.to_string(), &size.compressed.to_string());
    }
    let raw: u64 = needed.iter().map(|size| size.raw).sum();
    let compressed: u64 = needed.iter().map(|size| size.compressed).sum();
    text += &row("total", &raw.to_string(), &compressed.to_string());
    for size in on_demand {
        text += &row(&size.name, &size.raw.to_string(), &size.compressed.to_string());
    }
    text += &row("budget (article)", "", &budget.article.to_string());
    text += &row("budget (shell)", "", &budget.shell.to_string());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_named_in_quotes_are_found_once() {
        let script = "import('./newsprint-1a.js'); import x from \"./snippets/a-1/inline0.js\";\n\
                      const u = './newsprint-1a_bg.wasm', again = './newsprint-1a.js';\n\
                      // './data.json' './newsprint-1a.js?x' ./bare.js";
        assert_eq!(
            references(script),
            ["snippets/a-1/inline0.js", "newsprint-1a.js", "newsprint-1a_bg.wasm"]
        );
    }

    #[test]
    fn a_tighter_budget_is_not_loose() {
        for size in [0, 511, 512, 513, 9361, 97_280] {
            assert_eq!(standing(size, tighter(size)), Standing::Fits);
        }
    }

    #[test]
    fn the_table_adds_up_and_lines_up() {
        let size = |name: &str, raw, compressed| Size { name: name.to_owned(), raw, compressed };
        let sizes = [
            size(SHELL, 10, 4),
            size("newsprint-1a_bg.wasm", 200, 80),
            size("newsprint-play-2b.js", 1000, 900),
        ];
        let budget = Budget { article: 97_280, shell: 5120 };
        let text = table(&sizes, &budget);
        let rows: Vec<_> = text.lines().collect();
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{text}");
        assert!(rows[3].ends_with("84") && rows[3].contains("210"));
    }
}
