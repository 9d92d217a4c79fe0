//! The plain article: the same words and pictures as bare HTML, for those who read it without our
//! styles.
//!
//! There is no second view. The nodes of the one view are taken, and what means nothing outside of the
//! shadow root is left out: classes and parts, slots, icons, buttons, ids of our own. So a new block is
//! here as soon as it is there.

use yew::Html;
use yew::virtual_dom::{VNode, VTag};

use newsprint_model::Article;

use super::super::article::article as article_of;
use super::super::markup::{all, text_node};
use super::super::page::RenderOptions;
use super::urls::attribute;

/// What says nothing in bare HTML.
const LEFT_OUT: [&str; 4] = ["button", "canvas", "slot", "svg"];

/// What stands in a line of text.
const INLINE: [&str; 4] = ["a", "bdi", "span", "time"];

/// What is left out when nothing is in it.
const BOXES: [&str; 7] = ["div", "figure", "header", "p", "section", "span", "ul"];

/// The attributes that mean something without styles and scripts.
const ATTRIBUTES: [&str; 24] = [
    "alt",
    "colspan",
    "controls",
    "datetime",
    "decoding",
    "dir",
    "height",
    "href",
    "id",
    "kind",
    "label",
    "lang",
    "loading",
    "open",
    "playsinline",
    "preload",
    "referrerpolicy",
    "rel",
    "scope",
    "src",
    "srclang",
    "start",
    "translate",
    "width",
];

/// The article as bare HTML, without the lists of latest and related news: they belong to the page, and
/// are in the article that is shown.
///
/// Its pictures are fetched only where it is shown, its embeds are links, and its ids begin with the
/// scope and `-plain`, so that none is there twice.
pub fn plain(article: &Article, options: RenderOptions<'_>) -> Html {
    let scope = &*format!("{}-plain", options.scope);
    let hide = &*format!("{} latest related", options.hide);
    let options = RenderOptions { hide, notices: None, width: None, scope, ..options };
    let shown = article_of(article, options);
    all(Bare { scope }.nodes(&[shown]))
}

/// Takes from nodes what means something in bare HTML.
struct Bare<'a> {
    scope: &'a str,
}

impl Bare<'_> {
    /// Nodes that follow each other. Where only a style keeps two of them apart, a space does it here.
    fn nodes(&self, nodes: &[VNode]) -> Vec<VNode> {
        let mut bare: Vec<VNode> = Vec::new();
        let mut last: Option<&VTag> = None;
        for node in nodes {
            let tag = if let VNode::VTag(tag) = node { Some(&**tag) } else { None };
            let mut these = self.node(node);
            if these.is_empty() {
                continue;
            }
            if let (Some(last), Some(tag)) = (last, tag)
                && INLINE.contains(&last.tag())
                && INLINE.contains(&tag.tag())
                && (is_our_span(last) || is_our_span(tag))
                && !edge(bare.last(), false).is_some_and(char::is_whitespace)
                && !edge(these.first(), true).is_some_and(char::is_whitespace)
            {
                bare.push(text_node(" ".into()));
            }
            bare.append(&mut these);
            last = tag;
        }
        bare
    }

    fn node(&self, node: &VNode) -> Vec<VNode> {
        match node {
            VNode::VTag(tag) => self.element(tag),
            VNode::VList(list) => self.nodes(list),
            VNode::VText(_) => vec![node.clone()],
            _ => Vec::new(),
        }
    }

    fn element(&self, tag: &VTag) -> Vec<VNode> {
        let name = tag.tag();
        let is_hidden = attribute(tag, "hidden").or(attribute(tag, "aria-hidden")).is_some();
        if LEFT_OUT.contains(&name) || is_hidden {
            return Vec::new();
        }
        let children = match tag.children() {
            Some(VNode::VList(list)) => self.nodes(list),
            Some(child) => self.node(child),
            None => Vec::new(),
        };
        if children.is_empty() && BOXES.contains(&name) {
            return Vec::new();
        }
        let is_line = name == "div" && attribute(tag, "class").as_deref() == Some("header");
        let name = if is_line { "p" } else { name };
        let mut bare = VTag::new(name.to_owned());
        let mut is_bare = true;
        for known in ATTRIBUTES {
            if let Some(value) = attribute(tag, known).filter(|value| self.keeps(known, value)) {
                bare.add_attribute(known, value);
                is_bare = false;
            }
        }
        match name {
            // Those that only hold something for the style sheet.
            "div" | "header" | "span" if is_bare => return children,
            // The type of a file; that of a button is gone with it.
            "source" => {
                if let Some(value) = attribute(tag, "type") {
                    bare.add_attribute("type", value);
                }
            }
            // The leading picture too: where the shown article has it, it must not be fetched twice.
            "img" => bare.add_attribute("loading", "lazy"),
            // The arrow that leads from a note back into the text says nothing by itself.
            "a" => {
                if let Some(value) = attribute(tag, "aria-label") {
                    bare.add_attribute("aria-label", value);
                }
            }
            _ => {}
        }
        bare.add_children(children);
        vec![bare.into()]
    }

    /// Whether an attribute means something here. Our own ids only tie an element to its name.
    fn keeps(&self, name: &str, value: &str) -> bool {
        let Some(id) = value.strip_prefix(self.scope).filter(|_| name == "id") else {
            return name != "id";
        };
        id.starts_with("-to-") || id.starts_with("-from-")
    }
}

/// Whether a `span` is one of the view's own, which its styles set apart from what is beside it. Those
/// in running text have a language.
fn is_our_span(tag: &VTag) -> bool {
    tag.tag() == "span" && attribute(tag, "lang").is_none()
}

/// The first or the last character of a node.
fn edge(node: Option<&VNode>, is_first: bool) -> Option<char> {
    match node? {
        VNode::VText(text) if is_first => text.text.chars().next(),
        VNode::VText(text) => text.text.chars().next_back(),
        VNode::VTag(tag) => edge(tag.children(), is_first),
        VNode::VList(list) => edge(if is_first { list.first() } else { list.last() }, is_first),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{markup, options, read};
    use super::*;

    fn bare(json: &str) -> String {
        markup(plain(&read(json), options()))
    }

    /// The plain markup of these blocks.
    fn blocks(blocks: &str) -> String {
        let html = bare(&format!(r#"{{"headline": "H", "sections": [{{"blocks": {blocks}}}]}}"#));
        html.replace("<article><h1>H</h1>", "").replace("</article>", "")
    }

    #[test]
    fn all_of_the_article_is_there_in_its_order_and_once() {
        let html = bare(
            r#"{"lang": "en-GB", "headline": "Headline", "kicker": "Kicker", "standfirst": "Standfirst",
                "header": {"date": "2024-03-18", "place": "Saltmere",
                    "weather": {"temperature": 9.5, "condition": "clear"}},
                "published": "2024-03-18T06:00:00Z", "updated": "2024-03-19",
                "byline": {"authors": [{"name": "A", "url": "/a"}, {"name": "B"}]},
                "hero": {"src": "/h.webp", "alt": "Alt", "caption": "Caption", "credit": "Credit"},
                "sections": [{"heading": "Section", "blocks": [{"type": "paragraph", "text": "Words"}]}],
                "latest": {"items": [{"headline": "Elsewhere", "url": "/e"}]},
                "tags": [{"text": "Tag", "url": "/t"}], "rights": "Rights"}"#,
        );
        assert_eq!(
            html,
            "<article dir=\"ltr\" lang=\"en-GB\"><p>Clear, <bdi>9.5\u{a0}°C</bdi> Saltmere \
             <time datetime=\"2024-03-18\">Monday, 18 March 2024</time></p><p>Kicker</p>\
             <h1>Headline</h1><p>Standfirst</p>\
             <p>Authored by: <a href=\"https://news.example/a\" rel=\"author noopener\"><bdi>A</bdi></a> \
             and <bdi>B</bdi></p>\
             <p>Published <time datetime=\"2024-03-18T06:00:00Z\">18 March 2024 at 06:00 UTC</time> \
             Updated <time datetime=\"2024-03-19\">19 March 2024</time></p>\
             <figure><img alt=\"Alt\" decoding=\"async\" referrerpolicy=\"strict-origin\" \
             src=\"https://news.example/h.webp\" loading=\"lazy\">\
             <figcaption>Caption Credit</figcaption></figure>\
             <section><h2>Section</h2><p>Words</p></section>\
             <ul><li><a href=\"https://news.example/t\" rel=\"noopener\">Tag</a></li></ul>\
             <p><small>Rights</small></p></article>"
        );
    }

    #[test]
    fn an_embed_is_a_link() {
        let html = blocks(
            r#"[{"type": "embed", "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa", "title": "T",
                "provider": "YouTube", "poster": "/p.webp", "caption": "C"}]"#,
        );
        assert_eq!(
            html,
            "<figure><a href=\"https://www.youtube.com/watch?v=aaaaaaaaaaa\" rel=\"noopener\">T</a> \
             YouTube<figcaption>C </figcaption></figure>"
        );
    }

    #[test]
    fn notes_are_linked_with_ids_of_their_own() {
        let html = blocks(
            r##"[{"type": "paragraph", "text": ["A", {"text": "1", "href": "#x"}]},
                {"type": "footnotes", "notes": [{"id": "x", "text": "N"}]}]"##,
        );
        assert_eq!(
            html,
            "<p>A<a href=\"#n-plain-to-x\" id=\"n-plain-from-x\">1</a></p><section><ol>\
             <li id=\"n-plain-to-x\">N <a href=\"#n-plain-from-x\" aria-label=\"Back to the text\">\
             ↩\u{fe0e}</a></li></ol></section>"
        );
    }

    #[test]
    fn tables_films_and_languages_stay_what_they_are() {
        let html = blocks(
            r#"[{"type": "table", "header": ["A", "B"], "rows": [["1", ""], ["2"]]},
                {"type": "video", "src": "/v.mp4", "poster": "/p.webp"},
                {"type": "paragraph", "text": [{"text": "a", "lang": "fr"}, {"text": "b", "lang": "de"}]}]"#,
        );
        assert_eq!(
            html,
            "<table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead>\
             <tbody><tr><td>1</td><td></td></tr><tr><td>2</td><td colspan=\"1\"></td></tr></tbody></table>\
             <figure><video controls=\"\" playsinline=\"\" preload=\"none\">\
             <source src=\"https://news.example/v.mp4\"></video></figure>\
             <p><span dir=\"ltr\" lang=\"fr\">a</span><span dir=\"ltr\" lang=\"de\">b</span></p>"
        );
    }
}
