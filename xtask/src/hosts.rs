//! The sites of `tests/hosts`, which take the npm package as users do and are built by bundlers.
//! The Playwright tests open what comes out.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::hash;
use crate::integrity;
use crate::package;
use crate::project::{Project, copy, empty, files_in, write};
use crate::setup::Tools;

/// The folders of `tests/hosts`, and what builds each.
const HOSTS: [(&str, Bundler); 5] = [
    ("vite", Bundler::Vite),
    ("webpack", Bundler::Webpack),
    ("react", Bundler::Vite),
    ("vue", Bundler::Vite),
    ("second-yew", Bundler::Cargo),
];

/// Files that the pages name by URL, so they are copied beside them: an article, and the icon that
/// every browser asks for.
const BESIDE: [&str; 2] = ["tests/hosts/article.json", "demo/favicon.svg"];

/// What builds a site.
#[derive(Clone, Copy)]
enum Bundler {
    /// It finds everything from the page.
    Vite,
    /// It builds the script, and the page is copied.
    Webpack,
    /// It builds a Yew program, and the package is copied beside that.
    Cargo,
}

/// Packs the package, installs it into `tests/hosts`, and builds the sites into `target/hosts/`;
/// unless they have been built from the same files.
pub fn ensure(project: &Project, tools: &Tools) -> Result<()> {
    package::make(project, tools)?;
    let (sources, built) = (project.hosts(), folder(project));
    let stamp = built.join(".newsprint-stamp");
    let wanted = fingerprint(&[&package::folder(project), &sources])?;
    let installed = sources.join("node_modules").join(package::NAME).join(integrity::FILE);
    if installed.is_file() && fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        println!("The sites of tests/hosts are up to date.");
        return Ok(());
    }
    println!("Building the sites of tests/hosts with the package (some seconds) …");
    empty(&built)?;
    install(project, tools)?;
    for (name, bundler) in HOSTS {
        bundler.build(project, name, &built.join(name), tools)?;
        for file in BESIDE.map(|file| project.root.join(file)) {
            copy(&file, &built.join(name).join(file.file_name().unwrap_or_default()))?;
        }
    }
    write(&stamp, &wanted)
}

/// Where the built sites are.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("hosts")
}

/// Installs the archive as a user would. The one that was there goes first, as npm keeps what has
/// the same version.
fn install(project: &Project, tools: &Tools) -> Result<()> {
    let sources = project.hosts();
    let old = sources.join("node_modules").join(package::NAME);
    if old.exists() {
        empty(&old)?;
        // An empty folder would count as installed.
        fs::remove_dir(&old).map_err(|error| {
            Failure::new(format!("The folder {} cannot be removed: {error}.", old.display()))
        })?;
    }
    tools
        .program_in("npm", &sources)?
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--prefer-offline", "--silent"])
        .args([package::unversioned(project)])
        .run()
}

impl Bundler {
    /// Builds a site. The script is started and not what npm makes of it, which has another name
    /// on Windows.
    fn build(self, project: &Project, name: &str, to: &Path, tools: &Tools) -> Result<()> {
        let sources = &project.hosts();
        let node = tools.program_in("node", sources)?;
        match self {
            Self::Vite => node
                .args(["node_modules/vite/bin/vite.js", "build", name])
                .args(["--config", "vite.config.mjs", "--logLevel", "warn", "--emptyOutDir"])
                .args([Path::new("--outDir"), to])
                .run(),
            Self::Webpack => {
                node.args(["node_modules/webpack-cli/bin/cli.js", "--config"])
                    .args([format!("{name}/webpack.config.mjs")])
                    .args([Path::new("--output-path"), to])
                    .args(["--stats", "errors-warnings"])
                    .run()?;
                copy(&sources.join(name).join("index.html"), &to.join("index.html"))
            }
            Self::Cargo => {
                let target = "wasm32-unknown-unknown";
                tools
                    .program("cargo")?
                    .args(["build", "--quiet", "--locked", "--package", name, "--target", target])
                    .run()?;
                let program = project.target.join(target).join("debug").join(name);
                tools
                    .program("wasm-bindgen")?
                    .args(["--target", "web", "--no-typescript", "--out-dir"])
                    .args([to, &program.with_extension("wasm")])
                    .run()?;
                for file in ["index.html", "start.js"] {
                    copy(&sources.join(name).join(file), &to.join(file))?;
                }
                let package = package::folder(project);
                for file in files_in(&package)? {
                    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
                    if let Some(name) = name.filter(|name| name.starts_with("newsprint")) {
                        copy(&file, &to.join(name))?;
                    }
                }
                Ok(())
            }
        }
    }
}

/// A hash of all files in the folders, except for what npm installs.
fn fingerprint(folders: &[&Path]) -> Result<String> {
    let mut all = Vec::new();
    for folder in folders {
        for file in all_files_in(folder)? {
            let content = fs::read(&file).map_err(|error| {
                Failure::new(format!("{} cannot be read: {error}.", file.display()))
            })?;
            let name = file.strip_prefix(folder).unwrap_or(&file);
            all.extend_from_slice(
                format!("{} {}\n", name.display(), hash::of(&content)).as_bytes(),
            );
        }
    }
    Ok(hash::of(&all))
}

/// The files of a folder and of those in it.
fn all_files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = files_in(folder)?;
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders: Vec<_> = entries.map(|entry| entry.path()).collect();
    folders.retain(|path| path.is_dir() && !path.ends_with("node_modules"));
    folders.sort();
    for inner in folders {
        files.extend(all_files_in(&inner)?);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_has_its_page() {
        let sources = Project::find().unwrap().hosts();
        for (name, _) in HOSTS {
            assert!(sources.join(name).join("index.html").is_file(), "{name}");
        }
    }

    #[test]
    fn a_fingerprint_changes_with_contents_and_names_but_not_with_what_npm_installs() {
        let folder = std::env::temp_dir().join(format!("newsprint-hosts-{}", std::process::id()));
        empty(&folder).unwrap();
        let put = |name: &str, content: &str| {
            let file = folder.join(name);
            crate::project::make_folder(file.parent().unwrap()).unwrap();
            write(&file, content).unwrap();
            fingerprint(&[&folder]).unwrap()
        };
        let first = put("a/b", "1");
        assert_ne!(put("a/b", "2"), first);
        assert_eq!(put("a/b", "1"), first);
        assert_eq!(put("node_modules/c", "1"), first);
        assert_ne!(put("a/c", ""), first);
        fs::remove_dir_all(&folder).unwrap();
    }
}
