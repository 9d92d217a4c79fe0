//! The application that fills one element: it loads what `src` names and shows what comes of it.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::console;
use yew::{AttrValue, Component, Context, Html, Properties};

use crate::loading::{Failure, Reply, Requests, fetch};
use crate::model::{
    Article, Diagnostic, Language, Reading, Supply, read_article, read_link_list, read_weather,
};
use crate::view::{Edition, article, trouble};

use super::intl::Intl;

/// What the element asks for.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// URL of the article's JSON.
    pub src: AttrValue,
    /// The language of the page around the element, for articles that name none.
    pub lang: AttrValue,
    /// What all ids begin with.
    pub scope: AttrValue,
    /// Called with the name of each state that the element enters.
    pub on_state: Function,
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
    Reply(Purpose, Result<Reply, Failure>),
    /// The reader asks to try again.
    Retry,
}

/// What something was fetched for.
#[derive(Debug, Clone, Copy)]
pub enum Purpose {
    Article,
    Weather,
    Latest,
    Related,
}

/// The application.
pub struct App {
    showing: Showing,
    /// The state that the shell was last told of.
    state: &'static str,
    /// The requests under way; replaced, and so ended, when others are made. A reply that was
    /// still on its way can't replace a newer one.
    requests: Requests,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let mut app = Self { showing: Showing::Nothing, state: "", requests: Requests::new() };
        app.load(ctx);
        app
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        if ctx.props().src != old.src {
            self.load(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Retry => self.load(ctx),
            Message::Reply(Purpose::Article, reply) => self.show(ctx, reply),
            // A part that could not be had is only said in the log; the article does without.
            Message::Reply(purpose, reply) => {
                if let Err(failure) = reply.and_then(|reply| self.add(purpose, &reply)) {
                    warn(&format!("left out: {failure}"));
                    self.leave_out(purpose);
                }
            }
        }
        true
    }

    /// Tells of what is shown when it is, not when it is about to be.
    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        match self.showing {
            Showing::Nothing => {}
            Showing::Article(_) => self.enter("ready", ctx),
            Showing::Failure(_) => self.enter("error", ctx),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        match &self.showing {
            Showing::Nothing => Html::default(),
            Showing::Article(shown) => {
                let locale = &Intl::new(shown.lang.clone().unwrap_or_else(|| page_language(props)));
                article(shown, Edition { locale, heading_level: 1, scope: &props.scope })
            }
            Showing::Failure(failure) => trouble(failure, &Intl::new(page_language(props))),
        }
    }
}

impl App {
    /// Asks for the article, and for nothing else any more.
    fn load(&mut self, ctx: &Context<Self>) {
        self.showing = Showing::Nothing;
        self.requests = Requests::new();
        self.enter("loading", ctx);
        self.request(ctx, Purpose::Article, ctx.props().src.clone());
    }

    /// Shows the article that came, or what kept it away.
    fn show(&mut self, ctx: &Context<Self>, reply: Result<Reply, Failure>) {
        match reply.and_then(|reply| reply.read(read_article)) {
            Ok(reading) => {
                log(&reading.diagnostics);
                let article = Box::new(reading.value);
                self.request_parts(ctx, &article);
                self.showing = Showing::Article(article);
            }
            Err(failure) => {
                console::error_1(&JsValue::from_str(&format!("newsprint: {failure}")));
                self.showing = Showing::Failure(failure);
            }
        }
    }

    /// Asks for the parts that the article names by URL.
    fn request_parts(&self, ctx: &Context<Self>, article: &Article) {
        if let Some(Supply::Url(url)) = article.header.as_ref().and_then(|it| it.weather.as_ref()) {
            self.request(ctx, Purpose::Weather, url.href().clone().into());
        }
        for (purpose, list) in
            [(Purpose::Latest, &article.latest), (Purpose::Related, &article.related)]
        {
            if let Some(Supply::Url(url)) = list {
                self.request(ctx, purpose, url.href().clone().into());
            }
        }
    }

    /// Makes a request. Its outcome counts only while nothing else was asked for since.
    fn request(&self, ctx: &Context<Self>, purpose: Purpose, url: AttrValue) {
        let link = ctx.link().clone();
        let signal = self.requests.signal();
        spawn_local(async move {
            let reply = fetch(&url, &signal).await;
            if !signal.is_aborted() {
                link.send_message(Message::Reply(purpose, reply));
            }
        });
    }

    /// Tells the element's shell when the state is another than it was.
    fn enter(&mut self, state: &'static str, ctx: &Context<Self>) {
        if self.state == state {
            return;
        }
        self.state = state;
        // The shell's function throws nothing; were it to, the article would matter more.
        let _ = ctx.props().on_state.call1(&JsValue::NULL, &JsValue::from_str(state));
    }

    /// Leaves out a part that could not be had, so that nothing waits for it.
    fn leave_out(&mut self, purpose: Purpose) {
        let Showing::Article(article) = &mut self.showing else { return };
        match purpose {
            Purpose::Article => {}
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
fn page_language(props: &Props) -> Language {
    Language::new(&props.lang).unwrap_or_else(Language::english)
}
