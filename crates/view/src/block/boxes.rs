//! Blocks that hold other blocks

use yew::Html;

use newsprint_model::{Aside, AsideKind, Details, Questions, Timeline};

use super::super::markup::element;
use super::super::page::Page;
use super::super::text::{string, text};
use super::{Id, blocks};

pub(super) fn aside(aside: &Aside, id: Id, page: &Page<'_>) -> Html {
    let class = match aside.kind {
        AsideKind::Note => "aside",
        AsideKind::Facts => "aside facts",
        AsideKind::KeyPoints => "aside key-points",
    };
    let mut frame = element("aside");
    frame.class(class).id(id);
    if let Some(title) = &aside.title {
        let title_id = page.new_id();
        let title = element(page.heading(2))
            .class("box-title")
            .id(Some(title_id.clone()))
            .child(text(title, page))
            .html();
        frame.attribute("aria-labelledby", title_id).child(title);
    }
    frame.child(blocks(&aside.blocks, page)).html()
}

pub(super) fn details(details: &Details, id: Id, page: &Page<'_>) -> Html {
    let summary = element("summary").child(text(&details.summary, page)).html();
    let mut frame = element("details");
    frame.class("details").id(id);
    if details.open {
        frame.set("open", "");
    }
    frame.child(summary).child(blocks(&details.blocks, page)).html()
}

pub(super) fn timeline(timeline: &Timeline, id: Id, page: &Page<'_>) -> Html {
    let mut list = element("ol");
    list.class("timeline").id(id);
    for event in &timeline.events {
        let mut line = element(page.heading(2));
        line.class("event").child_element(element("strong").child(string(&event.date)));
        if let Some(title) = &event.title {
            line.words(" ").child(text(title, page));
        }
        let event =
            element("li").child_element(&mut line).child(blocks(&event.blocks, page)).html();
        list.child(event);
    }
    list.html()
}

pub(super) fn questions(questions: &Questions, id: Id, page: &Page<'_>) -> Html {
    let mut list = element("div");
    list.class("questions").id(id);
    for item in &questions.items {
        let mut question = element(page.heading(2));
        list.child_element(question.class("question").child(text(&item.question, page)));
        list.child(blocks(&item.blocks, page));
    }
    list.html()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::rendered_blocks;

    const A: &str = r#"[{"type": "paragraph", "text": "a"}]"#;

    #[test]
    fn a_box_is_labelled_by_its_title() {
        assert_eq!(
            rendered_blocks(&format!(
                r#"[{{"type": "aside", "kind": "facts", "title": "T", "blocks": {A}}}]"#
            )),
            "<aside class=\"aside facts\" aria-labelledby=\"n-1\"><h2 class=\"box-title\" id=\"n-1\">T</h2>\
             <p part=\"paragraph\">a</p></aside>"
        );
    }

    #[test]
    fn details_open_when_asked() {
        let html = |open| {
            rendered_blocks(&format!(
                r#"[{{"type": "details", "summary": "S", "open": {open}, "blocks": {A}}}]"#
            ))
        };
        assert_eq!(
            html(false),
            "<details class=\"details\"><summary>S</summary><p part=\"paragraph\">a</p></details>"
        );
        assert!(html(true).starts_with(r#"<details class="details" open="">"#));
    }

    #[test]
    fn events_and_questions_are_told_in_order() {
        assert_eq!(
            rendered_blocks(&format!(
                r#"[{{"type": "timeline", "events": [{{"date": "1999", "title": "T", "blocks": {A}}}]}},
                   {{"type": "questions", "items": [{{"question": "Q?", "blocks": {A}}}]}}]"#
            )),
            "<ol class=\"timeline\"><li><h2 class=\"event\"><strong>1999</strong> T</h2><p part=\"paragraph\">a</p></li></ol>\
             <div class=\"questions\"><h3 class=\"question\">Q?</h3><p part=\"paragraph\">a</p></div>"
        );
    }
}
