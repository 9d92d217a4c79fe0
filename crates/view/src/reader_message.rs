//! What the reader sees when the article can't be shown

use yew::Html;

use newsprint_model::FailureKind;

use super::action::Action;
use super::dictionary::{Dictionary, Key};
use super::markup::element;

/// What a reader is told of a failure. Programs are told of more kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReaderMessage {
    /// The reader's own network is away.
    Offline,
    /// The backend can't be reached, or has difficulties.
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

/// One friendly sentence, and a button if trying again can help.
pub fn reader_message(kind: FailureKind, can_retry: bool, words: &dyn Dictionary) -> Html {
    let sentence = words.text(Key::Message(ReaderMessage::from(kind)));
    let mut message = element("div");
    message
        .class_and_part("error")
        .set("role", "alert")
        .attribute("lang", words.language().to_owned().into())
        .child_element(element("p").label(sentence));
    if can_retry {
        let button = element("button")
            .class_and_part("retry")
            .set("type", "button")
            .action(Action::Retry)
            .label(words.text(Key::Retry))
            .html();
        message.child(button);
    }
    message.html()
}

#[cfg(test)]
mod tests {
    use super::super::English;
    use super::super::testing::markup;
    use super::*;

    fn told(kind: FailureKind, can_retry: bool) -> String {
        markup(reader_message(kind, can_retry, &English))
    }

    #[test]
    fn the_reader_is_told_kindly_and_can_retry_where_that_can_help() {
        let html = told(FailureKind::Server, true);
        assert!(
            html.starts_with(
                r#"<div class="error" part="error" role="alert" lang="en"><p>The article can’t be reached"#
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
        use ReaderMessage::*;
        for (kind, message) in [
            (FailureKind::Offline, Offline),
            (FailureKind::Timeout, Unreachable),
            (FailureKind::Network, Unreachable),
            (FailureKind::RateLimited, Unreachable),
            (FailureKind::Server, Unreachable),
            (FailureKind::NotFound, Gone),
            (FailureKind::Gone, Gone),
            (FailureKind::Forbidden, Closed),
            (FailureKind::NotJson, Broken),
            (FailureKind::NotAnArticle, Broken),
            (FailureKind::TooLarge, Broken),
            (FailureKind::Engine, Broken),
        ] {
            let html = told(kind, false);
            assert!(html.contains(Key::Message(message).english()), "{kind:?}: {html}");
        }
    }
}
