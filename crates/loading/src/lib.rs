//! Loading: from a URL to an article, or to the reason why there is none.
//!
//! Knows the model, and nothing of the page: what a failure looks like is up to the view. What
//! depends on the time, on chance, on the network or on the reader is in [`World`], which is handed
//! in: a browser, or the script of a test.

mod failure;
mod follow;
mod loader;
mod reply;
mod retry;
#[cfg(test)]
mod scripted;
mod world;

pub use failure::{Failure, Mishap};
pub use follow::{News, Version, Wish, follow};
pub use loader::{Answer, Loader, Outcome};
pub use reply::{Read, Reply};
pub use world::{Deadlines, Going, Incoming, Request, Validators, World};
