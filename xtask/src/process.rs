//! Starting other programs with an environment that does not surprise them.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Result};
use crate::search;

/// A program to start, with its arguments as they will be shown to the person.
#[derive(Debug)]
pub struct Program {
    command: Command,
    shown: String,
}

impl Program {
    /// Finds a program in the folders of set-up, then on PATH. It will run in
    /// the given folder and see the same PATH.
    pub fn new(name: &str, folder: &Path, first: &[PathBuf]) -> Result<Self> {
        let Some(path) = search::find(name, first) else {
            return Err(Failure::new(format!(
                "The program `{name}` is not on PATH; {}.",
                way_to_get(name)
            )));
        };
        let mut program = Self::at(&path, name, folder);
        program.command.env("PATH", joined_path(first));
        Ok(program)
    }

    /// A program whose place is known.
    pub fn at(path: &Path, shown: &str, folder: &Path) -> Self {
        let mut command = Command::new(path);
        command.current_dir(folder);
        clean_environment(&mut command);
        // npm's advice to update itself would only hide what matters.
        command.env("NPM_CONFIG_UPDATE_NOTIFIER", "false");
        Self { command, shown: shown.to_owned() }
    }

    /// Adds arguments.
    pub fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        for argument in arguments {
            self.shown.push(' ');
            self.shown.push_str(&argument.as_ref().to_string_lossy());
            self.command.arg(argument);
        }
        self
    }

    /// Sets an environment variable.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Removes an environment variable.
    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// The command line, as a person would type it.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Runs the program with its output passed through.
    pub fn run(mut self) -> Result<()> {
        let status = self.command.status().map_err(|e| self.not_started(&e))?;
        self.judge(status)
    }

    /// Runs the program and returns what it wrote to standard output; what it
    /// writes to standard error is passed through.
    pub fn read(mut self) -> Result<String> {
        self.command.stdin(Stdio::null()).stderr(Stdio::inherit());
        let output = self.command.output().map_err(|e| self.not_started(&e))?;
        self.judge(output.status)?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs the program silently. Whether it succeeds within this time; one that takes longer is
    /// ended.
    pub fn succeeds_within(mut self, time: Duration) -> Result<bool> {
        self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = self.command.spawn().map_err(|e| self.not_started(&e))?;
        let mut running = Running(child);
        let started = Instant::now();
        while started.elapsed() < time {
            if let Some(status) = running.0.try_wait().map_err(|e| self.not_started(&e))? {
                return Ok(status.success());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(false)
    }

    /// Starts the program and returns it with its standard output piped. It is
    /// ended when the returned value goes away, whatever the reason.
    pub fn start(mut self) -> Result<Running> {
        self.command.stdin(Stdio::null()).stdout(Stdio::piped());
        let child = self.command.spawn().map_err(|e| self.not_started(&e))?;
        Ok(Running(child))
    }

    /// Becomes the program, so that Ctrl-C and every other signal reaches it
    /// and no second process is left behind.
    #[cfg(unix)]
    pub fn become_it(mut self) -> Result<()> {
        use std::os::unix::process::CommandExt;
        let error = self.command.exec();
        Err(self.not_started(&error))
    }

    /// Runs the program to its end; on Windows, Ctrl-C goes to every process of
    /// the console.
    #[cfg(not(unix))]
    pub fn become_it(self) -> Result<()> {
        self.run()
    }

    /// The sentence for a program that could not be started.
    fn not_started(&self, error: &std::io::Error) -> Failure {
        Failure::new(format!("`{}` could not be started: {error}.", self.shown))
    }

    /// Turns an exit status into a result.
    fn judge(&self, status: ExitStatus) -> Result<()> {
        if status.success() {
            return Ok(());
        }
        let how = status.code().map_or_else(
            || "was ended by a signal".to_owned(),
            |code| format!("failed with exit code {code}"),
        );
        Err(Failure::new(format!("`{}` {how}; its own message is above.", self.shown)))
    }
}

/// What to do when a program is missing that set-up does not install.
fn way_to_get(name: &str) -> &'static str {
    match name {
        "cargo" | "rustc" => "install Rust from https://rustup.rs",
        "npm" | "npx" => {
            "install it: it is part of Node from https://nodejs.org, and a package of its own, npm, \
             in some distributions"
        }
        _ => "`cargo xtask setup` installs what it can and says what it cannot",
    }
}

/// A program that runs beside this one until it is dropped.
#[derive(Debug)]
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; either way there is nothing to report.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// PATH with the folders of set-up in front.
fn joined_path(first: &[PathBuf]) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = first.iter().cloned().chain(env::split_paths(&path));
    // A folder that cannot be part of PATH (it has a separator in its name)
    // leaves PATH as it was.
    env::join_paths(folders).unwrap_or(path)
}

/// Takes out what `cargo run` set for this program alone. The toolchain
/// (`RUSTUP_TOOLCHAIN`) stays: what is started has to use the same one.
fn clean_environment(command: &mut Command) {
    for (name, value) in env::vars_os() {
        let text = name.to_string_lossy();
        if is_about_this_crate(&text) {
            command.env_remove(&name);
        } else if matches!(&*text, "LD_LIBRARY_PATH" | "DYLD_FALLBACK_LIBRARY_PATH") {
            // Cargo adds the compiler's libraries, its LLVM among them, which a
            // browser could then load in place of its own.
            let kept: Vec<_> =
                env::split_paths(&value).filter(|folder| !is_of_cargo(folder)).collect();
            match env::join_paths(&kept) {
                Ok(joined) if !kept.is_empty() => command.env(&name, joined),
                _ => command.env_remove(&name),
            };
        }
    }
}

/// Whether Cargo sets this variable to describe the crate that it runs.
fn is_about_this_crate(name: &str) -> bool {
    const EXACT: [&str; 4] = ["CARGO", "CARGO_BIN_NAME", "CARGO_CRATE_NAME", "OUT_DIR"];
    EXACT.contains(&name)
        || name.starts_with("CARGO_PKG_")
        || name.starts_with("CARGO_MANIFEST_")
        || name == "CARGO_PRIMARY_PACKAGE"
}

/// Whether Cargo or rustup put this folder on the library path.
fn is_of_cargo(folder: &Path) -> bool {
    let named = |name: &str| folder.iter().any(|part| part == name);
    named("rustlib") || named("toolchains") || folder.ends_with("debug") || folder.ends_with("deps")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_describes_this_crate_is_taken_out() {
        for name in ["CARGO", "CARGO_PKG_NAME", "CARGO_MANIFEST_DIR", "OUT_DIR"] {
            assert!(is_about_this_crate(name), "{name}");
        }
        for name in ["CARGO_HOME", "CARGO_TARGET_DIR", "RUSTUP_TOOLCHAIN", "PATH"] {
            assert!(!is_about_this_crate(name), "{name}");
        }
    }

    #[test]
    fn the_persons_own_library_folders_stay() {
        assert!(is_of_cargo(Path::new("/repo/target/debug/deps")));
        assert!(is_of_cargo(Path::new("/home/a/.rustup/toolchains/x/lib")));
        assert!(!is_of_cargo(Path::new("/opt/vendor/lib")));
    }

    #[test]
    fn a_quiet_program_succeeds_or_does_not() {
        let rustc = |argument| {
            Program::new("rustc", Path::new("."), &[])
                .unwrap()
                .args([argument])
                .succeeds_within(Duration::from_secs(60))
        };
        assert_eq!(rustc("--version"), Ok(true));
        assert_eq!(rustc("--no-such-option"), Ok(false));
    }

    #[test]
    fn a_missing_program_is_a_sentence() {
        let error = Program::new("newsprint-has-no-such-program", Path::new("."), &[]).unwrap_err();
        assert!(error.message.contains("is not on PATH"), "{error}");
    }
}
