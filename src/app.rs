//! The Yew app of one element: gets the article that the settings name, and shows it.

mod parts;
mod showing;
mod vocabularies;

use std::cell::Cell;
use std::rc::Rc;

use yew::virtual_dom::VNode;
use yew::{AttrValue, Component, Context, Html, Properties};

use newsprint_loading::{Loader, Outcome, Reply, Subscription, Update, Version, follow};
use newsprint_model::{Article, Language, Reading, Str, read_article};
use newsprint_view::{RenderOptions, article, reader_message};

pub use self::parts::Part;
use self::showing::{Event, Showing, Shown};
use self::vocabularies::Vocabularies;
use crate::browser::{Browser, Task};
use crate::intl::Intl;
use crate::settings::{Options, Source};
use crate::wire::{Formats, Shell};
use crate::words::Vocabulary;

/// What the app is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What to show, and how.
    pub(super) options: Options,
    /// Makes the requests of all elements.
    pub(super) loader: SharedLoader,
    /// The prefix of all ids.
    pub scope: AttrValue,
    /// The element, which is told what happens.
    pub shell: Shell,
    /// Whether the element has left the page. Yew may create an app after it was destroyed.
    pub is_gone: Rc<Cell<bool>>,
}

impl Props {
    /// How the browser writes dates, numbers and lists.
    fn formats(&self) -> Formats {
        self.loader.0.platform.0.intl()
    }
}

/// What makes the requests of all elements of the page.
#[derive(Clone)]
pub struct SharedLoader(pub Rc<Loader<Browser>>);

impl PartialEq for SharedLoader {
    fn eq(&self, _: &Self) -> bool {
        // There is only one.
        true
    }
}

/// What can happen.
pub enum Message {
    /// Something became known of the article. It counts only while its subscription goes on, which
    /// is known by its id.
    Update(Rc<()>, Update),
    /// A part was asked for at this URL, with this outcome.
    Part(Part, Str, Outcome),
    /// The words in a language are here.
    Words(Vocabulary),
    /// The article is to be loaded again.
    Retry,
    /// The place of a part comes near what is in view.
    LoadPart(Part),
}

/// The app.
pub struct App {
    showing: Showing,
    /// The event to emit once the article is rendered.
    pending: Option<Event>,
    /// What is followed, if the article comes from a backend.
    following: Option<Following>,
    vocabularies: Vocabularies,
    /// An article waits here for the words in its language, so that it is never seen with words of
    /// another one. What becomes known after it waits behind it.
    held: Vec<Held>,
    /// How often others have taken something out of what is shown, so that it was made anew.
    remade: Cell<u32>,
}

/// A subscription that goes on until this is dropped.
struct Following {
    /// Tells the updates of this subscription from those of an earlier one, which come too late.
    id: Rc<()>,
    _task: Task,
}

/// What waits for words.
enum Held {
    /// Something became known of the article.
    Update(Update),
    /// The article that is in the page itself, and who put it there.
    Inline(Box<Reading<Article>>, Reply, &'static str),
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let mut app = Self {
            showing: Showing::Nothing,
            pending: None,
            following: None,
            vocabularies: Vocabularies::english(),
            held: Vec::new(),
            remade: Cell::default(),
        };
        app.fetch_page_words(ctx);
        app.load(ctx);
        app
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        match (&ctx.props().options.source, &old.options.source) {
            (new, old) if new == old => {}
            // Only the interval has changed: what is shown stays.
            (Source::Backend(new), Source::Backend(old))
                if *new == Subscription { refresh: new.refresh, ..old.clone() } =>
            {
                let version = self.shown().and_then(|shown| shown.version.clone());
                self.follow(ctx, new, version);
            }
            _ => self.load(ctx),
        }
        self.fetch_page_words(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        ctx.props().shell.busy();
        match message {
            Message::Retry => self.load(ctx),
            Message::Words(words) => self.on_words(ctx, words),
            Message::Update(id, update) => {
                if !self.is_following(&id) {
                    return false;
                }
                self.on_update(ctx, update);
            }
            Message::LoadPart(part) => {
                self.request_part(ctx, part);
                return false;
            }
            Message::Part(part, url, outcome) => self.on_part(ctx, part, &url, outcome),
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        self.emit_pending(ctx);
        ctx.props().shell.rendered();
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().shell.busy();
        if ctx.props().shell.rendering() {
            self.remade.set(self.remade.get() + 1);
        }
        let Props { options, scope, .. } = ctx.props();
        let mut shown = match &self.showing {
            Showing::Nothing => Html::default(),
            Showing::Article(shown) => {
                let locale = &article_locale(&shown.article, ctx.props());
                let words = self.vocabularies.get(locale);
                let render_options = RenderOptions {
                    locale,
                    words,
                    heading_level: options.heading_level,
                    unit: options.unit,
                    hide: &options.hide,
                    width: Some(options.width),
                    notices: Some(shown.notices),
                    scope,
                };
                article(&shown.article, render_options)
            }
            Showing::Failure(failure) => reader_message(
                failure.kind,
                failure.is_retryable(),
                self.vocabularies.get(&page_locale(ctx.props())),
            ),
        };
        // With another key Yew makes everything anew.
        if let VNode::VTag(tag) = &mut shown
            && let Some(tag) = Rc::get_mut(tag)
        {
            tag.key = Some(self.remade.get().into());
        }
        shown
    }
}

impl App {
    /// Starts anew: with the article in the page, or with the one at a URL.
    fn load(&mut self, ctx: &Context<Self>) {
        self.following = None;
        self.held.clear();
        if ctx.props().is_gone.get() {
            return;
        }
        ctx.props().shell.busy();
        self.clear(ctx);
        match &ctx.props().options.source {
            Source::Backend(subscription) => self.follow(ctx, subscription, None),
            Source::Inline { json, base, by } => {
                let name =
                    if *by == "property" { "The article property" } else { "The JSON in the page" };
                let reply = Reply::inline(json, base, name);
                match reply.read(&ctx.props().loader.0.platform, read_article) {
                    Ok(reading) => self.on_inline(ctx, reading.into(), reply, by),
                    Err(failure) => self.fail(ctx, failure),
                }
            }
        }
    }

    /// Shows the article in the page, as soon as there are words in its language.
    fn on_inline(
        &mut self,
        ctx: &Context<Self>,
        reading: Box<Reading<Article>>,
        reply: Reply,
        source: &'static str,
    ) {
        if self.fetch_words(ctx, &reading.value) {
            self.held.push(Held::Inline(reading, reply, source));
        } else {
            self.show(source, *reading, &reply, None);
        }
    }

    /// Shows nothing, until something comes.
    fn clear(&mut self, ctx: &Context<Self>) {
        self.showing = Showing::Nothing;
        self.pending = None;
        ctx.props().shell.loading();
    }

    /// Follows the article at a URL, and nothing else any more.
    fn follow(
        &mut self,
        ctx: &Context<Self>,
        subscription: &Subscription,
        version: Option<Version>,
    ) {
        let id = Rc::new(());
        let (link, loader) = (ctx.link().clone(), ctx.props().loader.0.clone());
        let emit = {
            let id = id.clone();
            move |update| link.send_message(Message::Update(id.clone(), update))
        };
        let task = Self::start(ctx, follow(loader, subscription.clone(), version, emit));
        self.following = Some(Following { id, _task: task });
    }

    /// Whether this is the id of the subscription that goes on.
    fn is_following(&self, id: &Rc<()>) -> bool {
        self.following.as_ref().is_some_and(|following| Rc::ptr_eq(&following.id, id))
    }

    /// Starts a task. The shell hears before each piece of it that this element is at work.
    fn start(ctx: &Context<Self>, task: impl Future<Output = ()> + 'static) -> Task {
        Task::start(Box::pin(task), ctx.props().shell.clone())
    }

    /// Words have come: goes on with what waited for them.
    fn on_words(&mut self, ctx: &Context<Self>, words: Vocabulary) {
        self.vocabularies.add(words);
        for held in std::mem::take(&mut self.held) {
            match held {
                Held::Update(update) => self.on_update(ctx, update),
                Held::Inline(reading, reply, source) => {
                    self.on_inline(ctx, reading, reply, source);
                }
            }
        }
    }

    /// The article, where one is shown.
    fn shown(&mut self) -> Option<&mut Shown> {
        match &mut self.showing {
            Showing::Article(shown) => Some(shown),
            _ => None,
        }
    }
}

/// How dates and numbers of an article are written.
fn article_locale(article: &Article, props: &Props) -> Intl {
    let language = article.lang.clone().unwrap_or_else(|| page_language(&props.options));
    Intl::new(language, props.formats())
}

/// How dates and numbers are written where there is no article.
fn page_locale(props: &Props) -> Intl {
    Intl::new(page_language(&props.options), props.formats())
}

/// The language of the page around the element; English when it names none.
fn page_language(options: &Options) -> Language {
    Language::new(&options.lang).unwrap_or_else(Language::english)
}
