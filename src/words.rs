//! The words of the interface in the language of an article: English is here, the others are fetched.

use newsprint_view::{Dictionary, Key};
use wasm_bindgen::JsCast;
use yew::AttrValue;

use crate::browser::settled;
use crate::wire::{Host, Words};

/// The words in one language.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// The primary subtag of the language that was asked for.
    pub language: Box<str>,
    /// Its words; English ones where there are none.
    words: Option<Words>,
}

impl Vocabulary {
    /// The English words.
    pub fn english() -> Self {
        Self { language: "en".into(), words: None }
    }

    /// Gets the words in a language. Those that don't come in time are English.
    pub async fn load(host: Host, language: Box<str>) -> Self {
        let words = settled(host.words(&language)).await.ok();
        let words = words.filter(|words| !words.is_undefined()).map(JsCast::unchecked_into);
        Self { language, words }
    }
}

impl Dictionary for Vocabulary {
    fn text(&self, key: Key) -> AttrValue {
        match self.words.as_ref().and_then(|words| words.get(key.name())) {
            Some(text) => text.into(),
            None => AttrValue::Static(key.english()),
        }
    }

    fn language(&self) -> &str {
        if self.words.is_some() { &self.language } else { "en" }
    }
}
