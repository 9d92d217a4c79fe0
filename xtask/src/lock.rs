//! What `Cargo.lock` and `Trunk.toml` say about versions.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::failure::{Failure, Result};

/// A package of `Cargo.lock`.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its exact version.
    pub version: String,
}

/// The packages in the text of a `Cargo.lock`.
pub fn packages(lock: &str) -> Result<Vec<Package>> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    Ok(parse::<Lock>("Cargo.lock", lock)?.package)
}

/// The version of a package in the text of a `Cargo.lock`.
pub fn version_of(lock: &str, name: &str) -> Result<String> {
    let found = packages(lock)?.into_iter().find(|package| package.name == name);
    found.map(|package| package.version).ok_or_else(|| {
        Failure::new(format!(
            "Cargo.lock names no package `{name}`; run `cargo update --workspace` to write it anew."
        ))
    })
}

/// Complains when `Trunk.toml` pins another version of wasm-bindgen than the project uses: Trunk
/// would then bind with the wrong one.
pub fn check_pin(trunk_toml: &str, wasm_bindgen: &str) -> Result<()> {
    #[derive(Default, Deserialize)]
    struct Tools {
        wasm_bindgen: Option<String>,
    }
    #[derive(Deserialize)]
    struct Trunk {
        #[serde(default)]
        tools: Tools,
    }
    match parse::<Trunk>("Trunk.toml", trunk_toml)?.tools.wasm_bindgen {
        Some(found) if found != wasm_bindgen => Err(Failure::new(format!(
            "Trunk.toml pins wasm_bindgen = \"{found}\", but Cargo.lock says {wasm_bindgen}; write \
             wasm_bindgen = \"{wasm_bindgen}\" under [tools] in Trunk.toml."
        ))),
        _ => Ok(()),
    }
}

/// Reads the text of a TOML file.
pub fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T> {
    toml::from_str(text).map_err(|error| Failure::new(format!("{file} is not understood: {error}")))
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

    #[test]
    fn what_is_no_toml_is_said_with_its_line() {
        let error = check_pin("[tools]\nwasm_bindgen =\n", "0.2.130").unwrap_err();
        assert!(
            error.message.contains("Trunk.toml") && error.message.contains("line 2"),
            "{error}"
        );
    }
}
