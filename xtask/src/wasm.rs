//! Emptying functions of a WebAssembly module.

use std::collections::HashMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, Function, Module};
use wasmparser::{FunctionBody, KnownCustom, Name, Parser, Payload, TypeRef};

use crate::failure::{Failure, Result};

/// Lets the functions that `is_unreached` tells by their name end the program and do nothing else.
/// The names are the compiler's, without its hashes. Returns the module, and the names it met.
pub fn empty(wasm: &[u8], is_unreached: impl Fn(&str) -> bool) -> Result<(Vec<u8>, Vec<String>)> {
    let unreached: HashMap<u32, String> = function_names(wasm)
        .map_err(|error| unreadable(&error))?
        .into_iter()
        .filter(|(_, name)| is_unreached(name))
        .collect();
    let number = imported_functions(wasm).map_err(|error| unreadable(&error))?;
    let mut emptying = Emptying { unreached, number, met: Vec::new() };
    let mut module = Module::new();
    emptying
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| unreadable(&error))?;
    Ok((module.finish(), emptying.met))
}

/// Copies a module, all but some of its functions.
struct Emptying {
    /// The functions that become empty: their numbers and names.
    unreached: HashMap<u32, String>,
    /// The number of the next function. Those that are imported come first.
    number: u32,
    /// The names of those that became empty.
    met: Vec<String>,
}

impl Reencode for Emptying {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> std::result::Result<(), reencode::Error<Infallible>> {
        match self.unreached.remove(&self.number) {
            Some(name) => {
                let mut trap = Function::new([]);
                trap.instructions().unreachable().end();
                code.function(&trap);
                self.met.push(name);
            }
            None => {
                code.raw(body.as_bytes());
            }
        }
        self.number += 1;
        Ok(())
    }
}

/// The names that the compiler gave to functions, by their numbers; none when it gave none.
fn function_names(wasm: &[u8]) -> wasmparser::Result<HashMap<u32, String>> {
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(parts) = section.as_known() else { continue };
        for part in parts {
            let Name::Function(functions) = part? else { continue };
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, without_hashes(naming.name));
            }
        }
    }
    Ok(names)
}

/// How many functions the module imports.
fn imported_functions(wasm: &[u8]) -> wasmparser::Result<u32> {
    let mut count = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ImportSection(section) = payload? else { continue };
        for import in section.into_imports() {
            count += u32::from(matches!(import?.ty, TypeRef::Func(_)));
        }
    }
    Ok(count)
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

/// Why a module is not read.
fn unreadable(error: &impl std::fmt::Display) -> Failure {
    Failure::new(format!(
        "The WebAssembly that wasm-bindgen wrote can't be read: {error}; if it uses something new, \
         bring the crates wasmparser and wasm-encoder in xtask/Cargo.toml up to date."
    ))
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
    fn a_function_is_emptied_by_its_name() {
        let (bytes, met) = empty(SMALL, |name| name == "c::b").unwrap();
        assert_eq!(met, ["c::b"]);
        let code = b"\x0a\x0a\x02\x04\0\x41\x07\x0b\x03\0\0\x0b";
        assert!(bytes.windows(code.len()).any(|part| part == code), "{bytes:?}");
    }

    #[test]
    fn a_module_without_such_a_function_stays_as_it_was() {
        let (bytes, met) = empty(SMALL, |_| false).unwrap();
        assert_eq!(bytes, SMALL);
        assert!(met.is_empty());
    }

    #[test]
    fn what_is_no_module_is_said() {
        for bytes in [b"<!doctype html>", &SMALL[..SMALL.len() - 1]] {
            assert!(empty(bytes, |_| true).is_err());
        }
    }

    #[test]
    fn only_hashes_go() {
        assert_eq!(
            without_hashes("<yew[852a49ea8c2ef1ab]::A as b[1234567890]::C>::d"),
            "<yew::A as b::C>::d"
        );
        assert_eq!(without_hashes("<[u8]>::x::<[T; 3]>"), "<[u8]>::x::<[T; 3]>");
    }
}
