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
pub(super) fn picture(image: &Image, class: &'static str, urgency: Urgency) -> Html {
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
    if let Some(srcset) = srcset {
        // A lazy picture is laid out before it is fetched, so the browser knows its width (`auto`).
        // Older browsers, and the first picture, take the width of the window.
        img.set("sizes", if lazy { "auto, 100vw" } else { "100vw" });
        img.attribute("srcset", srcset.into());
    }
    img.string("src", Some(image.src.href())).html()
}

/// The candidates of a `srcset`. A space would end a URL there, and a comma at the end of a URL would
/// end its candidate before the width, so both are escaped.
fn srcset(image: &Image) -> Option<String> {
    let candidates = image.srcset.iter().map(|source| {
        let href = source.src.href().replace(char::is_whitespace, "%20");
        let url = href.trim_end_matches(',');
        format!("{url}{} {}w", "%2C".repeat(href.len() - url.len()), source.width)
    });
    let candidates: Vec<_> = candidates.collect();
    (!candidates.is_empty()).then(|| candidates.join(", "))
}

/// A picture with its caption and credit.
pub(super) fn figure(
    image: &Image,
    class: &'static str,
    urgency: Urgency,
    page: &Page<'_>,
) -> Element {
    let mut figure = element("figure");
    figure.class(class).part("figure").child(picture(image, "picture", urgency)).child(caption(
        image.caption.as_ref(),
        image.credit.as_ref(),
        page,
    ));
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
    use super::super::testing::{rendered, rendered_blocks};

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
