//! What the reader is told quietly beside an article.

use newsprint_model::Instant;
use yew::virtual_dom::VNode;

use super::dictionary::Key;
use super::markup::{Element, ItemKey, element, keyed};
use super::page::Page;

/// What the lines beside an article say.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Notices {
    /// The line in the masthead of an article that was shown from a saved copy.
    pub copy: Option<CopyLine>,
    /// When the article was changed while it was shown.
    pub updated: Option<Instant>,
}

/// The line in the masthead of an article that was shown from a saved copy. It takes the place of the
/// space below the header, so that what it says covers nothing and, where there is a header, moves
/// nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CopyLine {
    /// Nothing: the backend is being asked for a newer version, or has answered.
    Empty,
    /// The backend could not be asked: the copy was saved at this time.
    SavedAt(Instant),
}

/// The line in the masthead.
pub(super) fn copy_line(notices: Notices, page: &Page<'_>) -> VNode {
    let Some(copy) = notices.copy else { return VNode::default() };
    let mut line = line("saved-copy");
    if let CopyLine::SavedAt(at) = copy {
        // It stays, so that a reader who has seen it may close it. The shell does that.
        let mut close = element("button");
        close.class("close").set("type", "button").attribute("aria-label", page.words(Key::Close));
        let mut told = message("kept", Key::Kept, page.options.locale.moment(at), page);
        tell(&mut line, at, told.words(" ").child_element(close.words("×")));
    }
    line.html()
}

/// The line at the end of the article.
pub(super) fn update_line(notices: Notices, page: &Page<'_>) -> VNode {
    let mut line = line("notice");
    if let Some(at) = notices.updated {
        let mut told = message("updated", Key::UpdatedAt, page.options.locale.time(at), page);
        tell(&mut line, at, &mut told);
    }
    line.html()
}

/// A line. It is there before it says anything, because a screen reader announces only what changes
/// in it ([status](https://www.w3.org/TR/wai-aria-1.2/#status)).
fn line(class: &'static str) -> Element {
    let mut line = element("p");
    line.class(class).set("role", "status");
    line
}

fn message(class: &'static str, key: Key, time: String, page: &Page<'_>) -> Element {
    let mut told = element("span");
    told.class(class).child(page.label(key)).words(" ").text(time);
    told
}

/// Puts a message into a line. Each is a new element, so that its time in view starts anew.
fn tell(line: &mut Element, at: Instant, message: &mut Element) {
    line.child(keyed(vec![(ItemKey::number(at.epoch_ms().cast_unsigned()), message.html())]));
}

#[cfg(test)]
mod tests {
    use super::super::article::article;
    use super::super::page::RenderOptions;
    use super::super::testing::{markup, options, read};
    use super::*;

    fn told(notices: Notices) -> String {
        let small = read(r#"{"headline": "H", "sections": []}"#);
        markup(article(&small, RenderOptions { notices: Some(notices), ..options() }))
    }

    #[test]
    fn the_lines_are_there_before_there_is_anything_to_tell() {
        let html = told(Notices::default());
        assert!(html.ends_with(r#"<p class="notice" role="status"></p></article>"#), "{html}");
        assert!(!html.contains("saved-copy"), "{html}");
        let html = told(Notices { copy: Some(CopyLine::Empty), updated: None });
        assert!(
            html.contains(r#"<p class="saved-copy" role="status"></p><h1"#),
            "above the headline: {html}"
        );
    }

    #[test]
    fn an_article_that_is_not_followed_has_none() {
        let small = read(r#"{"headline": "H", "sections": []}"#);
        assert!(!markup(article(&small, options())).contains("status"));
    }

    #[test]
    fn the_reader_is_told_when() {
        let at = Instant::at(1_710_758_520_000.0);
        let html = told(Notices { updated: Some(at), copy: None });
        assert!(
            html.contains(r#""status"><span class="updated">Updated 10:42</span></p>"#),
            "{html}"
        );
        let html = told(Notices { copy: Some(CopyLine::SavedAt(at)), updated: None });
        assert!(
            html.contains(
                r#""status"><span class="kept">Saved copy from 18 March 2024 at 10:42 UTC <button class="close" type="button" aria-label="Close">×</button></span></p>"#
            ),
            "{html}"
        );
    }
}
