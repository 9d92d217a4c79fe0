//! Masthead: all that stands above the leading picture, in its order

use newsprint_model::Article;
use yew::Html;

use super::byline::{byline, times};
use super::markup::{Element, element, slot};
use super::notice::copy_line;
use super::page::Page;
use super::text::{linked, string, text};
use super::weather;

/// Weather header, headline, byline and times.
pub(super) fn masthead(article: &Article, page: &Page<'_>) -> Html {
    let mut masthead = element("header");
    masthead.class("masthead");
    if let Some(header) = &article.header {
        masthead.child(weather::header(header, page));
    }
    if let Some(notices) = page.options.notices {
        masthead.child(copy_line(notices, page));
    }
    headline(article, page, &mut masthead);
    if let Some(authors) = article.byline.as_ref().filter(|_| !page.options.hides("byline")) {
        masthead.child(byline(authors, page));
    }
    masthead.child(times(article, page)).html()
}

/// Kicker, headline and standfirst.
fn headline(article: &Article, page: &Page<'_>, header: &mut Element) {
    let topic = article.topic.as_ref().map(|topic| linked(string(&topic.text), topic.url.as_ref()));
    let options = page.options;
    let kicker = article.kicker.as_ref().map(string).or(topic);
    if let Some(kicker) = kicker.filter(|_| !options.hides("kicker")) {
        header.child_element(element("p").class_and_part("kicker").child(kicker));
    }
    if !options.hides("headline") {
        let headline = string(&article.headline);
        header.child_element(element(page.heading(0)).class_and_part("headline").child(headline));
    }
    header.child(slot("after-headline".into()));
    if let Some(standfirst) = article.standfirst.as_ref().filter(|_| !options.hides("standfirst")) {
        header
            .child_element(element("p").class_and_part("standfirst").child(text(standfirst, page)));
    }
}
