// @ts-check
/**
 * What can be done for an article while the engine is on its way: look for a copy, and where there
 * is none, ask for it.
 */

/** Where a copy is looked for just now. @type {Map<string, Promise<Response | undefined>>} */
const lookups = new Map();

/**
 * The copy of a document, if there is one. Storage may be forbidden. Those who look at the same time
 * go on at the same time, so that they can share what they do then.
 * @param {string} url
 */
async function copy(url) {
  if (!lookups.has(url)) lookups.set(url, find(url));
  return (await lookups.get(url))?.clone();
}

/** @param {string} url */
async function find(url) {
  try {
    await early.turn;
    return await (await caches.open(early.copies)).match(url);
  } catch {
  } finally {
    lookups.delete(url);
  }
}

/**
 * A request that was made before the engine was there, and who needs it.
 * @typedef {{ reply: Promise<Response | undefined>, abort: AbortController, users: Set<object> }} Early
 */

/** How many requests are made so: the engine's own files need connections too. */
const MOST = 3;

/** @type {Map<string, Early>} */
const requests = new Map();

/** What the same requests have in common. @param {string} url @param {string} credentials */
export const key = (url, credentials) => `${credentials} ${url}`;

/**
 * Asks for a document, unless there is a copy: then the engine asks whether that is still the newest
 * version.
 * @param {string} url
 * @param {RequestCredentials} credentials
 * @param {object} user who needs it
 */
export function ask(url, credentials, user) {
  const name = key(url, credentials);
  leave(user, name);
  let request = requests.get(name);
  if (!request && requests.size < MOST) {
    const abort = new AbortController();
    const { signal } = abort;
    const reply = copy(url).then((it) => (it ? undefined : fetch(url, { credentials, signal })));
    // Who needs the reply hears of its failure.
    reply.catch(() => {});
    request = { reply, abort, users: new Set() };
    requests.set(name, request);
  }
  request?.users.add(user);
}

/**
 * Somebody needs nothing any more, or only this; what nobody needs ends.
 * @param {object} user
 * @param {string} [needed]
 */
export function leave(user, needed) {
  for (const [name, { abort, users }] of requests) {
    if (name === needed || !users.delete(user) || users.size) continue;
    requests.delete(name);
    abort.abort();
  }
}

/** What the engine gets of all this, and completes. */
export const early = {
  /** Where copies are kept. */
  copies: 'newsprint',
  /** What is being done to them: the next look or change comes after it. */
  turn: Promise.resolve(),
  /** How long the headers of a reply are waited for, in milliseconds. */
  headersTimeout: 8000,
  /** How long the whole body is waited for from then on, in milliseconds. */
  bodyTimeout: 20000,
  copy,
  /** Who is at work, and has to be told of what is begun now. @returns {Function} */
  work: () => () => {},
  /** Hands a request over. @param {string} url @param {string} credentials */
  take(url, credentials) {
    const name = key(url, credentials);
    const request = requests.get(name);
    requests.delete(name);
    return request;
  },
};
