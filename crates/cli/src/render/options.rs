//! The options of `render`.

use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use newsprint_locale::TimeZone;
use newsprint_model::{Language, Unit};

/// The options of `render`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  One article, as a page:
    newsprint render article.json --src /api/articles/article.json --out article.html

  A site: each NAME.json becomes NAME.html, with URLs from the root, on all cores:
    newsprint render api/articles/ --src /api/articles/ --out public/articles

  The same in a template of your own, again on every change:
    newsprint render api/articles/ --src /api/articles/ --page article.html --out public --watch

  Only the element, for a page that another program writes:
    newsprint render article.json --only-element --base https://news.example/api/article.json

A template is a page with <!-- newsprint-article --> where the article goes and, in its head,
<!-- newsprint-head --> where title, description, metadata, style sheet and script go. Leave
the second out if you write those yourself.

URLs in an article are relative to the URL of its JSON. --src says where that is on your site;
the URLs of the site are then written from the root. --base says all of it, with the origin:
then they are written whole, and sites that share the article learn its address and picture.

Exit status: 0 when all is rendered, 1 when an article can't be, 2 when nothing can.")]
pub struct Options {
    /// Articles: files, and folders (their .json files, also further down)
    #[arg(required = true, value_name = "FILE|FOLDER")]
    pub articles: Vec<PathBuf>,
    /// Where the pages go: a file for one article, else a folder [default for one: standard output]
    #[arg(long, value_name = "FILE|FOLDER")]
    pub out: Option<PathBuf>,
    /// The page to put each article into, instead of a bare one
    #[arg(long, value_name = "TEMPLATE", conflicts_with = "only_element")]
    pub page: Option<PathBuf>,
    /// Write the element alone, without a page around it
    #[arg(long)]
    pub only_element: bool,
    /// URL of the article's JSON on the site, or with / at its end, of the folder of all
    #[arg(long, value_name = "URL")]
    pub src: Option<String>,
    /// What the URLs in the article are relative to: its JSON's URL with the origin, or its folder's
    #[arg(long, value_name = "URL")]
    pub base: Option<String>,
    /// URL of the folder in which the site serves Newsprint's files
    #[arg(long, value_name = "URL", default_value = "/newsprint/")]
    pub assets: String,
    /// Folder of the release bundle: the style sheet is linked under its name with a hash
    #[arg(long, value_name = "FOLDER")]
    pub dist: Option<PathBuf>,
    /// Write the hashes of script and styles as well, where their URLs name the version
    #[arg(long, requires = "dist")]
    pub integrity: bool,
    /// Name of the site: it stands in the title, and is told to those who share the article
    #[arg(long, value_name = "NAME", conflicts_with = "only_element")]
    pub site_name: Option<String>,
    /// Time zone in which times are written, such as Europe/Berlin
    #[arg(long, value_name = "NAME", default_value = "UTC", value_parser = time_zone)]
    pub time_zone: TimeZone,
    /// Language of an article that names none [default: en]
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub lang: Option<String>,
    /// Level of the headline, 1 to 4
    #[arg(long, value_name = "LEVEL", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=4))]
    pub heading_level: u8,
    /// Light or dark; auto follows the page
    #[arg(long, value_enum, default_value_t = Theme::Auto)]
    pub theme: Theme,
    /// Unit of temperatures; auto is that of the article, else that of the language
    #[arg(long, value_enum, default_value_t = Units::Auto)]
    pub units: Units,
    /// Parts to leave out, separated by spaces, such as "weather latest"
    #[arg(long, value_name = "PARTS", default_value = "", hide_default_value = true)]
    pub hide: String,
    /// Let the element show the articles of teasers in its own place
    #[arg(long)]
    pub in_place: bool,
    /// Let the element look for newer versions, so many seconds apart
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub refresh: Option<u32>,
    /// What the ids in the article begin with: another for each article of a page
    #[arg(long, value_name = "NAME", default_value = "newsprint-1", value_parser = scope)]
    pub scope: String,
    /// Put in the lists and the weather that an article names by URL: from the files of the site, else
    /// by http and https
    #[arg(long)]
    pub resolve: bool,
    /// Render again what changes, until it is stopped
    #[arg(long, requires = "out")]
    pub watch: bool,
    /// How many articles to render at once [default: as many as there are cores]
    #[arg(long, value_name = "NUMBER")]
    pub threads: Option<NonZero<usize>>,
    /// Say nothing of what was left out of articles, and show no progress
    #[arg(long)]
    pub quiet: bool,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    Auto,
    Light,
    Dark,
}

impl Theme {
    /// As the attribute has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Units of temperature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Units {
    Auto,
    C,
    F,
}

impl Units {
    /// The unit, if one is asked for.
    pub fn unit(self) -> Option<Unit> {
        match self {
            Self::Auto => None,
            Self::C => Some(Unit::Celsius),
            Self::F => Some(Unit::Fahrenheit),
        }
    }
}

fn time_zone(name: &str) -> Result<TimeZone, String> {
    TimeZone::named(name)
        .ok_or_else(|| "no such time zone; names are like UTC and Europe/Berlin".into())
}

fn language(tag: &str) -> Result<String, String> {
    // A `Language` itself can't go to another thread.
    Language::new(tag)
        .map(|_| tag.to_owned())
        .ok_or_else(|| "no language tag; they are like en and pt-BR".into())
}

fn scope(name: &str) -> Result<String, String> {
    let is_name = !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_name { Ok(name.into()) } else { Err("letters, digits, - and _ only".into()) }
}
