//! Sections of the body

use yew::Html;

use newsprint_model::Section;

use super::block;
use super::markup::element;
use super::page::Page;
use super::text::text;

/// A section under its heading; without one it is only its blocks.
pub(super) fn section(section: &Section, page: &Page<'_>) -> Html {
    let anchor = section.id.as_ref().map(|id| page.anchor(id));
    let Some(heading) = &section.heading else {
        let blocks = block::blocks(&section.blocks, page);
        return element("div").part("section").id(anchor).child(blocks).html();
    };
    let heading_id = page.new_id();
    let heading = element(page.heading(1))
        .class_and_part("heading")
        .id(Some(heading_id.clone()))
        .child(text(heading, page))
        .html();
    element("section")
        .part("section")
        .id(anchor)
        .attribute("aria-labelledby", heading_id)
        .child(heading)
        .child(block::blocks(&section.blocks, page))
        .html()
}

#[cfg(test)]
mod tests {
    use super::super::testing::rendered;

    fn headings(json: &str) -> Vec<String> {
        let html = rendered(json);
        let of =
            |start: &str| start.strip_prefix("<h").and_then(|rest| rest.get(..1)).map(String::from);
        html.match_indices("<h")
            .filter_map(|(at, _)| of(&html[at..]))
            .filter(|level| level.parse::<u8>().is_ok())
            .collect()
    }

    #[test]
    fn a_section_is_labelled_by_its_heading() {
        let html = rendered(
            r#"{"headline": "H", "sections": [{"id": "s 1", "heading": "A",
                "blocks": [{"type": "divider", "id": "d"}]}]}"#,
        );
        assert!(
            html.contains(
                "<section part=\"section\" id=\"n-to-s%20;1\" aria-labelledby=\"n-1\">\
                 <h2 class=\"heading\" part=\"heading\" id=\"n-1\">A</h2><hr id=\"n-to-d\"></section>"
            ),
            "{html}"
        );
    }

    #[test]
    fn headings_leave_no_gap() {
        let heading =
            |level: u8| format!(r#"{{"type": "heading", "text": "x", "level": {level}}}"#);
        let json = format!(
            r#"{{"headline": "H", "sections": [{{"blocks": [{}, {}]}},
                {{"heading": "A", "blocks": [{}, {}, {}, {}, {}]}}],
                "authorCards": [{{"name": "N"}}]}}"#,
            heading(4),
            heading(6),
            heading(5),
            heading(6),
            heading(6),
            heading(3),
            heading(6)
        );
        assert_eq!(headings(&json), ["1", "2", "3", "2", "3", "4", "5", "3", "4", "2"]);
    }
}
