//! The browser entry: the program that Trunk compiles to WebAssembly.

fn main() {
    #[cfg(target_arch = "wasm32")]
    newsprint::element::start();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("Newsprint runs in a browser: see it with `cargo xtask serve`.");
}
