//! Players of other sites, by the pages on which their films, sounds and charts stand.

/// The player of another site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Player {
    /// Its address: words of ours, and an id of harmless characters.
    pub url: String,
    /// What its frame may do, as the attribute
    /// [`allow`](https://developer.mozilla.org/docs/Web/HTML/Element/iframe#allow) says it.
    pub allow: &'static str,
}

/// A page on which something stands that a player can show, and the start of the player's address, to
/// which is added what stands in the page's after `<`.
///
/// `*` is an id, `0` a number, `_` a name. What `youtube.com/watch?v=` has in its query stands in the
/// path here.
const PLAYERS: [(&str, &str); 31] = [
    ("youtube.com/watch/<*", YOUTUBE),
    ("youtube.com/shorts/<*", YOUTUBE),
    ("youtube.com/embed/<*", YOUTUBE),
    ("youtube.com/live/<*", YOUTUBE),
    ("youtube.com/v/<*", YOUTUBE),
    ("youtu.be/<*", YOUTUBE),
    ("youtube.com/playlist/<*", YOUTUBE_LIST),
    ("vimeo.com/<0", VIMEO),
    ("vimeo.com/<0/*", VIMEO),
    ("vimeo.com/video/<0", VIMEO),
    ("vimeo.com/channels/_/<0", VIMEO),
    ("vimeo.com/ondemand/_/<0", VIMEO),
    ("vimeo.com/groups/_/videos/<0", VIMEO),
    ("vimeo.com/album/_/video/<0", VIMEO),
    ("vimeo.com/showcase/_/video/<0", VIMEO),
    // The first letter tells an id from a word.
    ("dailymotion.com/video/<x*", DAILYMOTION),
    ("dailymotion.com/embed/video/<x*", DAILYMOTION),
    ("dai.ly/<x*", DAILYMOTION),
    ("spotify.com/<track/*", SPOTIFY),
    ("spotify.com/<album/*", SPOTIFY),
    ("spotify.com/<artist/*", SPOTIFY),
    ("spotify.com/<playlist/*", SPOTIFY),
    ("spotify.com/<show/*", SPOTIFY),
    ("spotify.com/<episode/*", SPOTIFY),
    ("datawrapper.dwcdn.net/<*", DATAWRAPPER),
    ("datawrapper.dwcdn.net/<*/0", DATAWRAPPER),
    ("datawrapper.de/_/<*", DATAWRAPPER),
    ("flourish.studio/<visualisation/0", FLOURISH),
    ("flourish.studio/<story/0", FLOURISH),
    ("flo.uri.sh/<visualisation/0", FLOURISH),
    ("flo.uri.sh/<story/0", FLOURISH),
];

const YOUTUBE: &str = "https://www.youtube-nocookie.com/embed/";
const YOUTUBE_LIST: &str = "https://www.youtube-nocookie.com/embed/videoseries?list=";
const VIMEO: &str = "https://player.vimeo.com/video/";
const DAILYMOTION: &str = "https://www.dailymotion.com/embed/video/";
const SPOTIFY: &str = "https://open.spotify.com/embed/";
const DATAWRAPPER: &str = "https://datawrapper.dwcdn.net/";
const FLOURISH: &str = "https://flo.uri.sh/";

/// What the names of hosts and paths begin with on phones, in players and for a language; they are the
/// same pages without it.
const ALIASES: [(&str, &str); 9] = [
    ("www.", ""),
    ("m.", ""),
    ("music.", ""),
    ("player.", ""),
    ("open.", ""),
    ("public.", ""),
    ("youtube-nocookie.com/", "youtube.com/"),
    ("spotify.com/embed/", "spotify.com/"),
    ("youtube.com/embed/videoseries", "youtube.com/playlist"),
];

/// The player for a page; `None` for a page of no known provider, or without an id. The URL has
/// passed the policy, so it is written as a browser writes it. docs/embedding.md lists the pages.
pub(crate) fn player(href: &str) -> Option<Player> {
    let mut parts = href.strip_prefix("https://")?.split(['?', '&', '#']);
    let mut page = String::from(parts.next()?.trim_end_matches('/'));
    let parameter = |name: &str| {
        let mut pairs = parts.clone().filter_map(|pair| pair.split_once('='));
        let (_, value) = pairs.find(|(key, _)| *key == name)?;
        (capture("<*", value) == Some(value)).then_some(value)
    };
    for (alias, name) in ALIASES {
        if let Some(rest) = page.strip_prefix(alias) {
            page = String::from(name) + rest;
        }
    }
    if let Some(rest) = page.strip_prefix("spotify.com/intl-") {
        page = String::from("spotify.com/") + rest.split_once('/')?.1;
    }
    let id_name = match &*page {
        "youtube.com/watch" => "v",
        "youtube.com/playlist" => "list",
        _ => "",
    };
    if !id_name.is_empty() {
        page.push('/');
        page += parameter(id_name)?;
    }
    let mut page = page.strip_suffix("/embed").unwrap_or(&page);
    // Dailymotion writes the title of a film after its id.
    if let Some((film, _)) = page.split_once('_')
        && film.starts_with("dailymotion.com/")
    {
        page = film;
    }
    let mut known =
        PLAYERS.iter().filter_map(|(page_of, player)| Some((capture(page_of, page)?, *player)));
    let (id, player) = known.next()?;
    if player == YOUTUBE && id == "live_stream" {
        return None;
    }
    let (id, hash) = match id.split_once('/') {
        Some((number, hash)) if player == VIMEO => (number, Some(hash)),
        _ => (id, parameter("h")),
    };
    let mut url = String::from(player) + id;
    let mut add = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            url.push(if url.contains('?') { '&' } else { '?' });
            url = std::mem::take(&mut url) + name + value;
        }
    };
    let start = parameter("t").or_else(|| parameter("start"));
    match player {
        YOUTUBE | DAILYMOTION => {
            add("start=", start.and_then(seconds).as_deref());
            add("list=", parameter("list"));
        }
        VIMEO => {
            // A film that is not listed is shown only to who knows its hash.
            add("h=", hash);
            add("dnt=1", Some(""));
            if let Some(start) = start {
                url = url + "#t=" + start;
            }
        }
        DATAWRAPPER => url.push('/'),
        FLOURISH => url += "/embed",
        _ => {}
    }
    // Without it, Spotify plays no whole track. It has nothing to show in full screen.
    let allow = if player == SPOTIFY { "encrypted-media" } else { "fullscreen" };
    Some(Player { url, allow })
}

/// What stands in a page's address after the `<` of a pattern, if the pattern fits. An id has up to 64
/// letters, digits, hyphens and underscores.
fn capture<'a>(pattern: &str, page: &'a str) -> Option<&'a str> {
    let (mut at, mut start) = (0, 0);
    let bytes = page.as_bytes();
    for wanted in pattern.bytes() {
        let fits = |byte: &&u8| match wanted {
            b'0' => byte.is_ascii_digit(),
            b'*' => byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'),
            b'_' => **byte != b'/',
            _ => **byte == wanted,
        };
        let length = bytes[at..].iter().take_while(fits).count();
        match wanted {
            b'<' => start = at,
            b'0' | b'*' | b'_' if (1..65).contains(&length) => at += length,
            b'0' | b'*' | b'_' => return None,
            _ if length > 0 => at += 1,
            _ => return None,
        }
    }
    (at == bytes.len()).then(|| &page[start..])
}

/// A moment in a film, in seconds: `95`, `95s`, `1m35s`, `1h2m3s`.
fn seconds(moment: &str) -> Option<String> {
    let (mut sum, mut number) = (0_u32, 0_u32);
    for byte in moment.bytes() {
        let unit = match byte {
            b'0'..=b'9' => {
                number = number.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?;
                continue;
            }
            b'h' => 3600,
            b'm' => 60,
            b's' => 1,
            _ => return None,
        };
        sum = sum.checked_add(number.checked_mul(unit)?)?;
        number = 0;
    }
    sum.checked_add(number).filter(|sum| *sum > 0).map(|sum| sum.to_string())
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
        let track = "https://open.spotify.com/embed/track/4u";
        let flourish = "https://flo.uri.sh/visualisation/12/embed";
        for (page, player) in [
            ("https://www.youtube.com/watch?v=a_B-1", youtube),
            ("https://www.youtube.com/watch?v=a_B-1&feature=share", youtube),
            ("https://www.youtube.com/watch?app=desktop&v=a_B-1", youtube),
            ("https://youtube.com/watch?v=a_B-1", youtube),
            ("https://m.youtube.com/watch?v=a_B-1", youtube),
            ("https://music.youtube.com/watch?v=a_B-1", youtube),
            ("https://www.youtube.com/shorts/a_B-1?feature=share", youtube),
            ("https://www.youtube.com/embed/a_B-1", youtube),
            ("https://www.youtube.com/live/a_B-1?si=xyz", youtube),
            ("https://www.youtube.com/v/a_B-1", youtube),
            ("https://www.youtube-nocookie.com/embed/a_B-1?rel=0", youtube),
            ("https://youtu.be/a_B-1", youtube),
            ("https://youtu.be/a_B-1/", youtube),
            ("https://vimeo.com/12", vimeo),
            ("https://www.vimeo.com/12/", vimeo),
            ("https://vimeo.com/channels/staffpicks/12", vimeo),
            ("https://vimeo.com/groups/shorts/videos/12", vimeo),
            ("https://vimeo.com/showcase/7/video/12", vimeo),
            ("https://player.vimeo.com/video/12?autoplay=1", vimeo),
            ("https://www.dailymotion.com/video/x8a", dailymotion),
            ("https://www.dailymotion.com/embed/video/x8a?autoplay=1", dailymotion),
            ("https://dai.ly/x8a", dailymotion),
            ("https://www.dailymotion.com/video/x8a_a-title-of_a-film_news", dailymotion),
            (
                "https://www.dailymotion.com/video/x8a_a-title-that-is-so-long-that-nobody-would-take-it-for-an-id_news",
                dailymotion,
            ),
            ("https://open.spotify.com/track/4u?si=1", track),
            ("https://open.spotify.com/intl-de/track/4u", track),
            ("https://open.spotify.com/embed/track/4u?utm_source=generator", track),
            ("https://open.spotify.com/album/4u", "https://open.spotify.com/embed/album/4u"),
            ("https://open.spotify.com/episode/4u", "https://open.spotify.com/embed/episode/4u"),
            ("https://open.spotify.com/playlist/4u", "https://open.spotify.com/embed/playlist/4u"),
            ("https://open.spotify.com/show/4u", "https://open.spotify.com/embed/show/4u"),
            ("https://datawrapper.dwcdn.net/aB1/2/", "https://datawrapper.dwcdn.net/aB1/2/"),
            ("https://datawrapper.dwcdn.net/aB1", "https://datawrapper.dwcdn.net/aB1/"),
            ("https://www.datawrapper.de/_/aB1/", "https://datawrapper.dwcdn.net/aB1/"),
            ("https://public.flourish.studio/visualisation/12/", flourish),
            ("https://public.flourish.studio/story/12/", "https://flo.uri.sh/story/12/embed"),
            ("https://flo.uri.sh/visualisation/12/embed", flourish),
        ] {
            assert_eq!(film(page), player, "{page}");
        }
    }

    #[test]
    fn what_belongs_to_the_id_is_kept() {
        let youtube = "https://www.youtube-nocookie.com/embed/";
        let vimeo = "https://player.vimeo.com/video/12";
        for (page, before, after) in [
            // The moment at which it begins.
            ("https://www.youtube.com/watch?v=a&t=95s", youtube, "a?start=95"),
            ("https://www.youtube.com/watch?t=95&v=a", youtube, "a?start=95"),
            ("https://youtu.be/a?t=1m35s", youtube, "a?start=95"),
            ("https://youtu.be/a?si=q&t=1h0m5s", youtube, "a?start=3605"),
            ("https://youtu.be/a#t=3", youtube, "a?start=3"),
            ("https://www.youtube.com/embed/a?start=95", youtube, "a?start=95"),
            ("https://www.youtube.com/watch?v=a&t=0s", youtube, "a"),
            ("https://www.youtube.com/watch?v=a&t=soon", youtube, "a"),
            ("https://www.youtube.com/watch?v=a&t=99999999999h", youtube, "a"),
            ("https://vimeo.com/12#t=95s", vimeo, "?dnt=1#t=95s"),
            (
                "https://www.dailymotion.com/video/x8a?start=9",
                "https://www.dailymotion.com/embed/video/x8a",
                "?start=9",
            ),
            // The list that it is in, or the whole list.
            ("https://www.youtube.com/watch?v=a&list=PL_1&index=2", youtube, "a?list=PL_1"),
            ("https://youtu.be/a?list=PL_1&t=2", youtube, "a?start=2&list=PL_1"),
            ("https://www.youtube.com/watch?list=PL_1&v=a", youtube, "a?list=PL_1"),
            ("https://www.youtube.com/playlist?list=PL_1", youtube, "videoseries?list=PL_1"),
            (
                "https://www.youtube.com/embed/videoseries?list=PL_1",
                youtube,
                "videoseries?list=PL_1",
            ),
            // What opens a film that is not listed.
            ("https://vimeo.com/12/ab34", vimeo, "?h=ab34&dnt=1"),
            ("https://vimeo.com/12/ab34?share=copy", vimeo, "?h=ab34&dnt=1"),
            ("https://vimeo.com/12?h=ab34", vimeo, "?h=ab34&dnt=1"),
            ("https://player.vimeo.com/video/12?h=ab34&title=0", vimeo, "?h=ab34&dnt=1"),
            ("https://vimeo.com/12/ab34#t=5", vimeo, "?h=ab34&dnt=1#t=5"),
        ] {
            assert_eq!(film(page), format!("{before}{after}"), "{page}");
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
            "https://video.example/watch/1",
            "mailto:a@youtu.be",
            &long,
            // Words that stand where an id would.
            "https://www.youtube.com/embed/live_stream?channel=UC1",
            "https://www.youtube.com/embed/videoseries",
            "https://www.youtube.com/playlist",
            "https://www.youtube.com/feed/trending",
            "https://vimeo.com/user12",
            "https://vimeo.com/channels/staffpicks",
            "https://vimeo.com/album/12",
            "https://vimeo.com/12/settings/privacy",
            "https://www.dailymotion.com/video/upload",
            "https://open.spotify.com/user/me",
            "https://open.spotify.com/search/bridges",
            "https://open.spotify.com/intl-de",
            "https://datawrapper.dwcdn.net/",
            "https://datawrapper.dwcdn.net/aB1/full.png",
            "https://public.flourish.studio/visualisation/a/",
        ] {
            assert_eq!(film(page), "", "{page}");
        }
    }
}
