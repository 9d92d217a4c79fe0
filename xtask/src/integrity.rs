//! The file that says what to write into `integrity` attributes, for what an article needs.

use std::collections::BTreeMap;
use std::path::Path;

use crate::failure::Result;
use crate::hash;
use crate::project::{read_bytes, write};

/// Its name.
pub const FILE: &str = "integrity.json";

/// Writes it beside the files: the name of each, and `sha384-…`.
pub fn write_for(folder: &Path, names: &[String]) -> Result<()> {
    let mut all = BTreeMap::new();
    for name in names {
        all.insert(name, hash::integrity(&read_bytes(&folder.join(name))?));
    }
    let json = serde_json::to_string_pretty(&all).expect("a map of strings is always valid JSON");
    write(&folder.join(FILE), &(json + "\n"))
}
