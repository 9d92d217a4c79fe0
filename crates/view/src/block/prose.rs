//! Blocks of words

use yew::Html;

use newsprint_model::{
    Code, Figure, Footnote, Footnotes, Heading, List, ListItem, Paragraph, PullQuote, Quote, Text,
};

use super::super::dictionary::Key;
use super::super::markup::{Element, element};
use super::super::page::Page;
use super::super::text::{string, text};
use super::Id;

pub(super) fn paragraph(paragraph: &Paragraph, id: Id, page: &Page<'_>) -> Html {
    element("p").part("paragraph").id(id).child(text(&paragraph.text, page)).html()
}

pub(super) fn heading(heading: &Heading, id: Id, page: &Page<'_>) -> Html {
    // The contract counts from a headline of level 1.
    element(page.heading(heading.level - 1))
        .class("subheading")
        .part("heading")
        .id(id)
        .child(text(&heading.text, page))
        .html()
}

pub(super) fn list(list: &List, id: Id, page: &Page<'_>) -> Html {
    let name = if list.ordered { "ol" } else { "ul" };
    let start = list.start.filter(|_| list.ordered);
    let mut all = element(name);
    all.class("list")
        .id(id)
        .maybe("start", start.map(|start| start.to_string().into()))
        .children(items(&list.items, name, page));
    if list.ordered {
        digits(&mut all, start.unwrap_or(1), list.items.len());
    }
    all.html()
}

/// Tells the style sheet how long the longest number of an ordered list is, where that is more than a
/// digit: the numbers stand in front of the list, and need room there.
#[inline(never)]
fn digits(list: &mut Element, first: i32, items: usize) {
    let more = u32::try_from(items).unwrap_or_default().saturating_sub(1);
    let last = first.saturating_add_unsigned(more);
    set_digits(list, first.to_string().len().max(last.to_string().len()));
}

/// How many signs a number has, up to 20: the style sheet has no more.
#[inline(never)]
fn set_digits(of: &mut Element, signs: usize) {
    if signs > 1 {
        of.attribute("data-digits", signs.min(20).to_string().into());
    }
}

fn items(list: &[ListItem], name: &'static str, page: &Page<'_>) -> Vec<Html> {
    let item = |item: &ListItem| {
        let mut li = element("li");
        li.child(text(&item.text, page));
        if !item.items.is_empty() {
            let mut inner = element(name);
            inner.children(items(&item.items, name, page));
            if name == "ol" {
                digits(&mut inner, 1, item.items.len());
            }
            li.child_element(&mut inner);
        }
        li.html()
    };
    list.iter().map(item).collect()
}

pub(super) fn quote(quote: &Quote, id: Id, page: &Page<'_>) -> Html {
    quotation("quote", &quote.paragraphs, quote.cite.as_ref(), id, page)
}

pub(super) fn pull_quote(quote: &PullQuote, id: Id, page: &Page<'_>) -> Html {
    quotation("pull-quote", std::slice::from_ref(&quote.text), quote.cite.as_ref(), id, page)
}

fn quotation(
    class: &'static str,
    paragraphs: &[Text],
    cite: Option<&Text>,
    id: Id,
    page: &Page<'_>,
) -> Html {
    let mut words = element("blockquote");
    for paragraph in paragraphs {
        words.child_element(element("p").child(text(paragraph, page)));
    }
    let mut figure = element("figure");
    figure.class(class).part("quote").id(id).child_element(&mut words);
    if let Some(cite) = cite {
        let mut source = element("figcaption");
        // The style sheet sets a dash before the source; one that the editor has typed is enough.
        if cite.spans.first().is_some_and(|span| span.text.trim_start().starts_with(DASHES)) {
            source.class("dashed");
        }
        figure.child_element(source.child(text(cite, page)));
    }
    figure.html()
}

/// The signs that stand before the source of a quotation: hyphens, minus, dashes of all lengths.
const DASHES: [char; 9] = ['-', '‐', '‑', '‒', '–', '—', '―', '−', '⸺'];

pub(super) fn code(code: &Code, id: Id, page: &Page<'_>) -> Html {
    let mut figure = element("figure");
    figure.class("code").id(id);
    if let Some(language) = &code.language {
        figure.child_element(element("figcaption").child(string(language)));
    }
    let name =
        code.language.as_ref().map_or_else(|| page.words(Key::Code), |name| name.clone().into());
    let pre = element("pre")
        // As for a table.
        .attribute("data-scrolls", name)
        .set("dir", "ltr")
        .set("translate", "no")
        .child_element(element("code").child(string(&code.code)))
        .html();
    figure.child(pre).html()
}

pub(super) fn figure(figure: &Figure, id: Id, page: &Page<'_>) -> Html {
    let mut value = element("strong");
    // Digits and what stands among them. Marks above and below letters take no room.
    let takes_room = |c: &char| {
        c.is_ascii_graphic()
            || matches!(c, '٠'..='٩' | '۰'..='۹' | '०'..='९' | '০'..='৯' | '−' | '€' | '£' | '₹')
    };
    let signs = |word: &str| word.chars().filter(takes_room).count();
    set_digits(&mut value, figure.value.split(' ').map(signs).max().unwrap_or_default());
    element("p")
        .class("big-number")
        .id(id)
        .child_element(value.child(string(&figure.value)))
        .words(" ")
        .child_element(element("span").child(text(&figure.label, page)))
        .html()
}

pub(super) fn divider(id: Id) -> Html {
    element("hr").id(id).html()
}

pub(super) fn footnotes(footnotes: &Footnotes, id: Id, page: &Page<'_>) -> Html {
    let mut list = element("ol");
    for note in &footnotes.notes {
        list.child(footnote(note, page));
    }
    digits(&mut list, 1, footnotes.notes.len());
    element("section")
        .class("footnotes")
        .id(id)
        .attribute("aria-label", page.words(Key::Notes))
        .child_element(&mut list)
        .html()
}

fn footnote(note: &Footnote, page: &Page<'_>) -> Html {
    let mut item = element("li");
    item.id(note.id.as_ref().map(|id| page.anchor(id)));
    item.child_element(element("span").child(text(&note.text, page)));
    if let Some(id) = note.id.as_ref().filter(|id| page.is_referred(id)) {
        let back = element("a")
            .attribute("href", format!("#{}", page.reference(id)).into())
            .attribute("aria-label", page.words(Key::BackToText))
            // The arrow as text: some systems would make it a coloured picture.
            .words("↩\u{fe0e}")
            .html();
        item.words(" ").child(back);
    }
    item.html()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{rendered, rendered_blocks};

    #[test]
    fn lists_are_lists_and_nest() {
        assert_eq!(
            rendered_blocks(
                r#"[{"type": "list", "ordered": true, "start": 3, "id": "l", "items": [
                    "a", {"text": "b", "items": ["c"]}]},
                   {"type": "list", "start": 3, "items": ["d"]}]"#
            ),
            "<ol class=\"list\" id=\"n-to-l\" start=\"3\"><li>a</li><li>b<ol><li>c</li></ol></li></ol>\
             <ul class=\"list\"><li>d</li></ul>"
        );
    }

    #[test]
    fn quotes_keep_their_paragraphs_and_name_their_source() {
        assert_eq!(
            rendered_blocks(
                r#"[{"type": "quote", "text": ["a", "b"], "cite": "C"}, {"type": "pullQuote", "text": "d"}]"#
            ),
            "<figure class=\"quote\" part=\"quote\"><blockquote><p>a</p><p>b</p></blockquote>\
             <figcaption>C</figcaption></figure>\
             <figure class=\"pull-quote\" part=\"quote\"><blockquote><p>d</p></blockquote></figure>"
        );
    }

    #[test]
    fn a_source_has_one_dash() {
        for (cite, is_dashed) in [
            (r#""The harbour master""#, false),
            (r#""— The harbour master""#, true),
            (r#""–The harbour master""#, true),
            (r#"" -- The harbour master""#, true),
            (r#"[{"text": "――", "marks": ["strong"]}, "港長"]"#, true),
            (r#""Jean-Luc – of the harbour""#, false),
        ] {
            for kind in ["quote", "pullQuote"] {
                let html = rendered_blocks(&format!(
                    r#"[{{"type": "{kind}", "text": "a", "cite": {cite}}}]"#
                ));
                assert_eq!(html.contains(r#"<figcaption class="dashed">"#), is_dashed, "{html}");
            }
        }
    }

    #[test]
    fn long_numbers_of_a_list_are_said() {
        let item = |times: usize| vec![r#""a""#; times].join(",");
        for (start, items, digits) in [
            (1, 9, None),
            (1, 10, Some(2)),
            (9, 1, None),
            (9, 2, Some(2)),
            (95, 6, Some(3)),
            (-1, 1, Some(2)),
            (-100, 200, Some(4)),
            (1_234_567, 3, Some(7)),
            (i32::MAX, 3, Some(10)),
            (i32::MIN, 3, Some(11)),
        ] {
            let html = rendered_blocks(&format!(
                r#"[{{"type": "list", "ordered": true, "start": {start}, "items": [{}]}}]"#,
                item(items)
            ));
            let said = digits.map(|digits| format!(r#" data-digits="{digits}"><li>"#));
            match said {
                Some(said) => assert!(html.contains(&said), "{html}"),
                None => assert!(!html.contains("data-digits"), "{html}"),
            }
        }
        // A list in a list begins at 1; one without numbers has none.
        let html = rendered_blocks(&format!(
            r#"[{{"type": "list", "ordered": true, "items": [{{"text": "a", "items": [{0}]}}]}},
               {{"type": "list", "start": 5000, "items": [{0}]}},
               {{"type": "footnotes", "notes": [{1}]}}]"#,
            item(12),
            (0..100)
                .map(|id| format!(r#"{{"id": {id}, "text": "n"}}"#))
                .collect::<Vec<_>>()
                .join(",")
        ));
        assert_eq!(html.matches("data-digits").count(), 2, "{html}");
        assert!(html.contains(r#"a<ol data-digits="2">"#), "{html}");
        assert!(html.contains(r#"<ol data-digits="3"><li id="n-to-0"><span>n"#), "{html}");
    }

    #[test]
    fn code_keeps_its_lines_and_can_be_reached() {
        assert_eq!(
            rendered_blocks(r#"[{"type": "code", "language": "rust", "code": "a <\n  b"}]"#),
            "<figure class=\"code\"><figcaption>rust</figcaption>\
             <pre data-scrolls=\"rust\" dir=\"ltr\" translate=\"no\"><code>a &lt;\n  b</code></pre></figure>"
        );
    }

    #[test]
    fn a_number_is_set_large() {
        assert_eq!(
            rendered_blocks(r#"[{"type": "figure", "value": "5,000", "label": "miles"}]"#),
            "<p class=\"big-number\"><strong data-digits=\"5\">5,000</strong> <span>miles</span></p>"
        );
    }

    #[test]
    fn a_note_leads_back_to_the_first_place_that_refers_to_it() {
        let html = rendered(
            r##"{"headline": "H", "standfirst": "S", "sections": [{"blocks": [
                {"type": "paragraph", "text": [{"text": "1", "href": "#a"}, " ", {"text": "again", "href": "#a"}]},
                {"type": "footnotes", "notes": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}]}]}"##,
        );
        for piece in [
            "<a href=\"#n-to-a\" id=\"n-from-a\">1</a> <a href=\"#n-to-a\">again</a>",
            "<section class=\"footnotes\" aria-label=\"Notes\"><ol><li id=\"n-to-a\"><span>A</span> \
             <a href=\"#n-from-a\" aria-label=\"Back to the text\">↩\u{fe0e}</a></li>\
             <li id=\"n-to-b\"><span>B</span></li></ol></section>",
        ] {
            assert!(html.contains(piece), "{piece} in {html}");
        }
    }
}
