//! What the tests of the model share.

use ::url::Url;

use super::{ParsedUrl, UrlParser};

/// The URL parser of the tests: the `url` crate follows the same standard as browsers do.
pub struct TestUrls(Url);

impl TestUrls {
    pub fn new(base: &str) -> Self {
        Self(base.parse().unwrap())
    }
}

impl Default for TestUrls {
    fn default() -> Self {
        Self::new("https://news.example/api/articles/bridges.json")
    }
}

impl UrlParser for TestUrls {
    fn parse(&self, reference: &str) -> Option<ParsedUrl> {
        let url = self.0.join(reference).ok()?;
        Some(ParsedUrl { same_origin: url.origin() == self.0.origin(), href: url.into() })
    }
}
