//! Corrections

use yew::Html;

use newsprint_model::Correction;

use super::byline::moment;
use super::dictionary::Key;
use super::markup::element;
use super::page::Page;
use super::text::text;

/// What was put right since the article was published.
pub(super) fn corrections(corrections: &[Correction], page: &Page<'_>) -> Html {
    if corrections.is_empty() {
        return Html::default();
    }
    let mut list = element("ul");
    for correction in corrections {
        let mut item = element("li");
        if let Some(date) = correction.date {
            item.child(moment(date, page)).label(page.words(Key::Colon));
        }
        list.child_element(item.child_element(element("span").child(text(&correction.text, page))));
    }
    let (heading, heading_id) = page.small_heading(page.label(Key::Corrections));
    element("section")
        .class("corrections")
        .attribute("aria-labelledby", heading_id)
        .child(heading)
        .child_element(&mut list)
        .html()
}

#[cfg(test)]
mod tests {
    use super::super::testing::rendered;

    #[test]
    fn corrections_are_dated_and_labelled() {
        let html = rendered(
            r#"{"headline": "H", "sections": [], "corrections": [
                {"date": "2024-03-19", "text": "A name was wrong."}, {"text": "So was a number."}]}"#,
        );
        assert!(
            html.contains(
                "<section class=\"corrections\" aria-labelledby=\"n-1\">\
                 <h2 class=\"small-heading\" id=\"n-1\">Corrections</h2><ul>\
                 <li><time datetime=\"2024-03-19\">19 March 2024</time>: <span>A name was wrong.</span></li>\
                 <li><span>So was a number.</span></li></ul></section>"
            ),
            "{html}"
        );
    }
}
