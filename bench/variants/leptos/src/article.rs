//! The article around its blocks.

use leptos::prelude::*;

use crate::block::{Block, Figure};
use crate::format::{long_day, long_moment};
use crate::model;

#[component]
pub fn Article(article: model::Article) -> impl IntoView {
    let model::Article { lang, headline, hero, sections, rights, .. } = article.clone();
    let sections = sections.into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <div class="frame">
            <article class="article" lang=lang dir="ltr" aria-label=headline>
                <Masthead article/>
                <div class="hero">
                    <Figure picture=hero sizes="100vw" fetchpriority="high"/>
                </div>
                <div class="columns">
                    <div class="body">
                        <For
                            each=move || sections.clone()
                            key=|(place, _)| *place
                            children=|(place, section)| view! { <Section place section/> }
                        />
                        <p class="rights">
                            <small>{rights}</small>
                        </p>
                    </div>
                </div>
            </article>
        </div>
    }
}

#[component]
fn Masthead(article: model::Article) -> impl IntoView {
    let model::Article { lang, header, kicker, headline, standfirst, byline, published, .. } =
        article;
    let authors = byline.authors.into_iter().map(|author| {
        view! {
            <a rel="author noopener" href=author.url>
                <bdi class="author">{author.name}</bdi>
            </a>
        }
    });
    view! {
        <header class="masthead">
            <div class="header">
                <span class="place">{header.place}</span>
                <time class="date" datetime=header.date.clone()>
                    {long_day(&lang, &header.date)}
                </time>
            </div>
            <p class="kicker">{kicker}</p>
            <h1 class="headline">{headline}</h1>
            <p class="standfirst">{standfirst}</p>
            <p class="byline">
                <bdi>"Authored by"</bdi>
                ": "
                {authors.collect_view()}
            </p>
            <p class="times">
                <span>
                    "Published "
                    <time datetime=published.clone()>{long_moment(&lang, &published)}</time>
                </span>
            </p>
        </header>
    }
}

#[component]
fn Section(place: usize, section: model::Section) -> impl IntoView {
    let blocks = section.blocks.into_iter().map(|block| view! { <Block block/> }).collect_view();
    match section.heading {
        None => view! { <div part="section">{blocks}</div> }.into_any(),
        Some(heading) => {
            let id = format!("section-{place}");
            let heading_id = id.clone();
            view! {
                <section part="section" aria-labelledby=id>
                    <h2 class="heading" id=heading_id>
                        {heading}
                    </h2>
                    {blocks}
                </section>
            }
            .into_any()
        }
    }
}
