//! Blocks that hold other blocks.

use serde::Serialize;

use super::super::Str;
use super::super::text::Text;
use super::super::word_enum::word_enum;
use super::Block;

/// A box beside the story.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Aside {
    /// What kind of box it is.
    #[serde(default, skip_serializing_if = "AsideKind::is_default")]
    pub kind: AsideKind,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What is in it.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub blocks: Vec<Block>,
}

word_enum! {
    /// What kind of box an aside is.
    #[derive(Default)]
    pub enum AsideKind {
        /// Background, or a word from the editors.
        #[default]
        Note = "note",
        /// A fact file.
        Facts = "facts",
        /// The story in a few points.
        KeyPoints = "keyPoints",
    }
}

/// Something that opens when the reader asks.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Details {
    /// What the reader sees before.
    pub summary: Text,
    /// What the reader sees then.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub blocks: Vec<Block>,
    /// Whether it is open from the beginning.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
}

/// What happened when.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Timeline {
    /// The events, in the order in which they are told.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub events: Vec<TimelineEvent>,
}

/// One event of a timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TimelineEvent {
    /// When it happened, in words.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub date: Str,
    /// What happened, in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What happened.
    #[serde(default)]
    pub blocks: Vec<Block>,
}

/// Questions and their answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Questions {
    /// The questions.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub items: Vec<Question>,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Question {
    /// What is asked.
    pub question: Text,
    /// What is answered.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub blocks: Vec<Block>,
}

impl AsideKind {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
