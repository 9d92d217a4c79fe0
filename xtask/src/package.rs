//! `package`: the npm package, from the release bundle and the sources in `package/`.

use std::path::PathBuf;

use crate::bundle;
use crate::failure::{Failure, Result};
use crate::head;
use crate::integrity;
use crate::lock;
use crate::project::{Project, copy, empty, files_in, read, write};
use crate::setup::{self, Tools};
use crate::size;

/// The package, in the registry and in `import`.
pub const NAME: &str = "newsprint-article";

/// The folder with its sources.
const SOURCES: &str = "package";

/// The file that gets the version.
const MANIFEST: &str = "package.json";

/// What stands in that file where the version belongs.
const NO_VERSION: &str = "\"version\": \"0.0.0\"";

/// What it takes from the top of the repository.
const FROM_TOP: [&str; 3] = ["README.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Makes the package, and says where it is.
pub fn command(project: &Project) -> Result<()> {
    let tools = setup::prepare(project, setup::PACKAGE)?;
    bundle::ensure(project, &tools)?;
    let archive = make(project, &tools)?;
    println!("The package is in {}, packed in {}.", folder(project).display(), archive.display());
    Ok(())
}

/// Where the package is put together.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("package")
}

/// Puts the package together from the bundle that is there and packs it. The archive has the
/// version in its name; a copy of it has not, for tests that don't know the version.
pub fn make(project: &Project, tools: &Tools) -> Result<PathBuf> {
    let (dist, folder) = (project.dist(), folder(project));
    empty(&folder)?;
    let parts = size::served(&dist)?;
    for name in parts.iter().map(String::as_str).chain([head::MANIFEST]) {
        copy(&dist.join(name), &folder.join(name))?;
    }
    for name in FROM_TOP {
        copy(&project.root.join(name), &folder.join(name))?;
    }
    for source in files_in(&project.root.join(SOURCES))? {
        let name = source.file_name().unwrap_or_default();
        copy(&source, &folder.join(name))?;
    }
    let version = lock::version_of(&project.read("Cargo.lock")?, "newsprint")?;
    let manifest = folder.join(MANIFEST);
    write(&manifest, &with_version(&read(&manifest)?, &version)?)?;
    integrity::write_for(&folder, &parts)?;

    tools
        .program_in("npm", &folder)?
        .args(["pack", "--silent", "--pack-destination"])
        .args([&project.target])
        .read()?;
    let archive = project.target.join(format!("{NAME}-{version}.tgz"));
    copy(&archive, &unversioned(project))?;
    Ok(archive)
}

/// The archive under the name that does not change.
pub fn unversioned(project: &Project) -> PathBuf {
    project.target.join(format!("{NAME}.tgz"))
}

/// Puts the version into the manifest.
fn with_version(manifest: &str, version: &str) -> Result<String> {
    if manifest.matches(NO_VERSION).count() == 1 {
        return Ok(manifest.replace(NO_VERSION, &format!("\"version\": \"{version}\"")));
    }
    Err(Failure::new(format!(
        "{SOURCES}/{MANIFEST} should have the line {NO_VERSION} once, which gets the version of \
         Cargo.toml; put it back."
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_gets_the_version() {
        let manifest = Project::find().unwrap().read("package/package.json").unwrap();
        let filled = with_version(&manifest, "1.2.3").unwrap();
        assert!(filled.contains("\"version\": \"1.2.3\""), "{filled}");
        assert!(filled.contains(&format!("\"name\": \"{NAME}\"")), "{filled}");
        let error = with_version("{}", "1.2.3").unwrap_err();
        assert!(error.message.contains("package/package.json"), "{error}");
    }
}
