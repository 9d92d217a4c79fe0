//! How far the work is, on a terminal and nowhere else.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// How often the line is written anew.
const EVERY: Duration = Duration::from_millis(100);

/// How many signs the bar has.
const WIDTH: usize = 30;

/// A line that tells how far the work is.
pub struct Progress {
    all: usize,
    done: usize,
    start: Instant,
    /// When it was last written; `None` where nobody would see it.
    written: Option<Instant>,
}

impl Progress {
    /// The line for so many articles. There is none for one, nor where nobody sees it.
    pub fn new(all: usize, is_quiet: bool) -> Self {
        let start = Instant::now();
        let is_seen = all > 1 && !is_quiet && std::io::stderr().is_terminal();
        Self { all, done: 0, start, written: is_seen.then_some(start) }
    }

    /// One more is done.
    pub fn advance(&mut self) {
        self.done += 1;
        if self.written.is_some_and(|written| written.elapsed() >= EVERY) {
            self.written = Some(Instant::now());
            eprint!("\r{}", line(self.done, self.all, self.start.elapsed()));
            let _ = std::io::stderr().flush();
        }
    }

    /// Takes the line away, so that something else can be said.
    pub fn clear(&self) {
        if self.written.is_some() {
            eprint!("\r\u{1b}[K");
        }
    }
}

/// The line: a bar, how many there are, and how long the rest will take.
fn line(done: usize, all: usize, elapsed: Duration) -> String {
    let full = WIDTH * done / all.max(1);
    let rest = elapsed.as_secs_f64() * (all - done.min(all)) as f64 / done.max(1) as f64;
    let (bar, gap) = ("█".repeat(full), "░".repeat(WIDTH - full));
    format!("{bar}{gap} {done} of {all}, {rest:.0} s to go \u{1b}[K")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_how_far_it_is() {
        let line = line(25, 100, Duration::from_secs(5));
        assert!(line.starts_with("███████░") && line.contains(" 25 of 100, 15 s to go"), "{line}");
    }
}
