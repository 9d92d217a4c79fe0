//! Checks the words of the interface in all languages, and makes constants of the English ones.
//!
//! `words/en.json` says which keys there are. A file that lacks one of them, or has another, ends the
//! build; so does a key that `src/dictionary.rs` does not use, or uses and English lacks.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The keys that only the shell uses.
const OF_THE_SHELL: [&str; 2] = ["loading", "unavailable"];

type Words = BTreeMap<String, String>;

fn main() {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("Cargo names it"));
    let folder = manifest.join("../../words");
    println!("cargo::rerun-if-changed={}", folder.display());
    let english = read(&folder.join("en.json"));
    for entry in fs::read_dir(&folder).expect("the folder `words` can be read") {
        let path = entry.expect("its entries can be read").path();
        println!("cargo::rerun-if-changed={}", path.display());
        compare(&path, &read(&path), &english);
    }
    let constants: String = english
        .iter()
        .filter(|(key, _)| !OF_THE_SHELL.contains(&&***key))
        .map(|(key, text)| {
            let name = constant(key);
            format!("/// `{key}`\npub const {name}: (&str, &str) = ({key:?}, {text:?});\n")
        })
        .collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo names it"));
    fs::write(out.join("english.rs"), constants).expect("the constants can be written");
}

/// Reads a file of words.
fn read(path: &Path) -> Words {
    let text = fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{} can't be read: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| {
        panic!("{} is no JSON object of strings: {error}", path.display());
    })
}

/// Ends the build where a language has other keys than English, or says nothing for one.
fn compare(path: &Path, words: &Words, english: &Words) {
    let file = path.display();
    for key in english.keys() {
        let text = words.get(key).unwrap_or_else(|| {
            panic!("{file} lacks the key \"{key}\", which words/en.json has; add it");
        });
        assert!(!text.trim().is_empty(), "{file} says nothing for the key \"{key}\"; fill it in");
    }
    for key in words.keys() {
        assert!(
            english.contains_key(key),
            "{file} has the key \"{key}\", which words/en.json has not; correct its name, or take \
             it out"
        );
    }
}

/// The name of a key as a constant: `CONDITION_PARTLY_CLOUDY` for `condition.partlyCloudy`.
fn constant(key: &str) -> String {
    let mut name = String::new();
    for letter in key.chars() {
        if letter.is_uppercase() || letter == '.' {
            name.push('_');
        }
        if letter != '.' {
            name.extend(letter.to_uppercase());
        }
    }
    name
}
