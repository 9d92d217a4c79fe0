//! The shell: `newsprint.js`, what comes in one file with the engine, and the actions.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::hash;
use crate::minify::{bundle, minify};
use crate::project::{Project, files_in, make_folder, read, write};
use crate::setup::Tools;

/// The name that pages rely on.
pub const NAME: &str = "newsprint.js";

/// The folder of the sources.
const SOURCES: &str = "shell";

/// The module that imports all that is needed at once.
const ENTRY: &str = "shell/newsprint.js";

/// The module that imports all that comes with the engine.
const WITH_ENGINE: &str = "shell/with-engine/index.js";

/// The folder of the actions: a module each, fetched when it is first used.
const ON_DEMAND: &str = "on-demand";

/// What is added to the script in development.
const RELOAD: &str = "shell/reload.js";

/// The folder of the modules in development.
const PLAIN: &str = "newsprint-shell";

/// What every placeholder begins with.
const PREFIX: &str = "__NEWSPRINT_";

/// A placeholder, and what takes its place. What begins with `./`, or does so in quotes, is relative
/// to the bundle's folder.
pub type Value = (String, String);

/// The modules that stand in one file with the engine's script.
pub fn with_engine(
    project: &Project,
    tools: Option<&Tools>,
    folder: &Path,
    values: &[Value],
) -> Result<String> {
    match tools {
        Some(tools) => {
            let script = bundle(project, tools, folder, WITH_ENGINE, PREFIX, false)?;
            let mut files = [(PathBuf::from(NAME), script)];
            fill(&mut files, values)?;
            let [(_, script)] = files;
            Ok(script)
        }
        None => Ok(format!("export * from './{PLAIN}/with-engine/index.js';\n")),
    }
}

/// Writes the script and the actions as small files.
pub fn write_small(
    project: &Project,
    tools: &Tools,
    folder: &Path,
    values: &[Value],
) -> Result<()> {
    let mut values = values.to_vec();
    for action in actions(project)? {
        let small = minify(tools, folder, &read(&action)?, "js")?;
        let name = format!("newsprint-{}-{}.js", stem(&action), hash::of(small.as_bytes()));
        write(&folder.join(&name), &small)?;
        values.push((placeholder(&action), format!("./{name}")));
    }
    let script = bundle(project, tools, folder, ENTRY, PREFIX, true)?;
    let mut files = vec![(PathBuf::from(NAME), script)];
    fill(&mut files, &values)?;
    write(&folder.join(NAME), &files[0].1)
}

/// Writes the script as it is, a file for each module, and what reloads the page: for development.
pub fn write_plain(project: &Project, folder: &Path, values: &[Value]) -> Result<()> {
    let mut values = values.to_vec();
    for action in actions(project)? {
        let path = format!("./{PLAIN}/{ON_DEMAND}/{}.js", stem(&action));
        values.push((placeholder(&action), path));
    }
    let sources = project.root.join(SOURCES);
    let mut files = Vec::new();
    for part in ["", ON_DEMAND, "with-engine"] {
        for file in files_in(&sources.join(part))? {
            if file.extension().is_some_and(|ending| ending == "js") {
                let name = Path::new(PLAIN).join(part).join(file.file_name().unwrap_or_default());
                files.push((name, read(&file)?));
            }
        }
    }
    fill(&mut files, &values)?;
    for (name, text) in files {
        let path = folder.join(name);
        make_folder(path.parent().unwrap_or(folder))?;
        write(&path, &text)?;
    }
    let reload = project.read(RELOAD)?;
    write(&folder.join(NAME), format!("export * from './{PLAIN}/{NAME}';\n{reload}"))
}

/// The modules of the actions.
fn actions(project: &Project) -> Result<Vec<PathBuf>> {
    files_in(&project.root.join(SOURCES).join(ON_DEMAND))
}

/// The name of an action.
fn stem(action: &Path) -> String {
    action.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// What stands in the shell for the module of an action.
fn placeholder(action: &Path) -> String {
    format!("{PREFIX}ACTION_{}__", stem(action).to_uppercase().replace('-', "_"))
}

/// Puts the values in the place of the placeholders; each has to occur, and no other may.
fn fill(files: &mut [(PathBuf, String)], values: &[Value]) -> Result<()> {
    for (placeholder, value) in values {
        if !files.iter().any(|(_, text)| text.contains(placeholder)) {
            return Err(Failure::new(format!(
                "{ENTRY} and its modules do not contain {placeholder}; put it where the built \
                 file's value belongs (for an action: shell/actions.js), or take it out of \
                 xtask/src/assemble.rs."
            )));
        }
        for (name, text) in files.iter_mut() {
            *text = text.replace(placeholder, &seen_from(name, value));
        }
    }
    for (_, text) in files {
        if let Some(at) = text.find(PREFIX) {
            let unknown: String =
                text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            return Err(Failure::new(format!(
                "{ENTRY} or a module of it contains {unknown}, for which xtask/src/assemble.rs has \
                 no value; correct the name, or add the value there."
            )));
        }
    }
    Ok(())
}

/// A value as it is written in a file that may stand in a folder: relative to that folder.
fn seen_from(file: &Path, value: &str) -> String {
    let folders = file.components().count() - 1;
    if folders == 0 {
        return value.to_owned();
    }
    let up = "../".repeat(folders);
    match value.strip_prefix("./") {
        Some(rest) => format!("{up}{rest}"),
        None => value.replace("'./", &format!("'{up}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(name: &str, text: &str, values: &[(&str, &str)]) -> Result<String> {
        let values: Vec<_> =
            values.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        let mut files = [(PathBuf::from(name), text.to_owned())];
        fill(&mut files, &values).map(|()| files[0].1.clone())
    }

    #[test]
    fn every_placeholder_is_filled() {
        let text = "a('__NEWSPRINT_X__', '__NEWSPRINT_X__')";
        let values = &[("__NEWSPRINT_X__", "./x")];
        assert_eq!(filled(NAME, text, values).unwrap(), "a('./x', './x')");
        assert_eq!(filled("a/b/c.js", text, values).unwrap(), "a('../../x', '../../x')");
    }

    #[test]
    fn a_missing_and_a_left_over_placeholder_are_named() {
        let missing = filled(NAME, "a()", &[("__NEWSPRINT_X__", "1")]).unwrap_err();
        assert!(missing.message.contains("not contain __NEWSPRINT_X__"), "{missing}");
        let left = filled(NAME, "__NEWSPRINT_Y__", &[]).unwrap_err();
        assert!(left.message.contains("contains __NEWSPRINT_Y__"), "{left}");
    }

    #[test]
    fn every_action_has_its_placeholder() {
        let project = Project::find().unwrap();
        let text = project.read("shell/actions.js").unwrap();
        let actions = actions(&project).unwrap();
        assert!(!actions.is_empty());
        for action in actions {
            assert!(text.contains(&placeholder(&action)), "{}", action.display());
        }
    }
}
