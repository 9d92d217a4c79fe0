//! The browser entry: the program that Trunk compiles to WebAssembly.

/// Memory is given out by an allocator with less code than the one in Rust's library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    newsprint::start();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("Newsprint runs in a browser: see it with `cargo xtask serve`.");
}
