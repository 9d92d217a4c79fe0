//! Why an article can't be shown.

use std::fmt;

use crate::model::ReadError;

/// The kinds of failure, as the element's `newsprint-error` event names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The reader's own network is away.
    Offline,
    /// The backend took too long.
    Timeout,
    /// The backend can't be reached, or its reply may not be read (CORS).
    Network,
    /// Status 404.
    NotFound,
    /// Status 410 or 451.
    Gone,
    /// Status 401, 403 or 407.
    Forbidden,
    /// Status 429.
    RateLimited,
    /// Any other status that is no success.
    Server,
    /// The reply is no JSON.
    NotJson,
    /// The reply is JSON, but no article.
    NotAnArticle,
    /// The reply is larger than the contract allows.
    TooLarge,
    /// WebAssembly itself could not start.
    Engine,
}

impl Kind {
    /// The kind of a reply with this HTTP status; `None` for a success.
    #[must_use]
    pub fn of_status(status: u16) -> Option<Self> {
        match status {
            200..=299 => None,
            401 | 403 | 407 => Some(Self::Forbidden),
            404 => Some(Self::NotFound),
            408 => Some(Self::Timeout),
            410 | 451 => Some(Self::Gone),
            413 => Some(Self::TooLarge),
            429 => Some(Self::RateLimited),
            _ => Some(Self::Server),
        }
    }

    /// The name of the kind in the public interface.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Timeout => "timeout",
            Self::Network => "network",
            Self::NotFound => "not-found",
            Self::Gone => "gone",
            Self::Forbidden => "forbidden",
            Self::RateLimited => "rate-limited",
            Self::Server => "server",
            Self::NotJson => "not-json",
            Self::NotAnArticle => "not-an-article",
            Self::TooLarge => "too-large",
            Self::Engine => "engine",
        }
    }
}

/// A failure, for the program that hears of it and for the log. What the reader is told is up to
/// the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Of what kind it is.
    pub kind: Kind,
    /// The HTTP status, where there was a reply.
    pub status: Option<u16>,
    /// A sentence for developers: what happened, where, and what to do.
    pub message: String,
}

impl Failure {
    /// Whether the same request may succeed a little later. Of replies only those of a backend in
    /// passing difficulties are worth asking for again.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.status {
            Some(status) => matches!(status, 408 | 425 | 429 | 500 | 502..=504),
            None => matches!(self.kind, Kind::Offline | Kind::Timeout | Kind::Network),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.kind.as_str(), self.message)
    }
}

impl std::error::Error for Failure {}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        let kind = match error {
            ReadError::TooLarge { .. } => Kind::TooLarge,
            ReadError::NotJson { .. } => Kind::NotJson,
            ReadError::NotAnArticle(_) => Kind::NotAnArticle,
        };
        Self { kind, status: None, message: error.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_kind() {
        for (status, kind, retryable) in [
            (200, None, false),
            (204, None, false),
            (301, Some(Kind::Server), false),
            (400, Some(Kind::Server), false),
            (401, Some(Kind::Forbidden), false),
            (403, Some(Kind::Forbidden), false),
            (404, Some(Kind::NotFound), false),
            (408, Some(Kind::Timeout), true),
            (410, Some(Kind::Gone), false),
            (413, Some(Kind::TooLarge), false),
            (425, Some(Kind::Server), true),
            (429, Some(Kind::RateLimited), true),
            (451, Some(Kind::Gone), false),
            (500, Some(Kind::Server), true),
            (501, Some(Kind::Server), false),
            (503, Some(Kind::Server), true),
        ] {
            assert_eq!(Kind::of_status(status), kind, "{status}");
            let Some(kind) = kind else { continue };
            let failure = Failure { kind, status: Some(status), message: String::new() };
            assert_eq!(failure.is_retryable(), retryable, "{status}");
        }
    }

    #[test]
    fn without_a_reply_it_depends_on_what_happened() {
        let retryable =
            |kind| Failure { kind, status: None, message: String::new() }.is_retryable();
        assert!(retryable(Kind::Offline) && retryable(Kind::Timeout) && retryable(Kind::Network));
        assert!(!retryable(Kind::NotJson) && !retryable(Kind::Engine));
    }

    #[test]
    fn a_failure_names_its_kind() {
        let failure = Failure::from(ReadError::TooLarge { bytes: 1 });
        assert!(failure.to_string().starts_with("too-large: The article is 1 bytes long"));
    }
}
