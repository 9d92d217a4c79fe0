//! The article, in reading order

use yew::Html;

use crate::model::{Article, Hero};

use super::author_card::author_card;
use super::block;
use super::byline::{byline, times};
use super::corrections::corrections;
use super::link_list::link_list;
use super::markup::element;
use super::masthead::masthead;
use super::page::{Edition, Page};
use super::picture::{Urgency, figure};
use super::section::section;
use super::tags::tags;
use super::text::string;
use super::weather;

/// Lays an article out. Each part is optional, and one that is absent leaves no hole.
#[must_use]
pub fn article(article: &Article, edition: Edition<'_>) -> Html {
    let page = &Page::new(edition);
    let mut all = element("article");
    all.class("article").string("lang", article.lang.as_ref().map(|lang| lang.tag()));
    if let Some(direction) = article.direction() {
        all.set("dir", direction.as_str());
    }
    all.child(top(article, page));
    if let Some(hero) = &article.hero {
        all.child(self::hero(hero, page));
    }
    all.child(columns(article, page));
    if let Some(rights) = &article.rights {
        let rights = element("small").child(string(rights)).html();
        all.child(element("p").class("rights").child(rights).html());
    }
    all.html()
}

fn top(article: &Article, page: &Page<'_>) -> Html {
    let mut top = element("header");
    top.class("masthead");
    if let Some(header) = &article.header {
        top.child(weather::header(header, page));
    }
    masthead(article, page, &mut top);
    if let Some(authors) = &article.byline {
        top.child(byline(authors, page));
    }
    top.child(times(article, page)).html()
}

fn hero(hero: &Hero, page: &Page<'_>) -> Html {
    let hero = match hero {
        Hero::Image(image) => figure(image, "figure", Urgency::First, page).html(),
        Hero::Video(video) => block::video(video, None, page),
    };
    element("div").named("hero").child(hero).html()
}

/// The body, and what stands beside it where there is room.
fn columns(article: &Article, page: &Page<'_>) -> Html {
    let mut body = element("div");
    body.class("body");
    for part in &article.sections {
        body.child(section(part, page));
    }
    body.child(corrections(&article.corrections, page)).child(tags(article, page));
    for person in &article.author_cards {
        body.child(author_card(person, page));
    }
    let words = page.edition.locale.words();
    let mut rail = element("div");
    rail.class("rail")
        .child(link_list(article.latest.as_ref(), "latest", words.latest, page))
        .child(link_list(article.related.as_ref(), "related", words.related, page));
    element("div").class("columns").child(body.html()).child(rail.html()).html()
}
