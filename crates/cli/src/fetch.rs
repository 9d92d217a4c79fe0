//! What is to be had by URL.

use std::time::Duration;

use newsprint_model::MAX_BODY_BYTES;
use ureq::{Agent, ResponseExt};
use url::Url;

use crate::failure::{Failure, Result};

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(10);

/// How long all of a request may take, redirects included.
const WHOLE: Duration = Duration::from_secs(30);

/// Whether this begins as a URL of the web does.
pub fn is_web(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://")
}

/// A body, and the URL that it came from in the end.
#[derive(Debug, Clone)]
pub struct Fetched {
    /// The bytes.
    pub body: Vec<u8>,
    /// The URL, redirects followed: URLs in the body are relative to it.
    pub url: Url,
}

/// Asks for things by http and https.
#[derive(Debug, Clone)]
pub struct Fetcher(Agent);

impl Fetcher {
    /// A fetcher. Requests that follow each other share their connections.
    pub fn new() -> Self {
        let agent = Agent::config_builder()
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(WHOLE))
            .max_redirects(5)
            .user_agent(concat!("newsprint/", env!("CARGO_PKG_VERSION")))
            .build();
        Self(agent.new_agent())
    }

    /// The body at a URL, if it is not larger than an article may be.
    pub fn get(&self, url: &Url) -> Result<Fetched> {
        let failed = |why: String| Failure::new(format!("{url} can't be had: {why}."));
        if !is_web(url.as_str()) {
            return Err(failed(format!("{} is neither http nor https", url.scheme())));
        }
        let request = self.0.get(url.as_str()).header("accept", "application/json");
        let mut response = request.call().map_err(|error| failed(error.to_string()))?;
        let from = response.get_uri().to_string();
        let body = response
            .body_mut()
            .with_config()
            .limit(MAX_BODY_BYTES as u64)
            .read_to_vec()
            .map_err(|error| failed(error.to_string()))?;
        Ok(Fetched { body, url: from.parse().unwrap_or_else(|_| url.clone()) })
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::thread;

    use super::*;

    /// A server that gives these answers, one after the other, and the URL at which it is.
    fn server(answers: Vec<String>) -> Url {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/a.json", listener.local_addr().unwrap());
        thread::spawn(move || {
            for answer in answers {
                let (mut stream, _) = listener.accept().unwrap();
                let mut request = [0; 1024];
                let _ = stream.read(&mut request);
                // The other side hangs up where it has enough.
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        url.parse().unwrap()
    }

    fn answer(head: &str, body: &str) -> String {
        format!(
            "HTTP/1.1 {head}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        )
    }

    #[test]
    fn a_body_comes_with_the_url_that_it_came_from() {
        let url =
            server(vec![answer("302 Found\r\nlocation: /b/c.json", ""), answer("200 OK", "{}")]);
        let fetched = Fetcher::new().get(&url).unwrap();
        assert_eq!(fetched.body, b"{}");
        assert_eq!(fetched.url, url.join("/b/c.json").unwrap());
    }

    #[test]
    fn what_is_too_large_or_not_there_is_said() {
        let large = "x".repeat(MAX_BODY_BYTES + 1);
        for (answer, says) in
            [(answer("200 OK", &large), "limit"), (answer("404 Not Found", ""), "404")]
        {
            let error = Fetcher::new().get(&server(vec![answer])).unwrap_err().to_string();
            assert!(error.contains("can't be had") && error.contains(says), "{error}");
        }
    }

    #[test]
    fn only_the_web_is_asked() {
        let error = Fetcher::new().get(&"file:///etc/passwd".parse().unwrap()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "file:///etc/passwd can't be had: file is neither http nor https."
        );
    }
}
