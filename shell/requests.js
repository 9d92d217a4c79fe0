// @ts-check
/**
 * Requests for articles that are made while the engine is still on its way. The engine takes them
 * over when it asks for the same.
 */

import { findCopy } from './copies.js';

/** How long a response is waited for, in milliseconds. */
export const timeouts = {
  /** Until its headers are there. */
  headers: 8000,
  /** From then on, until the whole body is there. */
  body: 20000,
};

/**
 * A request made early, and the elements that need it.
 * @typedef {object} EarlyRequest
 * @property {Promise<Response | undefined>} response Nothing where there is a copy.
 * @property {AbortController} abort
 * @property {Set<object>} users
 */

/** The most requests made early: the engine's own files need connections too. */
const MOST = 3;

/** @type {Map<string, EarlyRequest>} */
const requests = new Map();

/** What makes two requests the same. @param {string} url @param {string} credentials */
export const requestKey = (url, credentials) => `${credentials} ${url}`;

/**
 * Asks for a document, unless there is a copy: then the engine asks, with the conditions that the
 * copy names.
 * @param {string} url
 * @param {RequestCredentials} credentials
 * @param {object} user the element that needs it
 */
export function requestEarly(url, credentials, user) {
  const key = requestKey(url, credentials);
  dropRequests(user, key);
  let request = requests.get(key);
  if (!request && requests.size < MOST) {
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
 * An element needs no request any more, or only the one with this key. A request that no element
 * needs is ended.
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
