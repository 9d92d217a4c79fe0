//! Blocks of pictures

use yew::Html;

use newsprint_model::{Gallery, ImageBlock, Layout};

use super::super::markup::element;
use super::super::page::Page;
use super::super::picture::{Urgency, caption, figure};
use super::Id;

pub(super) fn image(block: &ImageBlock, id: Id, page: &Page<'_>) -> Html {
    let class = match block.layout {
        Layout::Column => "figure",
        Layout::Wide => "figure wide",
        Layout::Full => "figure full",
    };
    figure(&block.image, class, Urgency::Lazy, page).id(id).html()
}

pub(super) fn gallery(gallery: &Gallery, id: Id, page: &Page<'_>) -> Html {
    let mut list = element("ul");
    for image in &gallery.images {
        let picture = figure(image, "figure", Urgency::Lazy, page).html();
        list.child_element(element("li").child(picture));
    }
    element("figure")
        .class("gallery wide")
        .id(id)
        .child_element(&mut list)
        .child(caption(gallery.caption.as_ref(), None, page))
        .html()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::rendered_blocks;

    #[test]
    fn a_gallery_is_a_list_of_figures() {
        let html = rendered_blocks(
            r#"[{"type": "gallery", "caption": "G", "images": [{"src": "/a", "caption": "A"}, {"src": "/b"}]}]"#,
        );
        assert!(
            html.starts_with(
                r#"<figure class="gallery wide"><ul><li><figure class="figure" part="figure"><img"#
            ),
            "{html}"
        );
        assert_eq!(html.matches("<li>").count(), 2);
        assert!(
            html.ends_with(
                r#"</ul><figcaption part="caption"><span>G</span> </figcaption></figure>"#
            ),
            "{html}"
        );
    }

    #[test]
    fn a_layout_has_its_class() {
        let html = rendered_blocks(r#"[{"type": "image", "src": "/a", "layout": "full"}]"#);
        assert!(html.starts_with(r#"<figure class="figure full""#), "{html}");
    }
}
