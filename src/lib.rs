//! The engine of Newsprint: the program in WebAssembly that shows articles.
//!
//! It ties three pure crates to the browser: `newsprint-model` says what an article is,
//! `newsprint-loading` gets one, `newsprint-view` makes markup of it. Only this crate knows the
//! browser. The shell, `shell/newsprint.js`, starts it and mounts it into each element.
//! `ARCHITECTURE.md` tells where things are and why.

// Every dependency is used: one that is not would be code to trust for nothing. This is not checked
// for tests, which get the dependencies of all targets, nor for releases, where parts of the standard
// library that is built with them count as dependencies.
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
pub use wire::{Formats, Host, Shell};

// `main.rs` uses it as the allocator.
use rlsf as _;
// Yew logs with it. `Cargo.toml` names it only to compile that out.
use tracing as _;
