//! The kinds of failure that keep an article away.

/// The kinds of failure, as the element's `newsprint-error` event names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
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

impl FailureKind {
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
