//! The budget of `budget.toml`: how many bytes may travel.

use serde::Deserialize;

use crate::failure::Result;
use crate::lock;

/// A size that is further under its limit than this, in bytes, gets the hint to lower the limit.
const SLACK: u64 = 2048;

/// The limits, in bytes after compression.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// All the code and styles that one article needs.
    pub article: u64,
    /// The start script `newsprint.js` alone.
    pub shell: u64,
}

/// How a size stands to its limit.
#[derive(Debug, PartialEq, Eq)]
pub enum Standing {
    /// Over it, by so many bytes.
    Over(u64),
    /// Under it, as it should be.
    Fits,
    /// So far under it that the limit would not notice growth.
    Loose(u64),
}

impl Budget {
    /// Reads the text of `budget.toml`.
    pub fn parse(text: &str) -> Result<Self> {
        lock::parse("budget.toml", text)
    }
}

/// Compares a size with its limit.
pub fn standing(size: u64, limit: u64) -> Standing {
    match limit.checked_sub(size) {
        None => Standing::Over(size - limit),
        Some(left) if left > SLACK => Standing::Loose(left),
        Some(_) => Standing::Fits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_with_comments_is_read() {
        let text = "# bytes after brotli\narticle = 97_280 # 95 KB\n\nshell=5120\n";
        let budget = Budget { article: 97_280, shell: 5120 };
        assert_eq!(Budget::parse(text), Ok(budget));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, part) in [
            ("article = 1", "missing field `shell`"),
            ("shell = 1", "missing field `article`"),
            ("article = \"much\"\nshell = 1", "line 1"),
            ("article = 1\nshell = 1\nother = 1", "line 3"),
            ("article", "line 1"),
        ] {
            let error = Budget::parse(text).unwrap_err();
            assert!(error.message.starts_with("budget.toml"), "{error}");
            assert!(error.message.contains(part), "{error}");
        }
    }

    #[test]
    fn a_size_is_compared_with_its_limit() {
        assert_eq!(standing(100, 100), Standing::Fits);
        assert_eq!(standing(101, 100), Standing::Over(1));
        assert_eq!(standing(0, SLACK), Standing::Fits);
        assert_eq!(standing(0, SLACK + 1), Standing::Loose(SLACK + 1));
    }
}
