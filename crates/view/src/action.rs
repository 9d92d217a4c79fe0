//! What a button does when it is pressed.

/// An action, by the name that its button has in `data-action`. The shell does it: the module of
/// that name in `shell/on-demand/`, fetched when it is first used. It works on the markup alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    /// Shows the player of another site: `shell/on-demand/play.js`.
    Play,
    /// Loads the article again. The shell itself does that.
    Retry,
}

impl Action {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Play => "play",
            Self::Retry => "retry",
        }
    }
}
