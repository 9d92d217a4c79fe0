//! `render`: articles as pages, or as the element alone.

mod article;
mod bundle;
mod options;
mod parts;
mod progress;
mod site;
mod watch;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use crate::failure::{Failure, Result};
use crate::input::{Input, inputs};
use crate::pool;

use article::{Desk, Press, Rendered};
use progress::Progress;
use watch::Watch;

pub use options::Options;

/// Renders all articles; with `--watch`, those that change, until it is stopped.
pub fn command(options: &Options) -> Result<ExitCode> {
    let mut run = Run { options, watch: Watch::default(), files: HashMap::new() };
    if !options.watch {
        return run.all();
    }
    loop {
        // What is wrong now may be mended in a moment.
        if let Err(failure) = run.all() {
            eprintln!("error: {failure}");
        }
        thread::sleep(watch::EVERY);
    }
}

/// What is known from one look at the files to the next.
struct Run<'a> {
    options: &'a Options,
    watch: Watch,
    /// The files that each article was made from, beside its own.
    files: HashMap<PathBuf, Vec<PathBuf>>,
}

impl Run<'_> {
    /// Renders the articles that have changed, at first all.
    fn all(&mut self) -> Result<ExitCode> {
        let options = self.options;
        let named = inputs(&options.articles)?;
        let is_one = options.articles.len() == 1 && !options.articles[0].is_dir();
        let outs = outs(&named, options.out.as_deref(), is_one)?;
        let shared = Press::files(options);
        let used = named.iter().flat_map(|input| self.files.get(&input.path)).flatten();
        let changed =
            self.watch.changes(named.iter().map(|it| &it.path).chain(used).chain(&shared));
        let is_changed = |file: &PathBuf| changed.binary_search(file).is_ok();
        let is_all = shared.iter().any(is_changed);
        let work: Vec<(&Input, &Option<PathBuf>)> = named
            .iter()
            .zip(&outs)
            .filter(|(input, _)| {
                let mut used = self.files.get(&input.path).into_iter().flatten();
                is_all || is_changed(&input.path) || used.any(is_changed)
            })
            .collect();
        if work.is_empty() {
            return Ok(ExitCode::SUCCESS);
        }
        let press = Press::new(options, is_one)?;
        let mut progress = Progress::new(work.len(), options.quiet);
        let mut failures = 0;
        pool::run(
            &work,
            options.threads.unwrap_or_else(pool::all_cores),
            Desk::new,
            |desk, (input, out)| {
                let Rendered { html, warnings, files } = press.render(desk, input)?;
                deliver(&html, out.as_deref())?;
                Ok((warnings, files))
            },
            |index, result: Result<(Vec<String>, Vec<PathBuf>)>| {
                progress.advance();
                match result {
                    Ok((warnings, files)) => {
                        if !options.quiet && !warnings.is_empty() {
                            progress.clear();
                            warnings.iter().for_each(|warning| eprintln!("warning: {warning}"));
                        }
                        self.watch.learn(&files);
                        self.files.insert(work[index].0.path.clone(), files);
                    }
                    Err(failure) => {
                        failures += 1;
                        progress.clear();
                        eprintln!("error: {failure}");
                    }
                }
            },
        );
        progress.clear();
        if !options.quiet && options.out.is_some() {
            let done = work.len() - failures;
            eprintln!("Rendered {done} article{}.", if done == 1 { "" } else { "s" });
        }
        Ok(if failures == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}

/// Where the page of each article goes; `None` is the standard output.
fn outs(named: &[Input], out: Option<&Path>, is_one: bool) -> Result<Vec<Option<PathBuf>>> {
    let Some(out) = out else {
        return match named.len() {
            1 => Ok(vec![None]),
            _ => Err(Failure::new(
                "There are several articles; say in which folder their pages go: --out public/articles.",
            )),
        };
    };
    let is_folder = !is_one || out.is_dir() || out.as_os_str().to_string_lossy().ends_with('/');
    if !is_folder {
        return Ok(vec![Some(out.to_owned())]);
    }
    let mut taken = HashSet::new();
    named
        .iter()
        .map(|input| {
            let page = out.join(input.relative.with_extension("html"));
            if page == input.path || !taken.insert(page.clone()) {
                return Err(Failure::new(format!(
                    "{} would be written for more than one article; render them one by one, or in \
                     the folder that holds them all.",
                    page.display()
                )));
            }
            Ok(Some(page))
        })
        .collect()
}

/// Writes a page to its place.
fn deliver(html: &str, out: Option<&Path>) -> Result<()> {
    let Some(path) = out else {
        let written = std::io::stdout().write_all(html.as_bytes());
        return written.map_err(|error| Failure::of_file(Path::new("-"), "written", &error));
    };
    // The time of a page tells when it was changed: servers and copying programs go by that.
    if fs::read(path).is_ok_and(|there| there == html.as_bytes()) {
        return Ok(());
    }
    let failed = |error| Failure::of_file(path, "written", &error);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(path, html).map_err(failed)
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    fn named(paths: &[&str]) -> Vec<Input> {
        paths
            .iter()
            .map(|path| Input { path: format!("in/{path}").into(), relative: (*path).into() })
            .collect()
    }

    #[test]
    fn pages_have_the_names_of_their_articles() {
        let out = Path::new("out-that-is-not-there");
        let found = outs(&named(&["a.json", "b/c.json"]), Some(out), false).unwrap();
        assert_eq!(found, [Some(out.join("a.html")), Some(out.join("b/c.html"))]);
        let found = outs(&named(&["a.json"]), Some(Path::new("page.htm")), true).unwrap();
        assert_eq!(found, [Some("page.htm".into())]);
        let found = outs(&named(&["a.json"]), Some(Path::new("pages/")), true).unwrap();
        assert_eq!(found, [Some("pages/a.html".into())]);
        assert_eq!(outs(&named(&["a.json"]), None, true).unwrap(), [None]);
    }

    #[test]
    fn a_page_that_is_the_same_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("a/b.html");
        deliver("1", Some(&page)).unwrap();
        let old = SystemTime::UNIX_EPOCH;
        fs::File::options().write(true).open(&page).unwrap().set_modified(old).unwrap();
        let time = || fs::metadata(&page).unwrap().modified().unwrap();
        deliver("1", Some(&page)).unwrap();
        assert_eq!(time(), old);
        deliver("2", Some(&page)).unwrap();
        assert_ne!(time(), old);
        assert_eq!(fs::read_to_string(&page).unwrap(), "2");
    }

    #[test]
    fn pages_without_a_place_of_their_own_are_a_mistake() {
        let error = outs(&named(&["a.json", "b.json"]), None, false).unwrap_err().to_string();
        assert!(error.contains("--out public/articles"), "{error}");
        let twice = named(&["a.json", "a.json"]);
        let error = outs(&twice, Some(Path::new("out")), false).unwrap_err().to_string();
        assert!(error.contains("more than one article"), "{error}");
    }
}
