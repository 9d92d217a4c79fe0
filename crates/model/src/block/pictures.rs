//! Blocks of pictures.

use serde::Serialize;

use super::super::image::Image;
use super::super::text::Text;
use super::super::word_enum::word_enum;

/// A picture in the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ImageBlock {
    /// The picture.
    #[serde(flatten)]
    pub image: Image,
    /// How much room it takes.
    #[serde(default, skip_serializing_if = "Layout::is_default")]
    pub layout: Layout,
}

word_enum! {
    /// How much room a picture takes.
    #[derive(Default)]
    pub enum Layout {
        /// As wide as the text.
        #[default]
        Column = "column",
        /// Wider than the text.
        Wide = "wide",
        /// As wide as the article.
        Full = "full",
    }
}

/// Several pictures that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Gallery {
    /// The pictures.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub images: Vec<Image>,
    /// What the reader should know of them all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Text>,
}

impl Layout {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
