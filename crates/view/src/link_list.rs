//! 'Latest news' and 'Related news'

use yew::Html;

use newsprint_model::{InlineOrUrl, LinkList, Teaser};

use super::byline::moment;
use super::dictionary::Key;
use super::markup::{awaited, element};
use super::page::Page;
use super::picture::{Urgency, picture};
use super::text::{linked, string, text};

/// A list of teasers under its heading. An empty one leaves no gap.
pub(super) fn link_list(
    list: Option<&InlineOrUrl<LinkList>>,
    part: &'static str,
    usual_title: Key,
    page: &Page<'_>,
) -> Html {
    let list = match list {
        Some(InlineOrUrl::Inline(list)) => list,
        Some(InlineOrUrl::Url(_)) => return awaited(part),
        None => return Html::default(),
    };
    if list.items.is_empty() {
        return Html::default();
    }
    let title = list.title.as_ref().map_or_else(|| page.label(usual_title), string);
    let (heading, heading_id) = page.small_heading(title);
    let mut teasers = element("ul");
    for item in &list.items {
        teasers.child(teaser(item, page));
    }
    let mut nav = element("nav");
    nav.class("link-list").part(part).attribute("aria-labelledby", heading_id);
    nav.child(heading).child(teasers.html());
    if let Some(more) = &list.more {
        let more = linked(string(&more.text), more.url.as_ref());
        nav.child(element("p").class("more").child(more).html());
    }
    nav.html()
}

fn teaser(teaser: &Teaser, page: &Page<'_>) -> Html {
    let mut words = element("div");
    let mut line = |class: &'static str, content: Html| {
        words.child(element("p").class(class).child(content).html());
    };
    if let Some(kicker) = &teaser.kicker {
        line("teaser-kicker", string(kicker));
    }
    line("teaser-headline", linked(string(&teaser.headline), teaser.url.as_ref()));
    if let Some(standfirst) = &teaser.standfirst {
        line("teaser-standfirst", text(standfirst, page));
    }
    if let Some(published) = teaser.published {
        line("teaser-time", moment(published, page));
    }
    let mut item = element("li");
    // By this URL the element can show that article in place of this one.
    let article = teaser.article.as_ref().map(|url| url.href());
    item.class_and_part("teaser").string("data-article", article).child(words.html());
    if let Some(image) = &teaser.image {
        item.child(picture(image, "teaser-picture", Urgency::Lazy, page));
    }
    item.html()
}

#[cfg(test)]
mod tests {
    use super::super::testing::rendered;

    fn rail(list: &str) -> String {
        let html = rendered(&format!(r#"{{"headline": "H", "sections": [], "latest": {list}}}"#));
        html.split_once(r#"<div class="rail">"#).map_or("", |(_, rail)| rail).to_owned()
    }

    #[test]
    fn a_teaser_is_one_link_with_what_invites_to_it() {
        let html = rail(
            r#"{"items": [{"headline": "Ferries", "url": "/f", "article": "/f.json", "kicker": "Sea",
                "standfirst": "S", "published": "2024-03-18", "image": {"src": "/f.webp"}}],
                "more": {"text": "All", "url": "/all"}}"#,
        );
        for piece in [
            r#"<nav class="link-list" part="latest" aria-labelledby="n-1"><h2 class="small-heading" id="n-1">Latest news</h2><ul>"#,
            r#"<li class="teaser" part="teaser" data-article="https://news.example/f.json"><div><p class="teaser-kicker">Sea</p>"#,
            r#"<p class="teaser-headline"><a rel="noopener" href="https://news.example/f">Ferries</a></p>"#,
            r#"<p class="teaser-standfirst">S</p><p class="teaser-time"><time datetime="2024-03-18">18 March 2024</time></p></div>"#,
            r#"<img class="teaser-picture""#,
            r#"<p class="more"><a rel="noopener" href="https://news.example/all">All</a></p></nav>"#,
        ] {
            assert!(html.contains(piece), "{piece} in {html}");
        }
        assert_eq!(html.matches("<a ").count(), 2);
    }

    #[test]
    fn a_title_of_its_own_is_used() {
        assert!(
            rail(r#"{"title": "Now", "items": [{"headline": "A", "url": "/"}]}"#).contains(">Now<")
        );
    }

    #[test]
    fn a_list_without_items_leaves_no_hole() {
        let nothing = r#"</div></div><slot name="footer"></slot></article>"#;
        assert_eq!(rail(r#"{"items": []}"#), nothing);
        assert_eq!(rail("null"), "");
    }

    #[test]
    fn the_place_of_a_list_that_is_elsewhere_says_so() {
        let place = r#"<span class="awaited" data-part="latest"></span></div></div>"#;
        let html = rail(r#""/api/latest.json""#);
        assert!(html.starts_with(place), "{html}");
    }

    #[test]
    fn the_second_list_waits_for_the_first() {
        let html = |latest| {
            rendered(&format!(
                r#"{{"headline": "H", "sections": [], "latest": {latest},
                    "related": {{"items": [{{"headline": "R", "url": "/"}}]}}}}"#
            ))
        };
        assert!(!html(r#""/api/latest.json""#).contains("Related news"));
        assert!(html("null").contains("Related news"));
    }
}
