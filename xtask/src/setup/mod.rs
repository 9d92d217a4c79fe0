//! Set-up: finds out what is missing, says so, and installs it.
//!
//! Every step first makes a check that costs milliseconds and no network, so
//! that commands can call for their needs each time they run.

mod bindgen;
mod cargo_tool;
mod chromium;
mod compiler;
mod deny;
mod esbuild;
mod firefox;
mod node;
mod npm_tool;
mod rust;
mod system_packages;
mod trunk;
mod wasm_opt;
mod webkit;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::lock;
use crate::process::Program;
use crate::project::Project;
use crate::search;

/// One thing that a command may need. Set-up goes through them in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The formatter and the linter.
    Components,
    /// Rust's standard library for WebAssembly.
    WasmTarget,
    /// The source of Rust's standard library.
    StdSource,
    /// A C++ compiler.
    Compiler,
    /// cargo-deny.
    Deny,
    /// Node, without any packages.
    Node,
    /// Trunk.
    Trunk,
    /// The wasm-bindgen command line, with its test runner.
    Bindgen,
    /// The WebAssembly optimiser.
    WasmOpt,
    /// What makes scripts and styles small.
    Esbuild,
    /// The Node packages of the Playwright tests.
    Packages,
    /// The Node packages of the sites that bundlers build.
    HostPackages,
    /// The Node packages of the tests in three engines.
    EnginePackages,
    /// The Node packages of the benchmark: the peers, and what builds them.
    BenchPackages,
    /// The Node packages of the checks, of the npm package too.
    ToolPackages,
    /// A Chromium for the tests.
    Chromium,
    /// A Firefox for the tests, where one can be had.
    Firefox,
    /// WebKitGTK for the tests, where it can be had.
    WebKit,
}

/// What serving needs. Trunk leaves the optimiser out of debug builds.
pub const SERVE: &[Need] = &[Need::WasmTarget, Need::Trunk, Need::Bindgen];

/// The needs of the release bundle, and others after them.
macro_rules! bundle_and {
    ($($more:ident),* $(,)?) => {
        &[
            Need::WasmTarget,
            Need::StdSource,
            Need::Node,
            Need::Trunk,
            Need::Bindgen,
            Need::WasmOpt,
            Need::Esbuild,
            $(Need::$more),*
        ]
    };
}

/// What the release bundle needs: beside the tools that compile it Node, for wasm-opt and esbuild.
pub const BUILD: &[Need] = bundle_and!();

/// What the npm package needs; Node brings npm.
pub const PACKAGE: &[Need] = BUILD;

/// What the size table needs.
pub const SIZE: &[Need] = BUILD;

/// What the lints and the check of the dependencies need.
pub const CHECK: &[Need] = &[
    Need::Components,
    Need::WasmTarget,
    Need::Compiler,
    Need::Deny,
    Need::Node,
    // The tests are checked with the types of what they import.
    Need::Packages,
    Need::EnginePackages,
    Need::BenchPackages,
    Need::ToolPackages,
];

/// What the benchmark needs: the release bundle, the peers, a browser.
pub const BENCH: &[Need] = bundle_and![
    // Where Playwright's browser is used, its package says where that is.
    Packages,
    BenchPackages,
    Chromium,
];

/// What the tests that run without a browser need.
pub const HOST: &[Need] = &[Need::Node];

/// What writing the files of the interface needs.
pub const INTERFACE: &[Need] = &[Need::Node];

/// What the check of the dependencies needs.
pub const DENY: &[Need] = &[Need::Deny];

/// What the fuzz targets need.
pub const FUZZ: &[Need] = &[Need::Compiler];

/// What the tests of the crate in a browser need.
pub const BROWSER: &[Need] =
    &[Need::WasmTarget, Need::Node, Need::Bindgen, Need::Packages, Need::Chromium];

/// What the tests of the built bundle need.
pub const E2E: &[Need] = bundle_and![
    Packages,
    HostPackages,
    // Two of the checks look at the npm package.
    ToolPackages,
    Chromium,
];

/// What the tests of the built bundle in three engines need.
pub const ENGINES: &[Need] = bundle_and![
    EnginePackages,
    // Where Playwright's is used, its package says where that is.
    Packages,
    Chromium,
    Firefox,
    WebKit,
];

/// Everything.
pub const ALL: &[Need] = &[
    Need::Components,
    Need::WasmTarget,
    Need::StdSource,
    Need::Deny,
    Need::Node,
    Need::Trunk,
    Need::Bindgen,
    Need::WasmOpt,
    Need::Esbuild,
    Need::Packages,
    Need::HostPackages,
    Need::EnginePackages,
    Need::BenchPackages,
    Need::ToolPackages,
    Need::Chromium,
    Need::Firefox,
    Need::WebKit,
];

/// Environment variables by which tests learn what there is.
type Variables = Vec<(&'static str, OsString)>;

/// What set-up found or installed, for starting other programs with.
#[derive(Debug)]
pub struct Tools {
    /// Folders that come before those on PATH.
    first: Vec<PathBuf>,
    /// The browser of the tests.
    chromium: Option<PathBuf>,
    /// What the tests in three engines are told of the other browsers.
    engines: Variables,
    /// Why a browser is missing that the tests then leave out.
    pub without: Vec<String>,
    /// Whether the standard library can be built anew.
    pub std_source: bool,
    /// The top of the repository, where programs run.
    root: PathBuf,
    /// Whether this run has built a tool, and so has a build folder to remove.
    built: bool,
}

impl Tools {
    /// No tools beyond those on PATH.
    pub fn none(project: &Project) -> Self {
        Self {
            first: Vec::new(),
            chromium: None,
            engines: Vec::new(),
            without: Vec::new(),
            std_source: false,
            root: project.root.clone(),
            built: false,
        }
    }

    /// A program that runs at the top of the repository.
    pub fn program(&self, name: &str) -> Result<Program> {
        self.program_in(name, &self.root)
    }

    /// A program that runs in the given folder.
    pub fn program_in(&self, name: &str, folder: &Path) -> Result<Program> {
        let mut program = Program::new(name, folder, &self.first)?;
        for (variable, value) in &self.engines {
            program = program.env(variable, value);
        }
        Ok(match &self.chromium {
            Some(chromium) => program.env("NEWSPRINT_CHROMIUM", chromium),
            None => program,
        })
    }

    /// Notes a browser, or why there is none. On a machine that checks changes, where everything
    /// can be installed, a missing browser is a failure.
    fn put_engine(
        &mut self,
        engine: &str,
        variable: &'static str,
        found: Result<Variables>,
    ) -> Result<()> {
        match found {
            Ok(found) => self.engines.extend(found),
            Err(cause) if must_be_whole() => return Err(cause),
            Err(cause) => {
                let sentence = format!("The tests leave {engine} out. {cause}");
                say(&sentence);
                self.without.push(sentence);
                self.engines.push((variable, cause.message.into()));
            }
        }
        Ok(())
    }

    /// Puts a folder before those on PATH.
    fn put_first(&mut self, folder: PathBuf) {
        if !self.first.contains(&folder) {
            self.first.insert(0, folder);
        }
    }
}

/// Makes sure that everything in `needs` is there.
pub fn prepare(project: &Project, needs: &[Need]) -> Result<Tools> {
    let mut tools = Tools::none(project);
    for need in needs {
        match need {
            Need::Components => rust::components(project)?,
            Need::WasmTarget => rust::wasm_target(project)?,
            Need::StdSource => tools.std_source = rust::standard_library_source(project)?,
            Need::Compiler => compiler::check()?,
            Need::Deny => deny::ensure(project, &mut tools)?,
            Need::Node => node::check()?,
            Need::Trunk => trunk::ensure(project, &mut tools)?,
            Need::Bindgen => bindgen::ensure(project, &mut tools)?,
            Need::WasmOpt => wasm_opt::ensure(project, &mut tools)?,
            Need::Esbuild => esbuild::ensure(project, &mut tools)?,
            Need::Packages => node::packages(project)?,
            Need::HostPackages => node::host_packages(project)?,
            Need::EnginePackages => node::engine_packages(project)?,
            Need::BenchPackages => node::bench_packages(project)?,
            Need::ToolPackages => node::tool_packages(project)?,
            Need::Chromium => tools.chromium = Some(chromium::ensure(project)?),
            Need::Firefox => {
                let found = match firefox::chosen()? {
                    Some(chosen) => Ok(chosen),
                    None => firefox::ensure(project),
                };
                tools.put_engine("Firefox", "NEWSPRINT_NO_FIREFOX", found)?;
            }
            Need::WebKit => {
                tools.put_engine("WebKit", "NEWSPRINT_NO_WEBKIT", webkit::ensure(project))?;
            }
        }
    }
    if needs.contains(&Need::Bindgen) && project.root.join("Trunk.toml").is_file() {
        let version = lock::version_of(&project.read("Cargo.lock")?, "wasm-bindgen")?;
        lock::check_pin(&project.read("Trunk.toml")?, &version)?;
    }
    if tools.built {
        // Left-over files cost only space, so a failure is not worth a word.
        let _ = fs::remove_dir_all(build_folder(project));
    }
    Ok(tools)
}

/// The command `setup`.
pub fn command(project: &Project) -> Result<()> {
    let tools = prepare(project, ALL)?;
    println!("Everything is set up: `cargo xtask serve` starts the app.");
    if let Some(chromium) = &tools.chromium {
        println!("The tests will use {}.", chromium.display());
    }
    Ok(())
}

/// Whether no engine may be left out: changes are checked here, and the package manager has all.
fn must_be_whole() -> bool {
    env::var_os("CI").is_some_and(|value| value == "true") && search::find("apt-get", &[]).is_some()
}

/// Says what set-up is about to do.
fn say(message: &str) {
    eprintln!("[set-up] {message}");
}

/// A failure of set-up, with the way on.
fn cannot(what: &str, cause: &Failure, instead: &str) -> Failure {
    Failure::new(format!("{what} could not be installed. {cause} {instead}"))
}

/// Where `cargo install` builds; kept between the tools, because they share
/// dependencies, and after a failure, so that the next try is shorter. Only
/// the run that has used it removes it: another may be building there.
fn build_folder(project: &Project) -> PathBuf {
    project.tools.join("build")
}
