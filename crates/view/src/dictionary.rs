//! The words of the interface, by key: only what the article itself does not say.
//!
//! English is compiled in, from `words/en.json`. A language that has no file in `words/` gets
//! English words; its dates, numbers and lists are still its own, because the browser knows them.

use newsprint_model::Condition;
use yew::AttrValue;

use super::reader_message::ReaderMessage;

/// The words of the interface in one language.
pub trait Dictionary {
    /// The words for this.
    fn text(&self, key: Key) -> AttrValue;

    /// The language that the words are in: a primary subtag.
    fn language(&self) -> &str;
}

/// The English words.
#[derive(Debug, Clone, Copy, Default)]
pub struct English;

impl Dictionary for English {
    fn text(&self, key: Key) -> AttrValue {
        AttrValue::Static(key.english())
    }

    fn language(&self) -> &'static str {
        "en"
    }
}

/// What there are words for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Before the names of the authors.
    AuthoredBy,
    /// Names the way from a note back into the text.
    BackToText,
    /// Names the button that closes a message.
    Close,
    /// Names a piece of code that has no name.
    Code,
    /// Between a label and what it labels.
    Colon,
    /// What the sky does.
    Condition(Condition),
    /// Over what was put right.
    Corrections,
    /// Before the time of a saved copy that is shown in the article's place.
    Kept,
    /// Over the newest articles.
    Latest,
    /// On the button that loads something from another site, before the name of the site.
    Load,
    /// What kept the article away.
    Message(ReaderMessage),
    /// Over the notes that the text refers to.
    Notes,
    /// Before the time of publication.
    Published,
    /// Over the articles on the same subject.
    Related,
    /// On the button that asks for the article again.
    Retry,
    /// Names a table that has no caption.
    Table,
    /// Names the list of subjects.
    Topics,
    /// Opens what is said in a film or sound.
    Transcript,
    /// Before the time of the last change.
    Updated,
    /// Before the time at which the article on the page was replaced by a newer version.
    UpdatedAt,
    /// Before the name of whoever the weather data comes from.
    Weather,
}

/// The name and the English words of each key, made from `words/en.json` by the build. A key in that
/// file that is not used below is an error.
#[deny(dead_code)]
mod english {
    include!(concat!(env!("OUT_DIR"), "/english.rs"));
}

impl Key {
    /// Its name in `words/*.json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().0
    }

    /// The English words.
    #[must_use]
    pub fn english(self) -> &'static str {
        self.entry().1
    }

    fn entry(self) -> (&'static str, &'static str) {
        match self {
            Self::AuthoredBy => english::AUTHORED_BY,
            Self::BackToText => english::BACK_TO_TEXT,
            Self::Close => english::CLOSE,
            Self::Code => english::CODE,
            Self::Colon => english::COLON,
            Self::Condition(condition) => match condition {
                Condition::Clear => english::CONDITION_CLEAR,
                Condition::PartlyCloudy => english::CONDITION_PARTLY_CLOUDY,
                Condition::Cloudy => english::CONDITION_CLOUDY,
                Condition::Fog => english::CONDITION_FOG,
                Condition::Drizzle => english::CONDITION_DRIZZLE,
                Condition::Rain => english::CONDITION_RAIN,
                Condition::Sleet => english::CONDITION_SLEET,
                Condition::Snow => english::CONDITION_SNOW,
                Condition::Thunderstorm => english::CONDITION_THUNDERSTORM,
            },
            Self::Corrections => english::CORRECTIONS,
            Self::Kept => english::KEPT,
            Self::Latest => english::LATEST,
            Self::Load => english::LOAD,
            Self::Message(message) => match message {
                ReaderMessage::Offline => english::MESSAGE_OFFLINE,
                ReaderMessage::Unreachable => english::MESSAGE_UNREACHABLE,
                ReaderMessage::Gone => english::MESSAGE_GONE,
                ReaderMessage::Closed => english::MESSAGE_CLOSED,
                ReaderMessage::Broken => english::MESSAGE_BROKEN,
            },
            Self::Notes => english::NOTES,
            Self::Published => english::PUBLISHED,
            Self::Related => english::RELATED,
            Self::Retry => english::RETRY,
            Self::Table => english::TABLE,
            Self::Topics => english::TOPICS,
            Self::Transcript => english::TRANSCRIPT,
            Self::Updated => english::UPDATED,
            Self::UpdatedAt => english::UPDATED_AT,
            Self::Weather => english::WEATHER,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_the_names_and_words_of_the_file() {
        let key = Key::Condition(Condition::PartlyCloudy);
        assert_eq!((key.name(), key.english()), ("condition.partlyCloudy", "Partly cloudy"));
        assert_eq!(English.text(Key::AuthoredBy), "Authored by");
    }
}
