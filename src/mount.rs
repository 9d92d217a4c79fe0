//! What the shell calls: one [`Engine`] for a page, and a [`Mounted`] article for each element.

use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use newsprint_loading::Loader;

use crate::app::{App, Message, Part, Props, SharedLoader};
use crate::browser::Browser;
use crate::settings::Settings;
use crate::wire::{Host, Shell};

/// Prepares the program, once.
pub fn start() {
    // A panic ends the program. In development its message goes to the console. A release has no
    // messages: its standard library is built without them.
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|info| {
        let version = env!("CARGO_PKG_VERSION");
        web_sys::console::error_1(&format!("newsprint {version}: {info}").into());
    }));
}

/// The program, once for all elements of a page.
#[wasm_bindgen]
pub struct Engine {
    loader: SharedLoader,
    /// How many elements it has filled.
    mounted: u32,
}

#[wasm_bindgen]
impl Engine {
    /// An engine; `host` is what the browser offers to it.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(host: Host) -> Self {
        Self { loader: SharedLoader(Loader::new(Browser(host))), mounted: 0 }
    }

    /// Fills an element with the article that the settings name, and keeps it filled. The shell is
    /// told what happens.
    #[must_use]
    pub fn mount(&mut self, root: Element, settings: &Settings, shell: Shell) -> Mounted {
        self.mounted += 1;
        let props = Props {
            options: settings.read(),
            loader: self.loader.clone(),
            scope: format!("newsprint-{}", self.mounted).into(),
            shell,
            is_gone: Rc::default(),
        };
        let app = Renderer::<App>::with_root_and_props(root, props.clone()).render();
        Mounted { app, props }
    }
}

/// An article in an element of the page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
    props: Props,
}

#[wasm_bindgen]
impl Mounted {
    /// Changes the settings.
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
    pub fn load_part(&self, part: &str) {
        if let Some(part) = Part::from_name(part) {
            self.app.send_message(Message::LoadPart(part));
        }
    }

    /// Empties the element and ends what is still under way.
    pub fn unmount(self) {
        self.props.is_gone.set(true);
        self.app.destroy();
    }
}
