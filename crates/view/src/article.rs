//! The article, in reading order

use yew::Html;

use newsprint_model::{Article, Hero, InlineOrUrl, LinkList};

use super::author_card::author_card;
use super::block;
use super::corrections::corrections;
use super::dictionary::Key;
use super::link_list::link_list;
use super::markup::{ItemKey, element, keyed, slot};
use super::masthead::masthead;
use super::notice::update_line;
use super::page::{Page, RenderOptions};
use super::picture::{Urgency, figure};
use super::section::section;
use super::tags::tags;
use super::text::{script, string};

/// Lays out an article. Parts that are absent leave no gap.
pub fn article(article: &Article, options: RenderOptions<'_>) -> Html {
    let page = &Page::new(article, options);
    let mut all = element("article");
    all.class("article").string("lang", article.lang.as_ref().map(|lang| lang.tag()));
    if let Some(direction) = article.direction() {
        all.set("dir", direction.as_str());
    }
    script(&mut all, article.lang.as_ref(), page);
    all.string("aria-label", Some(&article.headline));
    all.child(slot("header".into()));
    all.child(masthead(article, page));
    if let Some(hero) = article.hero.as_ref().filter(|_| !options.hides("hero")) {
        all.child(self::hero(hero, page));
    }
    all.child(columns(article, page));
    all.child(slot("footer".into()));
    if let Some(notices) = options.notices {
        all.child(update_line(notices, page));
    }
    all.html()
}

fn hero(hero: &Hero, page: &Page<'_>) -> Html {
    let hero = match hero {
        Hero::Image(image) => figure(image, "figure", Urgency::First, page).html(),
        Hero::Video(video) => block::video(video, None, page),
    };
    element("div").class_and_part("hero").child(hero).html()
}

/// The body, and what stands beside it where there is room.
fn columns(article: &Article, page: &Page<'_>) -> Html {
    let mut body = element("div");
    body.class("body");
    let mut sections = Vec::new();
    for (number, part) in (1..).zip(&article.sections) {
        if !part.is_empty() {
            sections.push((ItemKey::from(part.fingerprint), section(part, page)));
        }
        sections.push((ItemKey::number(number), slot(format!("after-section-{number}").into())));
    }
    body.child(keyed(sections));
    body.child(slot("after-body".into()));
    let options = page.options;
    if !options.hides("corrections") {
        body.child(corrections(&article.corrections, page));
    }
    if !options.hides("tags") {
        body.child(tags(article, page));
    }
    if !options.hides("author-card") {
        for person in &article.author_cards {
            body.child(author_card(person, page));
        }
    }
    // Not below the lists, which may come late and would push it down.
    if let Some(rights) = &article.rights {
        let rights = element("small").child(string(rights)).html();
        body.child(element("p").class("rights").child(rights).html());
    }
    let mut columns = element("div");
    columns.class("columns").child(body.html());
    let latest = article.latest.as_ref().filter(|_| !options.hides("latest"));
    let related = article.related.as_ref().filter(|_| !options.hides("related"));
    if latest.is_some() || related.is_some() {
        columns.child(rail(latest, related, page));
    }
    columns.html()
}

/// The lists. The second is shown once the first is there: else the first would push it down.
fn rail(
    latest: Option<&InlineOrUrl<LinkList>>,
    related: Option<&InlineOrUrl<LinkList>>,
    page: &Page<'_>,
) -> Html {
    let mut rail = element("div");
    rail.class("rail").child(link_list(latest, "latest", Key::Latest, page));
    if !matches!(latest, Some(InlineOrUrl::Url(_))) {
        rail.child(link_list(related, "related", Key::Related, page));
    }
    rail.html()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{base, markup, options, read, rendered};
    use super::*;

    #[test]
    fn a_headline_alone_leaves_no_hole() {
        assert_eq!(
            rendered(r#"{"headline": "H", "sections": []}"#),
            "<article class=\"article\" aria-label=\"H\"><slot name=\"header\"></slot><header class=\"masthead\">\
             <h1 class=\"headline\" part=\"headline\">H</h1><slot name=\"after-headline\"></slot>\
             </header><div class=\"columns\"><div class=\"body\"><slot name=\"after-body\"></slot>\
             </div></div><slot name=\"footer\"></slot></article>"
        );
    }

    #[test]
    fn the_parts_stand_in_reading_order() {
        let html = rendered(include_str!("../../../contract/fixtures/valid/complete.json"));
        let mut from = 0;
        for part in [
            "<article",
            r#"part="header""#,
            r#"part="kicker""#,
            r#"part="headline""#,
            r#"part="standfirst""#,
            r#"part="byline""#,
            r#"class="times""#,
            r#"part="hero""#,
            r#"part="section""#,
            r#"class="corrections""#,
            r#"class="tags""#,
            r#"part="author-card""#,
            r#"class="rights""#,
            r#"part="latest""#,
        ] {
            let place = html[from..].find(part);
            assert!(place.is_some(), "{part} is missing or out of order");
            from += place.unwrap();
        }
    }

    #[test]
    fn language_and_direction_are_those_of_the_article() {
        let html = rendered(r#"{"lang": "ar", "headline": "عنوان", "sections": []}"#);
        assert!(html.starts_with(r#"<article class="article" lang="ar" dir="rtl""#), "{html}");
        let html = rendered(r#"{"lang": "ar", "dir": "ltr", "headline": "H", "sections": []}"#);
        assert!(html.contains(r#"lang="ar" dir="ltr""#), "{html}");
    }

    #[test]
    fn all_headings_follow_the_level_of_the_headline() {
        let json = r#"{"headline": "H", "sections": [{"heading": "A", "blocks": [
            {"type": "heading", "text": "x", "level": 3}]}]}"#;
        let html = markup(article(&read(json), RenderOptions { heading_level: 4, ..options() }));
        assert!(html.contains("<h4") && html.contains("<h5") && html.contains("<h6"), "{html}");
    }

    #[test]
    fn what_is_hidden_is_not_there_at_all() {
        let complete = read(include_str!("../../../contract/fixtures/valid/complete.json"));
        let whole = markup(article(&complete, options()));
        for part in [
            "header",
            "weather",
            "date",
            "kicker",
            "headline",
            "standfirst",
            "byline",
            "hero",
            "author-card",
            "latest",
        ] {
            let name = format!(r#"part="{part}""#);
            assert!(whole.contains(&name), "{part}");
            let html = markup(article(&complete, RenderOptions { hide: part, ..options() }));
            assert!(!html.contains(&name), "{part}: {html}");
        }
        for class in ["corrections", "tags"] {
            let html = markup(article(&complete, RenderOptions { hide: class, ..options() }));
            assert!(!html.contains(&format!(r#"class="{class}""#)), "{html}");
        }
        let html = markup(article(&complete, RenderOptions { hide: "nonsense hero", ..options() }));
        assert!(!html.contains(r#"part="hero""#) && html.contains(r#"part="byline""#), "{html}");
    }

    #[test]
    fn a_section_that_is_none_keeps_its_slot() {
        let json = r#"{"headline": "H", "sections": ["none", {"heading": "B", "blocks": []}]}"#;
        let reading = newsprint_model::read_article(json.as_bytes(), &base()).unwrap();
        let html = markup(article(&reading.value, options()));
        assert_eq!(html.matches(r#"part="section""#).count(), 1, "{html}");
        let (before, after) = html.split_once(r#"part="section""#).unwrap();
        assert!(before.contains("after-section-1") && after.contains("after-section-2"), "{html}");
    }

    #[test]
    fn every_section_is_followed_by_a_slot() {
        let html = rendered(
            r#"{"headline": "H", "sections": [{"heading": "A", "blocks": []}, {"heading": "B", "blocks": []}]}"#,
        );
        for slot in ["after-section-1", "after-section-2", "after-body"] {
            assert!(html.contains(&format!(r#"<slot name="{slot}"></slot>"#)), "{html}");
        }
        assert!(!html.contains("after-section-3"), "{html}");
    }

    #[test]
    fn no_markup_comes_from_the_document() {
        let hostile = r#"\"><img src=x onerror=alert(1)><style>"#;
        let json = include_str!("../../../contract/fixtures/valid/complete.json");
        let mut value: serde_json::Value = serde_json::from_str(json).unwrap();
        value["headline"] = hostile.replace('\\', "").into();
        value["rights"] = hostile.replace('\\', "").into();
        let html = rendered(&value.to_string());
        assert!(!html.contains("<img src=x") && !html.contains("<style"), "{html}");
        assert!(!html.contains(" style="), "{html}");
    }

    #[test]
    fn the_whole_page_is_as_it_was_seen() {
        // The browser's tests hold what a browser makes of the article to the same markup.
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/complete.html");
        let html = rendered(include_str!("../../../contract/fixtures/valid/complete.json"));
        if std::env::var_os("NEWSPRINT_UPDATE_SNAPSHOTS").is_some() {
            std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots"))
                .unwrap();
            std::fs::write(path, &html).unwrap();
        }
        assert!(
            std::fs::read_to_string(path).unwrap_or_default() == html,
            "the page is not as in tests/snapshots/complete.html any more: look at the difference \
             that NEWSPRINT_UPDATE_SNAPSHOTS=1 makes"
        );
    }
}
