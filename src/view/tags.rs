//! Topic and tags

use yew::Html;

use crate::model::Article;

use super::markup::element;
use super::page::Page;
use super::text::{linked, string};

/// What the article is about, the topic first.
pub(super) fn tags(article: &Article, page: &Page<'_>) -> Html {
    let mut subjects = article.topic.iter().chain(&article.tags).peekable();
    if subjects.peek().is_none() {
        return Html::default();
    }
    let mut list = element("ul");
    list.class("tags").set("aria-label", page.edition.locale.words().topics);
    for subject in subjects {
        let subject = linked(string(&subject.text), subject.url.as_ref());
        list.child(element("li").child(subject).html());
    }
    list.html()
}
