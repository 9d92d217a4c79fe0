//! Where something is in the text of a JSON document: from a JSON Pointer to a line and a column.

use std::collections::HashMap;
use std::ops::Range;

/// A place in a text, both counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// The text without the mark that some programs put before it.
pub fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text)
}

/// Finds the places of bytes. It goes on from the last place, so that all findings in a large feed take
/// one walk through its text.
#[derive(Debug)]
pub struct Places<'a> {
    text: &'a [u8],
    /// Where to begin anew for a byte before the last.
    base: (usize, Place),
    last: (usize, Place),
}

impl<'a> Places<'a> {
    /// The places in a text.
    pub fn new(text: &'a [u8]) -> Self {
        let start = (0, Place { line: 1, column: 1 });
        Self { text, base: start, last: start }
    }

    /// The place of a byte, and the place from which later ones are looked for.
    pub fn go_to(&mut self, offset: usize) -> Place {
        let place = self.of(offset);
        self.base = self.last;
        place
    }

    /// The place of a byte.
    pub fn of(&mut self, offset: usize) -> Place {
        let offset = offset.min(self.text.len());
        if offset < self.last.0 {
            self.last = if offset < self.base.0 { Self::new(self.text).last } else { self.base };
        }
        let (from, Place { mut line, mut column }) = self.last;
        for byte in &self.text[from..offset] {
            match byte {
                b'\n' => (line, column) = (line + 1, 1),
                // A byte that goes on with a character begins none.
                0x80..=0xbf => {}
                _ => column += 1,
            }
        }
        let place = Place { line, column };
        self.last = (offset, place);
        place
    }
}

/// Finds values in a text that is JSON. It remembers the way to what it has found, because findings are
/// often neighbours, and the way to them may go through all of a large document.
#[derive(Debug)]
pub struct Values<'a> {
    text: &'a [u8],
    /// Where the values begin that pointers lead to, or the last on the way.
    known: HashMap<String, Result<usize, usize>>,
    /// Where the items of the array begin that begins here.
    arrays: HashMap<usize, Vec<usize>>,
}

impl<'a> Values<'a> {
    /// The values in a text.
    pub fn new(text: &'a [u8]) -> Self {
        Self { text, known: HashMap::new(), arrays: HashMap::new() }
    }

    /// Where the value begins that a pointer
    /// ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)) leads to. Where it leads to nothing, the last
    /// value on the way that is there.
    pub fn offset(&mut self, pointer: &str) -> usize {
        match self.find(pointer) {
            Ok(offset) | Err(offset) => offset,
        }
    }

    /// Where a value begins, or the last on the way to it.
    fn find(&mut self, pointer: &str) -> Result<usize, usize> {
        if let Some(known) = self.known.get(pointer) {
            return *known;
        }
        let found = match pointer.rsplit_once('/') {
            None => {
                let mut scanner = Scanner { text: self.text, at: 0 };
                scanner.skip_space();
                Ok(scanner.at)
            }
            Some((parent, token)) => {
                let token = token.replace("~1", "/").replace("~0", "~");
                self.find(parent).and_then(|parent| self.child(parent, &token).ok_or(parent))
            }
        };
        self.known.insert(pointer.to_owned(), found);
        found
    }

    /// Where the member or item of this name begins in the value that begins here.
    fn child(&mut self, parent: usize, name: &str) -> Option<usize> {
        let mut scanner = Scanner { text: self.text, at: parent };
        if scanner.peek() != Some(b'[') {
            return scanner.member(name);
        }
        let items = self
            .arrays
            .entry(parent)
            .or_insert_with(|| scanner.items().into_iter().map(|item| item.start).collect());
        items.get(name.parse::<usize>().ok()?).copied()
    }
}

/// The articles in a feed, in a text that is JSON: the pointer to each, and its bytes. `None` for a
/// document that is no feed: an array, or an object that has an array of `articles` or `items`.
pub fn articles(text: &[u8]) -> Option<Vec<(String, Range<usize>)>> {
    let mut scanner = Scanner { text, at: 0 };
    scanner.skip_space();
    let mut prefix = String::new();
    if scanner.peek() == Some(b'{') {
        let here = scanner.at;
        let mut member = |name: &str| {
            scanner.at = here;
            scanner.member(name)
        };
        if member("headline").is_some() {
            return None;
        }
        let is_array = |at: &usize| text.get(*at) == Some(&b'[');
        let (name, at) = ["articles", "items"]
            .into_iter()
            .find_map(|name| Some((name, member(name).filter(is_array)?)))?;
        prefix = format!("/{name}");
        scanner.at = at;
    }
    (scanner.peek() == Some(b'[')).then(|| {
        let items = scanner.items().into_iter().enumerate();
        items.map(|(index, range)| (format!("{prefix}/{index}"), range)).collect()
    })
}

/// Goes through a text that is JSON. In any other it stops at the end, at the latest.
struct Scanner<'a> {
    text: &'a [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Skips a byte, and the space after it.
    fn skip(&mut self) {
        self.at += 1;
        self.skip_space();
    }

    /// Skips a string, and returns where it is, with its quotes.
    fn string(&mut self) -> Range<usize> {
        let start = self.at;
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                break;
            }
        }
        self.at = self.at.min(self.text.len());
        start..self.at
    }

    /// Skips a value, and returns where it is. It counts brackets rather than calling itself, so that
    /// no depth is too much for it.
    fn value(&mut self) -> Range<usize> {
        let start = self.at;
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.string();
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.saturating_sub(1);
                    self.at += 1;
                }
                b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => self.at += 1,
                _ => {
                    while self.peek().is_some_and(|byte| !b",:]}[{\" \t\n\r".contains(&byte)) {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                break;
            }
        }
        start..self.at
    }

    /// Where the items of the array are that begins here.
    fn items(&mut self) -> Vec<Range<usize>> {
        let mut items = Vec::new();
        self.skip();
        while self.peek().is_some_and(|byte| byte != b']') {
            items.push(self.value());
            self.skip_space();
            if self.peek() == Some(b',') {
                self.skip();
            }
        }
        items
    }

    /// Where the member of this name begins in the object that begins here. Of members with the same
    /// name the last counts, as for a browser.
    fn member(&mut self, name: &str) -> Option<usize> {
        if self.peek() != Some(b'{') {
            return None;
        }
        let mut found = None;
        self.skip();
        while self.peek() == Some(b'"') {
            let key = self.string();
            let key = serde_json::from_slice::<String>(&self.text[key]);
            self.skip_space();
            self.skip();
            if key.is_ok_and(|key| key == name) {
                found = Some(self.at);
            }
            self.value();
            self.skip_space();
            if self.peek() == Some(b',') {
                self.skip();
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{
  "a": [1, {"b/c": "x, ]", "é": -2.5e3}],
  "d\u0065": {"f": {}, "f": [true, null]}, "g": "\\\"}"
}"#;

    fn offset(text: &str, pointer: &str) -> usize {
        Values::new(text.as_bytes()).offset(pointer)
    }

    #[test]
    fn a_pointer_leads_to_its_value() {
        for (pointer, expected) in [
            ("", "{\n"),
            ("/a", "[1,"),
            ("/a/0", "1,"),
            ("/a/1/b~1c", "\"x, ]\""),
            ("/a/1/é", "-2.5e3}"),
            ("/de/f", "[true"),
            ("/de/f/1", "null]"),
            ("/g", r#""\\\"}""#),
        ] {
            let found = &TEXT[offset(TEXT, pointer)..];
            assert!(found.starts_with(expected), "{pointer}: {found}");
        }
    }

    #[test]
    fn a_pointer_to_nothing_leads_as_far_as_it_goes() {
        for (pointer, expected) in [
            ("/none", "{\n"),
            ("/none/a", "{\n"),
            ("/a/7", "[1,"),
            ("/a/0/x", "1,"),
            ("/a/x", "[1,"),
        ] {
            let found = &TEXT[offset(TEXT, pointer)..];
            assert!(found.starts_with(expected), "{pointer}: {found}");
        }
    }

    #[test]
    fn the_way_that_is_remembered_leads_to_the_same_place() {
        let mut values = Values::new(TEXT.as_bytes());
        for pointer in ["/a/1/é", "/a/0", "/a/9", "/a/1/b~1c", "/de/f/1", "/de/f/0", "/a/1/é"] {
            assert_eq!(values.offset(pointer), offset(TEXT, pointer), "{pointer}");
        }
    }

    #[test]
    fn lines_and_characters_are_counted_from_one() {
        let text = TEXT.as_bytes();
        let mut places = Places::new(text);
        let number = offset(TEXT, "/a/1/é");
        // In any order, and from wherever it has gone before.
        for _ in 0..2 {
            assert_eq!(places.of(9999).line, 4);
            assert_eq!(places.of(number), Place { line: 2, column: 33 });
            assert_eq!(places.of(0), Place { line: 1, column: 1 });
            assert_eq!(places.go_to(offset(TEXT, "/a")), Place { line: 2, column: 8 });
        }
    }

    #[test]
    fn a_feed_is_a_list_of_articles() {
        let found = |text: &str| {
            articles(text.as_bytes()).map(|all| {
                all.into_iter()
                    .map(|(pointer, range)| format!("{pointer} {}", &text[range]))
                    .collect::<Vec<_>>()
            })
        };
        assert_eq!(found(" [ {\"a\":[1]} , 2 ]").unwrap(), ["/0 {\"a\":[1]}", "/1 2"]);
        assert_eq!(found(r#"{"v": 1, "items": [{}]}"#).unwrap(), ["/items/0 {}"]);
        assert_eq!(found(r#"{"items": 1, "articles": []}"#).unwrap(), Vec::<String>::new());
        assert_eq!(found(r#"{"headline": "H", "items": [{}]}"#), None);
        assert_eq!(found(r#"{"items": {}}"#), None);
        assert_eq!(found("7"), None);
    }

    #[test]
    fn what_is_no_json_has_an_end() {
        for text in ["{\"a", "[[[", "{\"a\" 1 2", "\"\\", "[1 2", "{\"a\":"] {
            offset(text, "/a/0/1");
            articles(text.as_bytes());
        }
    }
}
