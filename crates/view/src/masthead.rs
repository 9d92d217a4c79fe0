//! Kicker, headline and standfirst

use newsprint_model::Article;

use super::markup::{Element, element, slot};
use super::page::Page;
use super::text::{linked, string, text};

/// What the story is, above the story.
pub(super) fn masthead(article: &Article, page: &Page<'_>, header: &mut Element) {
    let topic = article.topic.as_ref().map(|topic| linked(string(&topic.text), topic.url.as_ref()));
    let edition = page.edition;
    let kicker = article.kicker.as_ref().map(string).or(topic);
    if let Some(kicker) = kicker.filter(|_| !edition.hides("kicker")) {
        header.put(element("p").named("kicker").child(kicker));
    }
    if !edition.hides("headline") {
        let headline = string(&article.headline);
        header.put(element(page.heading(0)).named("headline").child(headline));
    }
    header.child(slot("after-headline".into()));
    if let Some(standfirst) = article.standfirst.as_ref().filter(|_| !edition.hides("standfirst")) {
        header.put(element("p").named("standfirst").child(text(standfirst, page)));
    }
}
