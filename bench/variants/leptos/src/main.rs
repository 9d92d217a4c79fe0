//! The article in Leptos, rendered in the browser.

mod article;
mod block;
mod format;
mod model;

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use article::Article;

fn main() {
    console_error_panic_hook::set_once();
    let app = document().get_element_by_id("app").expect("the page has a place for the article");
    let app: HtmlElement = app.unchecked_into();
    let src = app.get_attribute("data-src").expect("the place names the article");
    mount_to(app, move || view! { <App src/> }).forget();
}

/// The article at a URL.
#[component]
fn App(src: String) -> impl IntoView {
    let article = LocalResource::new(move || {
        let src = src.clone();
        async move { load(&src).await.ok() }
    });
    move || article.get().flatten().map(|article| view! { <Article article/> })
}

/// Fetches an article.
async fn load(src: &str) -> Result<model::Article, gloo_net::Error> {
    Request::get(src).send().await?.json().await
}
