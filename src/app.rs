//! The application in one element: follows what the page names, and shows it.

mod parts;
mod showing;
mod vocabularies;

use std::cell::Cell;
use std::rc::Rc;

use yew::{AttrValue, Component, Context, Html, Properties};

use newsprint_loading::{Loader, Outcome, Reply, Subscription, Update, Version, follow};
use newsprint_model::{Article, FailureKind, Language, Reading, Str, read_article};
use newsprint_view::{RenderOptions, article, notice, reader_message};

pub use self::parts::Part;
use self::showing::{Event, Showing, Shown};
use self::vocabularies::Vocabularies;
use crate::browser::{Browser, Task};
use crate::console;
use crate::intl::Intl;
use crate::settings::{Options, Source};
use crate::wire::Shell;
use crate::words::Vocabulary;

/// What the application is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What to show, and how.
    pub(super) options: Options,
    /// What makes the requests of all elements.
    pub(super) loader: Shared,
    /// What all ids begin with.
    pub scope: AttrValue,
    /// What is told what happens.
    pub shell: Shell,
    /// Whether the element has left the page. Yew may begin an application after it was ended.
    pub is_gone: Rc<Cell<bool>>,
}

/// What makes the requests of all elements of the page.
#[derive(Clone)]
pub struct Shared(pub Rc<Loader<Browser>>);

impl PartialEq for Shared {
    fn eq(&self, _: &Self) -> bool {
        // There is only one.
        true
    }
}

/// What can happen.
pub enum Message {
    /// Something became known of the article. It counts as long as the same article is followed.
    Update(Rc<()>, Update),
    /// The outcome of asking for a part at this URL.
    Part(Part, Str, Outcome),
    /// The words in a language are here.
    Words(Vocabulary),
    /// The reader asks to try again.
    Retry,
    /// The place of a part comes near what is in view.
    LoadPart(Part),
}

/// The application.
pub struct App {
    showing: Showing,
    /// The event that is due once the article is rendered.
    pending: Option<Event>,
    /// Marks what is followed; an update of anything else comes too late.
    followed: Rc<()>,
    following: Option<Task>,
    /// The words that it needs.
    vocabularies: Vocabularies,
    /// What waits for the words in its language, so that no article is seen with words of another
    /// one first; and what came after it.
    held: Vec<Held>,
}

/// What waits for words.
enum Held {
    /// Something became known of the article.
    Update(Update),
    /// The article that the page gave.
    Given(Box<Reading<Article>>, Reply, &'static str),
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let mut app = Self {
            showing: Showing::Nothing,
            pending: None,
            followed: Rc::default(),
            following: None,
            vocabularies: Vocabularies::english(),
            held: Vec::new(),
        };
        // They are needed for most articles, and for what is said of a failure.
        app.fetch_words(ctx, &Intl::new(page_language(&ctx.props().options)));
        app.load(ctx);
        app
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        match (&ctx.props().options.source, &old.options.source) {
            (new, old) if new == old => {}
            (Source::Backend(new), Source::Backend(old))
                if *new == Subscription { refresh: new.refresh, ..old.clone() } =>
            {
                let shown = self.shown().and_then(|shown| shown.version.clone());
                self.follow(ctx, new, shown);
            }
            _ => self.load(ctx),
        }
        self.fetch_words(ctx, &Intl::new(page_language(&ctx.props().options)));
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        ctx.props().shell.busy();
        match message {
            Message::Retry => self.load(ctx),
            Message::Words(words) => {
                self.vocabularies.add(words);
                for held in std::mem::take(&mut self.held) {
                    match held {
                        Held::Update(update) => self.on_update(ctx, update),
                        Held::Given(reading, reply, source) => {
                            self.show_given(ctx, reading, reply, source);
                        }
                    }
                }
            }
            Message::Update(followed, update) if Rc::ptr_eq(&followed, &self.followed) => {
                self.on_update(ctx, update);
            }
            Message::Update(..) => return false,
            Message::LoadPart(part) => {
                self.request_part(ctx, part);
                return false;
            }
            // A part that could not be had is only said in the log; the article does without.
            Message::Part(part, url, outcome) => {
                if let Err(failure) = self.add_part(ctx, part, &url, outcome) {
                    // A part need not be an article: its message says what it should be.
                    match failure.kind {
                        FailureKind::NotAnArticle => {
                            console::warn(&format!("left out: {}", failure.message));
                        }
                        _ => console::warn(&format!("left out: {failure}")),
                    }
                }
            }
        }
        true
    }

    /// Tells of the article when it is shown, not when it is about to be.
    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        self.emit_pending(ctx);
        ctx.props().shell.rendered();
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().shell.busy();
        let Props { options, scope, .. } = ctx.props();
        match &self.showing {
            Showing::Nothing => Html::default(),
            Showing::Article(shown) => {
                let Shown { article: shown, notice: told, .. } = &**shown;
                let locale = &locale_of(shown, options);
                let words = self.vocabularies.get(locale);
                let options = RenderOptions {
                    locale,
                    words,
                    heading_level: options.heading_level,
                    unit: options.unit,
                    hide: &options.hide,
                    scope,
                };
                notice(*told, article(shown, options), locale, words)
            }
            Showing::Failure(failure) => reader_message(
                failure.kind,
                failure.is_retryable(),
                self.vocabularies.get(&Intl::new(page_language(options))),
            ),
        }
    }
}

impl App {
    /// Shows the article that is given, or asks for it, and for nothing else any more.
    fn load(&mut self, ctx: &Context<Self>) {
        // An update of what was followed comes too late now.
        self.followed = Rc::default();
        self.following = None;
        self.held.clear();
        if ctx.props().is_gone.get() {
            return;
        }
        ctx.props().shell.busy();
        self.clear(ctx);
        match &ctx.props().options.source {
            Source::Backend(subscription) => self.follow(ctx, subscription, None),
            Source::Given { json, base, by } => {
                let name =
                    if *by == "property" { "The article property" } else { "The JSON in the page" };
                let reply = Reply::given(json, base, name);
                match reply.read(&ctx.props().loader.0.platform, read_article) {
                    Ok(reading) => self.show_given(ctx, reading.into(), reply, by),
                    Err(failure) => self.fail(ctx, failure),
                }
            }
        }
    }

    /// Shows the article that the page gave, as soon as there are words in its language.
    fn show_given(
        &mut self,
        ctx: &Context<Self>,
        reading: Box<Reading<Article>>,
        reply: Reply,
        source: &'static str,
    ) {
        if self.fetch_words(ctx, &locale_of(&reading.value, &ctx.props().options)) {
            self.held.push(Held::Given(reading, reply, source));
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

    /// Follows an article, and nothing else any more.
    fn follow(&mut self, ctx: &Context<Self>, subscription: &Subscription, shown: Option<Version>) {
        self.followed = Rc::default();
        let (followed, link) = (self.followed.clone(), ctx.link().clone());
        let emit = move |update| link.send_message(Message::Update(followed.clone(), update));
        let loader = ctx.props().loader.0.clone();
        self.following = Some(Self::start(ctx, follow(loader, subscription.clone(), shown, emit)));
    }

    /// Lets something go on. Should it trap, the shell knows where that was.
    fn start(ctx: &Context<Self>, something: impl Future<Output = ()> + 'static) -> Task {
        Task::start(Box::pin(something), ctx.props().shell.clone())
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
fn locale_of(article: &Article, options: &Options) -> Intl {
    Intl::new(article.lang.clone().unwrap_or_else(|| page_language(options)))
}

/// The language of the page around the element; English when it names none.
fn page_language(options: &Options) -> Language {
    Language::new(&options.lang).unwrap_or_else(Language::english)
}
