//! `fuzz`: the targets of `fuzz/`, each for some seconds.
//!
//! They are built as `cargo fuzz` builds them, with the flags that libFuzzer asks for, but by Cargo
//! alone: one tool less to install, and no other toolchain. The flags are stable; only looking for
//! memory errors is not, and the crate has no unsafe code to look for them in.

use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::failure::{Failure, Result};
use crate::process::Program;
use crate::project::{Project, files_in, make_folder};
use crate::setup::{self, Tools};

/// A target: its name, and the longest input, in bytes. Longer inputs find nothing more and slow
/// the search down.
type Target = (&'static str, u32);

/// The targets.
const TARGETS: [Target; 2] = [("article", 16 * 1024), ("url", 512)];

/// The longest that one input may take, in seconds: most take less than a thousandth.
const TIMEOUT: u32 = 10;

/// The most memory that a run may take, in megabytes.
const MEMORY: u32 = 1024;

/// The seed of a run: always the same, so that two runs of the same sources try the same inputs, as
/// far as the time reaches.
const SEED: u32 = 18_032_024;

/// The compiler's flags that let libFuzzer see which branches an input takes.
const FLAGS: &str = "-Cpasses=sancov-module -Ccodegen-units=1 --cfg fuzzing \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// What `fuzz` can be told.
#[derive(Args)]
pub struct Options {
    /// Run all targets for so many seconds in all
    #[arg(long, value_name = "N", default_value = "60")]
    seconds: NonZeroU64,
    /// Add what is new to the inputs in fuzz/corpus
    #[arg(long)]
    keep: bool,
}

/// The command `fuzz`.
pub fn command(project: &Project, options: &Options) -> Result<()> {
    let tools = setup::prepare(project, setup::FUZZ)?;
    let programs = build(project, &tools)?;
    for (target, program) in TARGETS.iter().zip(&programs) {
        // At least one: zero would mean for ever.
        run(project, *target, program, (options.seconds.get() / TARGETS.len() as u64).max(1))?;
        if options.keep {
            merge(project, *target, program)?;
        }
    }
    println!("Fuzzing found nothing wrong.");
    Ok(())
}

/// Builds the targets and returns their programs.
fn build(project: &Project, tools: &Tools) -> Result<Vec<PathBuf>> {
    println!("Building the fuzz targets (a minute or two the first time) …");
    let folder = project.target.join("fuzz").join("build");
    tools
        .program("cargo")?
        .args(["build", "--locked", "--release", "--manifest-path", "fuzz/Cargo.toml"])
        // Said expressly, so that build scripts and macros are built without the flags.
        .args(["--target", "host-tuple", "--target-dir"])
        .args([&folder])
        .env("RUSTFLAGS", FLAGS)
        .without_env("CARGO_ENCODED_RUSTFLAGS")
        .run()?;
    let host = tools.program("rustc")?.args(["--print", "host-tuple"]).read()?;
    let programs = folder.join(host.trim()).join("release");
    Ok(TARGETS
        .iter()
        .map(|(name, _)| programs.join(name).with_extension(std::env::consts::EXE_EXTENSION))
        .collect())
}

/// Runs a target for so many seconds. It begins with the inputs in the repository, and with those
/// that earlier runs on this machine have found.
fn run(project: &Project, target: Target, program: &Path, seconds: u64) -> Result<()> {
    let (name, longest) = target;
    let (found, crashes) = (found(project, name), crashes(project, name));
    make_folder(&found)?;
    make_folder(&crashes)?;
    let before = files_in(&crashes)?;
    println!("\n=== fuzzing {name} for {seconds} seconds ===");
    let outcome = Program::at(program, name, &project.root)
        .args([&found, &corpus(project, name)])
        .args([
            format!("-max_total_time={seconds}"),
            format!("-max_len={longest}"),
            format!("-timeout={TIMEOUT}"),
            format!("-rss_limit_mb={MEMORY}"),
            format!("-seed={SEED}"),
            format!("-dict={}", dictionary(project, name).display()),
            format!("-artifact_prefix={}/", crashes.display()),
            // No line for every input that reaches new code.
            "-verbosity=0".to_owned(),
            "-print_final_stats=1".to_owned(),
        ])
        .run();
    let Err(cause) = outcome else { return Ok(()) };
    let new = files_in(&crashes)?.into_iter().find(|file| !before.contains(file));
    let Some(input) = new else { return Err(cause) };
    Err(Failure::new(format!(
        "Fuzzing {name} found an input that breaks what it promises: {input}. What broke is above; \
         `{program} {input}` shows it again. When it is mended, keep the input: copy it to \
         fuzz/corpus/{name}, beside a test that says what it was.",
        input = input.display(),
        program = program.display()
    )))
}

/// Adds to the repository the inputs of this machine that reach code which none of its own reaches.
fn merge(project: &Project, target: Target, program: &Path) -> Result<()> {
    let (name, longest) = target;
    Program::at(program, name, &project.root)
        .args(["-merge=1".to_owned(), format!("-max_len={longest}")])
        .args([format!("-artifact_prefix={}/", crashes(project, name).display())])
        .args([&corpus(project, name), &found(project, name)])
        .run()?;
    println!(
        "What was new is in fuzz/corpus/{name}; see that it stays small before you commit it."
    );
    Ok(())
}

/// The inputs in the repository.
fn corpus(project: &Project, name: &str) -> PathBuf {
    project.root.join("fuzz").join("corpus").join(name)
}

/// The words that inputs are made of.
fn dictionary(project: &Project, name: &str) -> PathBuf {
    project.root.join("fuzz").join(format!("{name}.dict"))
}

/// The inputs that runs on this machine have found.
fn found(project: &Project, name: &str) -> PathBuf {
    project.target.join("fuzz").join("corpus").join(name)
}

/// The inputs that broke something.
fn crashes(project: &Project, name: &str) -> PathBuf {
    project.target.join("fuzz").join("artifacts").join(name)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::lock;
    use crate::project::read;

    fn fuzz() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz")
    }

    #[test]
    fn every_target_is_run_and_has_inputs_and_words() {
        let manifest = read(&fuzz().join("Cargo.toml")).unwrap();
        assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
        for (name, longest) in TARGETS {
            assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
            assert!(fuzz().join(format!("{name}.dict")).is_file(), "{name}");
            let inputs = files_in(&fuzz().join("corpus").join(name)).unwrap();
            assert!(!inputs.is_empty(), "{name}");
            for input in inputs {
                let bytes = fs::metadata(&input).unwrap().len();
                assert!(bytes <= longest.into(), "{} is never read whole", input.display());
            }
        }
    }

    #[test]
    fn the_inputs_in_the_repository_stay_small() {
        let sizes = TARGETS.iter().flat_map(|(name, _)| {
            let inputs = files_in(&fuzz().join("corpus").join(name)).unwrap();
            inputs.into_iter().map(|input| fs::metadata(input).unwrap().len())
        });
        let bytes: u64 = sizes.sum();
        assert!(bytes < 300_000, "{bytes} bytes; `cargo fuzz cmin` makes a corpus small");
    }

    #[test]
    fn both_lock_files_name_the_same_versions() {
        let packages = |path: &Path| lock::packages(&read(path).unwrap()).unwrap();
        let project = packages(&fuzz().join("../Cargo.lock"));
        for package in packages(&fuzz().join("Cargo.lock")) {
            let is_shared = project.iter().any(|other| other.name == package.name);
            assert!(
                !is_shared || project.contains(&package),
                "{package:?} differs from Cargo.lock: copy that to fuzz/Cargo.lock and run `cargo \
                 metadata --manifest-path fuzz/Cargo.toml`"
            );
        }
    }
}
