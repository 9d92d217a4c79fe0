//! Requests: from a URL to a response, or to the reason why there is none.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use newsprint_model::FailureKind;

use super::exchange::{exchange, read_body};
use super::failure::{Failure, LoadError};
use super::platform::{Incoming, Platform, Request};
use super::reply::Reply;
use super::retry::pause;

mod concurrency;
mod shared;
#[cfg(test)]
mod tests;

use concurrency::Turns;
use shared::SharedRequest;

/// What comes of a request, for all who wait for it.
pub type Outcome = Result<Rc<Reply>, Failure>;

/// Makes the requests of all elements of a page.
pub struct Loader<P: Platform> {
    /// What makes them.
    pub platform: P,
    turns: Turns,
    /// The requests under way, so that two who ask for the same share one.
    requests: RefCell<Vec<Weak<SharedRequest<P>>>>,
}

impl<P: Platform> Loader<P> {
    /// A loader without requests.
    pub fn new(platform: P) -> Rc<Self> {
        let (turns, requests) = Default::default();
        Rc::new(Self { platform, turns, requests })
    }

    /// Asks for a document until there is an answer, or until another try can't help. Two who ask for
    /// the same at the same time share the request. It ends when nobody waits any more.
    pub async fn ask(self: &Rc<Self>, request: Request) -> Outcome {
        let shared = self.find(&request).unwrap_or_else(|| self.start(request));
        shared.outcome().await
    }

    /// The request under way for the same, where there is one.
    fn find(&self, request: &Request) -> Option<Rc<SharedRequest<P>>> {
        let requests = self.requests.borrow();
        let mut requests = requests.iter().filter_map(Weak::upgrade);
        requests.find(|shared| shared.serves(request))
    }

    /// Starts a request that others can share.
    fn start(self: &Rc<Self>, request: Request) -> Rc<SharedRequest<P>> {
        let shared = Rc::new(SharedRequest::new(request.clone()));
        let (weak, loader) = (Rc::downgrade(&shared), self.clone());
        let mut requests = self.requests.borrow_mut();
        requests.retain(|shared| shared.strong_count() > 0);
        requests.push(weak.clone());
        shared.hold(self.platform.start(Box::pin(async move {
            let outcome = loader.retry(request).await;
            if let Some(shared) = weak.upgrade() {
                shared.finish(outcome);
            }
        })));
        shared
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
        Some((Reply::new(&copy, url, body), kept))
    }

    /// Makes a request again and again, for as long as that can help.
    async fn retry(&self, request: Request) -> Outcome {
        let mut tries = 0;
        loop {
            let turn = self.turns.take().await;
            let outcome = exchange(&self.platform, &request).await;
            drop(turn);
            let Err(failure) = &outcome else { return outcome };
            let Some(ms) = pause(failure, tries, self.platform.chance()) else { return outcome };
            tries += 1;
            self.platform.wait(ms).await;
            if !self.platform.is_online() {
                // The reader should know it now. Who asked decides whether to wait for a network.
                let error = LoadError::NoReply { is_online: false, why: "no network".into() };
                return Err(error.failure(&request.url));
            }
            self.platform.attention().await;
        }
    }
}
