//! Making the engine small after wasm-bindgen: what the view can never reach is taken out of the
//! WebAssembly, wasm-opt does its work, and what both files call each other gets short names.
//!
//! What each part is worth: `docs/decisions/001-surgery-after-linking.md`.

use std::path::Path;

use serde::Deserialize;

use crate::failure::{Failure, Result};
use crate::project::{read_bytes, write};
use crate::setup::Tools;
use crate::wasm;

/// Functions of Yew that the linker keeps because one function chooses among all kinds of node,
/// although the view makes none of the kinds that these are for. If one were called all the same,
/// the program would end as after a panic, and a test in `tests/e2e` would fail. What only they
/// call goes with them.
const UNREACHED: [&str; 14] = [
    // Listeners: the view attaches none.
    "<yew::dom_bundle::subtree_root::SubtreeData>::add_listener",
    "<yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
    "<yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone>::clone",
    "<yew::dom_bundle::btag::listeners::ListenerRegistration>::register",
    "<yew::dom_bundle::btag::listeners::Registry>::unregister",
    // Attributes that are stored in different ways: `element` stores all in one way.
    "<yew::virtual_dom::Attributes>::apply_diff_as_maps::collect",
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

/// The first names and the last of the events that Yew can listen to.
const LISTENER_NAMES: [&str; 2] = ["onabortonauxclickonblur", "ontransitionrunontransitionstart"];

/// The newer parts of WebAssembly that Rust's code uses. Every browser that can show an article has
/// them.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The passes of wasm-opt, chosen by the size after brotli. `--low-memory-unused` holds for Rust's
/// programs: the stack comes first in memory, and neither the stack nor a null pointer is addressed
/// by an offset from there. `--flatten` and `--rereloop` build the control flow anew.
/// `--traps-never-happen` is left out, because a panic is a trap.
const PASSES: [&str; 8] = [
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    // Prints the names, as `Names`.
    "--minify-imports-and-exports-and-modules",
];

/// The names that wasm-opt has shortened.
#[derive(Deserialize)]
struct Names {
    /// What the WebAssembly imports: the module that it comes from, its name there, its new name.
    imports: Vec<(String, String, String)>,
    /// What it exports: the name, and the new name.
    exports: Vec<(String, String)>,
}

/// The module that wasm-bindgen lets the WebAssembly import from, and its new name.
const MODULE: (&str, &str) = ("./newsprint_bg.js", "a");

/// Makes both files of the engine small: the WebAssembly in `file`, and the script that goes with it,
/// which comes back.
pub fn shrink(tools: &Tools, folder: &Path, file: &str, glue: &str) -> Result<String> {
    let path = folder.join(file);
    let (emptied, met) = wasm::empty(&read_bytes(&path)?, |name| UNREACHED.contains(&name))?;
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
    write(&path, without_listener_names(emptied))?;
    let printed = tools
        .program_in("wasm-opt", folder)?
        .args(FEATURES)
        .args(PASSES)
        .args([file, "-o", file])
        .read()?;
    let names: Names = serde_json::from_str(&printed).map_err(|error| {
        Failure::new(format!(
            "wasm-opt should print the names that it has shortened, but they can't be read: {error}; \
             see what `--minify-imports-and-exports-and-modules` prints now."
        ))
    })?;
    renamed(&without_unused(glue, &names), &names)
}

/// Puts zeros in the place of the names of all events that Yew can listen to, which stand in one piece.
/// The view attaches no listeners, so nothing reads them. What is not found stays.
fn without_listener_names(mut wasm: Vec<u8>) -> Vec<u8> {
    let [first, last] = LISTENER_NAMES.map(|name| name.as_bytes());
    let place = |name: &[u8]| wasm.windows(name.len()).position(|piece| piece == name);
    match place(first).zip(place(last)) {
        Some((start, end))
            if start < end && wasm[start..end].iter().all(u8::is_ascii_lowercase) =>
        {
            wasm[start..end + last.len()].fill(0);
        }
        _ => eprintln!(
            "The names of Yew's listeners are not where they were (see xtask/src/shrink.rs), so they stay."
        ),
    }
    wasm
}

/// The name of the function that begins on this line of the glue, if it is one of those that the
/// WebAssembly imports.
fn import_on(line: &str) -> Option<&str> {
    let name = line.strip_prefix("        ")?.split_once(": function(")?.0;
    name.starts_with("__wb").then_some(name)
}

/// Takes out of the glue the functions that the WebAssembly does not import any more, and the
/// second way to start it, which the shell does not use.
fn without_unused(glue: &str, names: &Names) -> String {
    let is_unused = |name| !names.imports.iter().any(|(_, imported, _)| imported == name);
    let mut kept = String::new();
    let mut inside = false;
    for line in glue.lines() {
        inside = inside || import_on(line).is_some_and(is_unused);
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
fn renamed(glue: &str, names: &Names) -> Result<String> {
    let given: Vec<_> = glue.lines().filter_map(import_on).collect();
    let is_missing = |(module, name, _): &&(String, String, String)| {
        module != MODULE.0 || !given.contains(&name.as_str())
    };
    let import = format!("\"{}\": import0,", MODULE.0);
    if let Some((module, name, _)) = names.imports.iter().find(is_missing) {
        return Err(unknown_glue(&format!("the function {name} of {module}")));
    }
    if !glue.contains(&import) {
        return Err(unknown_glue(&format!("`{import}`")));
    }
    let mut text = String::new();
    for line in glue.replace(&import, &format!("\"{}\": import0,", MODULE.1)).lines() {
        let short = import_on(line)
            .and_then(|name| names.imports.iter().find(|(_, imported, _)| imported == name));
        let line = match short {
            Some((_, name, short)) => line.replacen(name, short, 1),
            None => line.to_owned(),
        };
        let mut parts = line.split("wasm.");
        text += parts.next().unwrap_or_default();
        for part in parts {
            let end = part
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$')
                .unwrap_or(part.len());
            let (name, rest) = part.split_at(end);
            let short = names.exports.iter().find(|(exported, _)| exported == name);
            text += "wasm.";
            text += short.map_or(name, |(_, short)| short);
            text += rest;
        }
        text.push('\n');
    }
    Ok(text)
}

/// Why the names in the glue are not changed.
fn unknown_glue(missing: &str) -> Failure {
    Failure::new(format!(
        "The WebAssembly imports {missing}, which xtask/src/shrink.rs does not find in the script of \
         wasm-bindgen; see how that writes its imports now."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "    const import0 = {\n        __wbg_a_12: function(arg0) {\n            \
                        wasm.grow(1, wasm.grow2);\n        },\n        __wbg_b_34: function() { return f(function() {\n            \
                        if (x) {\n            }\n        }, arguments); },\n    };\n    \"./newsprint_bg.js\": import0,\n";

    fn names(imports: &[(&str, &str)], exports: &[(&str, &str)]) -> Names {
        let text = |text: &str| text.to_owned();
        let import = |(name, short): &(&str, &str)| (text(MODULE.0), text(name), text(short));
        Names {
            imports: imports.iter().map(import).collect(),
            exports: exports.iter().map(|(name, short)| (text(name), text(short))).collect(),
        }
    }

    #[test]
    fn the_names_of_listeners_go_and_nothing_else() {
        let [first, last] = LISTENER_NAMES;
        let text = format!("\u{1}kept{first}onclick{last}kept");
        // What follows in lower case, too, is none of them.
        let blank = without_listener_names(text.clone().into());
        assert_eq!(blank.len(), text.len());
        let zeros = "\0".repeat(first.len() + 7 + last.len());
        assert_eq!(String::from_utf8(blank).unwrap(), format!("\u{1}kept{zeros}kept"));
        for other in ["nothing of it", first, &format!("{first} {last}"), &format!("{last}{first}")]
        {
            assert_eq!(without_listener_names(other.into()), other.as_bytes(), "{other}");
        }
    }

    #[test]
    fn what_is_not_imported_goes() {
        let end = "    };\n    \"./newsprint_bg.js\": import0,\n";
        let second = "    const import0 = {\n        __wbg_b_34: function() { return f(function() {\n            \
                      if (x) {\n            }\n        }, arguments); },\n";
        let kept = without_unused(GLUE, &names(&[("__wbg_b_34", "a")], &[]));
        assert_eq!(kept, format!("{second}{end}"));
        let first = "    const import0 = {\n        __wbg_a_12: function(arg0) {\n            \
                     wasm.grow(1, wasm.grow2);\n        },\n";
        let kept = without_unused(GLUE, &names(&[("__wbg_a_12", "a")], &[]));
        assert_eq!(kept, format!("{first}{end}"));
        let both = names(&[("__wbg_a_12", "a"), ("__wbg_b_34", "b")], &[]);
        assert_eq!(without_unused(GLUE, &both), GLUE);
    }

    #[test]
    fn both_files_agree_on_short_names() {
        let names = names(&[("__wbg_b_34", "a"), ("__wbg_a_12", "$")], &[("grow", "bb")]);
        let glue = renamed(GLUE, &names).unwrap();
        assert!(glue.contains("        $: function(arg0) {"), "{glue}");
        assert!(glue.contains("        a: function() {"), "{glue}");
        assert!(glue.contains("wasm.bb(1, wasm.grow2)"), "{glue}");
        assert!(glue.contains("    \"a\": import0,"), "{glue}");
    }

    #[test]
    fn an_import_that_the_script_does_not_have_is_named() {
        let error = renamed(GLUE, &names(&[("__wbg_c_56", "a")], &[])).err().unwrap();
        assert!(error.message.contains("__wbg_c_56"), "{error}");
    }
}
