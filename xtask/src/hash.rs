//! Hashes of content: a short one for names, and the one that an `integrity` attribute takes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// A short name for some content: the first 16 hexadecimal digits of its SHA-256.
pub fn of(content: &[u8]) -> String {
    Sha256::digest(content)[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What an `integrity` attribute says of some content: `sha384-` and the hash in Base64.
///
/// <https://www.w3.org/TR/SRI/#integrity-metadata>
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_published_examples_hold() {
        assert_eq!(super::of(b"abc"), "ba7816bf8f01cfea");
        assert_eq!(
            super::integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
