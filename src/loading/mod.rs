//! Loading: from a URL to an article, or to the reason why there is none.
//!
//! Knows the model, and nothing of the page: what a failure looks like is up to the view.

mod failure;
#[cfg(target_arch = "wasm32")]
mod fetch;
#[cfg(target_arch = "wasm32")]
mod urls;

pub use failure::{Failure, Kind};
#[cfg(target_arch = "wasm32")]
pub use fetch::{Read, Reply, Requests, Signal, fetch};
#[cfg(target_arch = "wasm32")]
pub use urls::BrowserUrls;
