//! An allocator that counts: how much memory a piece of code takes at most.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// The system's allocator, which counts the bytes of each thread.
pub struct Counting;

thread_local! {
    // Without destructors, so that counting allocates nothing itself.
    static NOW: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

/// Counts bytes that a thread takes, or gives back.
fn count(bytes: isize) {
    let now = NOW.get() + bytes;
    NOW.set(now);
    PEAK.set(PEAK.get().max(now));
}

fn signed(bytes: usize) -> isize {
    bytes.try_into().expect("no allocation is larger than half of the memory")
}

#[expect(unsafe_code, reason = "an allocator is made of nothing else; all is handed on as it is")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(signed(layout.size()));
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        count(-signed(layout.size()));
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Counts as a copy, with old and new there at the same time: that happens in a browser.
        count(signed(size));
        count(-signed(layout.size()));
        unsafe { System.realloc(memory, layout, size) }
    }
}

/// What a function returns, and the most bytes that it had at one time beyond those that were
/// there before.
pub fn peak<T>(run: impl FnOnce() -> T) -> (T, usize) {
    let before = NOW.get();
    PEAK.set(before);
    let value = run();
    (value, usize::try_from(PEAK.get() - before).unwrap_or_default())
}

/// What a function returns, and the bytes that it did not give back.
pub fn kept<T>(run: impl FnOnce() -> T) -> (T, isize) {
    let before = NOW.get();
    let value = run();
    (value, NOW.get() - before)
}

/// The most bytes that reading a body of so many bytes may take, on a computer of 64 bits.
///
/// - For each byte 32: one that is no UTF-8 becomes three, and nine characters in a URL; a string
///   is there up to four times (as text, mended, unescaped, and in the article), some of them in a
///   buffer that has just doubled. Measured: 24 in a URL, 13 elsewhere.
/// - For each value 300: a row of a table with one cell of one digit takes 262. A value takes two
///   bytes at least, and there are no more than `MAX_JSON_VALUES` of them.
/// - And a little for the URL parser and the first complaints.
///
/// In a browser, where a pointer has 32 bits, it is about half of that.
pub fn bound(body: usize) -> usize {
    32 * body + 300 * (body / 2 + 1).min(newsprint_model::MAX_JSON_VALUES) + 100_000
}
