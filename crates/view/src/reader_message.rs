//! What the reader sees when the article can't be shown

use yew::Html;

use newsprint_model::FailureKind;

use super::action::Action;
use super::locale::Locale;
use super::markup::element;

/// What a reader is told of a failure: fewer kinds than a program is told of, in the order of
/// [`Words::troubles`](super::Words).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReaderMessage {
    /// The reader's own network is away.
    Offline,
    /// The backend is not to be reached, or in difficulties.
    Unreachable,
    /// There is no such article.
    Gone,
    /// The reader may not see it.
    Closed,
    /// What came is no article.
    Broken,
}

impl From<FailureKind> for ReaderMessage {
    fn from(kind: FailureKind) -> Self {
        match kind {
            FailureKind::Offline => Self::Offline,
            FailureKind::Timeout
            | FailureKind::Network
            | FailureKind::RateLimited
            | FailureKind::Server => Self::Unreachable,
            FailureKind::NotFound | FailureKind::Gone => Self::Gone,
            FailureKind::Forbidden => Self::Closed,
            FailureKind::NotJson
            | FailureKind::NotAnArticle
            | FailureKind::TooLarge
            | FailureKind::Engine => Self::Broken,
        }
    }
}

/// One kind sentence, and a button where trying again can help.
pub fn reader_message(kind: FailureKind, can_retry: bool, locale: &dyn Locale) -> Html {
    let words = locale.words();
    let sentence = words.troubles[ReaderMessage::from(kind) as usize];
    let mut message = element("div");
    message
        .class_and_part("error")
        .set("role", "alert")
        .child_element(element("p").words(sentence));
    if can_retry {
        let button = element("button")
            .class_and_part("retry")
            .set("type", "button")
            .action(Action::Retry)
            .words(words.retry)
            .html();
        message.child(button);
    }
    message.html()
}

#[cfg(test)]
mod tests {
    use super::super::testing::markup;
    use super::super::{PlainEnglish, words};
    use super::*;

    fn told(kind: FailureKind, can_retry: bool) -> String {
        markup(reader_message(kind, can_retry, &PlainEnglish))
    }

    #[test]
    fn the_reader_is_told_kindly_and_can_retry_where_that_can_help() {
        let html = told(FailureKind::Server, true);
        assert!(
            html.starts_with(
                r#"<div class="error" part="error" role="alert"><p>The article can’t be reached"#
            ),
            "{html}"
        );
        assert!(
            html.contains(r#"<button class="retry" part="retry" type="button" data-action="retry">Try again</button>"#),
            "{html}"
        );
        let html = told(FailureKind::NotFound, false);
        assert!(html.contains("no longer here") && !html.contains("<button"), "{html}");
    }

    #[test]
    fn every_kind_has_a_sentence() {
        for (kind, sentence) in [
            (FailureKind::Offline, 0),
            (FailureKind::Timeout, 1),
            (FailureKind::Network, 1),
            (FailureKind::RateLimited, 1),
            (FailureKind::Server, 1),
            (FailureKind::NotFound, 2),
            (FailureKind::Gone, 2),
            (FailureKind::Forbidden, 3),
            (FailureKind::NotJson, 4),
            (FailureKind::NotAnArticle, 4),
            (FailureKind::TooLarge, 4),
            (FailureKind::Engine, 4),
        ] {
            let html = told(kind, false);
            assert!(html.contains(words("en").troubles[sentence]), "{kind:?}: {html}");
        }
    }
}
