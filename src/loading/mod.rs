//! Loading: from a URL to an article, or to the reason why there is none.
//!
//! Knows the model, and nothing of the page: what a failure looks like is up to the view. What
//! depends on the time, on chance, on the network or on the reader is in [`World`], which is handed
//! in: a browser, or the script of a test.

#[cfg(target_arch = "wasm32")]
mod browser;
mod failure;
mod follow;
mod loader;
mod reply;
mod retry;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod scripted;
#[cfg(target_arch = "wasm32")]
mod urls;
mod world;

#[cfg(target_arch = "wasm32")]
pub use browser::{Browser, Surroundings, Task};
pub use failure::{Failure, Kind, Mishap};
pub use follow::{News, Version, Wish, follow};
pub use loader::{Answer, Loader, Outcome};
pub use reply::{Read, Reply};
#[cfg(target_arch = "wasm32")]
pub use urls::BrowserUrls;
pub use world::{Deadlines, Going, Incoming, Request, Validators, World};
