//! The start script, `newsprint.js`, and the modules that it is made of.

use std::path::Path;

use crate::failure::{Failure, Result};
use crate::minify::bundle;
use crate::project::Project;
use crate::setup::Tools;

/// The name that pages rely on.
pub const NAME: &str = "newsprint.js";

/// Its modules: where the source is, how the others refer to it, and its name in a build of which
/// each module is a file.
const MODULES: [(&str, &str, &str); 7] = [
    ("shell/newsprint.js", "", NAME),
    ("shell/engine.js", "'./engine.js'", "newsprint-engine.js"),
    ("shell/make.js", "'./make.js'", "newsprint-make.js"),
    ("shell/place.js", "'./place.js'", "newsprint-place.js"),
    ("shell/on-demand/player.js", "'./on-demand/player.js'", "newsprint-player.js"),
    ("shell/words.js", "'./words.js'", "newsprint-words.js"),
    ("shell/early.js", "'./early.js'", "newsprint-early.js"),
];

/// What is added to it while developing.
const RELOAD: &str = "shell/reload.js";

/// What every placeholder begins with.
const PREFIX: &str = "__NEWSPRINT_";

/// A file: its name and what is in it.
type File = (&'static str, String);

/// The script as one small file.
pub fn small(
    project: &Project,
    tools: &Tools,
    folder: &Path,
    values: &[(&str, &str)],
) -> Result<Vec<File>> {
    let script = bundle(project, tools, folder, MODULES[0].0, PREFIX)?;
    fill(vec![(NAME, script)], values)
}

/// The script as people wrote it, a file for each module, with what reloads the page.
pub fn plain(project: &Project, values: &[(&str, &str)]) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for (source, _, name) in MODULES {
        let mut text = project.read(source)?;
        for (_, reference, name) in &MODULES[1..] {
            text = text.replace(reference, &format!("'./{name}'"));
        }
        files.push((name, text));
    }
    files[0].1 += &project.read(RELOAD)?;
    fill(files, values)
}

/// Puts the values in the place of the placeholders; each has to occur, and no
/// other may.
fn fill(mut files: Vec<File>, values: &[(&str, &str)]) -> Result<Vec<File>> {
    let shell = MODULES[0].0;
    for (placeholder, value) in values {
        if !files.iter().any(|(_, text)| text.contains(placeholder)) {
            return Err(Failure::new(format!(
                "{shell} and its modules do not contain {placeholder}; put it where the built \
                 file's value belongs, or take it out of xtask/src/assemble.rs."
            )));
        }
        for (_, text) in &mut files {
            *text = text.replace(placeholder, value);
        }
    }
    for (_, text) in &files {
        if let Some(at) = text.find(PREFIX) {
            let unknown: String =
                text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            return Err(Failure::new(format!(
                "{shell} or a module of it contains {unknown}, for which xtask/src/assemble.rs has \
                 no value; correct the name, or add the value there."
            )));
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str, values: &[(&str, &str)]) -> Result<String> {
        fill(vec![(NAME, text.into())], values).map(|mut files| files.remove(0).1)
    }

    #[test]
    fn every_placeholder_is_filled() {
        let text = filled("a('__NEWSPRINT_X__', '__NEWSPRINT_X__')", &[("__NEWSPRINT_X__", "./x")]);
        assert_eq!(text.unwrap(), "a('./x', './x')");
    }

    #[test]
    fn a_missing_and_a_left_over_placeholder_are_named() {
        let missing = filled("a()", &[("__NEWSPRINT_X__", "1")]).unwrap_err();
        assert!(missing.message.contains("not contain __NEWSPRINT_X__"), "{missing}");
        let left = filled("__NEWSPRINT_Y__", &[]).unwrap_err();
        assert!(left.message.contains("contains __NEWSPRINT_Y__"), "{left}");
    }

    #[test]
    fn every_module_is_named_as_the_others_refer_to_it() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let texts: Vec<_> =
            MODULES.map(|(source, ..)| std::fs::read_to_string(root.join(source)).unwrap()).into();
        for (_, reference, _) in &MODULES[1..] {
            assert!(texts.iter().any(|text| text.contains(reference)), "{reference}");
        }
        for text in &texts {
            let known = |line: &str| MODULES[1..].iter().any(|(_, it, _)| line.contains(it));
            let imports = text.lines().filter(|line| line.contains(" from '"));
            assert_eq!(imports.filter(|line| !known(line)).count(), 0);
        }
    }
}
