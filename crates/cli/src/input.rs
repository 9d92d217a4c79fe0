//! What a command is to work on: files, and the files in folders.

use std::fs;
use std::path::{Path, PathBuf};

use newsprint_model::MAX_BODY_BYTES;

use crate::failure::{Failure, Result};

/// A document in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Where it is.
    pub path: PathBuf,
    /// Its path in the folder that was named; its name, where the file itself was.
    pub relative: PathBuf,
}

/// The files that are named, and the `.json` files in the folders that are named, also further down, in
/// order.
pub fn inputs(named: &[PathBuf]) -> Result<Vec<Input>> {
    let mut all = Vec::new();
    for path in named {
        if path.is_dir() {
            let before = all.len();
            collect(path, path, &mut all)?;
            if all.len() == before {
                return Err(Failure::new(format!(
                    "There is no .json file in {}; name another folder, or the files.",
                    path.display()
                )));
            }
        } else {
            let relative = path.file_name().map(PathBuf::from).unwrap_or_default();
            all.push(Input { path: path.clone(), relative });
        }
    }
    Ok(all)
}

/// What is in a file, if it is not larger than an article may be.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let failed = |error| Failure::of_file(path, "read", &error);
    let size = fs::metadata(path).map_err(failed)?.len();
    if size > MAX_BODY_BYTES as u64 {
        return Err(Failure::new(format!(
            "{} has {size} bytes; the limit is {MAX_BODY_BYTES}. Split it, or serve its pictures by URL.",
            path.display()
        )));
    }
    fs::read(path).map_err(failed)
}

fn collect(root: &Path, folder: &Path, all: &mut Vec<Input>) -> Result<()> {
    let unreadable = |error| Failure::of_file(folder, "read", &error);
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<Vec<_>>>()
        .map_err(unreadable)?;
    paths.sort();
    for path in paths {
        // A link to a folder may lead back up, and then there is no end.
        if path.is_dir() && !path.is_symlink() {
            collect(root, &path, all)?;
        } else if path.extension().is_some_and(|extension| extension == "json") && path.is_file() {
            let relative = path.strip_prefix(root).unwrap_or(&path).to_owned();
            all.push(Input { path, relative });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_searched_and_files_taken_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir_all(path("b/c")).unwrap();
        for name in ["b/c/2.json", "1.json", "b/other.txt"] {
            fs::write(path(name), "{}").unwrap();
        }
        let found = inputs(&[folder.path().to_owned(), path("b/other.txt")]).unwrap();
        let relative: Vec<_> = found.iter().map(|input| input.relative.to_str().unwrap()).collect();
        assert_eq!(relative, ["1.json", "b/c/2.json", "other.txt"]);
    }

    #[test]
    fn a_file_that_is_too_large_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        fs::File::create(&path).unwrap().set_len(MAX_BODY_BYTES as u64 + 1).unwrap();
        let error = read(&path).unwrap_err().to_string();
        assert!(error.contains("10485761 bytes; the limit is 10485760"), "{error}");
        assert!(read(folder.path()).is_err());
    }

    #[test]
    fn a_folder_without_documents_is_a_mistake() {
        let folder = tempfile::tempdir().unwrap();
        let error = inputs(&[folder.path().to_owned()]).unwrap_err().to_string();
        assert!(error.starts_with("There is no .json file in "), "{error}");
    }
}
