//! Reading the few lines that matter out of `Cargo.lock` and `Trunk.toml`.

use crate::failure::{Failure, Result};

/// The version of a package in the text of a `Cargo.lock`.
pub fn version_of(lock: &str, package: &str) -> Result<String> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines().map(str::trim);
    lines
        .find(|line| *line == wanted)
        .and_then(|_| lines.next())
        .and_then(|line| value_of(line, "version"))
        .map(str::to_owned)
        .ok_or_else(|| {
            Failure::new(format!(
                "Cargo.lock names no package `{package}`; run `cargo update --workspace` to write it \
                 anew."
            ))
        })
}

/// Complains when `Trunk.toml` pins another version of wasm-bindgen than the project
/// uses: Trunk would then bind with the wrong one.
pub fn check_pin(trunk_toml: &str, wasm_bindgen: &str) -> Result<()> {
    match pin(trunk_toml, "wasm_bindgen") {
        Some(found) if found != wasm_bindgen => Err(Failure::new(format!(
            "Trunk.toml pins wasm_bindgen = \"{found}\", but Cargo.lock says {wasm_bindgen}; write \
             wasm_bindgen = \"{wasm_bindgen}\" under [tools] in Trunk.toml."
        ))),
        _ => Ok(()),
    }
}

/// A value of the `[tools]` table.
fn pin<'a>(trunk_toml: &'a str, key: &str) -> Option<&'a str> {
    trunk_toml
        .lines()
        .map(str::trim)
        .skip_while(|line| *line != "[tools]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .find_map(|line| value_of(line, key))
}

/// The string of a `key = "string"` line.
fn value_of<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    let (found, value) = line.split_once('=')?;
    if found.trim() != key {
        return None;
    }
    value.trim().strip_prefix('"')?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = [
 "wasm-bindgen-macro",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.131"
"#;

    #[test]
    fn a_package_is_found_by_its_whole_name() {
        assert_eq!(version_of(LOCK, "wasm-bindgen").unwrap(), "0.2.130");
        assert_eq!(version_of(LOCK, "wasm-bindgen-macro").unwrap(), "0.2.131");
        assert!(version_of(LOCK, "wasm").is_err());
    }

    #[test]
    fn the_pin_has_to_agree() {
        let good = "[build]\nwasm_opt = \"x\"\n[tools]\nwasm_bindgen = \"0.2.130\" # why\n";
        assert_eq!(check_pin(good, "0.2.130"), Ok(()));
        assert_eq!(check_pin("[build]\n", "0.2.130"), Ok(()));
        let error = check_pin(good, "0.2.131").unwrap_err();
        assert!(error.message.contains("0.2.131"), "{error}");
    }
}
