//! Making the engine small after wasm-bindgen: what the view can never reach is taken out of the
//! WebAssembly, wasm-opt does its work, and what both files call each other gets short names.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::failure::{Failure, Result};
use crate::setup::Tools;
use crate::wasm::Module;

/// Functions of Yew that stay linked in, since one function chooses among all kinds of node, though
/// nothing here ever makes what they are for. Should one be called all the same, the program ends,
/// as after a panic; `tests/e2e` would see it. What they alone called goes with them.
const UNREACHED: [&str; 13] = [
    // Listeners: the view attaches none.
    "<yew::dom_bundle::subtree_root::SubtreeData>::add_listener",
    "<yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
    "<yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone>::clone",
    "<yew::dom_bundle::btag::listeners::ListenerRegistration>::register",
    "<yew::dom_bundle::btag::listeners::Registry>::unregister",
    // Raw HTML, portals, suspense, and components inside of the one.
    "<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable>::attach",
    "<yew::virtual_dom::vportal::VPortal as yew::dom_bundle::traits::Reconcilable>::attach",
    "<yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::traits::Reconcilable>::attach",
    "<yew::virtual_dom::vcomp::VComp as yew::dom_bundle::traits::Reconcilable>::attach",
    "<alloc::rc::Rc<yew::virtual_dom::vportal::VPortal> as yew::utils::RcExt<yew::virtual_dom::vportal::VPortal>>::unwrap_or_clone",
    "<alloc::rc::Rc<yew::virtual_dom::vsuspense::VSuspense> as yew::utils::RcExt<yew::virtual_dom::vsuspense::VSuspense>>::unwrap_or_clone",
    "<alloc::rc::Rc<yew::virtual_dom::vcomp::VComp> as yew::utils::RcExt<yew::virtual_dom::vcomp::VComp>>::unwrap_or_clone",
    "<yew::html::component::scope::AnyScope>::find_parent_scope::<yew::suspense::component::feat_csr_ssr::BaseSuspense>",
];

/// What Rust's code uses of WebAssembly's later additions, all of them in every browser that can lay
/// an article out.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What wasm-opt does, chosen by the size after brotli. `--low-memory-unused` is true of Rust's
/// programs: the stack comes first in memory, and neither it nor a pointer to nothing is used with
/// an offset from there. Control flow is made anew between two rounds of the ordinary passes. Traps
/// are not assumed away (`--traps-never-happen`): a panic is one.
const PASSES: [&str; 7] = [
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

/// Makes both files of the engine small: the WebAssembly in `file`, and the script that goes with it,
/// which comes back.
pub fn shrink(tools: &Tools, folder: &Path, file: &str, glue: &str) -> Result<String> {
    let path = folder.join(file);
    let mut module = read(&path)?;
    let met = module.empty(|name| UNREACHED.contains(&name))?;
    if met.is_empty() {
        eprintln!(
            "Nothing is taken out of the WebAssembly (see xtask/src/shrink.rs): its functions have \
             names of another kind, as without `cargo xtask build`. It works as well, and is larger."
        );
    } else {
        for name in UNREACHED.iter().filter(|name| !met.iter().any(|m| m == *name)) {
            // The bundle is larger then, but as good; `cargo xtask size` says whether that matters.
            eprintln!("Not in the WebAssembly, so not taken out (see xtask/src/shrink.rs): {name}");
        }
    }
    write(&path, &module)?;
    tools
        .program_in("wasm-opt", folder)?
        .args(FEATURES)
        .args(PASSES)
        .args([file, "-o", file])
        .run()?;

    let mut module = read(&path)?;
    let glue = without_unused(glue, &module.imported()?);
    let given: Vec<_> = glue.lines().filter_map(import_on).collect();
    if let Some(missing) = module.imported()?.iter().find(|name| !given.contains(name)) {
        return Err(Failure::new(format!(
            "The WebAssembly imports {missing}, which xtask/src/shrink.rs does not find in the script \
             of wasm-bindgen; see how that writes its functions now."
        )));
    }
    let imports = short_names(&module.imported()?);
    let mut exports = short_names(&module.exported()?);
    // What wasm-bindgen's `default` hands out; the tests measure it.
    exports.remove("memory");
    module.rename(&imports, &exports)?;
    write(&path, &module)?;
    Ok(renamed(&glue, &imports, &exports))
}

/// Reads a module.
fn read(path: &Path) -> Result<Module> {
    let bytes = fs::read(path)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", path.display())))?;
    Module::parse(&bytes)
}

/// Writes it.
fn write(path: &Path, module: &Module) -> Result<()> {
    fs::write(path, module.bytes())
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}.", path.display())))
}

/// A short name for each: `a` to `z`, then `aa`.
fn short_names(names: &[&str]) -> HashMap<String, String> {
    names.iter().enumerate().map(|(at, name)| ((*name).to_owned(), short_name(at))).collect()
}

/// The name with this number.
fn short_name(number: usize) -> String {
    let letter = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        more => short_name(more - 1) + &letter.to_string(),
    }
}

/// The name of the function that begins on this line of the glue, if it is one of those that the
/// WebAssembly imports.
fn import_on(line: &str) -> Option<&str> {
    let name = line.strip_prefix("        ")?.split_once(": function(")?.0;
    name.starts_with("__wb").then_some(name)
}

/// Takes out of the glue the functions that the WebAssembly does not import any more, and the
/// second way to start it, which the shell does not use.
fn without_unused(glue: &str, imported: &[&str]) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in glue.lines() {
        inside = inside || import_on(line).is_some_and(|name| !imported.contains(&name));
        if !inside {
            kept += line;
            kept.push('\n');
        }
        // `},` or `}, arguments); },`, as far to the right as the function began.
        inside = inside && !line.starts_with("        }");
    }
    kept.replace("export { initSync, __wbg_init as default };", "export { __wbg_init as default };")
}

/// Gives imports and exports of the WebAssembly their short names in the glue.
fn renamed(
    glue: &str,
    imports: &HashMap<String, String>,
    exports: &HashMap<String, String>,
) -> String {
    let mut text = String::new();
    for line in glue.lines() {
        let import = import_on(line).and_then(|name| Some((name, imports.get(name)?)));
        let line = match import {
            Some((name, short)) => line.replacen(name, short, 1),
            None => line.to_owned(),
        };
        let mut parts = line.split("wasm.");
        text += parts.next().unwrap_or_default();
        for part in parts {
            let end = part
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$')
                .unwrap_or(part.len());
            let (name, rest) = part.split_at(end);
            text += "wasm.";
            text += exports.get(name).map_or(name, String::as_str);
            text += rest;
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "    const import0 = {\n        __wbg_a_12: function(arg0) {\n            \
                        wasm.grow(1, wasm.grow2);\n        },\n        __wbg_b_34: function() { return f(function() {\n            \
                        if (x) {\n            }\n        }, arguments); },\n    };\n";

    #[test]
    fn what_is_not_imported_goes() {
        let second = "    const import0 = {\n        __wbg_b_34: function() { return f(function() {\n            \
                      if (x) {\n            }\n        }, arguments); },\n    };\n";
        assert_eq!(without_unused(GLUE, &["__wbg_b_34"]), second);
        let first = "    const import0 = {\n        __wbg_a_12: function(arg0) {\n            \
                     wasm.grow(1, wasm.grow2);\n        },\n    };\n";
        assert_eq!(without_unused(GLUE, &["__wbg_a_12"]), first);
        assert_eq!(without_unused(GLUE, &["__wbg_a_12", "__wbg_b_34"]), GLUE);
    }

    #[test]
    fn both_files_agree_on_short_names() {
        let imports = short_names(&["__wbg_b_34", "__wbg_a_12"]);
        let exports = short_names(&["grow"]);
        let glue = renamed(GLUE, &imports, &exports);
        assert!(glue.contains("        b: function(arg0) {"), "{glue}");
        assert!(glue.contains("        a: function() {"), "{glue}");
        assert!(glue.contains("wasm.a(1, wasm.grow2)"), "{glue}");
    }

    #[test]
    fn short_names_are_all_different() {
        assert_eq!([0, 25, 26, 51, 52].map(short_name), ["a", "z", "aa", "az", "ba"]);
        let names: std::collections::HashSet<_> = (0..800).map(short_name).collect();
        assert_eq!(names.len(), 800);
    }
}
