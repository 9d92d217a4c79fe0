//! Looks for changes in files, by asking for their times and sizes: that works on every disk, also over
//! the network and in containers, where nobody tells of changes.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

/// How long to wait between looks.
pub const EVERY: Duration = Duration::from_millis(500);

/// What a file looked like: when it was changed, and its size. `None` where there was none.
type Look = Option<(SystemTime, u64)>;

/// What files looked like when they were last asked.
#[derive(Debug, Default)]
pub struct Watch(HashMap<PathBuf, Look>);

impl Watch {
    /// The files that look otherwise than last time, or have not been looked at before. Forgets those
    /// that are not named any more.
    pub fn changes<'a>(&mut self, files: impl IntoIterator<Item = &'a PathBuf>) -> Vec<PathBuf> {
        let now: HashMap<PathBuf, Look> =
            files.into_iter().map(|file| (file.clone(), look(file))).collect();
        let changed = now.iter().filter(|(file, look)| self.0.get(*file) != Some(look));
        let mut changed: Vec<PathBuf> = changed.map(|(file, _)| file.clone()).collect();
        changed.sort();
        self.0 = now;
        changed
    }

    /// Looks at files that were not known before, so that they count as looked at.
    pub fn learn(&mut self, files: &[PathBuf]) {
        for file in files {
            self.0.entry(file.clone()).or_insert_with(|| look(file));
        }
    }
}

fn look(file: &PathBuf) -> Look {
    let metadata = fs::metadata(file).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

#[cfg(test)]
mod tests {
    use std::slice;

    use super::*;

    #[test]
    fn what_is_new_changed_or_gone_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            path
        };
        let (a, b) = (file("a", "1"), file("b", "1"));
        let mut watch = Watch::default();
        assert_eq!(watch.changes([&a, &b]), [a.clone(), b.clone()]);
        assert!(watch.changes([&a, &b]).is_empty());
        file("b", "12");
        assert_eq!(watch.changes([&a, &b]), slice::from_ref(&b));
        fs::remove_file(&a).unwrap();
        assert_eq!(watch.changes([&a, &b]), slice::from_ref(&a));
        assert!(watch.changes([&b]).is_empty());
        file("a", "1");
        watch.learn(slice::from_ref(&a));
        assert!(watch.changes([&a, &b]).is_empty());
    }
}
