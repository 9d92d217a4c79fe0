//! Newsprint: an embeddable news article.
//!
//! A site adds `<newsprint-article src="…">`; this program, compiled to WebAssembly, fetches the
//! article's JSON and lays it out as a newspaper would. `ARCHITECTURE.md` tells where things are
//! and why. Four layers, each of which knows only those before it:
//!
//! - [`model`]: what an article is, and how a document is read as one. Pure.
//! - [`loading`]: from a URL to an article.
//! - [`view`]: from an article to markup. Pure.
//! - `element`: the browser entry, which ties them to an element of a page.

// What the program depends on it uses: an idle dependency is code to trust for nothing. Tests are not
// asked, because they get the dependencies of all others too, and releases are not, because the
// standard library that is built for them counts as a dependency, in parts.
#![cfg_attr(all(debug_assertions, not(test)), deny(unused_crate_dependencies))]

// What tests outside of the crate share with those inside calls the crate by its name.
#[cfg(test)]
extern crate self as newsprint;

pub mod loading;
pub mod model;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod element;

// The program in `main.rs` takes its memory from it.
#[cfg(target_arch = "wasm32")]
use rlsf as _;
// Yew logs by it; `Cargo.toml` names it only to compile that out.
#[cfg(target_arch = "wasm32")]
use tracing as _;
