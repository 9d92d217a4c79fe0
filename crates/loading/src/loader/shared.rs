//! A request that several can wait for.

use std::cell::RefCell;
use std::future::poll_fn;
use std::task::{Poll, Waker};

use super::Outcome;
use crate::platform::{Platform, Request};

/// A request that one or more wait for. It is cancelled when nobody holds it any more.
pub(super) struct SharedRequest<P: Platform> {
    request: Request,
    outcome: RefCell<Option<Outcome>>,
    waiting: RefCell<Vec<Waker>>,
    task: RefCell<Option<P::Task>>,
}

impl<P: Platform> SharedRequest<P> {
    /// A request whose task is to be started.
    pub fn new(request: Request) -> Self {
        let (outcome, waiting, task) = Default::default();
        Self { request, outcome, waiting, task }
    }

    /// Holds the task that will call [`finish`](Self::finish).
    pub fn hold(&self, task: P::Task) {
        *self.task.borrow_mut() = Some(task);
    }

    /// Whether it asks for the same and is still under way.
    pub fn serves(&self, request: &Request) -> bool {
        self.request == *request && self.outcome.borrow().is_none()
    }

    /// Gives the outcome to all who wait for it.
    pub fn finish(&self, outcome: Outcome) {
        *self.outcome.borrow_mut() = Some(outcome);
        self.waiting.take().into_iter().for_each(Waker::wake);
    }

    /// Waits for the outcome.
    pub fn outcome(&self) -> impl Future<Output = Outcome> {
        poll_fn(|context| {
            if let Some(outcome) = &*self.outcome.borrow() {
                return Poll::Ready(outcome.clone());
            }
            self.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
    }
}
