//! A script as the platform of loading.

use std::future::{Future, pending, poll_fn};
use std::task::Poll;
use std::time::{Duration, UNIX_EPOCH};

use newsprint_model::UrlParser;
use url::Url;

use super::response::{End, Response};
use super::test::{Running, start};
use super::timer::Timer;
use super::{SavedCopy, Script};
use crate::platform::{BoxedTask, Deadlines, Incoming, Platform, Request};

/// When every script begins: Monday, 18 March 2024, 10:42 in UTC.
const START: f64 = 1_710_758_520_000.0;

/// A response that is on its way.
pub struct ScriptedIncoming {
    script: Script,
    response: Response,
    url: String,
    /// Whether it came over the network.
    is_sent: bool,
}

impl Drop for ScriptedIncoming {
    fn drop(&mut self) {
        if self.is_sent {
            self.script.0.running.set(self.script.running() - 1);
        }
    }
}

impl Incoming for ScriptedIncoming {
    fn status(&self) -> u16 {
        self.response.status.unwrap_or_default()
    }

    fn header(&self, name: &str) -> Option<String> {
        let header = self.response.headers.iter().find(|(other, _)| *other == name);
        header.map(|(_, value)| value.clone())
    }

    fn url(&self) -> String {
        self.response.url.map_or_else(|| self.url.clone(), String::from)
    }

    async fn chunk(&mut self) -> Result<Option<Vec<u8>>, String> {
        match (self.response.chunks.pop_front(), self.response.end) {
            (Some((ms, chunk)), _) => {
                Timer::new(&self.script, ms).end().await;
                Ok(Some(chunk))
            }
            (None, End::Whole) => Ok(None),
            (None, End::Broken) => Err("connection reset".into()),
            (None, End::Never) => pending().await,
        }
    }
}

impl Platform for Script {
    type Incoming = ScriptedIncoming;
    type Task = Running;

    fn start(&self, task: BoxedTask) -> Running {
        let spawner = self.0.spawner.borrow();
        start(spawner.as_ref().expect("the test has begun"), task)
    }

    fn deadlines(&self) -> Deadlines {
        Deadlines { headers: 8000.0, body: 20_000.0 }
    }

    fn now(&self) -> f64 {
        START + self.0.clock.get()
    }

    fn chance(&self) -> f64 {
        self.0.chance.get()
    }

    fn moment(&self, date: &str) -> Option<f64> {
        let time = httpdate::parse_http_date(date).ok()?;
        Some(time.duration_since(UNIX_EPOCH).ok()?.as_secs_f64() * 1000.0)
    }

    fn wait(&self, ms: f64) -> impl Future<Output = ()> {
        Timer::new(self, ms).end()
    }

    fn is_online(&self) -> bool {
        !self.0.is_offline.get()
    }

    async fn attention(&self) {
        poll_fn(|context| {
            if !self.0.is_offline.get() && !self.0.is_hidden.get() {
                return Poll::Ready(());
            }
            self.0.inattentive.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }

    async fn send(&self, request: &Request) -> Result<ScriptedIncoming, String> {
        self.note(format_args!("GET {}", request.url));
        if self.0.is_offline.get() {
            return Err("no network".into());
        }
        let response = self.next_response(&request.url);
        self.0.running.set(self.running() + 1);
        self.0.most.set(self.0.most.get().max(self.running()));
        let url = request.url.to_string();
        let incoming = ScriptedIncoming { script: self.clone(), response, url, is_sent: true };
        let Some(ms) = incoming.response.headers_after else { pending().await };
        Timer::new(self, ms).end().await;
        if incoming.response.status.is_none() {
            return Err("connection refused".into());
        }
        Ok(incoming)
    }

    async fn copy(&self, url: &str) -> Option<ScriptedIncoming> {
        Timer::new(self, self.0.lookup.get()).end().await;
        let kept = self.0.copies.borrow().get(url).cloned()?;
        let response = Response { headers: kept.headers, ..Response::body(kept.body) };
        Some(ScriptedIncoming {
            script: self.clone(),
            response,
            url: String::new(),
            is_sent: false,
        })
    }

    fn keep(&self, url: &str, from: &str, body: &[u8]) {
        let now = UNIX_EPOCH + Duration::from_secs_f64(self.now() / 1000.0);
        let date = httpdate::fmt_http_date(now);
        let headers = vec![("content-location", from.to_owned()), ("date", date)];
        self.0.copies.borrow_mut().insert(url.into(), SavedCopy { body: body.into(), headers });
    }

    fn forget(&self, url: &str) {
        self.0.copies.borrow_mut().remove(url);
    }

    fn urls<'a>(&self, base: &'a str) -> impl UrlParser + 'a {
        base.parse::<Url>().expect("the base is a URL")
    }
}
