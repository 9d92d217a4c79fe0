//! How a reply of the scripted network goes.

use std::collections::VecDeque;

/// How a reply goes.
#[derive(Debug, Clone)]
pub struct Play {
    /// How long its headers take, in milliseconds; they never come without.
    pub(super) headers_after: Option<f64>,
    /// The status; the connection breaks instead without.
    pub(super) status: Option<u16>,
    pub(super) headers: Vec<(&'static str, String)>,
    /// The pieces of the body, and how long each takes.
    pub(super) chunks: VecDeque<(f64, Vec<u8>)>,
    /// What comes after the pieces.
    pub(super) end: End,
    /// Where it comes from in the end.
    pub(super) url: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum End {
    Whole,
    Broken,
    Never,
}

impl Play {
    pub fn status(status: u16) -> Self {
        Self {
            headers_after: Some(10.0),
            status: Some(status),
            headers: Vec::new(),
            chunks: VecDeque::new(),
            end: End::Whole,
            url: None,
        }
    }

    pub fn body(body: impl Into<Vec<u8>>) -> Self {
        Self { chunks: [(0.0, body.into())].into(), ..Self::status(200) }
    }

    /// An article with this headline, and its entity tag.
    pub fn article(headline: &str, etag: &str) -> Self {
        Self::body(format!(r#"{{"headline": "{headline}", "sections": []}}"#)).with("etag", etag)
    }

    pub fn broken() -> Self {
        Self { status: None, ..Self::status(0) }
    }

    pub fn never() -> Self {
        Self { headers_after: None, ..Self::status(0) }
    }

    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub fn after(self, ms: f64) -> Self {
        Self { headers_after: Some(ms), ..self }
    }

    pub fn from(self, url: &'static str) -> Self {
        Self { url: Some(url), ..self }
    }

    /// So many more pieces of so many bytes, each after so many milliseconds.
    pub fn dripping(mut self, pieces: usize, bytes: usize, ms: f64) -> Self {
        self.chunks.extend((0..pieces).map(|_| (ms, vec![b' '; bytes])));
        self
    }

    pub fn then_broken(self) -> Self {
        Self { end: End::Broken, ..self }
    }

    pub fn then_nothing(self) -> Self {
        Self { end: End::Never, ..self }
    }
}
