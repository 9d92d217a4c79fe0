//! Puts the words of all languages into the program, from `words/*.json`: a language that is added
//! there is here too. That the files are complete, the build of `newsprint-view` sees to.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

fn main() {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("Cargo names it"));
    let folder = manifest.join("../../words");
    println!("cargo::rerun-if-changed={}", folder.display());
    // Sorted, both the languages and their keys, so that they are found by halving.
    let mut languages: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for entry in fs::read_dir(&folder).expect("the folder `words` can be read") {
        let path = entry.expect("its entries can be read").path();
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path).expect("a file of words can be read");
        let words = serde_json::from_str(&text).expect("a file of words is an object of strings");
        let language = path.file_stem().and_then(|name| name.to_str()).expect("a language");
        languages.insert(language.to_owned(), words);
    }
    let table: String = languages
        .iter()
        .map(|(language, words)| {
            let words: String =
                words.iter().map(|(key, text)| format!("({key:?}, {text:?}),\n")).collect();
            format!("({language:?}, &[\n{words}]),\n")
        })
        .collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo names it"));
    fs::write(out.join("words.rs"), format!("&[\n{table}]")).expect("the words can be written");
}
