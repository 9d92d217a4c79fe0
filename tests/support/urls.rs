//! The URL parser of tests: the `url` crate follows the same standard as browsers do.

use newsprint::model::{ParsedUrl, UrlParser};
use url::Url;

/// Parses references by the standard that browsers follow, for a page of the same origin as its
/// article.
pub struct Urls(Url);

impl Urls {
    /// References are those of an article that came from this URL.
    pub fn new(article: &str) -> Self {
        Self(article.parse().expect("the base is a URL"))
    }
}

impl Default for Urls {
    fn default() -> Self {
        Self::new("https://news.example/api/articles/bridges.json")
    }
}

impl UrlParser for Urls {
    fn parse(&self, reference: &str) -> Option<ParsedUrl> {
        let url = self.0.join(reference).ok()?;
        Some(ParsedUrl { same_origin: url.origin() == self.0.origin(), href: url.into() })
    }
}
