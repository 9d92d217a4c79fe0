//! The versions of the tools that do not come with Rust, in one place.
//!
//! The version of wasm-bindgen is not here: its command line has to equal the
//! library in `Cargo.lock` to the letter, so it is read from there.

/// Trunk, which builds and serves the app.
pub const TRUNK: &str = "0.21.14";

/// cargo-deny, which checks the dependencies.
pub const CARGO_DENY: &str = "0.20.2";

/// The npm package that brings `wasm-opt`.
pub const BINARYEN: &str = "132.0.0";

/// The npm package that makes scripts and styles small.
pub const ESBUILD: &str = "0.28.2";

/// The version that this `wasm-opt` gives itself.
pub const WASM_OPT: &str = "132";

/// The oldest major version of Node that Playwright and `wasm-opt` run on.
pub const NODE_MAJOR: u32 = 20;

/// The oldest major version of Firefox that the tests can drive: an earlier one does not know all of
/// WebDriver BiDi that they use.
pub const FIREFOX_MAJOR: u32 = 140;

/// The Rust whose standard library is built anew for the release bundle. The flags for it are not
/// stable, so that another version gets its ordinary standard library, and a larger bundle.
pub const RUST: &str = "1.95";
