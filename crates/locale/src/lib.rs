//! Dates, numbers, lists and the words of the interface in every language, without a browser: what
//! [`newsprint_view`] asks of its host, for servers and command lines.
//!
//! [`IcuLocale`] writes as a browser's `Intl` does, by [ICU4X](https://icu4x.unicode.org) and the
//! data of [CLDR](https://cldr.unicode.org). [`Words`] has the words of `words/*.json`. Nothing of
//! it ships to readers: their browsers know all of this already.
//!
//! # Example
//!
//! ```
//! use newsprint_locale::{IcuLocale, TimeZone, Words};
//! use newsprint_model::{Date, Language};
//! use newsprint_view::{Dictionary, Key, Locale};
//!
//! let french = Language::new("fr").expect("a tag");
//! let locale = IcuLocale::new(&french, &TimeZone::named("Europe/Paris").expect("a zone"));
//! let date = Date::new(2024, 3, 18).expect("a date");
//!
//! assert_eq!(locale.weekday(date), "lundi 18 mars 2024");
//! assert_eq!(Words::of(&french).text(Key::Published), "Publié le");
//! ```

mod icu;
mod numbers;
mod words;
mod zone;

pub use icu::IcuLocale;
pub use words::Words;
pub use zone::TimeZone;
