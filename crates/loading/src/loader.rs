//! Requests: from a URL to a response, or to the reason why there is none.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::{Rc, Weak};
use std::task::{Poll, Waker};

use newsprint_model::FailureKind;

use super::exchange::read_body;
use super::failure::{Failure, LoadError};
use super::platform::{Incoming, Platform, Request};
use super::reply::Reply;
use super::retry::pause;

/// The most requests under way at once; the others wait for their turn.
const AT_ONCE: usize = 6;

/// What a backend answered, for all who wait for it.
#[derive(Debug, Clone)]
pub enum Answer {
    /// There is nothing newer than the version that the request named.
    Unchanged,
    /// This is the newest version.
    Reply(Rc<Reply>),
}

/// What comes of a request.
pub type Outcome = Result<Answer, Failure>;

/// A request that one or more wait for. It ends when nobody waits any more.
struct Asked<W: Platform> {
    request: Request,
    outcome: RefCell<Option<Outcome>>,
    waiting: RefCell<Vec<Waker>>,
    task: RefCell<Option<W::Task>>,
}

/// Makes the requests of all elements of a page.
pub struct Loader<W: Platform> {
    /// What makes them.
    pub platform: W,
    /// How many are under way.
    running: Cell<usize>,
    /// Those that wait for their turn.
    queue: RefCell<Vec<Waker>>,
    /// The requests under way, so that two who ask for the same share one.
    asked: RefCell<Vec<Weak<Asked<W>>>>,
}

impl<W: Platform> Loader<W> {
    /// A loader without requests.
    pub fn new(platform: W) -> Rc<Self> {
        let (running, queue, asked) = Default::default();
        Rc::new(Self { platform, running, queue, asked })
    }

    /// Asks for a document until there is an answer, or until another try can't help. Two who ask for
    /// the same at the same time share the request. It ends when nobody waits any more.
    pub async fn ask(self: &Rc<Self>, request: Request) -> Outcome {
        let asked = self.under_way(&request).unwrap_or_else(|| self.begin(request));
        poll_fn(|context| {
            if let Some(outcome) = &*asked.outcome.borrow() {
                return Poll::Ready(outcome.clone());
            }
            asked.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await
    }

    /// The request under way for the same, where there is one.
    fn under_way(&self, request: &Request) -> Option<Rc<Asked<W>>> {
        let asked = self.asked.borrow();
        let mut asked = asked.iter().filter_map(Weak::upgrade);
        asked.find(|asked| asked.request == *request && asked.outcome.borrow().is_none())
    }

    fn begin(self: &Rc<Self>, request: Request) -> Rc<Asked<W>> {
        let (outcome, waiting, task) = Default::default();
        let asked = Rc::new(Asked { request: request.clone(), outcome, waiting, task });
        let (weak, loader) = (Rc::downgrade(&asked), self.clone());
        let mut all = self.asked.borrow_mut();
        all.retain(|asked| asked.strong_count() > 0);
        all.push(weak.clone());
        let task = self.platform.start(Box::pin(async move {
            let outcome = loader.insist(request).await;
            if let Some(asked) = weak.upgrade() {
                *asked.outcome.borrow_mut() = Some(outcome);
                asked.waiting.take().into_iter().for_each(Waker::wake);
            }
        }));
        *asked.task.borrow_mut() = Some(task);
        asked
    }

    /// Asks for a part of an article. Without a network it waits for one.
    pub async fn part(self: Rc<Self>, request: Request) -> Outcome {
        loop {
            match self.ask(request.clone()).await {
                Err(failure) if failure.kind == FailureKind::Offline => {
                    self.platform.attention().await
                }
                outcome => return outcome,
            }
        }
    }

    /// The saved copy of a document, and when it was saved.
    pub async fn copy(&self, url: &str) -> Option<(Reply, f64)> {
        let mut copy = self.platform.copy(url).await?;
        let body = read_body(&mut copy).await.ok()?;
        let kept = copy.header("date").and_then(|date| self.platform.moment(&date))?;
        Some((Reply::new(&copy, body), kept))
    }

    /// Asks, and asks again.
    async fn insist(&self, request: Request) -> Outcome {
        let mut tries = 0;
        loop {
            let outcome = self.exchange(&request).await;
            let Err(failure) = &outcome else { return outcome };
            let Some(ms) = pause(failure, tries, self.platform.chance()) else { return outcome };
            tries += 1;
            self.platform.wait(ms).await;
            if !self.platform.is_online() {
                // The reader should be told; `follow` waits for the network.
                let error = LoadError::NoReply { is_online: false, why: "no network".into() };
                return Err(error.failure(&request.url));
            }
            self.platform.attention().await;
        }
    }

    /// Waits for its turn: until fewer than [`AT_ONCE`] requests are under way.
    pub(super) async fn turn(&self) -> Turn<'_, W> {
        poll_fn(|context| {
            if self.running.get() < AT_ONCE {
                return Poll::Ready(());
            }
            self.queue.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
        self.running.set(self.running.get() + 1);
        Turn(self)
    }
}

/// The right to make a request. When it is dropped, another request has its turn.
pub(super) struct Turn<'a, W: Platform>(&'a Loader<W>);

impl<W: Platform> Drop for Turn<'_, W> {
    fn drop(&mut self) {
        self.0.running.set(self.0.running.get() - 1);
        // All are woken, because any one of them may not be waiting any more.
        for waker in self.0.queue.take() {
            waker.wake();
        }
    }
}

#[cfg(test)]
mod tests;
