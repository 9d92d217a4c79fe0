//! The ids in the body of an article.

use super::json::Json;
use crate::Str;

/// The ids in the body, sorted, each with whether something has it already.
#[derive(Default)]
pub struct Ids(Vec<(Str, bool)>);

impl Ids {
    /// The ids of all objects in the body. They are collected before the body is read, because a
    /// link may come before what it points to.
    pub fn of(body: &Json) -> Self {
        let mut ids = Vec::new();
        collect(body, &mut ids);
        ids.sort_unstable();
        ids.dedup();
        Self(ids.into_iter().map(|id| (id, false)).collect())
    }

    /// The id, when something in the body has it.
    pub fn get(&self, id: &str) -> Option<Str> {
        let place = self.find(id).ok()?;
        Some(self.0[place].0.clone())
    }

    /// Gives an id to the first that asks for it. `false` when another has it already.
    pub fn take(&mut self, id: &str) -> bool {
        if let Ok(place) = self.find(id)
            && let (_, taken @ false) = &mut self.0[place]
        {
            *taken = true;
            return true;
        }
        false
    }

    fn find(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| (**known).cmp(id))
    }
}

/// Collects the ids of an object and of all that is in it.
fn collect(json: &Json, ids: &mut Vec<Str>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| collect(item, ids)),
        Json::Object(members) => {
            for (key, value) in members {
                match value {
                    Json::String(id) if &**key == "id" => ids.push(id.clone()),
                    Json::Number(id) if &**key == "id" => ids.push(id.text().clone()),
                    _ => collect(value, ids),
                }
            }
        }
        _ => {}
    }
}
