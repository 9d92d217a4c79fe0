//! The blocks of a section.

use leptos::prelude::*;

use crate::format::srcset;
use crate::model::{self, Mark, Picture, Span};

#[component]
pub fn Block(block: model::Block) -> impl IntoView {
    match block {
        model::Block::Paragraph { text } => view! {
            <p>
                <Text text/>
            </p>
        }
        .into_any(),
        model::Block::Heading { text } => view! { <h3 class="subheading">{text}</h3> }.into_any(),
        model::Block::List { ordered, items } => {
            let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
            if ordered {
                view! { <ol class="list">{items}</ol> }.into_any()
            } else {
                view! { <ul class="list">{items}</ul> }.into_any()
            }
        }
        model::Block::Quote { text, cite } => view! {
            <figure class="quote">
                <blockquote>
                    <p>{text}</p>
                </blockquote>
                <figcaption>{cite}</figcaption>
            </figure>
        }
        .into_any(),
        model::Block::Figure { value, label } => view! {
            <p class="big-number">
                <strong>{value}</strong>
                " "
                <span>{label}</span>
            </p>
        }
        .into_any(),
        model::Block::Image(picture) => {
            view! { <Figure picture sizes="auto, 100vw" loading="lazy"/> }.into_any()
        }
    }
}

/// A picture with its caption.
#[component]
pub fn Figure(
    picture: Picture,
    sizes: &'static str,
    #[prop(optional)] loading: Option<&'static str>,
    #[prop(optional)] fetchpriority: Option<&'static str>,
) -> impl IntoView {
    view! {
        <figure class="figure">
            <img
                class="picture"
                alt=picture.alt
                decoding="async"
                width=picture.width
                height=picture.height
                loading=loading
                fetchpriority=fetchpriority
                sizes=sizes
                srcset=srcset(&picture.srcset)
                src=picture.src
            />
            <figcaption>
                <span>{picture.caption}</span>
                " "
                <span class="credit">{picture.credit}</span>
            </figcaption>
        </figure>
    }
}

/// Words with their links and marks.
#[component]
fn Text(text: model::Text) -> impl IntoView {
    match text {
        model::Text::Plain(words) => words.into_any(),
        model::Text::Spans(spans) => spans.into_iter().map(span).collect_view().into_any(),
    }
}

fn span(span: Span) -> impl IntoView {
    match span {
        Span::Plain(words) => words.into_any(),
        Span::Link { text, href } => view! {
            <a rel="noopener" href=href>
                {text}
            </a>
        }
        .into_any(),
        Span::Marked { text, marks } if marks.contains(&Mark::Strong) => {
            view! { <strong>{text}</strong> }.into_any()
        }
        Span::Marked { text, .. } => view! { <em>{text}</em> }.into_any(),
    }
}
