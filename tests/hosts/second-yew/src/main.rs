//! Another program made with Yew, on the same page as the element and around it. Both mark nodes
//! and events with numbers of their own; neither may take the other's for its own.

#[cfg(target_arch = "wasm32")]
mod app {
    use yew::{Callback, Html, Renderer, component, html, use_state};

    /// Counts the clicks on a button, and those anywhere in it, the article included.
    #[component]
    fn App() -> Html {
        let button = use_state(|| 0);
        let anywhere = use_state(|| 0);
        let press = {
            let button = button.clone();
            Callback::from(move |_| button.set(*button + 1))
        };
        let click = {
            let anywhere = anywhere.clone();
            Callback::from(move |_| anywhere.set(*anywhere + 1))
        };
        html! {
            <section onclick={click}>
                <button onclick={press}>{ "Count" }</button>
                <output id="button">{ *button }</output>
                <output id="anywhere">{ *anywhere }</output>
                <newsprint-article src="article.json"></newsprint-article>
            </section>
        }
    }

    pub fn start() {
        let root = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id("app"));
        if let Some(root) = root {
            Renderer::<App>::with_root(root).render();
        }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    app::start();
}
