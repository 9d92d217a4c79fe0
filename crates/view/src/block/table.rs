//! Tables

use yew::{AttrValue, Html};

use newsprint_model::{Table, Text};

use super::super::dictionary::Key;
use super::super::markup::element;
use super::super::page::Page;
use super::super::text::text;
use super::Id;

/// A table, in a frame that scrolls when the table is wider than the text. Only then is the frame a
/// place of its own for the keyboard and the screen reader, by the name that stands here: the shell sees
/// to that.
pub(super) fn table(table: &Table, id: Id, page: &Page<'_>) -> Html {
    let name = match &table.caption {
        Some(caption) => AttrValue::from(caption.plain()),
        None => page.words(Key::Table),
    };
    let columns = table.columns();
    let mut inner = element("table");
    if let Some(caption) = &table.caption {
        inner.child_element(element("caption").part("caption").child(text(caption, page)));
    }
    if !table.header.is_empty() {
        let row = row(&table.header, columns, page, |_| Some("col"));
        inner.child_element(element("thead").child(row));
    }
    let scope = |column| (column == 0 && table.row_header).then_some("row");
    let mut body = element("tbody");
    for cells in &table.rows {
        body.child(row(cells, columns, page, scope));
    }
    element("div")
        .class_and_part("table")
        .id(id)
        .attribute("data-scrolls", name)
        .child_element(inner.child_element(&mut body))
        .html()
}

/// A row, filled up to the width of the table. A cell with a scope is a heading, unless it is
/// empty.
fn row(
    cells: &[Text],
    columns: usize,
    page: &Page<'_>,
    scope: impl Fn(usize) -> Option<&'static str>,
) -> Html {
    let mut row = element("tr");
    for (column, words) in cells.iter().enumerate() {
        let is_empty = words.is_empty();
        let mut cell = match scope(column).filter(|_| !is_empty) {
            Some(scope) => {
                let mut heading = element("th");
                heading.set("scope", scope);
                heading
            }
            None => element("td"),
        };
        row.child_element(cell.child(text(words, page)));
    }
    // One wide cell fills a short row: filling it cell by cell would let a few long rows among many
    // short ones make a page far larger than its document.
    let lacking = u32::try_from(columns - cells.len()).unwrap_or(u32::MAX);
    if lacking > 0 {
        row.child_element(element("td").number("colspan", Some(lacking)));
    }
    row.html()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::rendered_blocks;

    #[test]
    fn headings_have_their_scope_and_short_rows_are_filled() {
        assert_eq!(
            rendered_blocks(
                r#"[{"type": "table", "caption": "C", "header": ["", "x"], "rowHeader": true,
                    "rows": [["a", 1], ["b"]]}]"#
            ),
            "<div class=\"table\" part=\"table\" data-scrolls=\"C\"><table>\
             <caption part=\"caption\">C</caption>\
             <thead><tr><td></td><th scope=\"col\">x</th></tr></thead>\
             <tbody><tr><th scope=\"row\">a</th><td>1</td></tr>\
             <tr><th scope=\"row\">b</th><td colspan=\"1\"></td></tr></tbody></table></div>"
        );
    }

    #[test]
    fn a_table_without_a_caption_has_a_name_all_the_same() {
        let html = rendered_blocks(r#"[{"type": "table", "rows": [["a"]]}]"#);
        assert!(html.contains(r#"data-scrolls="Table""#) && !html.contains("<thead"), "{html}");
    }
}
