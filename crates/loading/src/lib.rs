//! Loading: from a URL to an article, or to the reason why there is none.
//!
//! It knows the model and nothing of the page: what a failure looks like is up to the view. Time,
//! chance, the network and the reader's attention come in through the trait [`Platform`]: a browser, or
//! the script of a test.
//!
//! # Example
//!
//! ```
//! use newsprint_loading::LoadError;
//! use newsprint_model::FailureKind;
//!
//! let failure = LoadError::Status(503).failure("/api/bridges.json");
//!
//! assert_eq!(failure.kind, FailureKind::Server);
//! assert!(failure.is_retryable());
//! assert_eq!(
//!     failure.to_string(),
//!     "server: /api/bridges.json: the backend answered with status 503."
//! );
//! ```

mod exchange;
mod failure;
mod follow;
mod loader;
mod platform;
mod reply;
mod retry;
#[cfg(test)]
mod scripted;

pub use failure::{Failure, LoadError};
pub use follow::{Subscription, Update, Version, follow};
pub use loader::{Loader, Outcome};
pub use platform::{BoxedTask, Deadlines, Incoming, Platform, Request};
pub use reply::{Read, Reply};
