//! Markup as a string, as Yew's server renderer writes it.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::{Html, LocalServerRenderer, Properties, component};

/// Yew renders only components. This one shows the markup that it is given.
#[derive(PartialEq, Properties)]
struct Given {
    html: Html,
}

#[component]
fn Show(given: &Given) -> Html {
    given.html.clone()
}

/// This markup as a string.
pub fn markup(html: Html) -> String {
    let renderer = LocalServerRenderer::<Show>::with_props(Given { html }).hydratable(false);
    let mut rendering = pin!(renderer.render());
    // Nothing in the view waits, so a waker that does nothing is enough.
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(markup) = rendering.as_mut().poll(&mut context) {
            return markup;
        }
    }
}
