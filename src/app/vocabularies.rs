//! The words of the interface in all languages that an element has needed so far.

use newsprint_model::Article;
use newsprint_view::Locale;
use yew::Context;

use super::{App, Message, article_locale, page_locale};
use crate::browser::Task;
use crate::intl::Intl;
use crate::words::Vocabulary;

/// The words that are here, and those on their way.
pub(super) struct Vocabularies {
    /// Those that are here, English ones first.
    here: Vec<Vocabulary>,
    /// The languages whose words are on their way. To drop a task is to cancel it.
    fetching: Vec<(Box<str>, Task)>,
}

impl Vocabularies {
    /// English words only.
    pub(super) fn english() -> Self {
        Self { here: vec![Vocabulary::english()], fetching: Vec::new() }
    }

    /// The words in a language; English ones as long as they are not here.
    pub(super) fn get(&self, locale: &Intl) -> &Vocabulary {
        self.find(locale.language()).unwrap_or(&self.here[0])
    }

    fn find(&self, language: &str) -> Option<&Vocabulary> {
        self.here.iter().find(|words| &*words.language == language)
    }

    /// Fetches the words in a language, unless they are here or on their way. Returns whether they
    /// have to be waited for.
    fn fetch(&mut self, ctx: &Context<App>, locale: &Intl) -> bool {
        let language: Box<str> = locale.language().into();
        if self.find(&language).is_some() {
            return false;
        }
        if self.fetching.iter().all(|(other, _)| *other != language) {
            let (link, wanted) = (ctx.link().clone(), language.clone());
            let host = ctx.props().loader.0.platform.0.clone();
            let task = App::start(ctx, async move {
                link.send_message(Message::Words(Vocabulary::load(host, wanted).await));
            });
            self.fetching.push((language, task));
        }
        true
    }

    /// The words in a language have come.
    pub(super) fn add(&mut self, words: Vocabulary) {
        self.fetching.retain(|(language, _)| *language != words.language);
        self.here.push(words);
    }
}

impl App {
    /// Fetches the words in the page's language: most articles need them, and so does the message
    /// about a failure.
    pub(super) fn fetch_page_words(&mut self, ctx: &Context<Self>) {
        self.vocabularies.fetch(ctx, &page_locale(ctx.props()));
    }

    /// Fetches the words that an article needs. Returns whether they have to be waited for.
    pub(super) fn fetch_words(&mut self, ctx: &Context<Self>, article: &Article) -> bool {
        self.vocabularies.fetch(ctx, &article_locale(article, ctx.props()))
    }
}
