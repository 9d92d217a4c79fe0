//! Work on many things at once.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

/// How many results may wait. More would only be memory.
const WAITING: usize = 64;

/// How many threads this computer can run at once.
pub fn all_cores() -> NonZero<usize> {
    thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

/// Does something to each item on so many threads, and hands the results over in the order in which they
/// come, each with the index of its item. Every thread makes a state for itself, because an article can't
/// go from one to another.
pub fn run<T: Sync, S, R: Send>(
    items: &[T],
    threads: NonZero<usize>,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> R + Sync,
    mut each: impl FnMut(usize, R),
) {
    let next = AtomicUsize::new(0);
    let (sender, results) = sync_channel(WAITING);
    thread::scope(|scope| {
        for _ in 0..threads.get().min(items.len()) {
            let sender = sender.clone();
            let (next, state, work) = (&next, &state, &work);
            scope.spawn(move || {
                let mut state = state();
                while let Some((index, item)) = {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    items.get(index).map(|item| (index, item))
                } {
                    // Nobody listens any more where handing over has panicked.
                    if sender.send((index, work(&mut state, item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        for (index, result) in results {
            each(index, result);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_worked_on_once() {
        let items: Vec<usize> = (0..1000).collect();
        let mut found = vec![0; items.len()];
        let threads = NonZero::new(4).unwrap();
        run(&items, threads, || 1, |one, item| item + *one, |index, result| found[index] += result);
        assert!(found.iter().enumerate().all(|(index, result)| *result == index + 1));
    }

    #[test]
    fn without_items_nothing_is_done() {
        run(&[(); 0], all_cores(), || (), |(), ()| (), |_, ()| panic!("a result"));
    }
}
