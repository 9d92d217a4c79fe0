//! What the tests of several crates share. Nothing of it ships to readers.

#[cfg(feature = "contract")]
pub mod contract;
pub mod counting;
pub mod policy;
#[cfg(feature = "strategies")]
pub mod strategies;

use url::Url;

/// Where the articles of tests come from.
pub const BASE: &str = "https://news.example/api/articles/bridges.json";

/// A parser of the URLs of an article that came from [`BASE`].
///
/// # Panics
/// Never: the base is a URL.
#[must_use]
pub fn urls() -> Url {
    BASE.parse().expect("the base is a URL")
}
