//! Topic and tags

use yew::Html;

use newsprint_model::Article;

use super::dictionary::Key;
use super::markup::element;
use super::page::Page;
use super::text::{linked, string};

/// What the article is about, the topic first.
pub(super) fn tags(article: &Article, page: &Page<'_>) -> Html {
    let topic = article.topic.as_ref();
    let others = article.tags.iter().filter(|tag| Some(*tag) != topic);
    let mut subjects = article.topic.iter().chain(others).peekable();
    if subjects.peek().is_none() {
        return Html::default();
    }
    let mut list = element("ul");
    list.class("tags").attribute("aria-label", page.words(Key::Topics));
    for subject in subjects {
        let subject = linked(string(&subject.text), subject.url.as_ref());
        list.child_element(element("li").child(subject));
    }
    list.html()
}

#[cfg(test)]
mod tests {
    use super::super::testing::rendered;

    #[test]
    fn the_topic_comes_first_and_once() {
        let html = rendered(
            r#"{"headline": "H", "sections": [], "topic": {"text": "Asia", "url": "/asia"},
                "tags": [{"text": "Law", "url": "/law"}, {"text": "Asia", "url": "/asia"}]}"#,
        );
        assert!(
            html.contains(
                "<ul class=\"tags\" aria-label=\"Topics\">\
                 <li><a rel=\"noopener\" href=\"https://news.example/asia\">Asia</a></li>\
                 <li><a rel=\"noopener\" href=\"https://news.example/law\">Law</a></li></ul>"
            ),
            "{html}"
        );
        // Without a kicker of its own the article has its topic for one.
        assert!(html.contains(
            r#"part="kicker"><a rel="noopener" href="https://news.example/asia">Asia</a></p>"#
        ));
    }
}
