//! WebAssembly as bytes: just as much of its format as it takes to empty functions, and to give
//! short names to what comes in and goes out.
//!
//! <https://webassembly.github.io/spec/core/binary/modules.html>

use std::collections::HashMap;

use crate::failure::{Failure, Result};

/// What every module begins with: the magic number, and version 1.
const PREAMBLE: &[u8] = b"\0asm\x01\0\0\0";

/// The numbers of the sections that are looked into.
const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const EXPORT: u8 = 7;
const CODE: u8 = 10;

/// A module, in its sections.
pub struct Module {
    /// The number and the content of each.
    sections: Vec<(u8, Vec<u8>)>,
}

/// A function that ends the program: no local variables, `unreachable`, the end.
const TRAP: &[u8] = &[0, 0x00, 0x0b];

impl Module {
    /// Takes a module apart.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader { rest: bytes };
        if reader.take(PREAMBLE.len())? != PREAMBLE {
            return Err(unreadable());
        }
        let mut sections = Vec::new();
        while !reader.rest.is_empty() {
            sections.push((reader.byte()?, reader.sized()?.to_vec()));
        }
        Ok(Self { sections })
    }

    /// Puts it together again.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = PREAMBLE.to_vec();
        for (number, content) in &self.sections {
            bytes.push(*number);
            put_sized(&mut bytes, content);
        }
        bytes
    }

    /// The content of the first section with this number.
    fn section(&self, number: u8) -> &[u8] {
        self.sections
            .iter()
            .find(|(found, _)| *found == number)
            .map_or(&[0], |(_, content)| content)
    }

    /// What the module imports: names, and whether each is a function.
    fn imports(&self) -> Result<Vec<Import<'_>>> {
        let mut reader = Reader { rest: self.section(IMPORT) };
        (0..reader.number()?).map(|_| Import::read(&mut reader)).collect()
    }

    /// The names of all that the module imports.
    pub fn imported(&self) -> Result<Vec<&str>> {
        Ok(self.imports()?.into_iter().map(|import| import.name).collect())
    }

    /// The names of all that the module exports.
    pub fn exported(&self) -> Result<Vec<&str>> {
        let mut reader = Reader { rest: self.section(EXPORT) };
        (0..reader.number()?).map(|_| Ok(read_export(&mut reader)?.0)).collect()
    }

    /// The names that the compiler gave to functions, by their numbers; none when it gave none.
    fn function_names(&self) -> Result<HashMap<usize, &str>> {
        let mut names = HashMap::new();
        for (_, content) in self.sections.iter().filter(|(number, _)| *number == CUSTOM) {
            let mut reader = Reader { rest: content };
            if reader.text()? != "name" {
                continue;
            }
            while !reader.rest.is_empty() {
                let kind = reader.byte()?;
                let mut part = Reader { rest: reader.sized()? };
                if kind == 1 {
                    for _ in 0..part.number()? {
                        names.insert(part.number()?, part.text()?);
                    }
                }
            }
        }
        Ok(names)
    }

    /// Lets the functions that `is_unreached` tells by their name, without the hashes that the
    /// compiler puts in, end the program and do nothing else; says which names it met.
    pub fn empty(&mut self, is_unreached: impl Fn(&str) -> bool) -> Result<Vec<String>> {
        let names = self.function_names()?;
        let first = self.imports()?.iter().filter(|import| import.is_function).count();
        let mut reader = Reader { rest: self.section(CODE) };
        let count = reader.number()?;
        let mut code = Vec::new();
        let mut met = Vec::new();
        put_number(&mut code, count);
        for number in first..first + count {
            let body = reader.sized()?;
            let name = names.get(&number).map(|name| without_hashes(name)).unwrap_or_default();
            if is_unreached(&name) {
                put_sized(&mut code, TRAP);
                met.push(name);
            } else {
                put_sized(&mut code, body);
            }
        }
        self.replace(CODE, code);
        Ok(met)
    }

    /// Gives imports and exports other names, where the tables have one.
    pub fn rename(
        &mut self,
        imports: &HashMap<String, String>,
        exports: &HashMap<String, String>,
    ) -> Result<()> {
        let new = |names: &HashMap<String, String>, name: &str| {
            names.get(name).map_or(name, String::as_str).to_owned()
        };
        let mut section = Vec::new();
        let found = self.imports()?;
        put_number(&mut section, found.len());
        for import in found {
            put_sized(&mut section, import.module.as_bytes());
            put_sized(&mut section, new(imports, import.name).as_bytes());
            section.extend(import.what);
        }
        self.replace(IMPORT, section);
        let mut section = Vec::new();
        let mut reader = Reader { rest: self.section(EXPORT) };
        let count = reader.number()?;
        put_number(&mut section, count);
        for _ in 0..count {
            let (name, what) = read_export(&mut reader)?;
            put_sized(&mut section, new(exports, name).as_bytes());
            section.extend(what);
        }
        self.replace(EXPORT, section);
        Ok(())
    }

    /// Puts new content in the place of a section's.
    fn replace(&mut self, number: u8, content: Vec<u8>) {
        if let Some((_, old)) = self.sections.iter_mut().find(|(found, _)| *found == number) {
            *old = content;
        }
    }
}

/// Something that a module imports.
struct Import<'a> {
    /// The module that it comes from.
    module: &'a str,
    /// Its name there.
    name: &'a str,
    /// Its kind and type, as they are written.
    what: &'a [u8],
    /// Whether it is a function.
    is_function: bool,
}

impl<'a> Import<'a> {
    /// Reads one.
    fn read(reader: &mut Reader<'a>) -> Result<Self> {
        let (module, name) = (reader.text()?, reader.text()?);
        let before = reader.rest;
        let kind = reader.byte()?;
        match kind {
            // A function and its type.
            0 => drop(reader.number()?),
            // A table: the type of its elements, its limits.
            1 => {
                reader.byte()?;
                reader.limits()?;
            }
            // A memory and its limits.
            2 => reader.limits()?,
            // A global: its type, and whether it changes.
            3 => drop(reader.take(2)?),
            _ => return Err(unreadable()),
        }
        let what = &before[..before.len() - reader.rest.len()];
        Ok(Self { module, name, what, is_function: kind == 0 })
    }
}

/// The name of an export, and the rest of it: its kind and its number.
fn read_export<'a>(reader: &mut Reader<'a>) -> Result<(&'a str, &'a [u8])> {
    let name = reader.text()?;
    let before = reader.rest;
    reader.byte()?;
    reader.number()?;
    Ok((name, &before[..before.len() - reader.rest.len()]))
}

/// What has not been read yet.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// So many bytes.
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or_else(unreadable)?;
        self.rest = rest;
        Ok(taken)
    }

    /// One byte.
    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// A number, seven bits to a byte.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(unreadable())
    }

    /// Bytes, with their number before them.
    fn sized(&mut self) -> Result<&'a [u8]> {
        let count = self.number()?;
        self.take(count)
    }

    /// Text, with its length before it.
    fn text(&mut self) -> Result<&'a str> {
        std::str::from_utf8(self.sized()?).map_err(|_| unreadable())
    }

    /// The least and, if the flag says so, the greatest size of something.
    fn limits(&mut self) -> Result<()> {
        let has_greatest = self.byte()? & 1 == 1;
        self.number()?;
        if has_greatest {
            self.number()?;
        }
        Ok(())
    }
}

/// Writes a number, seven bits to a byte.
fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Writes bytes, with their number before them.
fn put_sized(bytes: &mut Vec<u8>, content: &[u8]) {
    put_number(bytes, content.len());
    bytes.extend(content);
}

/// `<yew::A>::b` of `<yew[852a49ea8c2ef1ab]::A>::b`.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() > 8 && hash.chars().all(|c| c.is_ascii_hexdigit()) => {
                plain += rest;
            }
            _ => {
                plain.push('[');
                plain += part;
            }
        }
    }
    plain
}

/// Why a module is not taken apart.
fn unreadable() -> Failure {
    Failure::new(
        "The WebAssembly that wasm-bindgen or wasm-opt wrote is not what xtask/src/wasm.rs knows of \
         the format; bring that file up to date.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two imports (a table, a function), two functions that answer 7, one export.
    const SMALL: &[u8] = b"\0asm\x01\0\0\0\x01\x05\x01\x60\0\x01\x7f\
        \x02\x13\x02\x01m\x05table\x01\x70\0\0\x01m\x01f\0\0\
        \x03\x03\x02\0\0\
        \x07\x07\x01\x03one\0\x01\
        \x0a\x0b\x02\x04\0\x41\x07\x0b\x04\0\x41\x07\x0b\
        \0\x1d\x04name\x01\x16\x02\x01\x01a\x02\x10c[0123456789]::b";

    #[test]
    fn a_module_is_put_together_as_it_was() {
        assert_eq!(Module::parse(SMALL).unwrap().bytes(), SMALL);
    }

    #[test]
    fn a_function_is_emptied_by_its_name() {
        let mut module = Module::parse(SMALL).unwrap();
        let met = module.empty(|name| name == "c::b").unwrap();
        assert_eq!(met, ["c::b"]);
        assert_eq!(module.section(CODE), b"\x02\x04\0\x41\x07\x0b\x03\0\0\x0b");
    }

    #[test]
    fn names_of_imports_and_exports_change() {
        let mut module = Module::parse(SMALL).unwrap();
        assert_eq!(module.imported().unwrap(), ["table", "f"]);
        assert_eq!(module.exported().unwrap(), ["one"]);
        let names = |from: &str, to: &str| HashMap::from([(from.to_owned(), to.to_owned())]);
        module.rename(&names("f", "g2"), &names("one", "o")).unwrap();
        assert_eq!(module.imported().unwrap(), ["table", "g2"]);
        assert_eq!(module.exported().unwrap(), ["o"]);
    }

    #[test]
    fn what_is_no_module_is_said() {
        assert!(Module::parse(b"<!doctype html>").is_err());
        assert!(Module::parse(&SMALL[..SMALL.len() - 1]).is_err());
    }

    #[test]
    fn only_hashes_go() {
        assert_eq!(
            without_hashes("<yew[852a49ea8c2ef1ab]::A as b[1234567890]::C>::d"),
            "<yew::A as b::C>::d"
        );
        assert_eq!(without_hashes("<[u8]>::x::<[T; 3]>"), "<[u8]>::x::<[T; 3]>");
    }

    #[test]
    fn long_numbers_are_written_as_they_are_read() {
        for number in [0, 127, 128, 300_000] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            assert_eq!(Reader { rest: &bytes }.number().unwrap(), number);
        }
    }
}
