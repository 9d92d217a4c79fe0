//! What a scripted backend answers.

use std::collections::VecDeque;

/// What a backend does with a request.
#[derive(Debug, Clone)]
pub struct Response {
    /// How long the headers take, in milliseconds. `None`: they never come.
    pub(super) headers_after: Option<f64>,
    /// The status. `None`: the connection breaks instead.
    pub(super) status: Option<u16>,
    pub(super) headers: Vec<(&'static str, String)>,
    /// The pieces of the body, and how long each takes.
    pub(super) chunks: VecDeque<(f64, Vec<u8>)>,
    /// What comes after the pieces.
    pub(super) end: End,
    /// The URL that answers, if the request is redirected.
    pub(super) url: Option<&'static str>,
}

/// How a body ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum End {
    /// It is whole.
    Whole,
    /// The connection breaks.
    Broken,
    /// Nothing more comes.
    Never,
}

impl Response {
    /// An empty body with this status.
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

    /// A success with this body.
    pub fn body(body: impl Into<Vec<u8>>) -> Self {
        Self { chunks: [(0.0, body.into())].into(), ..Self::status(200) }
    }

    /// An article with this headline.
    pub fn article(headline: &str) -> Self {
        Self::body(format!(r#"{{"headline": "{headline}", "sections": []}}"#))
    }

    /// A connection that breaks at once.
    pub fn broken() -> Self {
        Self { status: None, ..Self::status(0) }
    }

    /// A backend that never answers.
    pub fn never() -> Self {
        Self { headers_after: None, ..Self::status(0) }
    }

    /// With this header.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// With headers that take so many milliseconds.
    pub fn after(self, ms: f64) -> Self {
        Self { headers_after: Some(ms), ..self }
    }

    /// Redirected: this URL answers.
    pub fn from(self, url: &'static str) -> Self {
        Self { url: Some(url), ..self }
    }

    /// So many more pieces of so many bytes, each after so many milliseconds.
    pub fn dripping(mut self, pieces: usize, bytes: usize, ms: f64) -> Self {
        self.chunks.extend((0..pieces).map(|_| (ms, vec![b' '; bytes])));
        self
    }

    /// With a connection that breaks in the body.
    pub fn then_broken(self) -> Self {
        Self { end: End::Broken, ..self }
    }

    /// With a body that never ends.
    pub fn then_nothing(self) -> Self {
        Self { end: End::Never, ..self }
    }
}
