//! What belongs into the head of an article's page: its title and description, its address, what other
//! sites show of it, the files that it needs.

use newsprint_model::{Article, Hero, LinkUrl, Text};

use super::super::markup::{Element, element, text_node};
use super::super::render::markup;
use super::super::text::string;
use super::json_ld::json_ld;
use super::urls::from_root;
use super::{Asset, owned};

/// What the head says beside the article.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// The name of the site: it stands after the headline in the title.
    pub site_name: Option<&'a str>,
    /// The start script; `None` for a page on which no script runs.
    pub script: Option<Asset<'a>>,
    /// The style sheet of the article.
    pub styles: Asset<'a>,
    /// The origin of the site, where its own URLs are to be written from the root. Other sites need
    /// whole URLs, so the address and the picture are then not told to them.
    pub own_origin: Option<&'a str>,
}

/// The head of an article's page, a line for each element: title, description, canonical address,
/// [Open Graph](https://ogp.me), JSON-LD, style sheet and script.
#[must_use]
pub fn head(article: &Article, head: &Head<'_>) -> String {
    let mut lines = Lines(Vec::new());
    let mut title = element("title");
    title.child(string(&article.headline));
    if let Some(site) = head.site_name {
        title.text(format!(" – {site}"));
    }
    lines.add(&mut title);
    let description = article.standfirst.as_ref().map(Text::plain);
    if let Some(description) = &description {
        lines.named("description", description);
    }
    files(head, &mut lines);
    if let Some(url) = &article.url {
        let href = from_root(url.href(), head.own_origin);
        lines.add(element("link").set("rel", "canonical").attribute("href", owned(href)));
    }
    lines.property("og:type", "article");
    lines.property("og:title", &article.headline);
    if let Some(description) = &description {
        lines.property("og:description", description);
    }
    for_others(article, head, &mut lines);
    let data = json_ld(article, head.site_name, head.own_origin);
    lines.add(element("script").set("type", "application/ld+json").child(text_node(data.into())));
    lines.0.join("\n")
}

/// The style sheet, asked for before its link in the shadow root is seen, and the script.
fn files(head: &Head<'_>, lines: &mut Lines) {
    let mut preload = element("link");
    preload.set("rel", "preload").set("as", "style").attribute("href", owned(head.styles.url));
    head.styles.check(&mut preload);
    lines.add(&mut preload);
    if let Some(asset) = head.script {
        let mut script = element("script");
        script.set("type", "module").attribute("src", owned(asset.url));
        asset.check(&mut script);
        lines.add(&mut script);
    }
}

/// What other sites show of the article, when someone shares it.
fn for_others(article: &Article, head: &Head<'_>, lines: &mut Lines) {
    let is_whole = |url: &str| url.starts_with("http") && from_root(url, head.own_origin) == url;
    if let Some(url) = article.url.as_ref().map(LinkUrl::href).filter(|url| is_whole(url)) {
        lines.property("og:url", url);
    }
    if let Some(site) = head.site_name {
        lines.property("og:site_name", site);
    }
    if let Some(lang) = &article.lang
        && let Some(region) = lang.region()
    {
        lines.property("og:locale", &format!("{}_{region}", lang.primary()));
    }
    for (name, at) in
        [("article:published_time", article.published), ("article:modified_time", article.updated)]
    {
        if let Some(at) = at {
            lines.property(name, &at.datetime());
        }
    }
    if let Some(topic) = &article.topic {
        lines.property("article:section", &topic.text);
    }
    for tag in &article.tags {
        lines.property("article:tag", &tag.text);
    }
    let picture = match &article.hero {
        Some(Hero::Image(image)) => Some(image).filter(|image| is_whole(image.src.href())),
        _ => None,
    };
    if let Some(image) = picture {
        lines.property("og:image", image.src.href());
        for (name, pixels) in [("og:image:width", image.width), ("og:image:height", image.height)] {
            if let Some(pixels) = pixels {
                lines.property(name, &pixels.to_string());
            }
        }
        if let Some(alt) = &image.alt {
            lines.property("og:image:alt", alt);
        }
    }
    let card = if picture.is_some() { "summary_large_image" } else { "summary" };
    lines.named("twitter:card", card);
}

/// The lines of the head.
struct Lines(Vec<String>);

impl Lines {
    fn add(&mut self, element: &mut Element) {
        self.0.push(markup(element.html()));
    }

    fn named(&mut self, name: &'static str, content: &str) {
        self.add(element("meta").set("name", name).attribute("content", owned(content)));
    }

    fn property(&mut self, name: &'static str, content: &str) {
        self.add(element("meta").set("property", name).attribute("content", owned(content)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::read;
    use super::*;

    const HEAD: Head<'static> = Head {
        site_name: None,
        script: Some(Asset { url: "/n/newsprint.js", integrity: None }),
        styles: Asset { url: "/n/newsprint.css", integrity: None },
        own_origin: None,
    };

    #[test]
    fn the_least_article_has_a_title_and_its_files() {
        let html = head(&read(r#"{"headline": "A & B", "sections": []}"#), &HEAD);
        assert_eq!(
            html,
            "<title>A &amp; B</title>\n\
             <link rel=\"preload\" as=\"style\" href=\"/n/newsprint.css\">\n\
             <script type=\"module\" src=\"/n/newsprint.js\"></script>\n\
             <meta property=\"og:type\" content=\"article\">\n\
             <meta property=\"og:title\" content=\"A &amp; B\">\n\
             <meta name=\"twitter:card\" content=\"summary\">\n\
             <script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\
             \"@type\":\"NewsArticle\",\"headline\":\"A \\u0026 B\"}</script>"
        );
    }

    #[test]
    fn others_are_told_what_they_show() {
        let article = read(
            r#"{"lang": "en-GB", "headline": "H", "standfirst": "S", "url": "/bridges",
                "published": "2024-03-18T06:00:00Z", "sections": [],
                "byline": {"authors": [{"name": "N", "role": "R"}]}, "tags": [{"text": "T", "url": "/t"}],
                "hero": {"src": "/h.webp", "alt": "\"A\"", "width": 640}}"#,
        );
        let html = head(&article, &Head { site_name: Some("Gazette"), ..HEAD });
        for line in [
            "<title>H – Gazette</title>",
            r#"<meta name="description" content="S">"#,
            r#"<link rel="canonical" href="https://news.example/bridges">"#,
            r#"<meta property="og:url" content="https://news.example/bridges">"#,
            r#"<meta property="og:image" content="https://news.example/h.webp">"#,
            r#"<meta property="og:image:alt" content="&quot;A&quot;">"#,
            r#"<meta property="og:locale" content="en_GB">"#,
            r#"<meta property="article:published_time" content="2024-03-18T06:00:00Z">"#,
        ] {
            assert!(html.lines().any(|it| it == line), "{line}\n{html}");
        }
        assert!(html.contains(r#""author":[{"@type":"Person","jobTitle":"R","name":"N"}]"#));
        assert!(html.contains(r#""publisher":{"@type":"Organization","name":"Gazette"}"#));
    }

    #[test]
    fn from_the_root_nothing_is_told_that_others_could_not_find() {
        let article = read(
            r#"{"headline": "H", "url": "/bridges", "hero": {"src": "/h.webp"}, "sections": []}"#,
        );
        let html = head(&article, &Head { own_origin: Some("https://news.example"), ..HEAD });
        assert!(html.contains(r#"<link rel="canonical" href="/bridges">"#), "{html}");
        assert!(html.contains(r#""mainEntityOfPage":"/bridges""#), "{html}");
        assert!(!html.contains("og:url") && !html.contains("og:image"), "{html}");
    }

    #[test]
    fn no_string_ends_the_data() {
        let article = read(
            r#"{"headline": "</script><script>alert(1)</script><!--", "rights": "\u2028", "sections": []}"#,
        );
        let html = head(&article, &HEAD);
        assert_eq!(html.matches("<script").count(), 2, "{html}");
        assert_eq!(html.matches("</script>").count(), 2, "{html}");
        assert!(!html.contains("<!--"), "{html}");
    }
}
