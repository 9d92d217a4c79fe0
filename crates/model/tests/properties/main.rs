//! What holds for every document, tried with many: the reader never panics, its diagnostics point
//! at something, what is valid comes back as it went in, and no URL gets past the policy.
//!
//! Every run tries the same documents; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` try others.

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestError, TestRunner};

mod broken;
mod documents;
mod mutation;
mod time;
mod urls;
mod valid;

/// Tries a property with so many documents.
fn check<S: Strategy>(
    cases: u32,
    strategy: S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let default = ProptestConfig::default();
    let rng_seed = match default.rng_seed {
        RngSeed::Random => RngSeed::Fixed(18_032_024),
        chosen @ RngSeed::Fixed(_) => chosen,
    };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { cases };
    let config = ProptestConfig { cases, rng_seed, failure_persistence: None, ..default };
    match TestRunner::new(config).run(&strategy, property) {
        Ok(()) => {}
        Err(TestError::Fail(why, what)) => panic!("{why}\nsmallest failing: {what:?}"),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}
