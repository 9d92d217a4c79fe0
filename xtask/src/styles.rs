//! The style sheet: the files that `styles/newsprint.css` imports, in one.

use crate::failure::{Failure, Result};
use crate::project::Project;

/// The folder of the styles.
const FOLDER: &str = "styles";

/// The file that lists the others.
const LIST: &str = "newsprint.css";

/// What only an article that is in the page before any script needs.
const PRERENDERED: &str = "prerendered.css";

/// What such an article does not need, because it is there.
const LOADING: [&str; 3] = ["skeleton.css", "error.css", "notice.css"];

/// The style sheet of an article that is in the page before any script.
pub fn prerendered(project: &Project) -> Result<String> {
    let list = project.read(&format!("{FOLDER}/{LIST}"))?;
    let mut files = imports(&list)?;
    files.retain(|file| !LOADING.contains(file));
    files.insert(0, PRERENDERED);
    joined(project, &files)
}

/// Puts the style sheet together. The element fetches it as one file, which has nothing to import:
/// a constructable style sheet ignores `@import`.
pub fn whole(project: &Project) -> Result<String> {
    let list = project.read(&format!("{FOLDER}/{LIST}"))?;
    joined(project, &imports(&list)?)
}

/// What is in these files, one after the other.
fn joined(project: &Project, files: &[&str]) -> Result<String> {
    let mut sheet = String::new();
    for file in files {
        sheet.push_str(&project.read(&format!("{FOLDER}/{file}"))?);
        sheet.push('\n');
    }
    Ok(sheet)
}

/// The files that the list imports; it may hold nothing else but comments.
fn imports(list: &str) -> Result<Vec<&str>> {
    let (_, list) = list.split_once("*/").unwrap_or(("", list));
    list.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            line.strip_prefix("@import \"./").and_then(|rest| rest.strip_suffix("\";")).ok_or_else(
                || {
                    Failure::new(format!(
                        "{FOLDER}/{LIST} says `{line}`, and may hold only lines like `@import \
                         \"./tags.css\";` below its comment; move it into a file of its own."
                    ))
                },
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_names_files_and_nothing_else() {
        let list = "/* Styles. */\n\n@import \"./a.css\";\n@import \"./blocks/b.css\";\n";
        assert_eq!(imports(list).unwrap(), ["a.css", "blocks/b.css"]);
        let error = imports("/* Styles. */\na { color: red }\n").unwrap_err();
        assert!(error.message.contains("`a { color: red }`"), "{error}");
    }

    #[test]
    fn every_style_is_on_the_list() {
        let project = Project::find().unwrap();
        let list = project.read(&format!("{FOLDER}/{LIST}")).unwrap();
        let mut listed = imports(&list).unwrap();
        assert!(LOADING.iter().all(|file| listed.contains(file)));
        listed.push(PRERENDERED);
        listed.sort_unstable();
        let root = project.root.join(FOLDER);
        let mut there = Vec::new();
        for folder in ["", "blocks/"] {
            for entry in std::fs::read_dir(root.join(folder)).unwrap() {
                let name = entry.unwrap().file_name().into_string().unwrap();
                if name.ends_with(".css") && name != LIST {
                    there.push(format!("{folder}{name}"));
                }
            }
        }
        there.sort_unstable();
        assert_eq!(listed, there);
    }
}
