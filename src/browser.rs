//! The browser as the platform of loading.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo_net::http::Response;
use js_sys::{Date, Error, Math, Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ReadableStreamDefaultReader, window};

use newsprint_loading::{BoxedTask, Deadlines, Incoming, Platform, Request};
use newsprint_model::UrlParser;

use crate::browser_urls::BrowserUrls;
use crate::wire::{Cancelable, Host, Shell};

#[wasm_bindgen]
extern "C" {
    /// What a stream's reader reads.
    type Chunk;

    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &Chunk) -> Option<Uint8Array>;
}

/// The browser.
#[derive(Debug)]
pub struct Browser(pub Host);

/// Cancels what was begun, when it is dropped.
struct CancelOnDrop(Cancelable);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// Waits for a promise. The error is the message that it was rejected with, or nothing.
pub async fn settled(promise: Promise) -> Result<JsValue, String> {
    let outcome = JsFuture::from(promise).await;
    // Scripts of the page may reject with anything.
    outcome.map_err(|error| {
        error.dyn_into::<Error>().map_or_else(|_| String::new(), |error| error.message().into())
    })
}

/// A reply of `fetch`, or a copy.
pub struct BrowserResponse {
    response: Response,
    body: Option<ReadableStreamDefaultReader>,
    _request: Option<CancelOnDrop>,
}

impl BrowserResponse {
    fn new(response: JsValue, request: Option<CancelOnDrop>) -> Self {
        let response = Response::from(response.unchecked_into::<web_sys::Response>());
        let body = response.body().map(|body| body.get_reader().unchecked_into());
        Self { response, body, _request: request }
    }
}

impl Incoming for BrowserResponse {
    fn status(&self) -> u16 {
        self.response.status()
    }

    fn header(&self, name: &str) -> Option<String> {
        self.response.headers().get(name)
    }

    fn url(&self) -> String {
        self.response.url()
    }

    async fn chunk(&mut self) -> Result<Option<Vec<u8>>, String> {
        let Some(body) = &self.body else { return Ok(None) };
        let chunk = settled(body.read()).await?.unchecked_into::<Chunk>();
        Ok(chunk.value().map(|bytes| bytes.to_vec()))
    }
}

/// A task that goes on by itself until this is dropped.
pub struct Task(Rc<RefCell<State>>);

/// What is left of a task: nothing once it is over.
#[derive(Default)]
struct State {
    task: Option<BoxedTask>,
    waker: Option<Waker>,
}

impl Task {
    /// Starts a task. Before each piece of it the shell hears that the engine is busy.
    pub fn start(task: BoxedTask, shell: Shell) -> Self {
        let state = Rc::new(RefCell::new(State { task: Some(task), waker: None }));
        let handle = Self(state.clone());
        spawn_local(poll_fn(move |context| {
            let Some(mut task) = state.take().task else { return Poll::Ready(()) };
            shell.busy();
            let outcome = task.as_mut().poll(context);
            // The second count is the handle: it may have been dropped by the task itself.
            if outcome.is_pending() && Rc::strong_count(&state) > 1 {
                let waker = Some(context.waker().clone());
                *state.borrow_mut() = State { task: Some(task), waker };
                return Poll::Pending;
            }
            Poll::Ready(())
        }));
        handle
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        let State { task, waker } = self.0.take();
        drop(task);
        // The spawned future lives until it is polled to its end, so it is polled once more.
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl Platform for Browser {
    type Incoming = BrowserResponse;
    type Task = Task;

    fn start(&self, task: BoxedTask) -> Task {
        // If it traps, the shell has to know for which element it was started.
        Task::start(task, self.0.at_work())
    }

    fn deadlines(&self) -> Deadlines {
        let timeouts = self.0.timeouts();
        Deadlines { headers: timeouts.headers(), body: timeouts.body() }
    }

    fn now(&self) -> f64 {
        Date::now()
    }

    fn chance(&self) -> f64 {
        Math::random()
    }

    fn moment(&self, date: &str) -> Option<f64> {
        // `Date.parse` also finds dates in text that is no date.
        Some(Date::parse(date)).filter(|at| date.contains(':') && at.is_finite())
    }

    async fn wait(&self, ms: f64) {
        let timer = CancelOnDrop(self.0.wait(ms));
        // It is never rejected.
        let _ = settled(timer.0.outcome()).await;
    }

    fn is_online(&self) -> bool {
        window().is_none_or(|window| window.navigator().on_line())
    }

    async fn attention(&self) {
        // It is never rejected.
        let _ = settled(self.0.attention()).await;
    }

    async fn send(&self, request: &Request) -> Result<BrowserResponse, String> {
        let sent = CancelOnDrop(self.0.send(&request.url, &request.credentials));
        let response = settled(sent.0.outcome()).await?;
        Ok(BrowserResponse::new(response, Some(sent)))
    }

    async fn copy(&self, url: &str) -> Option<BrowserResponse> {
        let copy = settled(self.0.find_copy(url)).await.ok()?;
        (!copy.is_undefined()).then(|| BrowserResponse::new(copy, None))
    }

    fn keep(&self, url: &str, from: &str, body: &[u8]) {
        self.0.keep_copy(url, from, Uint8Array::from(body));
    }

    fn forget(&self, url: &str) {
        self.0.forget_copy(url);
    }

    fn urls<'a>(&self, base: &'a str) -> impl UrlParser + 'a {
        BrowserUrls::relative_to(base)
    }
}
