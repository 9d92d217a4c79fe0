//! The words of the interface in all languages that have them.

use newsprint_model::Language;
use newsprint_view::{Dictionary, Key};
use yew::AttrValue;

/// The keys and words of a language, sorted by key.
type Table = &'static [(&'static str, &'static str)];

/// The languages that have words, sorted.
static LANGUAGES: &[(&str, Table)] = include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The words of the interface in the language of an article; English ones where there are no others.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    language: &'static str,
    words: Table,
}

impl Words {
    /// The words in this language.
    #[must_use]
    pub fn of(language: &Language) -> Self {
        let primary = language.primary().to_ascii_lowercase();
        let found = LANGUAGES.binary_search_by(|(language, _)| (*language).cmp(&primary));
        let (language, words) = found.map_or(("en", &[][..]), |place| LANGUAGES[place]);
        Self { language, words }
    }

    /// The languages that have words of their own.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|(language, _)| *language)
    }
}

impl Dictionary for Words {
    fn text(&self, key: Key) -> AttrValue {
        let name = key.name();
        match self.words.binary_search_by(|(key, _)| (*key).cmp(name)) {
            Ok(place) => AttrValue::Static(self.words[place].1),
            Err(_) => AttrValue::Static(key.english()),
        }
    }

    fn language(&self) -> &str {
        self.language
    }
}

#[cfg(test)]
mod tests {
    use newsprint_model::Condition;

    use super::*;

    fn words(tag: &str) -> Words {
        Words::of(&Language::new(tag).unwrap())
    }

    #[test]
    fn every_language_has_its_own_words() {
        assert_eq!(words("de-AT").text(Key::Updated), "Aktualisiert");
        assert_eq!(words("AR").language(), "ar");
        for language in Words::languages().filter(|language| *language != "en") {
            let snow = Key::Condition(Condition::Snow);
            assert_eq!(words(language).language(), language);
            assert_ne!(words(language).text(snow), snow.english(), "{language}");
        }
    }

    #[test]
    fn a_language_without_words_has_english_ones() {
        assert_eq!(words("cy").language(), "en");
        assert_eq!(words("cy").text(Key::Latest), "Latest news");
    }
}
