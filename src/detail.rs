//! What the element's events tell a page.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;

use newsprint_loading::Failure;
use newsprint_model::Diagnostic;

/// An object with these members.
fn object<const N: usize>(members: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // A plain object takes any member.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &value);
    }
    object.into()
}

fn string(string: &str) -> JsValue {
    JsValue::from_str(string)
}

/// An article is shown: its JSON, where it came from, and what was left out of it.
pub(super) fn article(body: &[u8], source: &str, diagnostics: &[Diagnostic]) -> JsValue {
    let diagnostics: Array = diagnostics.iter().map(diagnostic).collect();
    object([
        ("body", Uint8Array::from(body).into()),
        ("source", string(source)),
        ("diagnostics", diagnostics.into()),
    ])
}

fn diagnostic(diagnostic: &Diagnostic) -> JsValue {
    object([
        ("pointer", string(&diagnostic.pointer)),
        ("expected", string(&diagnostic.expected)),
        ("found", string(&diagnostic.found)),
    ])
}

/// An article can't be shown.
pub(super) fn failure(failure: &Failure) -> JsValue {
    object([
        ("kind", string(failure.kind.as_str())),
        ("status", failure.status.map_or(JsValue::UNDEFINED, JsValue::from)),
        ("message", string(&failure.message)),
        ("retryable", failure.is_retryable().into()),
    ])
}
