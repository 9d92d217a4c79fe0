//! The language of a text, and the direction in which it is written.

use serde::Serialize;

use super::Str;
use super::word_enum::word_enum;

/// A language tag ([BCP 47](https://www.rfc-editor.org/info/bcp47)), well-formed as far as a
/// browser needs it to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Language(Str);

word_enum! {
    /// The direction in which a text is written.
    pub enum Direction {
        /// From left to right.
        Ltr = "ltr",
        /// From right to left.
        Rtl = "rtl",
    }
}

impl Language {
    /// The tag, if it is well-formed.
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-');
        let primary = subtags.next()?;
        let well_formed = matches!(primary.len(), 2..=8)
            && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
            && subtags.all(|subtag| {
                matches!(subtag.len(), 1..=8) && subtag.bytes().all(|b| b.is_ascii_alphanumeric())
            });
        well_formed.then(|| Self(tag.into()))
    }

    /// English, for want of anything else.
    #[must_use]
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag itself.
    #[must_use]
    pub fn tag(&self) -> &Str {
        &self.0
    }

    /// The language without script or region: `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The country that the tag names, as it stands there: `GB` of `en-GB`.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        // After a single letter comes an extension, which names no country.
        self.0.split('-').skip(1).take_while(|subtag| subtag.len() > 1).find(|it| it.len() == 2)
    }

    /// The script that the tag names, as it stands there: `Hant` of `zh-Hant-TW`.
    #[must_use]
    pub fn script(&self) -> Option<&str> {
        self.0.split('-').skip(1).find(|subtag| subtag.len() == 4)
    }

    /// The direction of the language's script: the one that the tag names, else the usual one.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let right_to_left = match self.script() {
            Some(script) => {
                ["adlm", "arab", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"]
                    .iter()
                    .any(|rtl| rtl.eq_ignore_ascii_case(script))
            }
            None => [
                "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug",
                "ur", "yi",
            ]
            .iter()
            .any(|rtl| rtl.eq_ignore_ascii_case(self.primary())),
        };
        if right_to_left { Direction::Rtl } else { Direction::Ltr }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_well_formed() {
        for good in ["en", "en-GB", "zh-Hant-TW", "kk", "sr-Latn", "de-1996", "en-u-nu-latn"] {
            assert!(Language::new(good).is_some(), "{good}");
        }
        for bad in ["", "e", "languages-x", "en_GB", "en-", "-en", "en--GB", "e1", "en GB", "ж"] {
            assert!(Language::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn the_country_is_found_where_one_is_named() {
        let region = |tag| Language::new(tag).unwrap().region().map(str::to_owned);
        assert_eq!(region("en-US").as_deref(), Some("US"));
        assert_eq!(region("zh-Hant-TW").as_deref(), Some("TW"));
        assert_eq!(region("en"), None);
        assert_eq!(region("en-u-nu-latn"), None);
    }

    #[test]
    fn direction_follows_the_script() {
        let direction = |tag| Language::new(tag).unwrap().direction();
        for rtl in ["ar", "AR-eg", "he-IL", "fa", "ur-PK", "az-Arab", "pa-Arab-PK"] {
            assert_eq!(direction(rtl), Direction::Rtl, "{rtl}");
        }
        for ltr in ["en", "kk", "ar-Latn", "ku", "az"] {
            assert_eq!(direction(ltr), Direction::Ltr, "{ltr}");
        }
    }
}
