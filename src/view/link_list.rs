//! 'Latest news' and 'Related news'

use yew::{AttrValue, Html};

use crate::model::{LinkList, Supply, Teaser};

use super::byline::moment;
use super::markup::element;
use super::page::Page;
use super::picture::{Urgency, picture};
use super::text::{linked, string, text};

/// A list of teasers under its heading. One that is not here yet, or is empty, leaves no hole.
pub(super) fn link_list(
    list: Option<&Supply<LinkList>>,
    part: &'static str,
    usual_title: &'static str,
    page: &Page<'_>,
) -> Html {
    let Some(Supply::Inline(list)) = list else { return Html::default() };
    if list.items.is_empty() {
        return Html::default();
    }
    let title = list.title.clone().map_or(AttrValue::Static(usual_title), AttrValue::from);
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
    item.named("teaser").child(words.html());
    if let Some(image) = &teaser.image {
        item.child(picture(image, "teaser-picture", Urgency::Lazy));
    }
    item.html()
}
