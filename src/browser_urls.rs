//! The browser's own URL parser, behind the policy of the model.

use web_sys::{Url, window};

use newsprint_model::{ParsedUrl, UrlParser};

/// Parses as the browser does, relative to the URL that a document came from.
pub struct BrowserUrls<'a> {
    base: &'a str,
    page_origin: String,
}

impl<'a> BrowserUrls<'a> {
    /// For a document that came from this URL.
    #[must_use]
    pub fn relative_to(base: &'a str) -> Self {
        let page_origin =
            window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
        Self { base, page_origin }
    }
}

impl UrlParser for BrowserUrls<'_> {
    fn parse(&self, reference: &str) -> Option<ParsedUrl> {
        let url = Url::new_with_base(reference, self.base).ok()?;
        let same_origin = url.origin() == self.page_origin;
        Some(ParsedUrl { href: url.href(), same_origin })
    }
}
