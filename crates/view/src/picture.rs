//! Pictures, with caption and credit

use yew::Html;

use newsprint_model::{Image, Str, Text};

use super::markup::{Element, element};
use super::page::Page;
use super::text::{string, text};

/// How soon a picture is wanted.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Urgency {
    /// It is in view from the beginning.
    First,
    /// It may wait until the reader comes near.
    Lazy,
}

/// A picture without its text and address yet. Its server learns the origin of the page, because
/// some serve only their own pages, but not which article is read.
#[inline(never)]
pub(super) fn img(class: &'static str) -> Element {
    let mut img = element("img");
    img.class(class).set("alt", "").set("decoding", "async").set("referrerpolicy", "strict-origin");
    img
}

/// A picture alone.
pub(super) fn picture(
    image: &Image,
    class: &'static str,
    urgency: Urgency,
    page: &Page<'_>,
) -> Html {
    let lazy = urgency == Urgency::Lazy;
    let srcset = srcset(image);
    let mut img = img(class);
    img.string("alt", image.alt.as_ref())
        .number("width", image.width)
        .number("height", image.height);
    if lazy {
        img.set("loading", "lazy");
    } else {
        img.set("fetchpriority", "high");
    }
    if is_small(image) {
        img.set("data-small", "");
    }
    if let Some(srcset) = srcset {
        // No picture is wider than the element. A lazy one is laid out before it is fetched, so that
        // a newer browser knows its own width (`auto`).
        let width = page.options.width.filter(|width| *width > 0);
        let sizes = width.map_or_else(|| "100vw".into(), |width| format!("min(62em, {width}px)"));
        img.attribute("sizes", if lazy { format!("auto, {sizes}") } else { sizes }.into());
        img.attribute("srcset", srcset.into());
    }
    img.string("src", Some(image.src.href())).html()
}

/// The candidates of a `srcset`: those that the document lists, and `src` where its width is known,
/// because a browser takes no picture that is not among them. A space would end a URL there, and a
/// comma at the end of a URL would end its candidate before the width, so both are escaped.
fn srcset(image: &Image) -> Option<String> {
    if image.srcset.is_empty() {
        return None;
    }
    let listed = image.srcset.iter().map(|source| (&source.src, source.width));
    let own = image.width.filter(|width| listed.clone().all(|(_, other)| other != *width));
    let candidates = listed.chain(own.map(|width| (&image.src, width))).map(|(src, width)| {
        let href = src.href().replace(char::is_whitespace, "%20");
        let url = href.trim_end_matches(',');
        format!("{url}{} {width}w", "%2C".repeat(href.len() - url.len()))
    });
    Some(candidates.collect::<Vec<_>>().join(", "))
}

/// Whether the largest picture there is would be a blur at the width of a whole column.
fn is_small(image: &Image) -> bool {
    let widths = image.srcset.iter().map(|source| source.width).chain(image.width);
    widths.max().is_some_and(|width| width < 600)
}

/// A picture with its caption and credit.
pub(super) fn figure(
    image: &Image,
    class: &'static str,
    urgency: Urgency,
    page: &Page<'_>,
) -> Element {
    let mut figure = element("figure");
    figure
        .class(class)
        .part("figure")
        .child(picture(image, "picture", urgency, page))
        .child(caption(image.caption.as_ref(), image.credit.as_ref(), page));
    figure
}

/// Caption and credit, where there are any.
pub(super) fn caption(words: Option<&Text>, credit: Option<&Str>, page: &Page<'_>) -> Html {
    if words.is_none() && credit.is_none() {
        return Html::default();
    }
    let mut caption = element("figcaption");
    caption.part("caption");
    if let Some(words) = words {
        caption.child_element(element("span").child(text(words, page))).words(" ");
    }
    if let Some(credit) = credit {
        caption.child_element(element("span").class("credit").child(string(credit)));
    }
    caption.html()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{markup, options, read, rendered, rendered_blocks};
    use super::super::{RenderOptions, article};

    #[test]
    fn a_picture_keeps_its_space_and_waits() {
        let html = rendered_blocks(
            r#"[{"type": "image", "src": "a.webp", "alt": "A \"b\"", "width": 640, "height": 360,
                "caption": "C", "credit": "D"}]"#,
        );
        assert_eq!(
            html,
            "<figure class=\"figure\" part=\"figure\"><img class=\"picture\" alt=\"A &quot;b&quot;\" \
             decoding=\"async\" referrerpolicy=\"strict-origin\" width=\"640\" height=\"360\" loading=\"lazy\" \
             src=\"https://news.example/api/articles/a.webp\">\
             <figcaption part=\"caption\"><span>C</span> <span class=\"credit\">D</span></figcaption></figure>"
        );
    }

    #[test]
    fn the_leading_picture_does_not_wait() {
        let html = rendered(r#"{"headline": "H", "hero": {"src": "a.webp"}, "sections": []}"#);
        assert!(html.contains(r#"fetchpriority="high""#) && !html.contains("lazy"), "{html}");
        assert!(html.contains(r#"alt="""#) && !html.contains("<figcaption"), "{html}");
    }

    #[test]
    fn other_widths_are_offered_whatever_their_urls_end_with() {
        let html = rendered_blocks(
            r#"[{"type": "image", "src": "a", "srcset": [{"src": "/b,,", "width": 320},
                {"src": "/c d", "width": 640}]}]"#,
        );
        assert!(
            html.contains(
                r#"srcset="https://news.example/b%2C%2C 320w, https://news.example/c%20d 640w""#
            ),
            "{html}"
        );
        assert!(html.contains(r#"sizes="auto, 100vw""#), "{html}");
    }

    #[test]
    fn the_picture_itself_is_offered_where_its_width_is_known() {
        let candidates = |width: &str| {
            let html = rendered_blocks(&format!(
                r#"[{{"type": "image", "src": "/full", {width} "srcset": [{{"src": "/b", "width": 640}}]}}]"#
            ));
            html.split(r#"srcset=""#).nth(1).unwrap().split('"').next().unwrap().to_owned()
        };
        let listed = "https://news.example/b 640w";
        assert_eq!(
            candidates(r#""width": 1600,"#),
            format!("{listed}, https://news.example/full 1600w")
        );
        assert_eq!(
            candidates(r#""width": 320,"#),
            format!("{listed}, https://news.example/full 320w")
        );
        assert_eq!(candidates(r#""width": 640,"#), listed);
        assert_eq!(candidates(""), listed);
    }

    #[test]
    fn a_picture_is_chosen_by_the_width_of_the_element() {
        let hero = r#"{"headline": "H", "sections": [],
            "hero": {"src": "/a", "srcset": [{"src": "/b", "width": 640}]}}"#;
        for (width, sizes) in [(Some(300), "min(62em, 300px)"), (Some(0), "100vw"), (None, "100vw")]
        {
            let html = markup(article(&read(hero), RenderOptions { width, ..options() }));
            assert!(html.contains(&format!(r#"sizes="{sizes}""#)), "{html}");
        }
    }

    #[test]
    fn what_would_be_a_blur_is_small() {
        for (picture, is_small) in [
            (r#""width": 320"#, true),
            (r#""width": 599, "srcset": [{"src": "/b", "width": 300}]"#, true),
            (r#""width": 320, "srcset": [{"src": "/b", "width": 1200}]"#, false),
            (r#""srcset": [{"src": "/b", "width": 300}]"#, true),
            (r#""width": 600"#, false),
            (r#""height": 20"#, false),
        ] {
            let html =
                rendered_blocks(&format!(r#"[{{"type": "image", "src": "/a", {picture}}}]"#));
            assert_eq!(html.contains("data-small"), is_small, "{html}");
        }
    }

    #[test]
    fn a_url_can_bring_no_other_candidate_with_it() {
        let html = rendered_blocks(
            r#"[{"type": "image", "src": "a", "srcset": [
                {"src": "data:image/png;base64,AA 1w, https://evil.example/", "width": 320}]}]"#,
        );
        assert!(
            html.contains(
                r#"srcset="data:image/png;base64,AA%201w,%20https://evil.example/ 320w""#
            ),
            "{html}"
        );
    }
}
