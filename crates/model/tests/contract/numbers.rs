//! Numbers are printed with the digits that were sent.

use newsprint_model::{Block, Content, InlineOrUrl, Text};
use newsprint_testing::contract::read;

/// As backends send them: tiny, huge, with more digits than 64 bits have, with zeros at the end.
const NUMBERS: [&str; 14] = [
    "0",
    "-12",
    "3.5",
    "1.50",
    "4e-7",
    "0.0000004",
    "-0.000000000000000001",
    "999999999999",
    "1000000000000",
    "27720709000000",
    "123456789012345678",
    "0.30000000000000004",
    "1e300",
    "1E+21",
];

fn plain(text: &Text) -> String {
    text.spans.iter().map(|span| &*span.text).collect()
}

#[test]
fn wherever_text_may_stand() {
    for number in NUMBERS {
        let body = format!(
            r##"{{
                "headline": {number},
                "header": {{ "weather": {{ "temperature": {number} }} }},
                "byline": {{ "authors": [{{ "name": {number} }}] }},
                "sections": [{{ "id": {number}, "heading": {number}, "blocks": [
                    {{ "type": "paragraph", "text": [{{ "text": {number}, "href": "#{number}" }}] }},
                    {{ "type": "table", "rows": [[{number}, [{number}]]] }},
                    {{ "type": "figure", "value": {number}, "label": {number} }}
                ] }}]
            }}"##
        );
        let reading = read(body.as_bytes()).unwrap();
        assert_eq!(reading.diagnostics, [], "{number}");
        let article = reading.value;
        assert_eq!(&*article.headline, number);
        let Some(InlineOrUrl::Inline(weather)) = article.header.unwrap().weather else {
            panic!("{number} is a temperature")
        };
        assert_eq!(&**weather.temperature.text(), number);
        assert_eq!(&*article.byline.unwrap().authors[0].name, number);
        let section = &article.sections[0];
        assert_eq!(section.id.as_deref(), Some(number));
        let content: Vec<_> = section.blocks.iter().map(|Block { content, .. }| content).collect();
        let [Content::Paragraph(paragraph), Content::Table(table), Content::Figure(figure)] =
            content[..]
        else {
            panic!("{content:?}")
        };
        // A link to a number leads to it.
        assert!(paragraph.text.spans[0].link.is_some(), "{number}");
        assert_eq!(plain(&paragraph.text), number);
        assert_eq!(plain(&table.rows[0][0]), number);
        assert_eq!(plain(&table.rows[0][1]), number);
        assert_eq!(&*figure.value, number);
        assert_eq!(plain(&figure.label), number);
    }
}
