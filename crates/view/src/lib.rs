//! The view: an article as a newspaper would lay it out.
//!
//! Pure functions from the model to markup, one file for each part of the page, without the
//! browser: an article renders the same on the host. They are plain functions rather than
//! components because nothing in them changes by itself; every component would cost the reader
//! another kilobyte. No events are attached here: a link is the browser's, and a button names its
//! action in `data-action`.
//!
//! # Example
//!
//! ```
//! use newsprint_model::read_article;
//! use newsprint_view::{RenderOptions, article, markup};
//! use url::Url;
//!
//! let base: Url = "https://news.example/api/bridges.json".parse()?;
//! let reading = read_article(br#"{ "headline": "Five <bridges>", "sections": [] }"#, &base)?;
//! let options = RenderOptions { scope: "bridges", ..RenderOptions::PLAIN };
//! let html = markup(article(&reading.value, options));
//!
//! assert!(html.contains("Five &lt;bridges&gt;"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod action;
mod article;
mod author_card;
mod block;
mod byline;
mod corrections;
mod dictionary;
mod icon;
mod link_list;
mod locale;
mod markup;
mod masthead;
mod notice;
mod page;
mod picture;
#[cfg(any(test, feature = "render"))]
mod prerender;
mod reader_message;
#[cfg(any(test, feature = "render"))]
mod render;
mod section;
mod tags;
mod text;
mod weather;

#[cfg(test)]
mod testing;

pub use article::article;
pub use dictionary::{Dictionary, English, Key};
pub use locale::{Locale, PlainEnglish};
pub use notice::{CopyLine, Notices};
pub use page::{RenderOptions, hides};
#[cfg(any(test, feature = "render"))]
pub use prerender::{Asset, Head, Prerendering, Template, TemplateError, head, plain, prerendered};
pub use reader_message::{ReaderMessage, reader_message};
#[cfg(any(test, feature = "render"))]
pub use render::markup;
