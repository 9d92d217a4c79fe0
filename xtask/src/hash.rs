//! A short name for some content.

/// The 64-bit FNV-1a hash as 16 hexadecimal digits. It only has to change when
/// the content does; nobody has a reason to forge it.
pub fn of(content: &[u8]) -> String {
    let hash = content.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_published_examples_hold() {
        assert_eq!(super::of(b""), "cbf29ce484222325");
        assert_eq!(super::of(b"a"), "af63dc4c8601ec8c");
        assert_eq!(super::of(b"foobar"), "85944171f73967e8");
    }
}
