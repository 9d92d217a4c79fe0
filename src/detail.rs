//! What the element's events tell a page of an article.

use js_sys::{Array, Object, Reflect};
use newsprint_model::Diagnostic;
use wasm_bindgen::JsValue;

/// What was left out of a document, as JavaScript objects.
pub(super) fn diagnostics(diagnostics: &[Diagnostic]) -> Array {
    diagnostics.iter().map(object).collect()
}

/// A diagnostic as an object.
fn object(diagnostic: &Diagnostic) -> JsValue {
    let Diagnostic { pointer, expected, found } = diagnostic;
    let object = Object::new();
    for (name, value) in [("pointer", &**pointer), ("expected", expected), ("found", found)] {
        // A plain object takes any member.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object.into()
}
