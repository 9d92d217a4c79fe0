//! What the host wants of one element.

use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

use newsprint_loading::Subscription;
use newsprint_model::Unit;

#[wasm_bindgen]
extern "C" {
    /// The attributes and properties of an element, validated by the shell.
    pub type Settings;

    #[wasm_bindgen(method, getter, structural)]
    fn url(this: &Settings) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn json(this: &Settings) -> Option<String>;

    #[wasm_bindgen(method, getter, structural)]
    fn source(this: &Settings) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn lang(this: &Settings) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn credentials(this: &Settings) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn refresh(this: &Settings) -> f64;

    #[wasm_bindgen(method, getter, structural)]
    fn level(this: &Settings) -> u8;

    #[wasm_bindgen(method, getter, structural)]
    fn units(this: &Settings) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn hide(this: &Settings) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn width(this: &Settings) -> u32;
}

/// Where the article comes from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Source {
    /// The backend: what is to be followed.
    Backend(Subscription),
    /// The page itself: the JSON, the URL that its references are relative to, and who put it there.
    Inline {
        /// The JSON.
        json: Rc<str>,
        /// What it is relative to.
        base: Rc<str>,
        /// `property` or `prerendered`.
        by: &'static str,
    },
}

/// What is to be shown, and how.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Options {
    /// Where the article comes from.
    pub source: Source,
    /// The language of the page around the element, for articles that name none.
    pub lang: Rc<str>,
    /// The level of the headline.
    pub heading_level: u8,
    /// The unit of temperatures, if the page asks for one.
    pub unit: Option<Unit>,
    /// The parts to leave out.
    pub hide: Rc<str>,
    /// How wide the element is, in pixels; 0 where that is not known.
    pub width: u32,
}

impl Settings {
    /// The settings as the program knows them.
    pub(super) fn read(&self) -> Options {
        let url = self.url().into();
        Options {
            source: match self.json() {
                Some(json) => {
                    let by = if self.source() == "property" { "property" } else { "prerendered" };
                    Source::Inline { json: json.into(), base: url, by }
                }
                None => Source::Backend(Subscription {
                    url,
                    credentials: self.credentials().into(),
                    refresh: self.refresh(),
                }),
            },
            lang: self.lang().into(),
            heading_level: self.level(),
            unit: match &*self.units() {
                "c" => Some(Unit::Celsius),
                "f" => Some(Unit::Fahrenheit),
                _ => None,
            },
            hide: self.hide().into(),
            width: self.width(),
        }
    }
}
