//! The script that wasm-bindgen writes around the WebAssembly, and what has to be done to it.

use crate::failure::{Failure, Result};

/// The glue as the shell expects it.
pub fn mend(glue: &str) -> Result<String> {
    as_factory(&without_own_wasm(&without_raw_html(glue)))
}

/// Takes out of the glue what would parse a string as HTML. Yew links that in for raw HTML, which
/// the view never uses. Without it no string can become markup, whatever the policy of the page
/// says.
fn without_raw_html(glue: &str) -> String {
    let closed = |line: &str| {
        let Some((target, _)) = line.split_once(".innerHTML = ") else {
            return line.to_owned();
        };
        let indentation = &target[..target.len() - target.trim_start().len()];
        format!("{indentation}throw new Error('Newsprint parses no HTML.');")
    };
    glue.lines().map(|line| closed(line) + "\n").collect()
}

/// Takes out of the glue the URL from which it would fetch its WebAssembly if the shell named none.
/// That code never runs, but a bundler looks for the file, and there is none of that name.
fn without_own_wasm(glue: &str) -> String {
    let named = |line: &str| {
        if line.contains("= new URL('") && line.contains("_bg.wasm', import.meta.url)") {
            let indentation = &line[..line.len() - line.trim_start().len()];
            return format!("{indentation}throw new Error('Newsprint names its WebAssembly.');");
        }
        line.to_owned()
    };
    glue.lines().map(|line| named(line) + "\n").collect()
}

/// Turns the glue, a module that holds one engine, into a function that makes engines: after a trap
/// the page needs a new one. An engine has what the program exports, `start`, and `stop`. After
/// `stop`, nothing that the engine has begun reaches it any more.
fn as_factory(glue: &str) -> Result<String> {
    let mut offered = Vec::new();
    let mut body = String::new();
    let mut is_ended = false;
    for line in glue.lines() {
        if let Some(item) =
            line.strip_prefix("export class ").or(line.strip_prefix("export function "))
        {
            let end = item.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(item.len());
            offered.push(item[..end].to_owned());
            body.push_str(&line["export ".len()..]);
        } else if line.starts_with("export {") && line.contains("__wbg_init as default") {
            is_ended = true;
        } else {
            body.push_str(line);
        }
        body.push('\n');
    }
    let is_whole = is_ended
        && offered.contains(&"Engine".to_owned())
        && body.contains("wasm;\n")
        && !body.contains("\nexport ")
        && !body.contains("\nimport ");
    if !is_whole {
        return Err(Failure::new(
            "The script that wasm-bindgen wrote is not as xtask/src/glue.rs knows it (a module that \
             exports `Engine` and, by default, `__wbg_init`, and keeps its WebAssembly in `wasm`); \
             see what has changed there, and change `as_factory`.",
        ));
    }
    Ok(format!(
        "export default () => {{\n{body}\nreturn {{\n{}, start: __wbg_init,\nstop() {{\n\
         wasm = new Proxy({{}}, {{ get: () => () => [] }});\n}} }};\n}};\n",
        offered.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_glue_parses_html() {
        let glue = "  set: function(a, b) {\n    a.innerHTML = text(b);\n  },\n";
        assert_eq!(
            without_raw_html(glue),
            "  set: function(a, b) {\n    throw new Error('Newsprint parses no HTML.');\n  },\n"
        );
    }

    #[test]
    fn the_glue_names_no_file_that_is_not_there() {
        let glue = "    if (module_or_path === undefined) {\n        module_or_path = new \
                    URL('newsprint_bg.wasm', import.meta.url);\n    }\n";
        assert_eq!(
            without_own_wasm(glue),
            "    if (module_or_path === undefined) {\n        throw new Error('Newsprint names its \
             WebAssembly.');\n    }\n"
        );
    }

    #[test]
    fn the_glue_makes_as_many_engines_as_are_needed() {
        let glue = "export class Engine {\n}\nexport class Mounted {\n}\nlet wasmInstance, \
                    wasm;\nexport { initSync, __wbg_init as default };\n";
        let factory = as_factory(glue).unwrap();
        assert!(factory.starts_with("export default () => {\nclass Engine {"), "{factory}");
        assert!(factory.contains("Engine, Mounted, start: __wbg_init,"), "{factory}");
        assert_eq!(factory.matches("export").count(), 1);
    }

    #[test]
    fn glue_of_another_kind_is_refused() {
        let failure = as_factory("export function mount(a) {\n}\n").unwrap_err();
        assert!(failure.message.contains("xtask/src/glue.rs"), "{failure}");
    }
}
