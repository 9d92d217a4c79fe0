//! The budget of `budget.toml`: how many bytes may travel.

use crate::failure::{Failure, Result};

/// How far under the budget a size may be before the budget should follow.
const SLACK: u64 = 2048;

/// The limits, in bytes after compression.
#[derive(Debug, PartialEq, Eq)]
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
    /// Reads `key = integer` lines; `#` begins a comment.
    pub fn parse(text: &str) -> Result<Self> {
        let mut article = None;
        let mut shell = None;
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            let wrong = || {
                Failure::new(format!(
                    "budget.toml, line {number}: `{line}` is not understood; write `article = \
                     <bytes>` or `shell = <bytes>`."
                ))
            };
            let (key, value) = line.split_once('=').ok_or_else(wrong)?;
            let value = value.trim().replace('_', "").parse().map_err(|_| wrong())?;
            match key.trim() {
                "article" => article = Some(value),
                "shell" => shell = Some(value),
                _ => return Err(wrong()),
            }
        }
        let missing =
            |key| Failure::new(format!("budget.toml has no line `{key} = <bytes>`; add it."));
        Ok(Self {
            article: article.ok_or_else(|| missing("article"))?,
            shell: shell.ok_or_else(|| missing("shell"))?,
        })
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
            ("article = 1", "`shell = <bytes>`"),
            ("shell = 1", "`article = <bytes>`"),
            ("article = much", "line 1"),
            ("\nother = 1", "line 2"),
            ("article", "line 1"),
        ] {
            let error = Budget::parse(text).unwrap_err();
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
