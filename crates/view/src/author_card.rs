//! Author card

use yew::Html;

use newsprint_model::Person;

use super::markup::element;
use super::page::Page;
use super::picture::{Urgency, picture};
use super::text::{linked, string, text};

/// A person in full: photo, name, role, a few sentences, and where else to find them.
pub(super) fn author_card(person: &Person, page: &Page<'_>) -> Html {
    let heading_id = page.new_id();
    let mut card = element("section");
    card.class_and_part("author-card").attribute("aria-labelledby", heading_id.clone());
    if let Some(image) = &person.image {
        card.child(picture(image, "portrait", Urgency::Lazy, page));
    }
    let name = linked(string(&person.name), person.url.as_ref());
    let mut about = element("div");
    about.child_element(element(page.heading(1)).class("name").id(Some(heading_id)).child(name));
    if let Some(role) = &person.role {
        about.child_element(element("p").class("role").child(string(role)));
    }
    if let Some(bio) = &person.bio {
        about.child_element(element("p").class("bio").child(text(bio, page)));
    }
    if !person.links.is_empty() {
        let mut links = element("ul");
        links.class("links");
        for link in &person.links {
            let link = linked(string(&link.text), link.url.as_ref());
            links.child_element(element("li").child(link));
        }
        about.child_element(&mut links);
    }
    card.child_element(&mut about).html()
}

#[cfg(test)]
mod tests {
    use super::super::testing::rendered;

    #[test]
    fn a_card_shows_the_person_in_full() {
        let html = rendered(
            r#"{"headline": "H", "sections": [], "authorCards": [{"name": "B. Editor", "url": "/b",
                "role": "Reporter", "bio": "At the paper since 2019.",
                "image": {"src": "/b.webp", "alt": "", "width": 320, "height": 320},
                "links": [{"text": "Mail", "url": "mailto:b@news.example"}]}, {"name": "C"}]}"#,
        );
        for piece in [
            r#"<section class="author-card" part="author-card" aria-labelledby="n-1"><img class="portrait" alt="""#,
            r#"<h2 class="name" id="n-1"><a rel="noopener" href="https://news.example/b">B. Editor</a></h2>"#,
            r#"<p class="role">Reporter</p><p class="bio">At the paper since 2019.</p>"#,
            r#"<ul class="links"><li><a rel="noopener" href="mailto:b@news.example">Mail</a></li></ul>"#,
            r#"aria-labelledby="n-2"><div><h2 class="name" id="n-2">C</h2></div></section>"#,
        ] {
            assert!(html.contains(piece), "{piece} in {html}");
        }
    }
}
