//! Why an article can't be shown.

use std::fmt;

use newsprint_model::{FailureKind, ReadError};

/// What happened to a request that brought no article.
#[derive(Debug, Clone, PartialEq)]
pub enum LoadError {
    /// The backend answered with a status that is no success.
    Status(u16),
    /// There was no reply, or not the whole of one: whether the reader was online, and what the
    /// browser says of it.
    NoReply {
        /// Whether the reader has a network at all.
        is_online: bool,
        /// The browser's words.
        why: String,
    },
    /// Something did not come in time.
    Late {
        /// What did not come: `the headers`.
        what: &'static str,
        /// How long it was waited for, in milliseconds.
        ms: f64,
    },
    /// A reply came, but it is not what it should be.
    Unreadable(ReadError),
}

impl LoadError {
    /// The kind of failure that it leads to.
    #[must_use]
    pub fn kind(&self) -> FailureKind {
        match self {
            Self::Status(401 | 403 | 407) => FailureKind::Forbidden,
            Self::Status(404) => FailureKind::NotFound,
            Self::Status(408) | Self::Late { .. } => FailureKind::Timeout,
            Self::Status(410 | 451) => FailureKind::Gone,
            Self::Status(413) | Self::Unreadable(ReadError::TooLarge { .. }) => {
                FailureKind::TooLarge
            }
            Self::Status(429) => FailureKind::RateLimited,
            Self::Status(_) => FailureKind::Server,
            Self::NoReply { is_online: false, .. } => FailureKind::Offline,
            Self::NoReply { .. } => FailureKind::Network,
            Self::Unreadable(ReadError::NotJson { .. }) => FailureKind::NotJson,
            Self::Unreadable(ReadError::NotThat { .. }) => FailureKind::NotAnArticle,
        }
    }

    /// The failure that it leads to. Messages call the document by this name.
    #[must_use]
    pub fn failure(&self, name: &str) -> Failure {
        let message = match self {
            Self::Status(status) => format!("{name}: the backend answered with status {status}."),
            Self::NoReply { why, .. } => format!(
                "{name} could not be fetched: {why}. Is it right, is the server running, and does \
                 it allow this page to read its replies (CORS, content security policy)?"
            ),
            #[expect(clippy::cast_possible_truncation, reason = "some thousands")]
            Self::Late { what, ms } => {
                format!("{name}: {what} did not come within {} ms.", *ms as i32)
            }
            Self::Unreadable(error) => format!("{name}: {error}"),
        };
        let status = if let Self::Status(status) = self { Some(*status) } else { None };
        Failure { kind: self.kind(), status, message, retry_after: None }
    }
}

/// A failure, for the page's program and for the log. What the reader is told is up to the view.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// Its kind.
    pub kind: FailureKind,
    /// The HTTP status, where that is what is wrong.
    pub status: Option<u16>,
    /// A sentence for developers: what happened, where, and what to do.
    pub message: String,
    /// After how many milliseconds the backend wants to be asked again, if it says so.
    pub retry_after: Option<f64>,
}

impl Failure {
    /// Whether the same request may succeed a little later. Where there was a reply, its status says
    /// so.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.status {
            Some(status) => matches!(status, 408 | 425 | 429 | 500 | 502..=504),
            None => matches!(
                self.kind,
                FailureKind::Offline | FailureKind::Timeout | FailureKind::Network
            ),
        }
    }

    /// Whether the backend says that this reader can't have the article, or no longer, so that a copy
    /// must not be kept either.
    #[must_use]
    pub fn is_withdrawal(&self) -> bool {
        // 407 comes from a proxy, not from the backend.
        matches!(self.kind, FailureKind::NotFound | FailureKind::Gone | FailureKind::Forbidden)
            && self.status != Some(407)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.kind.as_str(), self.message)
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;
    use newsprint_model::Diagnostic;

    #[test]
    fn every_status_has_the_kind_that_the_interface_says() {
        let interface = include_str!("../../../contract/interface.json");
        let interface: serde_json::Value = serde_json::from_str(interface).unwrap();
        let kinds = interface["errorKinds"].as_array().unwrap();
        for status in 300..600 {
            let names = |kind: &&serde_json::Value| {
                kind["statuses"].as_array().unwrap().iter().any(|other| *other == status)
            };
            let expected =
                kinds.iter().find(names).map_or("server", |kind| kind["name"].as_str().unwrap());
            assert_eq!(LoadError::Status(status).kind().as_str(), expected, "{status}");
        }
    }

    #[test]
    fn everything_that_can_happen_has_its_kind() {
        use FailureKind::*;
        let no_reply = |is_online| LoadError::NoReply { is_online, why: "reset".into() };
        let missing = Diagnostic {
            pointer: "/headline".into(),
            expected: "a headline".into(),
            found: "nothing".into(),
        };
        for (error, kind, retryable, withdrawal) in [
            (LoadError::Status(301), Server, false, false),
            (LoadError::Status(304), Server, false, false),
            (LoadError::Status(400), Server, false, false),
            (LoadError::Status(401), Forbidden, false, true),
            (LoadError::Status(403), Forbidden, false, true),
            (LoadError::Status(404), NotFound, false, true),
            (LoadError::Status(405), Server, false, false),
            (LoadError::Status(407), Forbidden, false, false),
            (LoadError::Status(408), Timeout, true, false),
            (LoadError::Status(410), Gone, false, true),
            (LoadError::Status(413), TooLarge, false, false),
            (LoadError::Status(425), Server, true, false),
            (LoadError::Status(429), RateLimited, true, false),
            (LoadError::Status(451), Gone, false, true),
            (LoadError::Status(500), Server, true, false),
            (LoadError::Status(501), Server, false, false),
            (LoadError::Status(502), Server, true, false),
            (LoadError::Status(503), Server, true, false),
            (LoadError::Status(504), Server, true, false),
            (LoadError::Status(505), Server, false, false),
            (no_reply(true), Network, true, false),
            (no_reply(false), Offline, true, false),
            (LoadError::Late { what: "the headers", ms: 8000.0 }, Timeout, true, false),
            (LoadError::Unreadable(ReadError::TooLarge { bytes: 1 }), TooLarge, false, false),
            (
                LoadError::Unreadable(ReadError::NotJson { message: "no".into() }),
                NotJson,
                false,
                false,
            ),
            (
                LoadError::Unreadable(ReadError::NotThat {
                    what: "an article",
                    diagnostic: missing,
                }),
                NotAnArticle,
                false,
                false,
            ),
        ] {
            let failure = error.failure("/a.json");
            assert_eq!(failure.kind, kind, "{error:?}");
            assert_eq!(failure.is_retryable(), retryable, "{error:?}");
            assert_eq!(failure.is_withdrawal(), withdrawal, "{error:?}");
            assert!(failure.message.starts_with("/a.json"), "{failure}");
        }
    }

    #[test]
    fn an_unreadable_reply_is_told_with_the_place_in_it() {
        let error = ReadError::NotJson { message: "expected value at line 3 column 7".into() };
        let failure = LoadError::Unreadable(error).failure("/a.json");
        assert_eq!(
            failure.to_string(),
            "not-json: /a.json: The reply is not JSON: expected value at line 3 column 7. Check \
             what the URL answers."
        );
    }

    #[test]
    fn what_did_not_come_in_time_is_named() {
        let failure = LoadError::Late { what: "the headers", ms: 8000.0 }.failure("/a.json");
        assert_eq!(failure.message, "/a.json: the headers did not come within 8000 ms.");
    }
}
