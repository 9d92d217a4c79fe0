//! Players of other sites, by the pages on which their films, sounds and charts stand.

/// The start of a page's address, up to the id of what it shows; and what comes before and after
/// that id in the player's address. Where something comes after it, ids are numbers.
/// docs/embedding.md lists the providers.
const PLAYERS: [[&str; 3]; 10] = [
    ["https://www.youtube.com/watch?v=", YOUTUBE, ""],
    ["https://www.youtube.com/shorts/", YOUTUBE, ""],
    ["https://www.youtube.com/embed/", YOUTUBE, ""],
    ["https://youtu.be/", YOUTUBE, ""],
    ["https://vimeo.com/", VIMEO, "?dnt=1"],
    [VIMEO, VIMEO, "?dnt=1"],
    ["https://www.dailymotion.com/video/", "https://www.dailymotion.com/embed/video/", ""],
    ["https://open.spotify.com/", SPOTIFY, ""],
    [DATAWRAPPER, DATAWRAPPER, ""],
    [
        "https://public.flourish.studio/visualisation/",
        "https://flo.uri.sh/visualisation/",
        "/embed",
    ],
];

const YOUTUBE: &str = "https://www.youtube-nocookie.com/embed/";
const VIMEO: &str = "https://player.vimeo.com/video/";
const SPOTIFY: &str = "https://open.spotify.com/embed/";
const DATAWRAPPER: &str = "https://datawrapper.dwcdn.net/";

/// The player of another site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Player {
    /// Its address: words of ours, and an id of harmless characters.
    pub url: String,
    /// What its frame may do, as the attribute
    /// [`allow`](https://developer.mozilla.org/docs/Web/HTML/Element/iframe#allow) says it.
    pub allow: &'static str,
}

/// What the frame of a player may do, by the start of the player's address.
fn allowed(before: &str) -> &'static str {
    match before {
        // Without it, Spotify plays no whole track. It has nothing to show in full screen.
        SPOTIFY => "encrypted-media",
        _ => "fullscreen",
    }
}

/// The player for a page; `None` for a page of no known provider, or without an id. The URL has
/// passed the policy, so it is written as a browser writes it.
pub(super) fn player(href: &str) -> Option<Player> {
    for [pages, before, after] in &PLAYERS {
        let Some(rest) = href.strip_prefix(pages) else { continue };
        let mut end = 0;
        for c in rest.bytes() {
            match c {
                b'0'..=b'9' => {}
                // An id may have two parts: a kind, such as `track`, and the id itself.
                b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'_' | b'/' if after.is_empty() => {}
                b'/' | b'?' | b'&' | b'#' => break,
                _ => return None,
            }
            end += 1;
        }
        let id = rest.get(..end).filter(|_| (1..65).contains(&end))?;
        return Some(Player { url: format!("{before}{id}{after}"), allow: allowed(before) });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::player;

    fn film(href: &str) -> String {
        player(href).map(|player| player.url).unwrap_or_default()
    }

    #[test]
    fn every_known_page_has_its_player() {
        let youtube = "https://www.youtube-nocookie.com/embed/a_B-1";
        let vimeo = "https://player.vimeo.com/video/12?dnt=1";
        let dailymotion = "https://www.dailymotion.com/embed/video/x8a";
        let flourish = "https://flo.uri.sh/visualisation/12/embed";
        for (page, player) in [
            ("https://www.youtube.com/watch?v=a_B-1&t=3s", youtube),
            ("https://www.youtube.com/shorts/a_B-1?feature=share", youtube),
            ("https://www.youtube.com/embed/a_B-1", youtube),
            ("https://youtu.be/a_B-1#t=3", youtube),
            ("https://vimeo.com/12", vimeo),
            ("https://player.vimeo.com/video/12?autoplay=1", vimeo),
            ("https://www.dailymotion.com/video/x8a", dailymotion),
            ("https://open.spotify.com/track/4u?si=1", "https://open.spotify.com/embed/track/4u"),
            ("https://open.spotify.com/album/4u", "https://open.spotify.com/embed/album/4u"),
            ("https://open.spotify.com/episode/4u", "https://open.spotify.com/embed/episode/4u"),
            ("https://open.spotify.com/playlist/4u", "https://open.spotify.com/embed/playlist/4u"),
            ("https://datawrapper.dwcdn.net/aB1/2/", "https://datawrapper.dwcdn.net/aB1/2/"),
            ("https://public.flourish.studio/visualisation/12/", flourish),
        ] {
            assert_eq!(film(page), player, "{page}");
        }
    }

    #[test]
    fn a_player_may_do_what_it_needs() {
        let allow = |href| player(href).map(|player| player.allow);
        assert_eq!(allow("https://open.spotify.com/track/4u"), Some("encrypted-media"));
        assert_eq!(allow("https://youtu.be/a"), Some("fullscreen"));
    }

    #[test]
    fn anything_else_has_none() {
        let long = format!("https://youtu.be/{}", "a".repeat(65));
        for page in [
            "http://www.youtube.com/watch?v=a",
            "https://www.youtube.com.evil.example/watch?v=a",
            "https://evil.example/https://youtu.be/a",
            "https://youtu.be@evil.example/a",
            "https://youtu.be:8443/a",
            "https://youtu.be/",
            "https://youtu.be/..%2fa",
            "https://youtu.be/a.b",
            "https://youtu.be/a%22b",
            "https://www.youtube.com/watch?v=",
            "https://www.youtube.com/watch?v=%3Cscript%3E",
            "https://www.youtube.com/@channel",
            "https://vimeo.com/channels/staffpicks/12",
            "https://vimeo.com/user12",
            "https://public.flourish.studio/visualisation/a/",
            "https://video.example/watch/1",
            "mailto:a@youtu.be",
            &long,
        ] {
            assert_eq!(film(page), "", "{page}");
        }
    }
}
