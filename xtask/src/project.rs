//! Where things are: the repository, its build output, and the per-user
//! folders that set-up installs into.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// The folders that the commands work in.
#[derive(Debug, Clone)]
pub struct Project {
    /// The top of the repository.
    pub root: PathBuf,
    /// Cargo's build output.
    pub target: PathBuf,
    /// Newsprint's own per-user cache, for tools that must not replace
    /// someone's installed version.
    pub tools: PathBuf,
    /// The folder that `cargo install` puts programs in.
    pub cargo_bin: PathBuf,
}

impl Project {
    /// Finds the folders.
    pub fn find() -> Result<Self> {
        // Cargo names the crate's folder to what it runs; the compiled-in path
        // serves when the binary is started by hand.
        let here = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here.parent().unwrap_or(&here).to_path_buf();
        if !root.join("Cargo.lock").is_file() {
            return Err(Failure::new(format!(
                "There is no Cargo.lock in {}; start this as `cargo xtask …` inside the repository.",
                root.display()
            )));
        }
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |folder| root.join(folder));
        Ok(Self {
            tools: user_cache()?.join("newsprint"),
            cargo_bin: cargo_home()?.join("bin"),
            root,
            target,
        })
    }

    /// The folder of the Playwright tests.
    pub fn e2e(&self) -> PathBuf {
        self.root.join("tests").join("e2e")
    }

    /// The folder of the sites that bundlers build.
    pub fn hosts(&self) -> PathBuf {
        self.root.join("tests").join("hosts")
    }

    /// The folder of the tests in three engines.
    pub fn engines(&self) -> PathBuf {
        self.root.join("tests").join("engines")
    }

    /// The folder of the finished bundle.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Reads a text file of the repository.
    pub fn read(&self, relative: &str) -> Result<String> {
        read(&self.root.join(relative))
    }
}

/// Reads a text file, naming it when that fails.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", path.display())))
}

/// Reads a file, naming it when that fails.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", path.display())))
}

/// Writes a file, naming it when that fails.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content)
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}.", path.display())))
}

/// Makes a folder and those above it, naming it when that fails.
pub fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|error| {
        Failure::new(format!("The folder {} cannot be made: {error}.", path.display()))
    })
}

/// Makes a folder in which nothing is left of an earlier run.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| {
            Failure::new(format!("The folder {} cannot be removed: {error}.", folder.display()))
        })?;
    }
    make_folder(folder)
}

/// Copies a file, naming both when that fails.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        make_folder(folder)?;
    }
    fs::copy(from, to).map(drop).map_err(|error| {
        Failure::new(format!("{} cannot be copied to {}: {error}.", from.display(), to.display()))
    })
}

/// The files of a folder itself, in the order of their names.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| {
        Failure::new(format!("The folder {} cannot be read: {error}.", folder.display()))
    })?;
    let mut files: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

/// A folder named by an environment variable, when that is set and not empty.
fn folder_from(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The person's home folder.
fn home() -> Result<PathBuf> {
    env::home_dir().ok_or_else(|| {
        Failure::new("Your home folder is unknown; set the environment variable HOME to it.")
    })
}

/// Where programs keep what they can make again, by the platform's custom.
fn user_cache() -> Result<PathBuf> {
    if let Some(folder) = folder_from("XDG_CACHE_HOME") {
        return Ok(folder);
    }
    if cfg!(windows)
        && let Some(folder) = folder_from("LOCALAPPDATA")
    {
        return Ok(folder);
    }
    let below = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
    Ok(home()?.join(below))
}

/// Where `cargo install` installs to, one level above `bin`.
fn cargo_home() -> Result<PathBuf> {
    match folder_from("CARGO_INSTALL_ROOT").or_else(|| folder_from("CARGO_HOME")) {
        Some(folder) => Ok(folder),
        None => Ok(home()?.join(".cargo")),
    }
}
