//! What the reader sees when the article can't be shown

use yew::Html;

use crate::loading::{Failure, Kind};

use super::locale::Locale;
use super::markup::element;

/// What a reader is told of a failure: fewer kinds than a program is told of, in the order of
/// [`Words::troubles`](super::Words).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
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

impl From<Kind> for Trouble {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Offline => Self::Offline,
            Kind::Timeout | Kind::Network | Kind::RateLimited | Kind::Server => Self::Unreachable,
            Kind::NotFound | Kind::Gone => Self::Gone,
            Kind::Forbidden => Self::Closed,
            Kind::NotJson | Kind::NotAnArticle | Kind::TooLarge | Kind::Engine => Self::Broken,
        }
    }
}

/// One kind sentence, and a button where trying again can help.
pub fn trouble(failure: &Failure, locale: &dyn Locale) -> Html {
    let words = locale.words();
    let sentence = words.troubles[Trouble::from(failure.kind) as usize];
    let mut trouble = element("div");
    trouble.named("error").set("role", "alert").put(element("p").words(sentence));
    if failure.is_retryable() {
        let button =
            element("button").named("retry").set("type", "button").words(words.retry).html();
        trouble.child(button);
    }
    trouble.html()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::super::testing::markup;
    use super::super::{PlainEnglish, words};
    use super::*;

    fn told(kind: Kind, status: Option<u16>) -> String {
        markup(trouble(
            &Failure { kind, status, message: "secret".into(), retry_after: None },
            &PlainEnglish,
        ))
    }

    #[test]
    fn the_reader_is_told_kindly_and_can_retry_where_that_can_help() {
        let html = told(Kind::Server, Some(503));
        assert!(
            html.starts_with(
                r#"<div class="error" part="error" role="alert"><p>The article can’t be reached"#
            ),
            "{html}"
        );
        assert!(
            html.contains(r#"<button class="retry" part="retry" type="button">Try again</button>"#),
            "{html}"
        );
        let html = told(Kind::NotFound, Some(404));
        assert!(html.contains("no longer here") && !html.contains("<button"), "{html}");
    }

    #[test]
    fn every_kind_has_a_sentence_and_none_shows_the_developers_message() {
        for (kind, sentence) in [
            (Kind::Offline, 0),
            (Kind::Timeout, 1),
            (Kind::Network, 1),
            (Kind::RateLimited, 1),
            (Kind::Server, 1),
            (Kind::NotFound, 2),
            (Kind::Gone, 2),
            (Kind::Forbidden, 3),
            (Kind::NotJson, 4),
            (Kind::NotAnArticle, 4),
            (Kind::TooLarge, 4),
            (Kind::Engine, 4),
        ] {
            let html = told(kind, None);
            assert!(html.contains(words("en").troubles[sentence]), "{kind:?}: {html}");
            assert!(!html.contains("secret"), "{html}");
        }
    }
}
