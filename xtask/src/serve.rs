//! `serve`: the app in the browser, built again on every change.

use std::net::{Ipv4Addr, TcpListener};
use std::num::NonZeroU16;

use clap::Args;

use crate::failure::{Failure, Result};
use crate::project::Project;
use crate::setup;

/// The path below which articles are asked for.
const API: &str = "/api/";

/// What `serve` can be told.
#[derive(Args)]
pub struct Options {
    /// Take articles from URL/api/ (http://localhost:8000)
    #[arg(long, value_name = "URL", value_parser = api_of)]
    backend: Option<String>,
    /// Serve on this port
    #[arg(long, value_name = "N", default_value = "8080")]
    port: NonZeroU16,
    /// Open the page in your browser
    #[arg(long)]
    open: bool,
}

/// Sets up, then becomes `trunk serve`.
pub fn command(project: &Project, options: &Options) -> Result<()> {
    let port = options.port.get();
    let tools = setup::prepare(project, setup::SERVE)?;
    check_free(port)?;

    println!("Newsprint will be at http://127.0.0.1:{port} once it is built; Ctrl-C ends it.");
    let mut trunk = tools
        .program("trunk")?
        .args(["serve", "--address", "127.0.0.1", "--port"])
        .args([port.to_string()]);
    if options.open {
        trunk = trunk.args(["--open=true"]);
    }
    if let Some(api) = &options.backend {
        println!("Requests to {API} go to {api}.");
        trunk = trunk.args(["--proxy-rewrite", API, "--proxy-backend"]).args([api]);
        if is_local(api) {
            // A proxy for the internet does not know this machine's servers.
            trunk = trunk.args(["--proxy-no-system-proxy"]);
        }
    }
    crate::bundle::for_trunk(trunk).become_it()
}

/// The address that requests to `/api/` go to for a backend's address.
fn api_of(backend: &str) -> Result<String> {
    let wrong =
        |why: &str| Failure::new(format!("{why}; write an address like http://localhost:8000"));
    let (scheme, rest) = backend
        .split_once("://")
        .ok_or_else(|| wrong("it does not begin with http:// or https://"))?;
    if !matches!(scheme, "http" | "https") {
        return Err(wrong("it does not begin with http:// or https://"));
    }
    if rest.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(wrong("it has a space in it"));
    }
    if rest.contains(['?', '#', '@', '\\']) {
        return Err(wrong("only a host, a port and a path are possible"));
    }
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (name, port) = match host.rsplit_once(':') {
        // The colons in the brackets of an IPv6 address separate no port.
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    };
    if name.is_empty() {
        return Err(wrong("it names no host"));
    }
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Err(wrong("its port is not a number up to 65535"));
    }
    let path = path.trim_matches('/');
    let slash = if path.is_empty() { "" } else { "/" };
    Ok(format!("{scheme}://{host}{slash}{path}{API}"))
}

/// Whether an address is one of this machine.
fn is_local(address: &str) -> bool {
    let host = address.split("://").nth(1).unwrap_or_default();
    ["localhost", "127.", "[::1]"].iter().any(|local| host.starts_with(local))
}

/// Complains early, and more plainly than Trunk, when the port is taken.
fn check_free(port: u16) -> Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(drop).map_err(|error| {
        Failure::new(format!(
            "Port {port} of 127.0.0.1 cannot be used: {error}. End the program that has it, or \
                 choose another with --port."
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_api_is_appended() {
        for (backend, api) in [
            ("http://localhost:8000", "http://localhost:8000/api/"),
            ("http://localhost:8000/", "http://localhost:8000/api/"),
            ("https://news.example/v2/", "https://news.example/v2/api/"),
            ("http://[::1]:8000", "http://[::1]:8000/api/"),
            ("http://[::1]", "http://[::1]/api/"),
        ] {
            assert_eq!(api_of(backend).unwrap(), api);
        }
    }

    #[test]
    fn what_is_no_address_is_refused_in_a_sentence() {
        for backend in [
            "",
            "localhost:8000",
            "ftp://localhost",
            "http://",
            "http://:8000",
            "http://localhost:eight",
            "http://localhost:80000",
            "http://local host",
            "http://localhost?x=1",
            "http://user@localhost",
        ] {
            let error = api_of(backend).unwrap_err();
            assert!(error.message.contains("; write an address like http://"), "{error}");
        }
    }

    #[test]
    fn local_addresses_are_known() {
        assert!(is_local("http://localhost:8000/api/"));
        assert!(is_local("http://127.0.0.1/api/"));
        assert!(!is_local("https://news.example/api/"));
    }
}
