//! A platform that follows a script: its clock jumps to the next thing that happens, so that a test
//! runs through hours of bad network in milliseconds.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::task::Waker;

use futures_executor::LocalSpawner;

mod platform;
mod response;
mod test;
mod timer;

pub use response::Response;
pub use test::{Running, Test};

/// A copy that is saved.
#[derive(Debug, Clone)]
struct SavedCopy {
    body: Vec<u8>,
    headers: Vec<(&'static str, String)>,
}

/// How things stand in a test.
#[derive(Default)]
struct State {
    /// Milliseconds since the start.
    clock: Cell<f64>,
    spawner: RefCell<Option<LocalSpawner>>,
    /// The timers that run: when each ends, and who waits for it.
    timers: RefCell<BTreeMap<u32, (f64, Waker)>>,
    next_timer: Cell<u32>,
    /// The responses to come, by URL; the last is given again and again.
    responses: RefCell<BTreeMap<String, VecDeque<Response>>>,
    copies: RefCell<BTreeMap<String, SavedCopy>>,
    /// How long it takes to look for one, in milliseconds.
    lookup: Cell<f64>,
    /// What happened, and when.
    log: RefCell<Vec<String>>,
    is_offline: Cell<bool>,
    /// Whether the reader looks at another page.
    is_hidden: Cell<bool>,
    /// Those that wait until the reader is online and looks.
    inattentive: RefCell<Vec<Waker>>,
    chance: Cell<f64>,
    /// How many requests are under way.
    running: Cell<usize>,
    /// How many there were at once, at most.
    most: Cell<usize>,
}

/// The platform of a test, which does what the test has written down. Clones are the same platform.
#[derive(Clone, Default)]
pub struct Script(Rc<State>);

impl Script {
    /// What is answered to requests for this URL, one after the other.
    pub fn answer(&self, url: &str, responses: impl IntoIterator<Item = Response>) {
        self.0.responses.borrow_mut().insert(url.into(), responses.into_iter().collect());
    }

    /// The next response; each but the last is given once.
    fn next_response(&self, url: &str) -> Response {
        let mut responses = self.0.responses.borrow_mut();
        let left = responses.get_mut(url).expect("the test answers for this URL");
        let next = if left.len() > 1 { left.pop_front() } else { left.front().cloned() };
        next.expect("the test answers something")
    }

    /// Lets the look for a copy take so many milliseconds.
    pub fn set_lookup(&self, ms: f64) {
        self.0.lookup.set(ms);
    }

    /// What chance gives from now on.
    pub fn set_chance(&self, chance: f64) {
        self.0.chance.set(chance);
    }

    /// Takes the reader's network away, or gives it back.
    pub fn set_offline(&self, is_offline: bool) {
        self.0.is_offline.set(is_offline);
        self.wake();
    }

    /// Lets the reader look at another page, or come back.
    pub fn set_hidden(&self, is_hidden: bool) {
        self.0.is_hidden.set(is_hidden);
        self.wake();
    }

    /// Lets all look again whether the reader is online and looks.
    fn wake(&self) {
        for waker in self.0.inattentive.take() {
            waker.wake();
        }
    }

    /// Notes that something happened.
    pub fn note(&self, what: impl std::fmt::Display) {
        self.0.log.borrow_mut().push(format!("{} {what}", self.0.clock.get()));
    }

    /// What happened since this was called last, each with its time.
    pub fn log(&self) -> Vec<String> {
        self.0.log.take()
    }

    /// The headers of a copy, and its body.
    pub fn kept(&self, url: &str) -> Option<(Vec<(&'static str, String)>, String)> {
        let copies = self.0.copies.borrow();
        let copy = copies.get(url)?;
        Some((copy.headers.clone(), String::from_utf8_lossy(&copy.body).into_owned()))
    }

    /// How many requests were under way at once, at most.
    pub fn most_at_once(&self) -> usize {
        self.0.most.get()
    }

    /// How many requests are under way.
    pub fn running(&self) -> usize {
        self.0.running.get()
    }

    /// How many timers run.
    pub fn timers(&self) -> usize {
        self.0.timers.borrow().len()
    }
}
