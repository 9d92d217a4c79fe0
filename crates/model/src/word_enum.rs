//! Enums whose variants are words of the contract.

/// Makes an enum of which each variant is one word of the contract. The word stands here once: serde,
/// the schema, the reader (`WORDS`) and `as_str` have it from here.
macro_rules! word_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub enum $name {
            $( $(#[$variant_meta])* #[serde(rename = $word)] $variant, )+
        }

        impl $name {
            /// The words, and what each means.
            pub const WORDS: &[(&str, Self)] = &[ $( ($word, Self::$variant), )+ ];

            /// The word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $word, )+
                }
            }
        }
    };
}

pub(crate) use word_enum;
