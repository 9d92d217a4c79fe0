//! Requests

use std::fmt::Display;

use gloo_net::http::{Request, Response};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, RequestCredentials, window};

use crate::model::{ReadError, Reading, UrlParser};

use super::failure::{Failure, Kind};
use super::urls::BrowserUrls;

/// Some requests that are made together, and end when this is dropped: nobody waits for them any
/// more.
#[derive(Debug)]
pub struct Requests(Option<AbortController>);

/// Whether some requests have been ended.
#[derive(Debug, Clone)]
pub struct Signal(Option<AbortSignal>);

impl Requests {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// What each of the requests is made with.
    #[must_use]
    pub fn signal(&self) -> Signal {
        Signal(self.0.as_ref().map(AbortController::signal))
    }
}

impl Default for Requests {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Requests {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            // Without a reason, so that the promise is rejected with an `Error`: gloo-net knows
            // no other kind of rejection.
            controller.abort();
        }
    }
}

impl Signal {
    /// Whether the requests have been ended, so that their outcome counts no more.
    #[must_use]
    pub fn is_aborted(&self) -> bool {
        self.0.as_ref().is_some_and(AbortSignal::aborted)
    }
}

/// A successful reply.
#[derive(Debug)]
pub struct Reply {
    body: Vec<u8>,
    /// Where it came from in the end, redirects followed.
    url: String,
}

impl Reply {
    /// What the page itself has given, relative to this URL.
    #[must_use]
    pub fn given(body: &str, url: &str) -> Self {
        Self { body: body.into(), url: url.into() }
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// By what one body is told from another
    /// ([FNV-1a](https://datatracker.ietf.org/doc/html/draft-eastlake-fnv)).
    #[must_use]
    pub fn mark(&self) -> u64 {
        let step = |mark: u64, byte: &u8| (mark ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        self.body.iter().fold(0xcbf2_9ce4_8422_2325, step)
    }

    /// Reads the reply with one of the model's readers. What it refers to is relative to where it
    /// came from.
    ///
    /// # Errors
    /// When it is not what it should be: what a developer can do about it.
    pub fn read<T>(&self, read: Read<T>) -> Result<Reading<T>, Failure> {
        read(&self.body, &BrowserUrls::relative_to(&self.url)).map_err(|error| {
            let mut failure = Failure::from(error);
            failure.message = format!("{}: {}", self.url, failure.message);
            failure
        })
    }
}

/// How the model reads a body.
pub type Read<T> = fn(&[u8], &dyn UrlParser) -> Result<Reading<T>, ReadError>;

/// Fetches what a URL answers, or waits for the reply where the request was made already.
///
/// # Errors
/// When there is no reply, or none that is a success: of what kind the failure is, and what a
/// developer can do about it.
pub async fn fetch(
    url: &str,
    credentials: RequestCredentials,
    signal: &Signal,
    early: Option<JsValue>,
) -> Result<Reply, Failure> {
    let response = match early {
        Some(early) => JsFuture::from(early.unchecked_into::<js_sys::Promise>())
            .await
            .map(|response| Response::from(response.unchecked_into::<web_sys::Response>()))
            .map_err(|error| no_reply(url, &error.unchecked_into::<js_sys::Error>().message()))?,
        None => Request::get(url)
            .credentials(credentials)
            .abort_signal(signal.0.as_ref())
            .send()
            .await
            .map_err(|error| no_reply(url, &error))?,
    };
    let status = response.status();
    if let Some(kind) = Kind::of_status(status) {
        let message = format!("{url}: the backend answered with status {status}.");
        return Err(Failure { kind, status: Some(status), message });
    }
    let body = response.binary().await.map_err(|error| no_reply(url, &error))?;
    Ok(Reply { body, url: response.url() })
}

/// What to say of a request that got no reply. A browser does not tell scripts more than that.
fn no_reply(url: &str, error: &dyn Display) -> Failure {
    let offline = window().is_some_and(|window| !window.navigator().on_line());
    let kind = if offline { Kind::Offline } else { Kind::Network };
    let message = format!(
        "{url} could not be fetched: {error}. Is it right, is the server running, and does it \
         allow this page to read its replies (CORS, content security policy)?"
    );
    Failure { kind, status: None, message }
}
