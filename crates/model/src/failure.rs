//! The kinds of failure that keep an article away.

use super::word_enum::word_enum;

word_enum! {
    /// The kinds of failure, as the element's `newsprint-error` event names them.
    pub enum FailureKind {
        /// The reader's own network is away.
        Offline = "offline",
        /// The backend took too long.
        Timeout = "timeout",
        /// The backend can't be reached, or its reply may not be read (CORS).
        Network = "network",
        /// Status 404.
        NotFound = "not-found",
        /// Status 410 or 451.
        Gone = "gone",
        /// Status 401, 403 or 407.
        Forbidden = "forbidden",
        /// Status 429.
        RateLimited = "rate-limited",
        /// Any other status that is no success.
        Server = "server",
        /// The reply is no JSON.
        NotJson = "not-json",
        /// The reply is JSON, but no article.
        NotAnArticle = "not-an-article",
        /// The reply is larger than the contract allows.
        TooLarge = "too-large",
        /// WebAssembly itself could not start.
        Engine = "engine",
    }
}
