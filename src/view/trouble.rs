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
#[must_use]
pub fn trouble(failure: &Failure, locale: &dyn Locale) -> Html {
    let words = locale.words();
    let sentence = words.troubles[Trouble::from(failure.kind) as usize];
    let mut trouble = element("div");
    trouble.named("error").set("role", "alert").child(element("p").words(sentence).html());
    if failure.is_retryable() {
        let button =
            element("button").named("retry").set("type", "button").words(words.retry).html();
        trouble.child(button);
    }
    trouble.html()
}
