//! How much of a document is read. What is beyond a limit is left out and reported; a body beyond
//! its own is refused.

/// The longest body that is read, in bytes.
pub const MAX_BODY_BYTES: usize = 10 * 1024 * 1024;

/// How deep JSON may be nested.
///
/// It is enough for every document within the contract: blocks may be nested 32 deep, and the deepest
/// kind (a timeline in a timeline) takes four levels of JSON for each.
pub const MAX_JSON_DEPTH: usize = 256;

/// How many values (strings, numbers, arrays, objects …) of a document are read; the rest is left
/// out, except for the members of the document itself.
///
/// A value takes two bytes of JSON or more, but a hundred times as much in memory as a cell of a
/// table. Without this limit 10 MiB of `0,` would become gigabytes. It is enough for an article of
/// 20,000 blocks with a dozen values each.
pub const MAX_JSON_VALUES: usize = 250_000;

/// The most blocks that an article may have, nested ones counted.
pub const MAX_BLOCKS: usize = 20_000;

/// How deep blocks (and the items of lists) may be nested.
pub const MAX_NESTING: usize = 32;

/// The most mistakes that are listed; one more entry then says that there are others. Without a
/// limit, the complaints about a document of nothing but mistakes would be many times its size.
pub const MAX_DIAGNOSTICS: usize = 200;
