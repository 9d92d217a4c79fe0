//! A test of loading, and the tasks in it.

use std::future::Future;
use std::rc::Rc;
use std::task::Waker;

use futures_executor::{LocalPool, LocalSpawner};
use futures_util::future::{AbortHandle, abortable};
use futures_util::task::LocalSpawnExt;

use super::Script;
use crate::loader::Loader;

/// A test: its platform, and the tasks that run on it.
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

    /// Starts a task. It ends when what is returned is dropped.
    #[must_use]
    pub fn start(&self, task: impl Future<Output = ()> + 'static) -> Running {
        start(&self.pool.spawner(), task)
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

/// Starts a task in a pool.
pub(super) fn start(spawner: &LocalSpawner, task: impl Future<Output = ()> + 'static) -> Running {
    let (task, end) = abortable(task);
    let spawned = spawner.spawn_local(async move {
        // That it was ended is what the test wanted.
        let _ = task.await;
    });
    spawned.expect("the pool is there");
    Running(end)
}

/// A task in a test. It ends when this is dropped.
pub struct Running(AbortHandle);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.abort();
    }
}
