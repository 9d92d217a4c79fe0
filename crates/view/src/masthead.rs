//! Kicker, headline and standfirst

use newsprint_model::Article;

use super::markup::{Element, element, slot};
use super::page::Page;
use super::text::{linked, string, text};

/// Adds the kicker, the headline and the standfirst to the top of the article.
pub(super) fn masthead(article: &Article, page: &Page<'_>, header: &mut Element) {
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
