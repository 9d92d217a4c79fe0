//! Fingerprints: they tell one version of something from another.

use crate::reading::json::Json;

/// A hash: two things with different fingerprints differ, and two with the same one are almost
/// certainly equal ([FNV-1a](https://datatracker.ietf.org/doc/html/draft-eastlake-fnv)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// The fingerprint of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(0xcbf2_9ce4_8422_2325).and(bytes)
    }

    /// The fingerprint of something with this id; without an id, of its JSON.
    pub(super) fn of_id_or(id: Option<&str>, json: Option<&Json>) -> Self {
        match (id, json) {
            (Some(id), _) => Self::of(id.as_bytes()),
            (None, Some(json)) => Self::of(b"").and_json(json),
            (None, None) => Self::of(b""),
        }
    }

    fn and(self, bytes: &[u8]) -> Self {
        let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        Self(bytes.iter().fold(self.0, step))
    }

    fn and_json(self, json: &Json) -> Self {
        match json {
            Json::Null => self.and(b"n"),
            Json::Bool(value) => self.and(&[u8::from(*value)]),
            Json::Number(number) => self.and(number.text().as_bytes()).and(b"\xfe"),
            // A byte that no text contains marks where each string ends.
            Json::String(text) => self.and(text.as_bytes()).and(b"\xff"),
            Json::Array(items) => items.iter().fold(self, Self::and_json).and(b"]"),
            Json::Object(members) => {
                let member = |hash: Self, (name, value): &(_, _)| {
                    let name: &std::rc::Rc<str> = name;
                    hash.and(name.as_bytes()).and(b"\xff").and_json(value)
                };
                members.iter().fold(self, member).and(b"}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_differs_has_another_fingerprint() {
        let all = [
            "null",
            "true",
            "false",
            "0",
            "1",
            r#""""#,
            r#""a""#,
            "[]",
            "{}",
            r#"["a", "b"]"#,
            r#"["ab", ""]"#,
            r#"[["a"], "b"]"#,
            r#"{"a": "b"}"#,
            r#"{"ab": ""}"#,
            r#"{"a": {"b": 1}}"#,
            r#"{"a": {}, "b": 1}"#,
        ];
        let prints: std::collections::BTreeSet<_> = all
            .iter()
            .map(|json| Fingerprint::of_id_or(None, Some(&Json::parse(json.as_bytes()).unwrap())))
            .collect();
        assert_eq!(prints.len(), all.len());
        assert_eq!(Fingerprint::of(b"a"), Fingerprint(0xaf63_dc4c_8601_ec8c));
    }
}
