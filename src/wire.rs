//! What the shell and the engine say to each other. `shell/wire.d.ts` is the other side.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// What the engine tells an element.
    #[derive(Debug, Clone, PartialEq)]
    pub type Shell;

    /// The engine is about to work for this element. If it traps now, this element was the cause.
    #[wasm_bindgen(method, structural)]
    pub fn busy(this: &Shell);

    /// What is shown is about to be rendered. Whether others have taken something out of it since it
    /// was rendered last: then it has to be made anew.
    #[wasm_bindgen(method, structural)]
    pub fn rendering(this: &Shell) -> bool;

    /// There is no article, until one comes.
    #[wasm_bindgen(method, structural)]
    pub fn loading(this: &Shell);

    /// Another version of the article is about to be rendered.
    #[wasm_bindgen(method, structural)]
    pub fn changing(this: &Shell);

    /// Something was rendered.
    #[wasm_bindgen(method, structural)]
    pub fn rendered(this: &Shell);

    /// An article is shown: its JSON, where it came from, what was left out.
    #[wasm_bindgen(method, structural)]
    pub fn loaded(this: &Shell, body: &Uint8Array, source: &str, diagnostics: &Array);

    /// A newer version is shown.
    #[wasm_bindgen(method, structural)]
    pub fn updated(this: &Shell, body: &Uint8Array, source: &str, diagnostics: &Array);

    /// The backend has nothing newer.
    #[wasm_bindgen(method, structural)]
    pub fn fresh(this: &Shell);

    /// The backend could not be asked whether there is something newer.
    #[wasm_bindgen(method, structural)]
    pub fn stale(this: &Shell);

    /// There is no article. Whether the engine may say so to the reader.
    #[wasm_bindgen(method, structural)]
    pub fn failed(
        this: &Shell,
        kind: &str,
        message: &str,
        retryable: bool,
        status: Option<u16>,
    ) -> bool;
}

#[wasm_bindgen]
extern "C" {
    /// What the browser offers to the engine.
    #[derive(Debug, Clone)]
    pub type Host;

    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn timeouts(this: &Host) -> Timeouts;

    #[wasm_bindgen(method, structural, js_name = atWork)]
    pub(crate) fn at_work(this: &Host) -> Shell;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn wait(this: &Host, ms: f64) -> Cancelable;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn attention(this: &Host) -> Promise;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn send(this: &Host, url: &str, credentials: &str) -> Cancelable;

    #[wasm_bindgen(method, structural, js_name = findCopy)]
    pub(crate) fn find_copy(this: &Host, url: &str) -> Promise;

    #[wasm_bindgen(method, structural, js_name = keepCopy)]
    pub(crate) fn keep_copy(this: &Host, url: &str, from: &str, body: Uint8Array);

    #[wasm_bindgen(method, structural, js_name = forgetCopy)]
    pub(crate) fn forget_copy(this: &Host, url: &str);

    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn intl(this: &Host) -> Formats;

    /// How the browser writes dates, numbers and lists, by the tag of a language. Times are in
    /// milliseconds since 1970 in UTC.
    #[derive(Debug, Clone)]
    pub type Formats;

    #[wasm_bindgen(method, structural, js_name = isKnown)]
    pub(crate) fn is_known(this: &Formats, tag: &str) -> bool;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn weekday(this: &Formats, tag: &str, ms: f64) -> Option<String>;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn day(this: &Formats, tag: &str, ms: f64) -> Option<String>;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn moment(this: &Formats, tag: &str, ms: f64) -> Option<String>;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn time(this: &Formats, tag: &str, ms: f64) -> Option<String>;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn decimal(this: &Formats, tag: &str, text: &str) -> String;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn tenths(this: &Formats, tag: &str, number: f64) -> String;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn separators(this: &Formats, tag: &str, names: Array) -> Array;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn script(this: &Formats, tag: &str) -> Option<String>;

    /// The words of the interface in a language, by its primary subtag; `undefined` where there are
    /// none, or they don't come.
    #[wasm_bindgen(method, structural)]
    pub(crate) fn words(this: &Host, language: &str) -> Promise;

    /// The words of the interface in one language.
    #[derive(Debug, Clone)]
    pub(crate) type Words;

    #[wasm_bindgen(method, structural, indexing_getter)]
    pub(crate) fn get(this: &Words, key: &str) -> Option<String>;

    /// How long a response is waited for, in milliseconds.
    pub(crate) type Timeouts;

    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn headers(this: &Timeouts) -> f64;

    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn body(this: &Timeouts) -> f64;

    /// Something that was begun and can be ended.
    pub(crate) type Cancelable;

    #[wasm_bindgen(method, getter, structural)]
    pub(crate) fn outcome(this: &Cancelable) -> Promise;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn cancel(this: &Cancelable);
}
