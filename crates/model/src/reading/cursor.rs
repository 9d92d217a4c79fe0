//! A place in a document while it is read: the value there, and how it was reached.

use super::json::Json;

/// One step from a value into one that it contains.
#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Document,
    Key(&'a str),
    Index(usize),
}

/// A value and the way to it.
///
/// It lives on the stack and points at its parent. The JSON Pointer is only written when something
/// is reported, so values that are fine cost nothing.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'a> {
    /// The value that stands here.
    pub json: &'a Json,
    parent: Option<&'a Cursor<'a>>,
    step: Step<'a>,
}

impl<'a> Cursor<'a> {
    /// The whole document.
    pub fn document(json: &'a Json) -> Self {
        Self { json, parent: None, step: Step::Document }
    }

    /// The member of this object with that name. `null` means the same as absent.
    pub fn get<'b>(&'b self, key: &'b str) -> Option<Cursor<'b>> {
        match self.json.get(key)? {
            Json::Null => None,
            json => Some(Cursor { json, parent: Some(self), step: Step::Key(key) }),
        }
    }

    /// The items of this array; a value that is no array counts as an array of one.
    pub fn items<'b>(&'b self) -> impl Iterator<Item = Cursor<'b>> {
        let (items, indexed) = match self.json {
            Json::Array(items) => (&**items, true),
            single => (std::slice::from_ref(single), false),
        };
        items.iter().enumerate().map(move |(index, json)| {
            if indexed {
                Cursor { json, parent: Some(self), step: Step::Index(index) }
            } else {
                *self
            }
        })
    }

    /// The way to this value as a JSON Pointer
    /// ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)).
    pub fn pointer(&self) -> String {
        let mut pointer = self.parent.map(Cursor::pointer).unwrap_or_default();
        match self.step {
            Step::Document => {}
            Step::Key(key) => {
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            }
            Step::Index(index) => {
                pointer.push('/');
                pointer.push_str(&index.to_string());
            }
        }
        pointer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_names_the_place() {
        let json = Json::parse(br#"{"a/b~c": [0, {"d": 1}], "e": null, "f": 7}"#).unwrap();
        let document = Cursor::document(&json);
        assert_eq!(document.pointer(), "");
        let array = document.get("a/b~c").unwrap();
        let object = array.items().nth(1).unwrap();
        assert_eq!(object.get("d").unwrap().pointer(), "/a~1b~0c/1/d");
        assert!(document.get("e").is_none() && document.get("g").is_none());
        let single = document.get("f").unwrap();
        assert_eq!(single.items().map(|item| item.pointer()).collect::<Vec<_>>(), ["/f"]);
    }
}
