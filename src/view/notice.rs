//! What the reader is told quietly beside an article

use yew::Html;

use crate::model::Instant;

use super::locale::Locale;
use super::markup::{all, element};

/// What there is to tell.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Notice {
    /// Nothing.
    #[default]
    None,
    /// The article was changed at this time.
    Updated(Instant),
    /// It could not be seen whether the article is the newest: this copy was kept at this time.
    Kept(Instant),
}

/// An article, and under it the line that tells. The line is there before there is anything to
/// tell, because a screen reader says only what changes in it
/// ([status](https://www.w3.org/TR/wai-aria-1.2/#status)).
pub fn notice(notice: Notice, article: Html, locale: &dyn Locale) -> Html {
    let mut line = element("p");
    line.set("role", "status");
    let words = locale.words();
    match notice {
        Notice::None => line.class("notice"),
        Notice::Updated(at) => {
            let time = locale.time(at);
            line.class("notice updated").words(words.updated_at).words(" ").written(time)
        }
        Notice::Kept(at) => {
            let moment = locale.moment(at);
            line.class("notice kept").words(words.kept).words(" ").written(moment)
        }
    };
    all(vec![article, line.html()])
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::super::PlainEnglish;
    use super::super::testing::markup;
    use super::*;

    fn told(what: Notice) -> String {
        markup(notice(what, element("article").html(), &PlainEnglish))
    }

    #[test]
    fn the_line_is_there_before_there_is_anything_to_tell() {
        assert_eq!(
            told(Notice::None),
            r#"<article></article><p role="status" class="notice"></p>"#
        );
    }

    #[test]
    fn the_reader_is_told_when() {
        let at = Instant::at(1_710_758_520_000.0);
        let html = told(Notice::Updated(at));
        assert!(html.ends_with(r#"class="notice updated">Updated 10:42</p>"#), "{html}");
        let html = told(Notice::Kept(at));
        assert!(
            html.ends_with(r#"class="notice kept">Saved copy from 18 March 2024 at 10:42 UTC</p>"#),
            "{html}"
        );
    }
}
