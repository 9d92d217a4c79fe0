//! The parts of an article that may be at a URL of their own: asked for when they come near what is
//! in view, and put into the article.

use newsprint_loading::{Failure, Outcome, Platform, Read, Request};
use newsprint_model::{
    Article, DataUrl, FailureKind, InlineOrUrl, LinkList, Str, read_link_list, read_weather,
};
use yew::Context;

use super::{App, Message, Shown};
use crate::browser::Task;
use crate::console::{self, logged};
use crate::settings::Source;

/// A part of an article that may be at a URL of its own.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    Weather,
    Latest,
    Related,
}

impl Part {
    /// The part of this name, where there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "weather" => Some(Self::Weather),
            "latest" => Some(Self::Latest),
            "related" => Some(Self::Related),
            _ => None,
        }
    }
}

/// A request for a part; it stays when the part has come.
struct PartRequest {
    url: Str,
    /// To drop it is to cancel the request.
    _task: Task,
}

/// The requests for the parts of an article, each at the index of its [`Part`].
#[derive(Default)]
pub(super) struct Parts([Option<PartRequest>; 3]);

impl Parts {
    /// Gives to a newer version what was loaded for the older one, where it names the same URLs. The
    /// other parts will be asked for anew.
    pub(super) fn carry_over(&mut self, old: &mut Article, new: &mut Article) {
        let [weather, latest, related] = &mut self.0;
        match (&mut old.header, &mut new.header) {
            (Some(old), Some(new)) => carry_over(weather, &mut old.weather, &mut new.weather),
            _ => *weather = None,
        }
        carry_over(latest, &mut old.latest, &mut new.latest);
        carry_over(related, &mut old.related, &mut new.related);
    }
}

impl App {
    /// Asks for a part that the article names by URL, unless that was done already.
    pub(super) fn request_part(&mut self, ctx: &Context<Self>, part: Part) {
        let Some(Shown { article, parts, .. }) = self.shown() else { return };
        let url = match part {
            Part::Weather => article.header.as_ref().and_then(|header| url_of(&header.weather)),
            Part::Latest => url_of(&article.latest),
            Part::Related => url_of(&article.related),
        };
        let Some(url) = url else { return };
        if parts.0[part as usize].as_ref().is_some_and(|request| request.url == *url) {
            return;
        }
        let credentials = match &ctx.props().options.source {
            Source::Backend(subscription) => subscription.credentials.clone(),
            Source::Inline { .. } => "same-origin".into(),
        };
        let request = Request { url: url.clone(), credentials };
        let (link, url) = (ctx.link().clone(), url.clone());
        let loader = ctx.props().loader.0.clone();
        let task = Self::start(ctx, async move {
            let url = request.url.clone();
            link.send_message(Message::Part(part, url, loader.part(request).await));
        });
        parts.0[part as usize] = Some(PartRequest { url, _task: task });
    }

    /// Shows a part that came from this URL. The article does without one that could not be had, and
    /// only the console says so.
    pub(super) fn on_part(&mut self, ctx: &Context<Self>, part: Part, url: &Str, outcome: Outcome) {
        if let Err(failure) = self.add_part(ctx, part, url, outcome) {
            match failure.kind {
                // A part is no article, and its message says what it should be.
                FailureKind::NotAnArticle => {
                    console::warn(&format!("left out: {}", failure.message));
                }
                _ => console::warn(&format!("left out: {failure}")),
            }
        }
    }

    /// Puts a part in its place, or empties the place when it could not be had, so that nothing waits
    /// for it.
    fn add_part(
        &mut self,
        ctx: &Context<Self>,
        part: Part,
        url: &Str,
        outcome: Outcome,
    ) -> Result<(), Failure> {
        let Some(Shown { article, parts, .. }) = self.shown() else { return Ok(()) };
        let platform = &ctx.props().loader.0.platform;
        // Without an empty list the text beside it would move.
        let empty = || Some(InlineOrUrl::Inline(LinkList::default()));
        let outcome = match part {
            Part::Weather => match &mut article.header {
                Some(header) => fill(&mut header.weather, url, outcome, platform, read_weather),
                None => Ok(()),
            },
            Part::Latest => fill(&mut article.latest, url, outcome, platform, read_link_list)
                .inspect_err(|_| article.latest = empty()),
            Part::Related => fill(&mut article.related, url, outcome, platform, read_link_list)
                .inspect_err(|_| article.related = empty()),
        };
        // The next version asks again.
        outcome.inspect_err(|_| parts.0[part as usize] = None)
    }
}

/// The URL of a part that is not here yet.
fn url_of<T>(part: &Option<InlineOrUrl<T>>) -> Option<&Str> {
    part.as_ref().and_then(InlineOrUrl::url).map(DataUrl::href)
}

/// Moves a part from the old version of an article to the new one, if both name it by the same URL;
/// else its request is forgotten.
fn carry_over<T>(
    request: &mut Option<PartRequest>,
    old: &mut Option<InlineOrUrl<T>>,
    new: &mut Option<InlineOrUrl<T>>,
) {
    let is_same = request.as_ref().is_some_and(|request| url_of(new) == Some(&request.url));
    if is_same && matches!(old, Some(InlineOrUrl::Inline(_))) {
        *new = old.take();
    } else if !is_same || old.is_none() {
        *request = None;
    }
}

/// Puts what came from a URL into the place that waits for it, or empties the place when it could not
/// be had.
fn fill<T>(
    place: &mut Option<InlineOrUrl<T>>,
    url: &Str,
    outcome: Outcome,
    platform: &impl Platform,
    read: Read<T>,
) -> Result<(), Failure> {
    if url_of(place) != Some(url) {
        return Ok(());
    }
    *place = None;
    *place = Some(InlineOrUrl::Inline(logged(outcome?.read(platform, read)?)));
    Ok(())
}
