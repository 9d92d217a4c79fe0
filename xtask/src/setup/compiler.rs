//! A C++ compiler, which the fuzz targets need: libFuzzer is C++, and its crate builds it.

use crate::failure::{Failure, Result};
use crate::search;

/// The names under which there is one.
const NAMES: [&str; 3] = ["c++", "g++", "clang++"];

/// Makes sure that there is one. `CXX` names another, as everywhere.
pub fn check() -> Result<()> {
    // On Windows it is found through Visual Studio, and need not be on PATH.
    let is_there = cfg!(windows)
        || std::env::var_os("CXX").is_some_and(|name| !name.is_empty())
        || NAMES.iter().any(|name| search::find(name, &[]).is_some());
    if is_there {
        return Ok(());
    }
    Err(Failure::new(format!(
        "No C++ compiler is on PATH ({}), and libFuzzer has to be built with one; install it with \
         your package manager (`apt-get install g++`, `xcode-select --install`), or name one in \
         the environment variable CXX, then start this command again.",
        NAMES.join(", ")
    )))
}
