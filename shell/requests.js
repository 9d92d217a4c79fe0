// @ts-check
/**
 * Requests for articles. While the engine is being fetched, the shell already asks for them; the engine
 * takes such an early request over when it asks for the same.
 */

/**
 * A request, and the elements that need it.
 * @typedef {object} ArticleRequest
 * @property {Promise<Response>} response
 * @property {AbortController} abort
 * @property {Set<object>} users
 */

/** At most so many at a time, because the engine's own files need connections too. */
const MAX_REQUESTS = 3;

/** @type {Map<string, ArticleRequest>} */
const requests = new Map();

/** Two requests with the same key are the same. @param {string} url @param {string} credentials */
export const requestKey = (url, credentials) => `${credentials} ${url}`;

/**
 * Asks for a document. The browser's own cache asks the backend whether what it has is still the newest
 * ([`no-cache`](https://fetch.spec.whatwg.org/#concept-request-cache-mode)); to other origins too, and
 * without a preflight.
 * @param {string} url
 * @param {RequestCredentials} credentials
 * @returns {ArticleRequest}
 */
export function request(url, credentials) {
  const abort = new AbortController();
  const { signal } = abort;
  return {
    response: fetch(url, { credentials, cache: 'no-cache', signal }),
    abort,
    users: new Set(),
  };
}

/**
 * Asks for a document before the engine does.
 * @param {string} url
 * @param {RequestCredentials} credentials
 * @param {object} user the element that needs it
 */
export function requestEarly(url, credentials, user) {
  const key = requestKey(url, credentials);
  dropRequests(user, key);
  if (!requests.has(key) && requests.size < MAX_REQUESTS) {
    const early = request(url, credentials);
    // The engine reports a failure when it takes the request over.
    early.response.catch(() => {});
    requests.set(key, early);
  }
  requests.get(key)?.users.add(user);
}

/**
 * Notes that an element needs no early request any more, or only the one with this key. A request
 * that no element needs is cancelled.
 * @param {object} user
 * @param {string} [needed]
 */
export function dropRequests(user, needed) {
  for (const [key, { abort, users }] of requests) {
    if (key === needed || !users.delete(user) || users.size) continue;
    requests.delete(key);
    abort.abort();
  }
}

/**
 * Hands the engine a request: the early one, or a new one.
 * @param {string} url
 * @param {RequestCredentials} credentials
 */
export function takeRequest(url, credentials) {
  const key = requestKey(url, credentials);
  const early = requests.get(key);
  requests.delete(key);
  return early ?? request(url, credentials);
}
