//! The words of the interface, one file a language.

use std::path::Path;

use serde_json::{Map, Value};

use crate::failure::{Failure, Result};
use crate::hash;
use crate::project::{Project, files_in, read, write};

/// The folder of the words.
const FOLDER: &str = "words";

/// Makes an object without a prototype: `lang` may say anything, and "constructor" is no language.
const NOTHING_ELSE: &str = "__proto__: null";

/// The language that is compiled into the engine.
const ENGLISH: &str = "en";

/// The key of the sentence that is said where the engine does not run.
pub const UNAVAILABLE: &str = "unavailable";

/// The key of what a screen reader says while an article is on its way.
pub const LOADING: &str = "loading";

/// The languages that there are words in, and the words of each.
pub fn all(project: &Project) -> Result<Vec<(String, Map<String, Value>)>> {
    let mut all = Vec::new();
    for file in files_in(&project.root.join(FOLDER))? {
        let language = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let words = match serde_json::from_str(&read(&file)?) {
            Ok(Value::Object(words)) => words,
            Ok(_) => return Err(unreadable(&language, "it is no JSON object")),
            Err(error) => return Err(unreadable(&language, &error.to_string())),
        };
        all.push((language, words));
    }
    Ok(all)
}

/// Writes a module for each language but English, under names with hashes. Returns what the shell
/// calls to import them, by language, as JavaScript has it.
pub fn write_modules(project: &Project, folder: &Path) -> Result<String> {
    let mut imports = Vec::new();
    for (language, words) in all(project)? {
        if language == ENGLISH {
            continue;
        }
        let module = format!("export default {};\n", Value::Object(words));
        let name = format!("newsprint-{language}-{}.js", hash::of(module.as_bytes()));
        write(&folder.join(&name), &module)?;
        imports.push(format!("{language}: () => import('./{name}')"));
    }
    Ok(format!("{{ {NOTHING_ELSE}, {} }}", imports.join(", ")))
}

/// What the shell says itself under this key, in English, as JavaScript has it. The other languages have
/// to have it too: their modules are asked for it.
pub fn of_the_shell(project: &Project, key: &str) -> Result<String> {
    let mut english = None;
    for (language, words) in all(project)? {
        let Some(sentence @ Value::String(_)) = words.get(key) else {
            return Err(unreadable(&language, &format!("\"{key}\" is no string in it")));
        };
        if language == ENGLISH {
            english = Some(sentence.to_string());
        }
    }
    english.ok_or_else(|| unreadable(ENGLISH, "it is not there"))
}

/// The sentence for a file that can't be read.
fn unreadable(language: &str, why: &str) -> Failure {
    Failure::new(format!("{FOLDER}/{language}.json can't be read: {why}; correct it."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentences_are_there_in_every_language() {
        let project = Project::find().unwrap();
        for (key, english) in [(UNAVAILABLE, "This article"), (LOADING, "Loading")] {
            let sentence = of_the_shell(&project, key).unwrap();
            assert!(sentence.starts_with(&format!("\"{english}")), "{sentence}");
            for (language, words) in all(&project).unwrap() {
                assert!(words.get(key).is_some_and(Value::is_string), "{language}");
            }
        }
        assert!(of_the_shell(&project, "none").is_err());
    }
}
