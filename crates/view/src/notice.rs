//! What the reader is told quietly beside an article.

use std::rc::Rc;

use yew::Html;
use yew::virtual_dom::VNode;

use newsprint_model::Instant;

use super::dictionary::{Dictionary, Key};
use super::locale::Locale;
use super::markup::{ItemKey, element, keyed};

/// What the line says.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Notice {
    /// Nothing.
    #[default]
    None,
    /// The article was changed at this time.
    Updated(Instant),
    /// The backend could not be asked for a newer version: this is a copy, saved at this time.
    Kept(Instant),
}

/// An article, and at its end the line, in the article's language. The line is there before it says
/// anything, because a screen reader announces only what changes in it
/// ([status](https://www.w3.org/TR/wai-aria-1.2/#status)). Each message is a new element, so that
/// its time in view starts anew.
pub fn notice(
    notice: Notice,
    mut article: Html,
    locale: &dyn Locale,
    words: &dyn Dictionary,
) -> Html {
    let mut line = element("p");
    line.class("notice").set("role", "status");
    let mut tell = |at: Instant, class, key, time| {
        let mut told = element("span");
        told.class(class).label(words.text(key)).words(" ").text(time);
        if key == Key::Kept {
            // It stays, so that a reader who has seen it may close it. The shell does that.
            let mut close = element("button");
            close
                .class("close")
                .set("type", "button")
                .attribute("aria-label", words.text(Key::Close));
            told.words(" ").child_element(close.words("×"));
        }
        line.child(keyed(vec![(ItemKey::number(at.epoch_ms().cast_unsigned()), told.html())]));
    };
    match notice {
        Notice::None => {}
        Notice::Updated(at) => tell(at, "updated", Key::UpdatedAt, locale.time(at)),
        Notice::Kept(at) => tell(at, "kept", Key::Kept, locale.moment(at)),
    }
    if let VNode::VTag(article) = &mut article
        && let Some(article) = Rc::get_mut(article)
    {
        article.add_child(line.html());
    }
    article
}

#[cfg(test)]
mod tests {
    use super::super::testing::markup;
    use super::super::{English, PlainEnglish};
    use super::*;

    fn told(what: Notice) -> String {
        markup(notice(what, element("article").html(), &PlainEnglish, &English))
    }

    #[test]
    fn the_line_is_there_before_there_is_anything_to_tell() {
        assert_eq!(
            told(Notice::None),
            r#"<article><p class="notice" role="status"></p></article>"#
        );
    }

    #[test]
    fn the_reader_is_told_when() {
        let at = Instant::at(1_710_758_520_000.0);
        let html = told(Notice::Updated(at));
        assert!(
            html.contains(r#""status"><span class="updated">Updated 10:42</span></p>"#),
            "{html}"
        );
        let html = told(Notice::Kept(at));
        assert!(
            html.contains(
                r#""status"><span class="kept">Saved copy from 18 March 2024 at 10:42 UTC <button class="close" type="button" aria-label="Close">×</button></span></p>"#
            ),
            "{html}"
        );
    }
}
