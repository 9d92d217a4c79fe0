//! `check`: what the engine would leave out of documents, and where.

mod finding;
mod report;
mod sarif;

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use url::Url;

use crate::failure::{Failure, Result};
use crate::fetch::{Fetcher, is_web};
use crate::input::inputs;
use crate::pool;

use finding::{Document, findings};

/// The options of `check`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  newsprint check article.json
  newsprint check articles/ https://news.example/api/feed.json
  newsprint check --format sarif articles/ > newsprint.sarif
  my-backend export | newsprint check -

A document is an article, or a feed of articles: an array, or an object with an array of
\"articles\" or \"items\".

Exit status: 0 when there is nothing to say, 1 when there is, 2 when a document can't be had.")]
pub struct Options {
    /// Files, folders (their .json files, also further down), URLs, or - for the standard input
    #[arg(required = true, value_name = "FILE|FOLDER|URL")]
    documents: Vec<String>,
    /// How to say it: for people, as one JSON document, or as SARIF 2.1.0
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// How many documents to read at once [default: as many as there are cores]
    #[arg(long, value_name = "NUMBER")]
    threads: Option<NonZero<usize>>,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
}

/// Where a document comes from.
#[derive(Debug, Clone)]
enum Source {
    Input,
    File(PathBuf),
    Web(Url),
}

impl Source {
    fn name(&self) -> String {
        match self {
            Self::Input => "-".into(),
            Self::File(path) => path.display().to_string(),
            Self::Web(url) => url.to_string(),
        }
    }

    fn read(&self, fetcher: &Fetcher) -> Result<Vec<u8>> {
        match self {
            Self::Input => {
                let mut body = Vec::new();
                let read = std::io::stdin().read_to_end(&mut body);
                read.map_err(|error| Failure::of_file(Path::new("-"), "read", &error))?;
                Ok(body)
            }
            Self::File(path) => {
                std::fs::read(path).map_err(|error| Failure::of_file(path, "read", &error))
            }
            Self::Web(url) => fetcher.get(url).map(|fetched| fetched.body),
        }
    }
}

/// Where the named documents come from.
fn sources(named: &[String]) -> Result<Vec<Source>> {
    let mut all = Vec::new();
    for name in named {
        if name == "-" {
            all.push(Source::Input);
        } else if is_web(name) {
            let url = name.parse();
            all.push(Source::Web(url.map_err(|error| {
                Failure::new(format!("{name} is no URL: {error}. Correct it."))
            })?));
        } else {
            let files = inputs(&[PathBuf::from(name)])?;
            all.extend(files.into_iter().map(|input| Source::File(input.path)));
        }
    }
    Ok(all)
}

/// Checks all documents, and says what was found.
pub fn command(options: &Options) -> Result<ExitCode> {
    let sources = sources(&options.documents)?;
    let mut documents: Vec<Option<Document>> = sources.iter().map(|_| None).collect();
    let mut is_all_there = true;
    pool::run(
        &sources,
        options.threads.unwrap_or_else(pool::all_cores),
        Fetcher::new,
        |fetcher, source| {
            let body = source.read(fetcher)?;
            Ok(Document { name: source.name(), findings: findings(&body) })
        },
        |index, result: Result<Document>| match result {
            Ok(document) => documents[index] = Some(document),
            Err(failure) => {
                is_all_there = false;
                eprintln!("error: {failure}");
            }
        },
    );
    let documents: Vec<Document> = documents.into_iter().flatten().collect();
    let report = match options.format {
        Format::Text => report::text(&documents),
        Format::Json => report::json(&documents),
        Format::Sarif => sarif::report(&documents),
    };
    // A reader that has seen enough, such as `head`, has hung up.
    let _ = std::io::stdout().write_all(report.as_bytes());
    let found: usize = documents.iter().map(|document| document.findings.len()).sum();
    if options.format == Format::Text {
        eprintln!("{}", report::summary(documents.len(), found));
    }
    Ok(match (is_all_there, found) {
        (false, _) => ExitCode::from(2),
        (true, 0) => ExitCode::SUCCESS,
        (true, _) => ExitCode::from(1),
    })
}
