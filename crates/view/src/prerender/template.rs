//! The page around an article: the site's own, or a good one of ours.

use std::error::Error;
use std::fmt;

use newsprint_model::{Article, Language};

/// Where the head of the article goes.
const HEAD: &str = "<!-- newsprint-head -->";

/// Where the element goes.
const ARTICLE: &str = "<!-- newsprint-article -->";

/// The page around an article, with two places to fill: `<!-- newsprint-head -->`, which may be left
/// out, and `<!-- newsprint-article -->`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    text: Option<String>,
}

/// Why a text is no template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TemplateError {
    placeholder: &'static str,
    times: usize,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { placeholder, times } = self;
        match times {
            0 => write!(
                formatter,
                "The template does not say where the article goes; write {placeholder} there."
            ),
            _ => write!(
                formatter,
                "The template has {placeholder} {times} times; leave one of them."
            ),
        }
    }
}

impl Error for TemplateError {}

impl Template {
    /// A page of ours: the article and nothing else, in its language.
    #[must_use]
    pub fn bare() -> Self {
        Self { text: None }
    }

    /// A page of the site's own.
    ///
    /// # Errors
    /// When the place of the article is not there, or a place is there more than once.
    pub fn new(text: &str) -> Result<Self, TemplateError> {
        for (placeholder, least) in [(HEAD, 0), (ARTICLE, 1)] {
            let times = text.matches(placeholder).count();
            if !(least..=1).contains(&times) {
                return Err(TemplateError { placeholder, times });
            }
        }
        Ok(Self { text: Some(text.to_owned()) })
    }

    /// The page of an article, from the markup of its head and its element. Where the article names no
    /// language, the page of ours is in the other that is given.
    #[must_use]
    pub fn page(
        &self,
        article: &Article,
        otherwise: &Language,
        head: &str,
        element: &str,
    ) -> String {
        let Some(text) = &self.text else { return bare_page(article, otherwise, head, element) };
        // In one pass: the words of an article may well be those of a placeholder.
        let mut page = String::with_capacity(text.len() + head.len() + element.len());
        let mut rest = text.as_str();
        let mut places: Vec<(usize, &str, &str)> = [(HEAD, head), (ARTICLE, element)]
            .into_iter()
            .filter_map(|(name, value)| Some((text.find(name)?, name, value)))
            .collect();
        places.sort_unstable();
        for (_, name, value) in places {
            if let Some((before, after)) = rest.split_once(name) {
                page.push_str(before);
                page.push_str(value);
                rest = after;
            }
        }
        page.push_str(rest);
        page
    }
}

fn bare_page(article: &Article, otherwise: &Language, head: &str, element: &str) -> String {
    // A tag has only letters, digits and hyphens.
    let lang = article.lang.as_ref().unwrap_or(otherwise);
    let dir = article.direction().unwrap_or_else(|| lang.direction());
    format!(
        r#"<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
{head}
</head>
<body>
<main>
{element}
</main>
</body>
</html>
"#,
        lang = lang.tag(),
        dir = dir.as_str(),
    )
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::read;
    use super::*;

    #[test]
    fn a_page_of_the_site_is_filled_in_one_pass() {
        let article = read(r#"{"headline": "H", "sections": []}"#);
        let template = Template::new("<b><!-- newsprint-article --></b><!-- newsprint-head -->.");
        let page = template.unwrap().page(
            &article,
            &Language::english(),
            "[HEAD]",
            "<!-- newsprint-head -->",
        );
        assert_eq!(page, "<b><!-- newsprint-head --></b>[HEAD].");
        let without_head = Template::new("<!-- newsprint-article -->!").unwrap();
        assert_eq!(without_head.page(&article, &Language::english(), "[HEAD]", "[A]"), "[A]!");
    }

    #[test]
    fn what_is_no_template_says_what_to_do() {
        assert_eq!(
            Template::new("<main></main>").unwrap_err().to_string(),
            "The template does not say where the article goes; write <!-- newsprint-article --> there."
        );
        assert_eq!(
            Template::new(&format!("{ARTICLE}{HEAD}{HEAD}")).unwrap_err().to_string(),
            "The template has <!-- newsprint-head --> 2 times; leave one of them."
        );
    }

    #[test]
    fn our_page_is_in_the_language_of_the_article() {
        let page = |json| {
            Template::bare().page(&read(json), &Language::new("nl").unwrap(), "[HEAD]", "[A]")
        };
        let arabic = page(r#"{"lang": "ar", "headline": "H", "sections": []}"#);
        assert!(arabic.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">"), "{arabic}");
        let unknown = page(r#"{"headline": "H", "sections": []}"#);
        assert!(unknown.contains("<html lang=\"nl\" dir=\"ltr\">"), "{unknown}");
        assert!(unknown.contains("[HEAD]\n</head>") && unknown.contains("[A]\n</main>"));
    }
}
