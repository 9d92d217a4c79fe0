// @ts-check
/** Finding saved copies of articles. `with-engine/saved-copies.js` saves them. */

/** What this file shares with the one that saves. */
export const copies = {
  /** The name of the cache. */
  name: 'newsprint',
  /** Settles when the changes so far are made: lookups and further changes wait for it. */
  changes: Promise.resolve(),
};

/** The lookups under way, by URL. @type {Map<string, Promise<Response | undefined>>} */
const lookups = new Map();

/**
 * The copy of a document, if there is one. Elements that ask at the same time share one lookup: then
 * they go on at the same time, and can share the request that follows.
 * @param {string} url
 */
export async function findCopy(url) {
  if (!lookups.has(url)) lookups.set(url, find(url));
  return (await lookups.get(url))?.clone();
}

/** @param {string} url */
async function find(url) {
  try {
    await copies.changes;
    // See `saved-copies.js` for `ignoreVary`.
    return await (await caches.open(copies.name)).match(url, { ignoreVary: true });
  } catch {
    // The page is not allowed to use storage: then there is no copy.
  } finally {
    lookups.delete(url);
  }
}
