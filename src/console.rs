//! What developers read in the console of the browser.

use newsprint_loading::Failure;
use newsprint_model::{Diagnostic, Reading};
use wasm_bindgen::JsValue;
use web_sys::console;

/// Says that there is no article.
pub fn error(failure: &Failure) {
    console::error_1(&JsValue::from_str(&format!("newsprint: {failure}")));
}

/// Says what went wrong without keeping an article away.
pub fn warn(message: &str) {
    console::warn_1(&JsValue::from_str(&format!("newsprint: {message}")));
}

/// Says what was left out of a document.
pub fn left_out(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        warn(&diagnostic.to_string());
    }
}

/// What was read; the console says what was left out of it.
pub fn logged<T>(reading: Reading<T>) -> T {
    left_out(&reading.diagnostics);
    reading.value
}
