//! Timers on the clock of a script.

use std::future::poll_fn;
use std::task::Poll;

use super::Script;

/// A timer that ends at a time of the script.
pub(super) struct Timer {
    script: Script,
    id: u32,
    at: f64,
}

impl Timer {
    /// A timer of so many milliseconds.
    pub fn new(script: &Script, ms: f64) -> Self {
        let id = script.0.next_timer.get();
        script.0.next_timer.set(id + 1);
        Self { script: script.clone(), id, at: script.0.clock.get() + ms }
    }

    /// Waits for its end.
    pub async fn end(self) {
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
