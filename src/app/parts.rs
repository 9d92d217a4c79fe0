//! The parts of an article that may be at a URL of their own: asked for when they come near what is
//! in view, and put into the article.

use newsprint_loading::{Answer, Failure, Outcome, Platform, Read, Request};
use newsprint_model::{Article, DataUrl, InlineOrUrl, LinkList, Str, read_link_list, read_weather};
use yew::Context;

use super::{App, Message, Shown};
use crate::browser::Task;
use crate::console::logged;
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

/// A part that was asked for.
struct Asked {
    url: Str,
    _task: Task,
}

/// The parts of an article that were asked for, by their numbers.
#[derive(Default)]
pub(super) struct Parts([Option<Asked>; 3]);

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
            Part::Weather => article.header.as_ref().and_then(|header| supplied(&header.weather)),
            Part::Latest => supplied(&article.latest),
            Part::Related => supplied(&article.related),
        };
        let Some(url) = url else { return };
        if parts.0[part as usize].as_ref().is_some_and(|asked| asked.url == *url) {
            return;
        }
        let credentials = match &ctx.props().options.source {
            Source::Backend(subscription) => subscription.credentials.clone(),
            Source::Given { .. } => "same-origin".into(),
        };
        let request = Request { url: url.clone(), credentials, ..Request::default() };
        let (link, url) = (ctx.link().clone(), url.clone());
        let loader = ctx.props().loader.0.clone();
        let task = Self::start(ctx, async move {
            let url = request.url.clone();
            link.send_message(Message::Part(part, url, loader.part(request).await));
        });
        parts.0[part as usize] = Some(Asked { url, _task: task });
    }

    /// Puts a part in its place, or leaves it out when it could not be had, so that nothing waits
    /// for it.
    pub(super) fn add_part(
        &mut self,
        ctx: &Context<Self>,
        part: Part,
        url: &Str,
        outcome: Outcome,
    ) -> Result<(), Failure> {
        let Some(Shown { article, parts, .. }) = self.shown() else { return Ok(()) };
        let platform = &ctx.props().loader.0.platform;
        // A list that can't be had is an empty one: beside it the text stays where it is.
        let nothing = || Some(InlineOrUrl::Inline(LinkList::default()));
        let outcome = match part {
            Part::Weather => match &mut article.header {
                Some(header) => put(&mut header.weather, url, outcome, platform, read_weather),
                None => Ok(()),
            },
            Part::Latest => put(&mut article.latest, url, outcome, platform, read_link_list)
                .inspect_err(|_| article.latest = nothing()),
            Part::Related => put(&mut article.related, url, outcome, platform, read_link_list)
                .inspect_err(|_| article.related = nothing()),
        };
        // The next version asks again.
        outcome.inspect_err(|_| parts.0[part as usize] = None)
    }
}

/// Where a part is to be had that is not here yet.
fn supplied<T>(part: &Option<InlineOrUrl<T>>) -> Option<&Str> {
    part.as_ref().and_then(InlineOrUrl::url).map(DataUrl::href)
}

/// Keeps a part that was loaded from where the new version has it too; else it is asked for anew.
fn carry_over<T>(
    asked: &mut Option<Asked>,
    old: &mut Option<InlineOrUrl<T>>,
    new: &mut Option<InlineOrUrl<T>>,
) {
    let is_same = asked.as_ref().is_some_and(|asked| supplied(new) == Some(&asked.url));
    if is_same && matches!(old, Some(InlineOrUrl::Inline(_))) {
        *new = old.take();
    } else if !is_same || old.is_none() {
        *asked = None;
    }
}

/// Puts a part where it is awaited from there, or takes its place away when it can't be had.
fn put<T>(
    place: &mut Option<InlineOrUrl<T>>,
    url: &Str,
    outcome: Outcome,
    platform: &impl Platform,
    read: Read<T>,
) -> Result<(), Failure> {
    if supplied(place) != Some(url) {
        return Ok(());
    }
    *place = None;
    if let Answer::Reply(reply) = outcome? {
        *place = Some(InlineOrUrl::Inline(logged(reply.read(platform, read)?)));
    }
    Ok(())
}
