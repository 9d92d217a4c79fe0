//! The element: what ties an article to an element of a page.
//!
//! `newsprint.js`, the shell, defines `<newsprint-article>` and shows something at once; it
//! imports this program when the first element needs it, and [`mount`]s one application for each.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use newsprint_loading::Loader;

use crate::app::{App, Message, Part, Props, Shared};
use crate::browser::{Browser, Surroundings};
use crate::settings::Settings;

/// Prepares the program, once.
pub fn start() {
    // A panic ends the program; while it is developed, its words should not be lost. In a release
    // there are none: the standard library is built without them.
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|info| {
        let version = env!("CARGO_PKG_VERSION");
        web_sys::console::error_1(&format!("newsprint {version}: {info}").into());
    }));
}

/// An article in an element of the page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
    props: Props,
}

/// Fills an element with the article that the settings name, and keeps it filled.
///
/// `tell` is called with what happens and its detail: `"loading"`, `"load"`, `"update"`, `"fresh"`,
/// `"stale"` or `"error"`; with `"busy"` before it works, `"changing"` before another version is
/// rendered, and `"rendered"` after anything is. When it returns `false` for an error, none is shown.
#[wasm_bindgen]
#[must_use]
pub fn mount(
    root: Element,
    settings: &Settings,
    tell: Function,
    surroundings: Surroundings,
) -> Mounted {
    thread_local! {
        static MOUNTED: Cell<u32> = const { Cell::new(0) };
        static LOADER: OnceCell<Shared> = const { OnceCell::new() };
    }
    let new = || Shared(Loader::new(Browser(surroundings)));
    let loader = LOADER.with(|loader| loader.get_or_init(new).clone());
    let number = MOUNTED.get() + 1;
    MOUNTED.set(number);
    let props = Props {
        options: settings.read(),
        loader,
        scope: format!("newsprint-{number}").into(),
        tell,
        is_gone: Rc::default(),
    };
    let app = Renderer::<App>::with_root_and_props(root, props.clone()).render();
    Mounted { app, props }
}

#[wasm_bindgen]
impl Mounted {
    /// Shows what other settings say.
    pub fn update(&mut self, settings: &Settings) {
        self.props.options = settings.read();
        self.app.update(self.props.clone());
    }

    /// Loads the article again.
    pub fn retry(&self) {
        self.app.send_message(Message::Retry);
    }

    /// Loads a part of the article that is at a URL of its own, and whose place comes near what is
    /// in view: `weather`, `latest` or `related`.
    pub fn near(&self, part: &str) {
        self.app.send_message(Message::Near(Part::from_name(part)));
    }

    /// Empties the element and ends what is still under way.
    pub fn unmount(self) {
        self.props.is_gone.set(true);
        self.app.destroy();
    }
}
