//! A platform that follows a script: its clock jumps to the next thing that happens, so that a test
//! runs through hours of bad network in milliseconds.

mod play;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::future::{Future, pending, poll_fn};
use std::rc::Rc;
use std::task::{Poll, Waker};
use std::time::UNIX_EPOCH;

use futures_executor::{LocalPool, LocalSpawner};
use futures_util::task::LocalSpawnExt;
use newsprint_model::UrlParser;
use url::Url;

use self::play::End;
pub use self::play::Play;
use super::loader::Loader;
use super::platform::{BoxedTask, Deadlines, Incoming, Platform, Request};

/// When every script begins: Monday, 18 March 2024, 10:42 in UTC.
pub const START: f64 = 1_710_758_520_000.0;

/// A copy that is kept.
#[derive(Debug, Clone)]
struct Kept {
    body: Vec<u8>,
    headers: Vec<(&'static str, String)>,
}

#[derive(Default)]
struct State {
    /// Milliseconds since the start.
    clock: Cell<f64>,
    spawner: RefCell<Option<LocalSpawner>>,
    timers: RefCell<BTreeMap<u32, (f64, Waker)>>,
    number: Cell<u32>,
    /// The answers to come, by URL; the last is given again and again.
    plays: RefCell<BTreeMap<String, VecDeque<Play>>>,
    copies: RefCell<BTreeMap<String, Kept>>,
    /// What happened, and when.
    log: RefCell<Vec<String>>,
    is_offline: Cell<bool>,
    is_hidden: Cell<bool>,
    asleep: RefCell<Vec<Waker>>,
    chance: Cell<f64>,
    /// How many requests are under way, and how many there were at most.
    running: Cell<usize>,
    most: Cell<usize>,
}

/// The platform of a test; clones are the same one.
#[derive(Clone, Default)]
pub struct Script(Rc<State>);

impl Script {
    /// What is answered to requests for this URL, one after the other.
    pub fn play(&self, url: &str, plays: impl IntoIterator<Item = Play>) {
        self.0.plays.borrow_mut().insert(url.into(), plays.into_iter().collect());
    }

    pub fn set_chance(&self, chance: f64) {
        self.0.chance.set(chance);
    }

    pub fn set_offline(&self, is_offline: bool) {
        self.0.is_offline.set(is_offline);
        self.wake();
    }

    pub fn set_hidden(&self, is_hidden: bool) {
        self.0.is_hidden.set(is_hidden);
        self.wake();
    }

    fn wake(&self) {
        for waker in self.0.asleep.take() {
            waker.wake();
        }
    }

    /// Notes that something happened.
    pub fn note(&self, what: impl std::fmt::Display) {
        self.0.log.borrow_mut().push(format!("{} {what}", self.0.clock.get()));
    }

    /// What happened so far, and is not asked for again.
    pub fn log(&self) -> Vec<String> {
        self.0.log.take()
    }

    /// The headers of a copy, and its body.
    pub fn kept(&self, url: &str) -> Option<(Vec<(&'static str, String)>, String)> {
        let copies = self.0.copies.borrow();
        let kept = copies.get(url)?;
        Some((kept.headers.clone(), String::from_utf8_lossy(&kept.body).into_owned()))
    }

    /// How many requests were under way at once, at most.
    pub fn most_at_once(&self) -> usize {
        self.0.most.get()
    }

    /// How many requests are under way.
    pub fn running(&self) -> usize {
        self.0.running.get()
    }

    /// How many timers are.
    pub fn timers(&self) -> usize {
        self.0.timers.borrow().len()
    }

    fn sleep(&self, ms: f64) -> Timer {
        let id = self.0.number.get();
        self.0.number.set(id + 1);
        Timer { script: self.clone(), id, at: self.0.clock.get() + ms }
    }
}

/// Passes at a time of the script.
struct Timer {
    script: Script,
    id: u32,
    at: f64,
}

impl Timer {
    async fn pass(self) {
        poll_fn(|context| {
            let state = &self.script.0;
            if state.clock.get() >= self.at {
                return Poll::Ready(());
            }
            state.timers.borrow_mut().insert(self.id, (self.at, context.waker().clone()));
            Poll::Pending
        })
        .await;
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.script.0.timers.borrow_mut().remove(&self.id);
    }
}

/// A reply of the script.
pub struct Performance {
    script: Script,
    play: Play,
    url: String,
    /// Whether it came over the network.
    is_sent: bool,
}

impl Drop for Performance {
    fn drop(&mut self) {
        if self.is_sent {
            self.script.0.running.set(self.script.running() - 1);
        }
    }
}

impl Incoming for Performance {
    fn status(&self) -> u16 {
        self.play.status.unwrap_or_default()
    }

    fn header(&self, name: &str) -> Option<String> {
        let header = self.play.headers.iter().find(|(other, _)| *other == name);
        header.map(|(_, value)| value.clone())
    }

    fn url(&self) -> String {
        self.play.url.map_or_else(|| self.url.clone(), String::from)
    }

    async fn chunk(&mut self) -> Result<Option<Vec<u8>>, String> {
        match (self.play.chunks.pop_front(), self.play.end) {
            (Some((ms, chunk)), _) => {
                self.script.sleep(ms).pass().await;
                Ok(Some(chunk))
            }
            (None, End::Whole) => Ok(None),
            (None, End::Broken) => Err("connection reset".into()),
            (None, End::Never) => pending().await,
        }
    }
}

impl Platform for Script {
    type Incoming = Performance;
    type Task = Running;

    fn start(&self, something: BoxedTask) -> Running {
        let spawner = self.0.spawner.borrow();
        start(spawner.as_ref().expect("the test has begun"), something)
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
        self.sleep(ms).pass()
    }

    fn is_online(&self) -> bool {
        !self.0.is_offline.get()
    }

    async fn attention(&self) {
        poll_fn(|context| {
            if !self.0.is_offline.get() && !self.0.is_hidden.get() {
                return Poll::Ready(());
            }
            self.0.asleep.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }

    async fn send(&self, request: &Request) -> Result<Performance, String> {
        let known = match (&request.validators.etag, &request.validators.modified) {
            (None, None) => String::new(),
            (etag, modified) => format!(
                " unless {}",
                [etag.as_deref(), modified.as_deref()]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" or ")
            ),
        };
        self.note(format_args!("GET {}{known}", request.url));
        if self.0.is_offline.get() {
            return Err("no network".into());
        }
        let play = {
            let mut plays = self.0.plays.borrow_mut();
            let plays = plays.get_mut(&*request.url).expect("the test plays this URL");
            let next = if plays.len() > 1 { plays.pop_front() } else { plays.front().cloned() };
            next.expect("the test plays something")
        };
        self.0.running.set(self.running() + 1);
        self.0.most.set(self.0.most.get().max(self.running()));
        let url = request.url.to_string();
        let performance = Performance { script: self.clone(), play, url, is_sent: true };
        let Some(ms) = performance.play.headers_after else { pending().await };
        self.sleep(ms).pass().await;
        if performance.play.status.is_none() {
            return Err("connection refused".into());
        }
        Ok(performance)
    }

    async fn copy(&self, url: &str) -> Option<Performance> {
        let kept = self.0.copies.borrow().get(url).cloned()?;
        let play = Play { headers: kept.headers, ..Play::body(kept.body) };
        Some(Performance { script: self.clone(), play, url: String::new(), is_sent: false })
    }

    fn keep(&self, url: &str, body: &[u8], headers: &[(&str, Option<&str>)]) {
        let now = UNIX_EPOCH + std::time::Duration::from_secs_f64(self.now() / 1000.0);
        let date = httpdate::fmt_http_date(now);
        let header = |name| headers.iter().find(|(other, _)| *other == name)?.1.map(String::from);
        let headers = ["etag", "last-modified", "content-location"]
            .into_iter()
            .filter_map(|name| Some((name, header(name)?)))
            .chain([("date", date)])
            .collect();
        self.0.copies.borrow_mut().insert(url.into(), Kept { body: body.into(), headers });
    }

    fn renew(&self, url: &str) {
        let copy = self.0.copies.borrow().get(url).cloned();
        let Some(Kept { body, headers }) = copy else { return };
        let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, Some(&**value))).collect();
        self.keep(url, &body, &headers);
    }

    fn forget(&self, url: &str) {
        self.0.copies.borrow_mut().remove(url);
    }

    fn urls<'a>(&self, base: &'a str) -> impl UrlParser + 'a {
        base.parse::<Url>().expect("the base is a URL")
    }
}

/// A test: its world, and what goes on in it.
pub struct Test {
    pub script: Script,
    pub loader: Rc<Loader<Script>>,
    pool: LocalPool,
}

impl Test {
    pub fn new() -> Self {
        let script = Script::default();
        let loader = Loader::new(script.clone());
        let pool = LocalPool::new();
        *script.0.spawner.borrow_mut() = Some(pool.spawner());
        Self { loader, script, pool }
    }

    /// Lets something go on. It ends when what is returned is dropped.
    #[must_use]
    pub fn start(&self, something: impl Future<Output = ()> + 'static) -> Running {
        start(&self.pool.spawner(), something)
    }

    /// Lets so many milliseconds pass.
    pub fn pass(&mut self, ms: f64) {
        let state = self.script.0.clone();
        let end = state.clock.get() + ms;
        loop {
            self.pool.run_until_stalled();
            let timers = state.timers.borrow();
            let next = timers.values().map(|(at, _)| *at).fold(f64::INFINITY, f64::min);
            if next > end {
                break;
            }
            state.clock.set(next);
            let due: Vec<_> =
                timers.values().filter(|(at, _)| *at <= next).map(|(_, it)| it.clone()).collect();
            drop(timers);
            due.into_iter().for_each(Waker::wake);
        }
        state.clock.set(end);
    }
}

/// Lets something go on in a pool.
fn start(spawner: &LocalSpawner, something: impl Future<Output = ()> + 'static) -> Running {
    let (something, end) = futures_util::future::abortable(something);
    let spawned = spawner.spawn_local(async move {
        // That it was ended is what the test wanted.
        let _ = something.await;
    });
    spawned.expect("the pool is there");
    Running(end)
}

/// Ends something that goes on in a test, when it is dropped.
pub struct Running(futures_util::future::AbortHandle);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.abort();
    }
}
