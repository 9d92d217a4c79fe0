//! What only a browser can show: the same markup as on the host, `Intl`, the browser's own URL
//! parser, and an application in a shadow root.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, JSON, Promise};
use newsprint::{BrowserUrls, Engine, Formats, Host, Intl, Mounted, Settings, Shell};
use newsprint_model::{Date, Language, Moment, Number, UrlParser, read_article};
use newsprint_view::{Locale, RenderOptions, article};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{DomParser, Element, ShadowRootInit, ShadowRootMode, SupportedType, window};
use yew::{Html, Properties, Renderer, component};

wasm_bindgen_test_configure!(run_in_browser);

/// The article with everything in it, as the host's tests read it.
const COMPLETE: &str = include_str!("../contract/fixtures/valid/complete.json");

/// What the host makes of it.
const COMPLETE_MARKUP: &str = include_str!("../crates/view/tests/snapshots/complete.html");

fn language(tag: &str) -> Intl {
    Intl::new(Language::new(tag).expect("a language"), INTL.with(Clone::clone))
}

fn new_element(name: &str) -> Element {
    let document = window().and_then(|window| window.document()).expect("a document");
    document.create_element(name).expect("an element")
}

#[derive(PartialEq, Properties)]
struct Given {
    html: Html,
}

#[component]
fn Show(given: &Given) -> Html {
    given.html.clone()
}

#[wasm_bindgen_test]
async fn the_browser_makes_of_an_article_what_the_host_makes_of_it() {
    let urls = BrowserUrls::relative_to("https://news.example/api/articles/bridges.json");
    let reading = read_article(COMPLETE.as_bytes(), &urls).expect("an article");
    assert_eq!(reading.diagnostics, []);
    let options = RenderOptions { scope: "n", ..RenderOptions::PLAIN };
    let html = article(&reading.value, options);
    let root = new_element("div");
    Renderer::<Show>::with_root_and_props(root.clone(), Given { html }).render();
    // Yew renders in a microtask of its own.
    JsFuture::from(Promise::resolve(&JsValue::NULL)).await.expect("a tick");

    let parser = DomParser::new().expect("a parser");
    let parsed =
        parser.parse_from_string(COMPLETE_MARKUP, SupportedType::TextHtml).expect("markup");
    let (from_host, from_browser) =
        (parsed.body().and_then(|body| body.first_child()), root.first_child());
    let from_host = from_host.expect("the host's article");
    // Neighbouring texts are one in markup.
    root.normalize();
    assert!(
        from_host.is_equal_node(from_browser.as_ref()),
        "the host's markup and the browser's differ:\n{COMPLETE_MARKUP}\n{}",
        root.inner_html()
    );
}

#[wasm_bindgen_test]
fn dates_and_numbers_follow_the_language() {
    let date = Date::parse("2024-03-18").expect("a date");
    assert_eq!(language("en-GB").weekday(date), "Monday, 18 March 2024");
    assert_eq!(language("en-US").weekday(date), "Monday, March 18, 2024");
    assert_eq!(language("de").weekday(date), "Montag, 18. März 2024");
    assert_eq!(language("fr").day(date), "18 mars 2024");
    assert_eq!(language("en-GB").tenths(9.46), "9.5");
    assert_eq!(language("de").tenths(-9.46), "−9,5");
    assert_eq!(language("ar-EG").tenths(9.5), "٩٫٥");
    assert_eq!(language("en").tenths(-0.04), "0");
    for (tag, sent, written) in [
        ("en-GB", "9.5", "9.5"),
        ("en-GB", "-12", "−12"),
        ("en-GB", "-0", "0"),
        ("en-GB", "0.0000004", "0.0000004"),
        ("en-GB", "4e-7", "0.0000004"),
        ("en-GB", "123456789012345678", "123,456,789,012,345,678"),
        ("de", "123456789012345678.25", "123.456.789.012.345.678,25"),
        ("ar-EG", "-9.5", "\u{61c}−٩٫٥"),
    ] {
        assert_eq!(language(tag).decimal(&Number::parse(sent).unwrap()), written);
    }
    assert!(language("en").decimal(&Number::parse("1e300").unwrap()).starts_with("1,000,"));
}

#[wasm_bindgen_test]
fn a_bare_date_is_that_date_everywhere() {
    // Midnight of either end of the world would be another day in some zone of the tests.
    for text in ["2024-01-01", "2024-12-31", "0001-01-01", "1969-12-31"] {
        let date = Date::parse(text).expect("a date");
        let words = language("en-GB").day(date);
        assert!(words.starts_with(&format!("{} ", date.day())), "{text}: {words}");
    }
}

#[wasm_bindgen_test]
fn a_moment_names_its_zone() {
    let Some(Moment::Instant(instant)) = Moment::parse("2024-03-18T09:30:00Z") else {
        panic!("a moment")
    };
    let words = language("en-GB").moment(instant);
    assert!(words.contains("March 2024") && words.contains(':'), "{words}");
    assert!(words.split_whitespace().count() > 4, "{words} names no zone");
}

#[wasm_bindgen_test]
fn names_are_joined_as_the_language_does_it() {
    for (tag, names, separators) in [
        ("en-GB", &["A", "B", "C"][..], &[", ", " and "][..]),
        ("de", &["A", "B"], &[" und "]),
        ("ja", &["A", "B", "C"], &["、", "、"]),
        // What stands between them may depend on the names.
        ("es", &["Rosa Vega", "Marta Ruiz"], &[" y "]),
        ("es", &["Rosa Vega", "Inés Duarte"], &[" e "]),
        ("es", &["Rosa", "Ana", "Hilario"], &[", ", " e "]),
        ("es", &["Rosa", "Hielo"], &[" y "]),
        ("he", &["דנה", "רון"], &[" ו"]),
        ("he", &["דנה", "Ron"], &[" ו-"]),
        ("en-GB", &["A"], &[]),
        ("en-GB", &[], &[]),
    ] {
        assert_eq!(language(tag).list_separators(names), separators, "{tag} {names:?}");
    }
}

#[wasm_bindgen_test]
fn scripts_are_those_of_the_languages() {
    for (tag, script) in [
        ("en", "Latn"),
        ("bg", "Cyrl"),
        ("te", "Telu"),
        ("zh", "Hans"),
        ("zh-TW", "Hant"),
        ("ja", "Jpan"),
        ("ko", "Kore"),
        ("yue", "Hant"),
        ("sr-Latn", "Latn"),
        ("pa-PK", "Arab"),
        ("am", "Ethi"),
    ] {
        let asked = Language::new(tag);
        assert_eq!(language("en").script(asked.as_ref()).as_deref(), Some(script), "{tag}");
    }
    assert_eq!(language("ru").script(None).as_deref(), Some("Cyrl"));
}

#[wasm_bindgen_test]
fn a_tag_that_the_browser_refuses_costs_no_article() {
    // Well-formed at a glance, and refused by every `Intl`.
    let odd = language("en-a");
    let date = Date::parse("2024-03-18").expect("a date");
    assert_eq!(odd.weekday(date), "Monday, March 18, 2024");
    assert_eq!(odd.tenths(-0.46), "−0.5");
    assert_eq!(odd.list_separators(&["A", "B"]), [" and "]);
    assert_eq!(
        odd.language(),
        language("xx-XX").language(),
        "a language that no browser knows is read in English"
    );
}

#[wasm_bindgen_test]
fn urls_are_what_the_browser_makes_of_them() {
    let urls = BrowserUrls::relative_to("https://news.example/api/a.json");
    let scheme = |reference| urls.parse(reference).map(|url| url.scheme().to_owned());
    assert_eq!(scheme(" java\nscript:alert(1)").as_deref(), Some("javascript"));
    assert_eq!(scheme("JAVASCRIPT:alert(1)").as_deref(), Some("javascript"));
    assert_eq!(scheme("../b").as_deref(), Some("https"));
    assert_eq!(scheme("https://"), None);
    let own = format!("blob:{}/1", window().expect("a window").location().origin().expect("one"));
    assert!(urls.parse(&own).expect("a URL").same_origin);
    assert!(!urls.parse("blob:https://other.example/1").expect("a URL").same_origin);
}

#[wasm_bindgen(module = "/shell/with-engine/intl.js")]
extern "C" {
    /// How the shell has the browser write dates, numbers and lists.
    #[wasm_bindgen(thread_local_v2, js_name = intl)]
    static INTL: Formats;
}

#[wasm_bindgen(module = "/tests/browser-host.js")]
extern "C" {
    /// What the browser offers, as the shell puts it together.
    #[wasm_bindgen(js_name = makeHost)]
    fn make_host(intl: &Formats) -> Host;

    /// A shell that calls this with the name of each method that is called.
    #[wasm_bindgen(js_name = makeShell)]
    fn make_shell(hear: &Function) -> Shell;
}

/// An application in a shadow root, and the states that it has told of.
struct Stage {
    root: Element,
    states: Rc<RefCell<Vec<String>>>,
    mounted: Mounted,
}

/// What the shell would make of an element with this URL and nothing else.
fn settings(src: &str) -> Settings {
    let json = format!(
        r#"{{"url": "{src}", "source": "", "lang": "en", "credentials": "same-origin", "level": 1, "width": 0,
            "refresh": 0, "units": "auto", "hide": ""}}"#
    );
    JSON::parse(&json).expect("JSON").unchecked_into()
}

/// An engine in this browser.
fn engine() -> Engine {
    Engine::new(INTL.with(make_host))
}

/// Mounts an application and waits until it has told of so many states.
async fn stage(src: &str, states_expected: usize) -> Stage {
    let host = new_element("div");
    window().and_then(|window| window.document()?.body()).expect("a body").append_child(&host).ok();
    let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).expect("a shadow");
    let root = new_element("div");
    shadow.append_child(&root).expect("a root");

    let states = Rc::new(RefCell::new(Vec::new()));
    let seen = Rc::clone(&states);
    let mut mounted = None;
    let done = Promise::new(&mut |resolve, _| {
        let seen = Rc::clone(&seen);
        let hear = Closure::<dyn FnMut(String)>::new(move |state: String| {
            seen.borrow_mut().push(state);
            if seen.borrow().len() == states_expected {
                resolve.call0(&JsValue::NULL).expect("no throw");
            }
        });
        let shell = make_shell(&hear.into_js_value().into());
        mounted = Some(engine().mount(root.clone(), &settings(src), shell));
    });
    JsFuture::from(done).await.expect("the states");
    // The state is told before the page shows it.
    JsFuture::from(Promise::resolve(&JsValue::NULL)).await.expect("a tick");
    Stage { root, states, mounted: mounted.expect("mounted") }
}

fn json_url(json: &str) -> String {
    format!("data:application/json,{}", js_sys::encode_uri_component(json))
}

#[wasm_bindgen_test]
async fn an_article_is_loaded_and_shown() {
    let stage = stage(&json_url(r#"{"headline": "A <b>", "sections": []}"#), 2).await;
    assert_eq!(*stage.states.borrow(), ["loading", "loaded"]);
    let headline = stage.root.query_selector("h1").expect("a selector").expect("a headline");
    assert_eq!(headline.text_content().as_deref(), Some("A <b>"));
    stage.mounted.unmount();
    JsFuture::from(Promise::resolve(&JsValue::NULL)).await.expect("a tick");
    assert_eq!(stage.root.inner_html(), "");
}

#[wasm_bindgen_test]
async fn what_is_no_article_is_told_kindly() {
    for body in ["<html>", "[]", ""] {
        let stage = stage(&json_url(body), 2).await;
        assert_eq!(*stage.states.borrow(), ["loading", "failed"], "{body:?}");
        let alert = stage.root.query_selector("[role=alert]").expect("a selector").expect("words");
        assert!(alert.text_content().is_some_and(|words| words.contains("Something is wrong")));
        assert!(stage.root.query_selector("button").expect("a selector").is_none());
    }
}
