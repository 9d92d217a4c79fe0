// @ts-check
/** Saved copies of articles: looking for one. Keeping them is `with-engine/platform.js`. */

/** What all who use the copies share. */
export const copies = {
  /** The name of the cache. */
  name: 'newsprint',
  /** The changes under way: a look, or another change, comes after them. */
  changes: Promise.resolve(),
};

/** The looks under way, by URL. @type {Map<string, Promise<Response | undefined>>} */
const lookups = new Map();

/**
 * The copy of a document, if there is one. Those who look at the same time share one look, and so go
 * on at the same time and can share the request that follows.
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
    return await (await caches.open(copies.name)).match(url);
  } catch {
    // The page may not use storage: then there is no copy.
  } finally {
    lookups.delete(url);
  }
}
