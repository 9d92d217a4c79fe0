//! The application that fills one element: it loads what the host names and shows what comes of it.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{RequestCredentials, console};
use yew::{AttrValue, Component, Context, Html, Properties};

use crate::loading::{Failure, Reply, Requests, Signal, fetch};
use crate::model::{
    Article, Diagnostic, Language, Reading, Supply, read_article, read_link_list, read_weather,
};
use crate::view::{Edition, article, hides, trouble};

use super::detail;
use super::intl::Intl;
use super::settings::{Order, Source};

/// What the element asks for.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is to be shown, and how.
    pub(super) order: Order,
    /// The reply to the first request, where that was made already.
    pub early: Option<JsValue>,
    /// What all ids begin with.
    pub scope: AttrValue,
    /// Called with what happens and its detail.
    pub tell: Function,
}

/// What the element shows.
enum Showing {
    Nothing,
    Article(Box<Article>),
    Failure(Failure),
}

/// What can happen to it.
pub enum Message {
    /// A reply came, or the reason why there is none.
    Reply(Purpose, Signal, Result<Reply, Failure>),
    /// The reader asks to try again.
    Retry,
    /// There may be a newer version.
    Refresh,
}

/// What something was fetched for.
#[derive(Debug, Clone, Copy)]
pub enum Purpose {
    Article,
    Refresh,
    Weather,
    Latest,
    Related,
}

/// The application.
pub struct App {
    showing: Showing,
    /// What is told of the article once it is there for all to see.
    news: Option<(&'static str, JsValue)>,
    /// By what another version of the document is known.
    mark: u64,
    /// The requests under way; replaced, and so ended, when others are made. A reply that was
    /// still on its way can't replace a newer one.
    requests: Requests,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let requests = Requests::new();
        let mut app = Self { showing: Showing::Nothing, news: None, mark: 0, requests };
        app.load(ctx, ctx.props().early.clone());
        app
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let (order, old) = (&ctx.props().order, &old.order);
        if order.source != old.source {
            self.load(ctx, None);
        } else if order.hide != old.hide {
            self.request_parts(ctx, |part| !wants(old, part) && wants(order, part));
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Retry => self.load(ctx, None),
            Message::Refresh => {
                if let (Source::Url(url, _), Showing::Article(_)) =
                    (&ctx.props().order.source, &self.showing)
                {
                    self.request(ctx, Purpose::Refresh, url.clone().into(), None);
                }
                return false;
            }
            // Something else was asked for since.
            Message::Reply(_, signal, _) if signal.is_aborted() => return false,
            Message::Reply(Purpose::Article, _, reply) => {
                if let Err(failure) = reply.and_then(|it| self.show(ctx, "load", "network", &it)) {
                    self.fail(ctx, failure);
                }
            }
            Message::Reply(Purpose::Refresh, _, reply) => match reply {
                Ok(reply) if reply.mark() == self.mark => {
                    self.tell(ctx, "fresh", &JsValue::NULL);
                }
                // A version that can't be had or read takes nothing away from the one shown.
                reply => {
                    let shown = reply.and_then(|it| self.show(ctx, "update", "network", &it));
                    if let Err(failure) = shown {
                        warn(&format!("not refreshed: {failure}"));
                        self.tell(ctx, "stale", &JsValue::NULL);
                    }
                }
            },
            // A part that could not be had is only said in the log; the article does without.
            Message::Reply(purpose, _, reply) => {
                if let Err(failure) = reply.and_then(|reply| self.add(purpose, &reply)) {
                    warn(&format!("left out: {failure}"));
                    self.leave_out(purpose);
                }
            }
        }
        true
    }

    /// Tells of the article when it is shown, not when it is about to be.
    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if let Some((what, detail)) = self.news.take() {
            self.tell(ctx, what, &detail);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { order, scope, .. } = ctx.props();
        match &self.showing {
            Showing::Nothing => Html::default(),
            Showing::Article(shown) => {
                let language = shown.lang.clone().unwrap_or_else(|| page_language(order));
                let edition = Edition {
                    locale: &Intl::new(language),
                    heading_level: order.heading_level,
                    unit: order.unit,
                    hide: &order.hide,
                    scope,
                };
                article(shown, edition)
            }
            Showing::Failure(failure) => trouble(failure, &Intl::new(page_language(order))),
        }
    }
}

impl App {
    /// Shows the article that is given, or asks for it, and for nothing else any more.
    fn load(&mut self, ctx: &Context<Self>, early: Option<JsValue>) {
        self.showing = Showing::Nothing;
        self.news = None;
        self.requests = Requests::new();
        self.tell(ctx, "loading", &JsValue::NULL);
        match &ctx.props().order.source {
            Source::Url(url, _) => self.request(ctx, Purpose::Article, url.clone().into(), early),
            Source::Given { json, base, by } => {
                if let Err(failure) = self.show(ctx, "load", by, &Reply::given(json, base)) {
                    self.fail(ctx, failure);
                }
            }
        }
    }

    /// Shows the article of a reply, unless it holds none.
    fn show(
        &mut self,
        ctx: &Context<Self>,
        what: &'static str,
        source: &str,
        reply: &Reply,
    ) -> Result<(), Failure> {
        let Reading { value, diagnostics } = reply.read(read_article)?;
        log(&diagnostics);
        self.news = Some((what, detail::article(reply.body(), source, &diagnostics)));
        self.mark = reply.mark();
        self.showing = Showing::Article(Box::new(value));
        // What is still on its way belongs to another version.
        self.requests = Requests::new();
        let order = &ctx.props().order;
        self.request_parts(ctx, |part| wants(order, part));
        Ok(())
    }

    /// Says that there is no article. The host may have said so in its own way.
    fn fail(&mut self, ctx: &Context<Self>, failure: Failure) {
        console::error_1(&JsValue::from_str(&format!("newsprint: {failure}")));
        let is_welcome = self.tell(ctx, "error", &detail::failure(&failure));
        self.showing = if is_welcome { Showing::Failure(failure) } else { Showing::Nothing };
    }

    /// Asks for the parts that the article names by URL, where they are wanted.
    fn request_parts(&self, ctx: &Context<Self>, is_wanted: impl Fn(&str) -> bool) {
        let Showing::Article(article) = &self.showing else { return };
        let weather = article.header.as_ref().and_then(|it| it.weather.as_ref());
        let weather = weather.and_then(Supply::url);
        let latest = article.latest.as_ref().and_then(Supply::url);
        let related = article.related.as_ref().and_then(Supply::url);
        for (purpose, part, url) in [
            (Purpose::Weather, "weather", weather),
            (Purpose::Latest, "latest", latest),
            (Purpose::Related, "related", related),
        ] {
            if let Some(url) = url.filter(|_| is_wanted(part)) {
                self.request(ctx, purpose, url.href().clone().into(), None);
            }
        }
    }

    /// Makes a request, unless it was made already. Its outcome counts only while nothing else was
    /// asked for since.
    fn request(
        &self,
        ctx: &Context<Self>,
        purpose: Purpose,
        url: AttrValue,
        early: Option<JsValue>,
    ) {
        let link = ctx.link().clone();
        let signal = self.requests.signal();
        let credentials = match &ctx.props().order.source {
            Source::Url(_, credentials) => *credentials,
            Source::Given { .. } => RequestCredentials::SameOrigin,
        };
        spawn_local(async move {
            let reply = fetch(&url, credentials, &signal, early).await;
            link.send_message(Message::Reply(purpose, signal, reply));
        });
    }

    /// Tells the element's shell what happens. Of an error it says whether our own words for it
    /// are welcome.
    fn tell(&self, ctx: &Context<Self>, what: &str, detail: &JsValue) -> bool {
        let answer = ctx.props().tell.call2(&JsValue::NULL, &JsValue::from_str(what), detail);
        // The shell's function throws nothing; were it to, the reader should still be told.
        !answer.is_ok_and(|answer| answer.is_falsy())
    }

    /// Leaves out a part that could not be had, so that nothing waits for it.
    fn leave_out(&mut self, purpose: Purpose) {
        let Showing::Article(article) = &mut self.showing else { return };
        match purpose {
            Purpose::Article | Purpose::Refresh => {}
            Purpose::Weather => {
                if let Some(header) = &mut article.header {
                    header.weather = None;
                }
            }
            Purpose::Latest => article.latest = None,
            Purpose::Related => article.related = None,
        }
    }

    /// Puts a part in its place.
    fn add(&mut self, purpose: Purpose, reply: &Reply) -> Result<(), Failure> {
        let Showing::Article(article) = &mut self.showing else { return Ok(()) };
        if let Purpose::Weather = purpose {
            let weather = Some(Supply::Inline(logged(reply.read(read_weather)?)));
            if let Some(header) = &mut article.header {
                header.weather = weather;
            }
            return Ok(());
        }
        let list = Some(Supply::Inline(logged(reply.read(read_link_list)?)));
        match purpose {
            Purpose::Latest => article.latest = list,
            _ => article.related = list,
        }
        Ok(())
    }
}

/// Whether a part is to be shown, and so worth a request.
fn wants(order: &Order, part: &str) -> bool {
    !(hides(&order.hide, part) || part == "weather" && hides(&order.hide, "header"))
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

/// The language of the page around the element; English when it names none.
fn page_language(order: &Order) -> Language {
    Language::new(&order.lang).unwrap_or_else(Language::english)
}
