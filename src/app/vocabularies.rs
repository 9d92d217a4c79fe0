//! The words of the languages that an element needs.

use yew::Context;

use super::{App, Message};
use crate::browser::Task;
use crate::intl::Intl;
use crate::words::Vocabulary;

/// The words that are here, and those on their way.
pub(super) struct Vocabularies {
    /// English ones first.
    here: Vec<Vocabulary>,
    /// The languages whose words are on their way.
    fetching: Vec<(Box<str>, Task)>,
}

impl Vocabularies {
    /// English words only.
    pub(super) fn english() -> Self {
        Self { here: vec![Vocabulary::english()], fetching: Vec::new() }
    }

    /// The words in a language; English ones as long as they are not here.
    pub(super) fn get(&self, locale: &Intl) -> &Vocabulary {
        let mut all = self.here.iter();
        all.find(|words| &*words.language == locale.primary()).unwrap_or(&self.here[0])
    }

    /// The words in a language have come.
    pub(super) fn add(&mut self, words: Vocabulary) {
        self.fetching.retain(|(language, _)| *language != words.language);
        self.here.push(words);
    }
}

impl App {
    /// Asks for the words in a language, unless they are here. Whether they have to be waited for.
    pub(super) fn fetch_words(&mut self, ctx: &Context<Self>, locale: &Intl) -> bool {
        let language: Box<str> = locale.primary().into();
        let Vocabularies { here, fetching } = &mut self.vocabularies;
        if here.iter().any(|words| words.language == language) {
            return false;
        }
        if fetching.iter().all(|(other, _)| *other != language) {
            let (link, wanted) = (ctx.link().clone(), language.clone());
            let host = ctx.props().loader.0.platform.0.clone();
            let task = Self::start(ctx, async move {
                link.send_message(Message::Words(Vocabulary::load(host, wanted).await));
            });
            fetching.push((language, task));
        }
        true
    }
}
