//! What the element shows: an article, a newer version of it, or why there is none.

use js_sys::{Array, Date, Uint8Array};
use newsprint_loading::{Failure, Reply, Update, Version};
use newsprint_model::{Article, Instant, Reading};
use newsprint_view::Notice;
use yew::Context;

use super::parts::Parts;
use super::{App, Held, locale_of};
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
    pub(super) notice: Notice,
    /// Its parts that were asked for.
    pub(super) parts: Parts,
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
    /// Tells of the article.
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
        // When rendering took long, Yew has not called `rendered` yet.
        self.emit_pending(ctx);
        let has_to_wait = match &update {
            Update::Article { reading, .. } => {
                self.fetch_words(ctx, &locale_of(&reading.value, &ctx.props().options))
            }
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
                    if let Some(version) = &mut shown.version {
                        version.kept = None;
                    }
                    if let Notice::Kept(_) = shown.notice {
                        shown.notice = Notice::None;
                    }
                }
                ctx.props().shell.fresh();
            }
            Update::Stale(failure) => {
                console::warn(&format!("not refreshed: {failure}"));
                if let Some(Shown {
                    version: Some(Version { kept: Some(kept), .. }), notice, ..
                }) = self.shown()
                {
                    *notice = Notice::Kept(Instant::at(*kept));
                }
                ctx.props().shell.stale();
            }
            Update::Failure(failure) => self.fail(ctx, failure),
        }
    }

    /// Shows an article, in the place of another version where one is shown.
    pub(super) fn show(
        &mut self,
        source: &'static str,
        reading: Reading<Article>,
        reply: &Reply,
        version: Option<Version>,
    ) {
        let Reading { value: mut new, diagnostics } = reading;
        console::left_out(&diagnostics);
        let mut is_update = false;
        let (mut notice, mut parts) = (Notice::None, Parts::default());
        if let Some(Shown { article: old, parts: asked, .. }) = self.shown() {
            is_update = true;
            notice = Notice::Updated(Instant::at(Date::now()));
            // What was loaded for the old version serves the new one, where that names it too.
            parts = std::mem::take(asked);
            parts.carry_over(old, &mut new);
        }
        self.pending = Some(Event {
            is_update,
            body: Uint8Array::from(&*reply.body),
            source,
            diagnostics: detail::diagnostics(&diagnostics),
        });
        let shown = Shown { article: new, version, notice, parts };
        self.showing = Showing::Article(Box::new(shown));
    }

    /// Says that there is no article. The host may have said so in its own way.
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
