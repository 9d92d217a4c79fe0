//! What the tests of the model share.

#[path = "../../tests/support/urls.rs"]
mod urls;

pub use urls::Urls as TestUrls;
