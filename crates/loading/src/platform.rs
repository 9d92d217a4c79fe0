//! What loading needs of its surroundings: time, chance, the network, a place for copies, and the
//! reader's attention. All of it is handed in, so that tests run through hours of bad network in
//! milliseconds.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use newsprint_model::UrlParser;

/// A request to a backend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The URL, absolute.
    pub url: Rc<str>,
    /// Whether cookies are sent along: a word of
    /// [`fetch`](https://fetch.spec.whatwg.org/#concept-request-credentials-mode).
    pub credentials: Rc<str>,
}

/// How long a reply is waited for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deadlines {
    /// Until its headers are there, in milliseconds.
    pub headers: f64,
    /// From then on until the whole body is there, in milliseconds.
    pub body: f64,
}

/// A response whose headers are there. The rest of it is cancelled when this is dropped.
pub trait Incoming {
    /// The HTTP status.
    fn status(&self) -> u16;

    /// A header, where the reply has it and the page may read it.
    fn header(&self, name: &str) -> Option<String>;

    /// The URL that answered, after redirects.
    fn url(&self) -> String;

    /// The next piece of the body; `None` at its end.
    ///
    /// # Errors
    /// When the rest can't be had: why, as far as a browser tells.
    fn chunk(&mut self) -> impl Future<Output = Result<Option<Vec<u8>>, String>>;
}

/// A task that the platform can run.
pub type BoxedTask = Pin<Box<dyn Future<Output = ()>>>;

/// Where loading runs: a browser, or the script of a test.
pub trait Platform: 'static {
    /// Its responses.
    type Incoming: Incoming;

    /// A task that runs until this is dropped.
    type Task;

    /// Starts a task.
    fn start(&self, task: BoxedTask) -> Self::Task;

    /// How long responses are waited for.
    fn deadlines(&self) -> Deadlines;

    /// The time, in milliseconds since 1970 in UTC.
    fn now(&self) -> f64;

    /// A number from 0 up to but not including 1, another one each time.
    fn chance(&self) -> f64;

    /// The time of an HTTP date, in milliseconds since 1970 in UTC
    /// ([RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7)).
    fn moment(&self, date: &str) -> Option<f64>;

    /// Waits so many milliseconds.
    fn wait(&self, ms: f64) -> impl Future<Output = ()>;

    /// Whether the reader has a network at all.
    fn is_online(&self) -> bool;

    /// Waits until the reader is online and looks at the page.
    fn attention(&self) -> impl Future<Output = ()>;

    /// Makes a request, which ends when this is dropped. The reply is the backend's newest: what the
    /// platform has in a cache of its own counts only if the backend has just confirmed it.
    ///
    /// # Errors
    /// When there is no reply: why, as far as a browser tells.
    fn send(&self, request: &Request) -> impl Future<Output = Result<Self::Incoming, String>>;

    /// The saved copy of a document.
    fn copy(&self, url: &str) -> impl Future<Output = Option<Self::Incoming>>;

    /// Saves a copy of what came from another URL, or from this one, if there is room.
    /// [`Platform::copy`] finds it, with the headers `content-location`, which says where it came from,
    /// and `date`, which says when it was saved.
    fn keep(&self, url: &str, from: &str, body: &[u8]);

    /// Deletes the copy.
    fn forget(&self, url: &str);

    /// A parser for the URLs of a document that came from `base`.
    fn urls<'a>(&self, base: &'a str) -> impl UrlParser + 'a;
}
