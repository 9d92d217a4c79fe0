//! The application in one element: follows what the page names, and shows it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::console;
use yew::{AttrValue, Component, Context, Html, Properties};

use newsprint_loading::{
    Answer, Failure, Loader, Outcome, Platform, Read, Reply, Request, Subscription, Update,
    Version, follow,
};
use newsprint_model::{
    Article, DataUrl, Diagnostic, FailureKind, InlineOrUrl, Instant, Language, LinkList, Reading,
    Str, read_article, read_link_list, read_weather,
};
use newsprint_view::{Notice, RenderOptions, article, notice, reader_message};

use crate::browser::{Browser, Task};
use crate::detail;
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

/// What the element shows.
enum Showing {
    Nothing,
    Article(Box<Shown>),
    Failure(Failure),
}

/// An article that is shown.
struct Shown {
    article: Article,
    /// Which version of it this is, where it is followed.
    version: Option<Version>,
    /// What the reader is told beside it.
    notice: Notice,
    /// Its parts that were asked for.
    parts: [Option<Wanted>; 3],
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

/// A part of an article that may be at a URL of its own.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    Weather,
    Latest,
    Related,
}

impl Part {
    /// The part of this name.
    pub(super) fn from_name(name: &str) -> Self {
        match name {
            "weather" => Self::Weather,
            "latest" => Self::Latest,
            _ => Self::Related,
        }
    }
}

/// A part that was asked for.
struct Wanted {
    url: Str,
    _task: Task,
}

/// An event about the article.
struct Event {
    /// Whether the article takes the place of another version of it.
    is_update: bool,
    body: Uint8Array,
    source: &'static str,
    diagnostics: Array,
}

/// The application.
pub struct App {
    showing: Showing,
    /// The event that is due once the article is rendered.
    pending: Option<Event>,
    /// Marks what is followed; an update of anything else comes too late.
    followed: Rc<()>,
    following: Option<Task>,
    /// The words that are here, English ones first.
    vocabularies: Vec<Vocabulary>,
    /// The languages whose words are on their way.
    fetching: Vec<(Box<str>, Task)>,
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
            vocabularies: vec![Vocabulary::english()],
            fetching: Vec::new(),
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
                self.fetching.retain(|(language, _)| *language != words.language);
                self.vocabularies.push(words);
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
                self.request(ctx, part);
                return false;
            }
            // A part that could not be had is only said in the log; the article does without.
            Message::Part(part, url, outcome) => {
                if let Err(failure) = self.add(ctx, part, &url, outcome) {
                    // A part need not be an article: its message says what it should be.
                    match failure.kind {
                        FailureKind::NotAnArticle => {
                            warn(&format!("left out: {}", failure.message));
                        }
                        _ => warn(&format!("left out: {failure}")),
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
                let words = self.words(locale);
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
                self.words(&Intl::new(page_language(options))),
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

    /// The words in a language; English ones as long as they are not here.
    fn words(&self, locale: &Intl) -> &Vocabulary {
        let mut all = self.vocabularies.iter();
        all.find(|words| &*words.language == locale.primary()).unwrap_or(&self.vocabularies[0])
    }

    /// Asks for the words in a language, unless they are here. Whether they have to be waited for.
    fn fetch_words(&mut self, ctx: &Context<Self>, locale: &Intl) -> bool {
        let language: Box<str> = locale.primary().into();
        if self.vocabularies.iter().any(|words| words.language == language) {
            return false;
        }
        if self.fetching.iter().all(|(other, _)| *other != language) {
            let (link, wanted) = (ctx.link().clone(), language.clone());
            let host = ctx.props().loader.0.platform.0.clone();
            let task = Self::start(ctx, async move {
                link.send_message(Message::Words(Vocabulary::load(host, wanted).await));
            });
            self.fetching.push((language, task));
        }
        true
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

    /// Tells of the article.
    fn emit_pending(&mut self, ctx: &Context<Self>) {
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
    fn on_update(&mut self, ctx: &Context<Self>, update: Update) {
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
                warn(&format!("not refreshed: {failure}"));
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
    fn show(
        &mut self,
        source: &'static str,
        reading: Reading<Article>,
        reply: &Reply,
        version: Option<Version>,
    ) {
        let Reading { value: mut new, diagnostics } = reading;
        log(&diagnostics);
        let mut is_update = false;
        let (mut notice, mut parts) = (Notice::None, Default::default());
        if let Some(Shown { article: old, parts: asked, .. }) = self.shown() {
            is_update = true;
            notice = Notice::Updated(Instant::at(Date::now()));
            // What was loaded for the old version serves the new one, where that names it too.
            parts = std::mem::take(asked);
            let [weather, latest, related] = &mut parts;
            match (&mut old.header, &mut new.header) {
                (Some(old), Some(new)) => carry_over(weather, &mut old.weather, &mut new.weather),
                _ => *weather = None,
            }
            carry_over(latest, &mut old.latest, &mut new.latest);
            carry_over(related, &mut old.related, &mut new.related);
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
    fn fail(&mut self, ctx: &Context<Self>, failure: Failure) {
        console::error_1(&JsValue::from_str(&format!("newsprint: {failure}")));
        let kind = failure.kind.as_str();
        let is_welcome = ctx.props().shell.failed(
            kind,
            &failure.message,
            failure.is_retryable(),
            failure.status,
        );
        self.showing = if is_welcome { Showing::Failure(failure) } else { Showing::Nothing };
    }

    /// Asks for a part that the article names by URL, unless that was done already.
    fn request(&mut self, ctx: &Context<Self>, part: Part) {
        let Some(Shown { article, parts, .. }) = self.shown() else { return };
        let url = match part {
            Part::Weather => article.header.as_ref().and_then(|header| supplied(&header.weather)),
            Part::Latest => supplied(&article.latest),
            Part::Related => supplied(&article.related),
        };
        let Some(url) = url else { return };
        if parts[part as usize].as_ref().is_some_and(|wanted| wanted.url == *url) {
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
        parts[part as usize] = Some(Wanted { url, _task: task });
    }

    /// Puts a part in its place, or leaves it out when it could not be had, so that nothing waits
    /// for it.
    fn add(
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
        outcome.inspect_err(|_| parts[part as usize] = None)
    }
}

/// Where a part is to be had that is not here yet.
fn supplied<T>(supply: &Option<InlineOrUrl<T>>) -> Option<&Str> {
    supply.as_ref().and_then(InlineOrUrl::url).map(DataUrl::href)
}

/// Keeps a part that was loaded from where the new version has it too; else it is asked for anew.
fn carry_over<T>(
    wanted: &mut Option<Wanted>,
    old: &mut Option<InlineOrUrl<T>>,
    new: &mut Option<InlineOrUrl<T>>,
) {
    let is_same = wanted.as_ref().is_some_and(|wanted| supplied(new) == Some(&wanted.url));
    if is_same && matches!(old, Some(InlineOrUrl::Inline(_))) {
        *new = old.take();
    } else if !is_same || old.is_none() {
        *wanted = None;
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

/// What was read, what was left out of it said in the log.
fn logged<T>(reading: Reading<T>) -> T {
    log(&reading.diagnostics);
    reading.value
}

/// Says in the console what was left out of a document.
fn log(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        warn(&diagnostic.to_string());
    }
}

fn warn(message: &str) {
    console::warn_1(&JsValue::from_str(&format!("newsprint: {message}")));
}

/// How dates and numbers of an article are written.
fn locale_of(article: &Article, options: &Options) -> Intl {
    Intl::new(article.lang.clone().unwrap_or_else(|| page_language(options)))
}

/// The language of the page around the element; English when it names none.
fn page_language(options: &Options) -> Language {
    Language::new(&options.lang).unwrap_or_else(Language::english)
}
