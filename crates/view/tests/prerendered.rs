//! What holds for every article that is rendered into a page: parsed as a browser does, there is nothing
//! in it that the view does not write.

use std::collections::BTreeSet;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use newsprint_model::{Article, Language, Unit};
use newsprint_testing::contract::{documents, read, read_value};
use newsprint_testing::strategies;
use newsprint_view::{Asset, Head, Prerendering, RenderOptions, Template, head, prerendered};
use proptest::prelude::*;

const OPTIONS: RenderOptions<'static> = RenderOptions::PLAIN;

/// Options that are written into the element.
const OTHERS: RenderOptions<'static> =
    RenderOptions { heading_level: 4, unit: Some(Unit::Fahrenheit), hide: "nothing", ..OPTIONS };

/// An article with a player of another site, and a line end.
const PLAYER: &str = r#"{"headline": "H", "standfirst": "a\nb", "sections": [{"blocks": [{"type": "embed",
    "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa", "poster": "/p.webp"}]}]}"#;

/// The page of an article.
fn page(article: &Article, options: RenderOptions<'_>) -> String {
    let styles = Asset::at("/newsprint/newsprint.css");
    let with = Prerendering { src: Some("/a.json"), ..Prerendering::with_styles(styles) };
    let head_options = Head {
        site_name: Some("Gazette"),
        script: Some(Asset::at("/newsprint/newsprint.js")),
        styles,
        own_origin: None,
    };
    let element = prerendered(article, options, &with);
    Template::bare().page(article, &Language::english(), &head(article, &head_options), &element)
}

/// An element as it was parsed.
#[derive(Debug)]
struct Found {
    name: String,
    attributes: Vec<(String, String)>,
    /// The text right in it.
    text: String,
    /// The name of what it stands in.
    parent: String,
}

impl Found {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(it, _)| it == name).map(|(_, value)| &**value)
    }
}

/// The elements of a page, in their order.
fn parsed(page: &str) -> Vec<Found> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let mut found = Vec::new();
    collect(&dom.document, "", &mut found);
    found
}

fn collect(node: &Handle, parent: &str, found: &mut Vec<Found>) {
    let mut name = parent;
    let own_name;
    if let NodeData::Element { name: qualified, attrs, template_contents, .. } = &node.data {
        own_name = qualified.local.to_string();
        name = &own_name;
        let text = |child: &Handle| match &child.data {
            NodeData::Text { contents } => contents.borrow().to_string(),
            _ => String::new(),
        };
        found.push(Found {
            name: own_name.clone(),
            attributes: attrs
                .borrow()
                .iter()
                .map(|it| (it.name.local.to_string(), it.value.to_string()))
                .collect(),
            text: node.children.borrow().iter().map(text).collect(),
            parent: parent.to_owned(),
        });
        if let Some(contents) = &*template_contents.borrow() {
            collect(contents, name, found);
        }
    }
    assert!(!matches!(node.data, NodeData::Comment { .. }), "a comment");
    for child in node.children.borrow().iter() {
        collect(child, name, found);
    }
}

/// The names of elements and attributes in pages of documents that use every part of the contract.
fn names() -> &'static (BTreeSet<String>, BTreeSet<String>) {
    static NAMES: std::sync::OnceLock<(BTreeSet<String>, BTreeSet<String>)> =
        std::sync::OnceLock::new();
    NAMES.get_or_init(|| {
        // However deep a document goes.
        let mut elements: BTreeSet<String> = (1..=6).map(|level| format!("h{level}")).collect();
        let mut attributes = BTreeSet::new();
        let mut bodies: Vec<Vec<u8>> = ["contract/fixtures/valid", "demo/api/articles"]
            .into_iter()
            .flat_map(documents)
            .map(|(_, body)| body)
            .collect();
        bodies.push(PLAYER.into());
        for body in bodies {
            let article = read(&body).expect("an article").value;
            for element in parsed(&page(&article, OTHERS)) {
                elements.insert(element.name);
                attributes.extend(element.attributes.into_iter().map(|(name, _)| name));
            }
        }
        (elements, attributes)
    })
}

/// Whether a URL has a scheme that something may have.
fn is_allowed(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    url.starts_with(['/', '#'])
        || ["http:", "https:", "mailto:", "tel:", "data:image/", "blob:https://news.example/"]
            .iter()
            .any(|scheme| url.starts_with(scheme))
}

/// Checks a page.
fn check(page: &str, headline: &str) -> Result<(), TestCaseError> {
    let (elements, attributes) = names();
    let found = parsed(page);
    for element in &found {
        prop_assert!(elements.contains(&element.name), "{element:?}");
        for (name, value) in &element.attributes {
            prop_assert!(attributes.contains(name), "{name} of {element:?}");
            prop_assert!(name != "style" && !name.starts_with("on"), "{element:?}");
            if matches!(&**name, "href" | "src" | "poster") {
                prop_assert!(is_allowed(value), "{element:?}");
            }
        }
        if element.name == "script" {
            prop_assert_eq!(&element.parent, "head");
            match element.attribute("type") {
                Some("module") => prop_assert!(element.text.is_empty()),
                Some("application/ld+json") => {
                    let data: serde_json::Value = serde_json::from_str(&element.text).unwrap();
                    prop_assert_eq!(data["headline"].as_str(), Some(headline));
                }
                _ => prop_assert!(false, "{:?}", element),
            }
        }
    }
    let count = |name: &str| found.iter().filter(|element| element.name == name).count();
    prop_assert_eq!((count("newsprint-article"), count("template")), (1, 1));
    prop_assert_eq!((count("article"), count("script")), (2, 2));
    let ids: Vec<&str> = found.iter().filter_map(|element| element.attribute("id")).collect();
    let different: BTreeSet<&str> = ids.iter().copied().collect();
    prop_assert_eq!(ids.len(), different.len(), "{:?}", ids);
    // Every link to a place in the article finds it, in the part in which it stands.
    for place in found.iter().filter_map(|it| it.attribute("href")?.strip_prefix('#')) {
        prop_assert!(different.contains(place), "#{}", place);
    }
    Ok(())
}

/// The words of a node and of all that is in it, but for what the plain article has not: buttons,
/// icons and lists of other articles.
fn words(node: &Handle, words: &mut Vec<String>) {
    match &node.data {
        NodeData::Text { contents } => {
            words.extend(contents.borrow().split_whitespace().map(str::to_owned));
        }
        NodeData::Element { name, .. } if matches!(&*name.local, "button" | "nav" | "svg") => {}
        _ => node.children.borrow().iter().for_each(|child| self::words(child, words)),
    }
}

/// The articles in a page: the one that is shown, and the plain one.
fn articles(node: &Handle, found: &mut Vec<Handle>) {
    if let NodeData::Element { name, template_contents, .. } = &node.data {
        if &*name.local == "article" {
            found.push(node.clone());
        }
        if let Some(contents) = &*template_contents.borrow() {
            articles(contents, found);
        }
    }
    node.children.borrow().iter().for_each(|child| articles(child, found));
}

/// Checks that the plain article says what the other says, in the same order.
fn check_words(page: &str) -> Result<(), TestCaseError> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let mut found = Vec::new();
    articles(&dom.document, &mut found);
    let [shown, plain] = [&found[0], &found[1]].map(|article| {
        let mut all = Vec::new();
        words(article, &mut all);
        // A space more between two elements is none that changes a word.
        all.concat()
    });
    prop_assert_eq!(shown, plain);
    Ok(())
}

#[test]
fn the_plain_articles_of_the_demo_say_all_that_the_others_say() {
    for folder in ["contract/fixtures/valid", "demo/api/articles"] {
        for (path, body) in documents(folder) {
            let article = read(&body).expect("an article").value;
            let page = page(&article, OPTIONS);
            check_words(&page).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_page_has_only_what_the_view_writes(document in strategies::article()) {
        let article = read_value(&document).value;
        let shown = page(&article, OPTIONS);
        check(&shown, &article.headline)?;
        check_words(&shown)?;
        check(&page(&article, OTHERS), &article.headline)?;
    }

    #[test]
    fn strings_are_text_wherever_they_stand(text in "[<>&\"'/!a-z\\-= \u{0}\n\u{202e}]{1,40}") {
        let text = format!("x{text}");
        let document = serde_json::json!({
            "headline": text, "kicker": text, "standfirst": text, "rights": text,
            "byline": { "label": text, "authors": [{ "name": text }] },
            "hero": { "src": "/a", "alt": text, "caption": text },
            "tags": [{ "text": text, "url": "/t" }],
            "sections": [{ "id": text, "heading": text, "blocks": [
                { "type": "code", "code": text, "language": text },
                { "type": "table", "caption": text, "rows": [[text]] },
                { "type": "details", "summary": text, "blocks": [{ "type": "paragraph", "text": text }] },
                { "type": "embed", "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa", "title": text },
            ] }],
        });
        let article = read_value(&document).value;
        check(&page(&article, OPTIONS), &article.headline)?;
    }
}
