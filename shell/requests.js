// @ts-check
/**
 * Early requests: while the engine is being fetched, the shell already asks for the articles. The
 * engine takes such a request over when it asks for the same.
 */

import { findCopy } from './copies.js';

/**
 * An early request, and the elements that need it.
 * @typedef {object} EarlyRequest
 * @property {Promise<Response | undefined>} response `undefined` where there is a copy
 * @property {AbortController} abort
 * @property {Set<object>} users
 */

/** At most so many at a time, because the engine's own files need connections too. */
const MAX_REQUESTS = 3;

/** @type {Map<string, EarlyRequest>} */
const requests = new Map();

/** Two requests with the same key are the same. @param {string} url @param {string} credentials */
export const requestKey = (url, credentials) => `${credentials} ${url}`;

/**
 * Asks for a document, unless there is a copy: then the engine will ask whether the copy is still
 * the newest version.
 * @param {string} url
 * @param {RequestCredentials} credentials
 * @param {object} user the element that needs it
 */
export function requestEarly(url, credentials, user) {
  const key = requestKey(url, credentials);
  dropRequests(user, key);
  let request = requests.get(key);
  if (!request && requests.size < MAX_REQUESTS) {
    const abort = new AbortController();
    const { signal } = abort;
    const response = findCopy(url).then((copy) =>
      copy ? undefined : fetch(url, { credentials, signal }),
    );
    // The engine reports a failure when it takes the request over.
    response.catch(() => {});
    request = { response, abort, users: new Set() };
    requests.set(key, request);
  }
  request?.users.add(user);
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
 * Hands a request over to the engine.
 * @param {string} url
 * @param {string} credentials
 */
export function takeRequest(url, credentials) {
  const key = requestKey(url, credentials);
  const request = requests.get(key);
  requests.delete(key);
  return request;
}
