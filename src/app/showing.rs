//! What the element shows: an article, a newer version of it, or why there is none.

use js_sys::{Array, Date, Uint8Array};
use newsprint_loading::{Failure, Reply, Update, Version};
use newsprint_model::{Article, Instant, Reading};
use newsprint_view::{CopyLine, Notices};
use yew::Context;

use super::parts::Parts;
use super::{App, Held};
use crate::console;
use crate::detail;

/// What the element shows.
pub(super) enum Showing {
    Nothing,
    Article(Box<Shown>),
    Failure(Failure),
}

/// An article that is shown.
pub(super) struct Shown {
    pub(super) article: Article,
    /// Which version of it this is, where it is followed.
    pub(super) version: Option<Version>,
    /// What the reader is told beside it.
    pub(super) notices: Notices,
    /// Its parts that were asked for.
    pub(super) parts: Parts,
}

impl Shown {
    /// An article of which nothing is told yet, and whose parts were not asked for.
    fn new(article: Article, version: Option<Version>) -> Self {
        let is_copy = version.as_ref().is_some_and(|version| version.kept.is_some());
        let notices = Notices { copy: is_copy.then_some(CopyLine::Empty), updated: None };
        Self { article, version, notices, parts: Parts::default() }
    }

    /// Makes this the newer version of an article that is shown: the reader is told, and the parts
    /// that are here already need not be loaded again.
    fn replace(&mut self, old: &mut Self) {
        // The line stays, with nothing in it: it was above what the reader reads.
        let copy = old.notices.copy.map(|_| CopyLine::Empty);
        self.notices = Notices { copy, updated: Some(Instant::at(Date::now())) };
        self.parts = std::mem::take(&mut old.parts);
        self.parts.carry_over(&mut old.article, &mut self.article);
    }

    /// The backend says that this is the newest version, even if it is a saved copy.
    fn mark_fresh(&mut self) {
        if let Some(version) = &mut self.version {
            version.kept = None;
        }
        self.notices.copy = self.notices.copy.map(|_| CopyLine::Empty);
    }

    /// The backend can't be asked, so that the reader should know how old a saved copy is.
    fn mark_stale(&mut self) {
        if let Some(Version { kept: Some(kept), .. }) = self.version {
            self.notices.copy = Some(CopyLine::SavedAt(Instant::at(kept)));
        }
    }
}

/// An event about the article.
pub(super) struct Event {
    /// Whether the article takes the place of another version of it.
    is_update: bool,
    body: Uint8Array,
    source: &'static str,
    diagnostics: Array,
}

impl App {
    /// Emits the event that waited until its article is rendered.
    pub(super) fn emit_pending(&mut self, ctx: &Context<Self>) {
        let Some(Event { is_update, body, source, diagnostics }) = self.pending.take() else {
            return;
        };
        let shell = &ctx.props().shell;
        if is_update {
            shell.updated(&body, source, &diagnostics);
        } else {
            shell.loaded(&body, source, &diagnostics);
        }
    }

    /// Shows what became known of the article.
    pub(super) fn on_update(&mut self, ctx: &Context<Self>, update: Update) {
        // If rendering took long, Yew has not called `rendered` yet.
        self.emit_pending(ctx);
        let has_to_wait = match &update {
            Update::Article { reading, .. } => self.fetch_words(ctx, &reading.value),
            _ => false,
        };
        if has_to_wait || !self.held.is_empty() {
            self.held.push(Held::Update(update));
            return;
        }
        match update {
            Update::Loading => self.clear(ctx),
            Update::Article { reading, reply, version } => {
                let source = if version.kept.is_some() { "cache" } else { "network" };
                if self.shown().is_some() {
                    ctx.props().shell.changing();
                }
                self.show(source, *reading, &reply, Some(version));
            }
            Update::Fresh => {
                if let Some(shown) = self.shown() {
                    shown.mark_fresh();
                }
                ctx.props().shell.fresh();
            }
            Update::Stale(failure) => {
                console::warn(&format!("not refreshed: {failure}"));
                if let Some(shown) = self.shown() {
                    shown.mark_stale();
                }
                ctx.props().shell.stale();
            }
            Update::Failure(failure) => self.fail(ctx, failure),
        }
    }

    /// Shows an article, in place of an older version if one is shown.
    pub(super) fn show(
        &mut self,
        source: &'static str,
        reading: Reading<Article>,
        reply: &Reply,
        version: Option<Version>,
    ) {
        let Reading { value: article, diagnostics } = reading;
        console::left_out(&diagnostics);
        let mut new = Shown::new(article, version);
        let old = self.shown();
        let is_update = old.is_some();
        if let Some(old) = old {
            new.replace(old);
        }
        self.pending = Some(Event {
            is_update,
            body: Uint8Array::from(&*reply.body),
            source,
            diagnostics: detail::diagnostics(&diagnostics),
        });
        self.showing = Showing::Article(Box::new(new));
    }

    /// Says that there is no article. The page may prefer to say so in its own way; then nothing is
    /// shown.
    pub(super) fn fail(&mut self, ctx: &Context<Self>, failure: Failure) {
        console::error(&failure);
        let kind = failure.kind.as_str();
        let is_welcome = ctx.props().shell.failed(
            kind,
            &failure.message,
            failure.is_retryable(),
            failure.status,
        );
        self.showing = if is_welcome { Showing::Failure(failure) } else { Showing::Nothing };
    }
}
