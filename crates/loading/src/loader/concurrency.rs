//! Turns: how many requests may be under way at once.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::{Poll, Waker};

/// The most requests under way at once; the others wait for their turn.
const AT_ONCE: usize = 6;

/// Hands out the turns.
#[derive(Default)]
pub(super) struct Turns {
    /// How many are taken.
    taken: Cell<usize>,
    /// Those that wait for one.
    waiting: RefCell<Vec<Waker>>,
}

/// The right to be under way. To drop it is to give it to another.
pub(super) struct Turn<'a>(&'a Turns);

impl Turns {
    /// Takes a turn, once there is one.
    pub async fn take(&self) -> Turn<'_> {
        poll_fn(|context| {
            if self.taken.get() < AT_ONCE {
                return Poll::Ready(());
            }
            self.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
        self.taken.set(self.taken.get() + 1);
        Turn(self)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.taken.set(self.0.taken.get() - 1);
        // All are woken: the first in the list may not be waiting any more.
        self.0.waiting.take().into_iter().for_each(Waker::wake);
    }
}
