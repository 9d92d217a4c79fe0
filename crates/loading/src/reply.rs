//! What a backend answered.

use std::rc::Rc;

use newsprint_model::{ReadError, Reading, UrlParser};

use super::failure::{Failure, LoadError};
use super::platform::{Incoming, Platform};

/// A whole reply.
#[derive(Debug, PartialEq)]
pub struct Reply {
    /// The body as it came.
    pub body: Vec<u8>,
    /// The URL that it came from, after redirects.
    url: Rc<str>,
    /// What to call it in messages.
    name: Rc<str>,
    /// Whether a copy may be kept.
    may_be_kept: bool,
}

/// How the model reads a body.
pub type Read<T> = fn(&[u8], &dyn UrlParser) -> Result<Reading<T>, ReadError>;

/// The header of a copy that says where it came from.
const FROM: &str = "content-location";

impl Reply {
    /// A reply for JSON that is in the page itself. Its references are relative to this URL, and
    /// messages call it by this name.
    #[must_use]
    pub fn inline(body: &str, url: &Rc<str>, name: &str) -> Self {
        Self { body: body.into(), url: url.clone(), name: name.into(), may_be_kept: false }
    }

    /// A reply from its headers, and the body that belongs to it. One that a script of the page has
    /// remade does not say where it came from: then it is the URL that was asked.
    pub(super) fn new(incoming: &impl Incoming, asked: &str, body: Vec<u8>) -> Self {
        let url: Rc<str> = Some(incoming.url())
            .filter(|url| !url.is_empty())
            .or_else(|| incoming.header(FROM))
            .map_or_else(|| asked.into(), Into::into);
        let control = incoming.header("cache-control");
        Self {
            body,
            name: url.clone(),
            url,
            may_be_kept: !control.is_some_and(|control| {
                control.split(',').any(|word| word.trim().eq_ignore_ascii_case("no-store"))
            }),
        }
    }

    /// Saves a copy. If the backend forbids that, an older copy is deleted instead.
    pub(super) fn keep(&self, platform: &impl Platform, url: &str) {
        if !self.may_be_kept {
            return platform.forget(url);
        }
        platform.keep(url, &self.url, &self.body);
    }

    /// Reads the reply with one of the model's readers. References in it are relative to the URL that
    /// it came from.
    ///
    /// # Errors
    /// When it is not what it should be. The message says what a developer can do.
    pub fn read<T>(&self, platform: &impl Platform, read: Read<T>) -> Result<Reading<T>, Failure> {
        read(&self.body, &platform.urls(&self.url))
            .map_err(|error| LoadError::Unreadable(error).failure(&self.name))
    }
}
