//! The engine of Newsprint: the program in WebAssembly that shows articles.
//!
//! It ties three pure crates to the browser: `newsprint-model` says what an article is,
//! `newsprint-loading` gets one, `newsprint-view` makes markup of it. Only this crate knows the
//! browser. The shell, `shell/newsprint.js`, starts it and mounts it into each element.
//! `ARCHITECTURE.md` tells where things are and why.

// What the program depends on it uses: an idle dependency is code to trust for nothing. Tests are not
// asked, because they get the dependencies of all others too, and releases are not, because the
// standard library that is built for them counts as a dependency, in parts.
#![cfg_attr(all(debug_assertions, not(test)), deny(unused_crate_dependencies))]

mod app;
mod browser;
mod browser_urls;
mod console;
mod detail;
mod intl;
mod mount;
mod settings;
mod wire;
mod words;

pub use browser_urls::BrowserUrls;
pub use intl::Intl;
pub use mount::{Engine, Mounted, start};
pub use settings::Settings;
pub use wire::{Host, Shell};

// The program in `main.rs` takes its memory from it.
use rlsf as _;
// Yew logs by it; `Cargo.toml` names it only to compile that out.
use tracing as _;
