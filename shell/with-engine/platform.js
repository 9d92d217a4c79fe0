// @ts-check
/**
 * What the browser offers to the engine: requests, timers, saved copies, and whether the reader looks.
 */

import { intl } from './intl.js';
import { atWork, prepareRecovery } from './recovery.js';
import { savedCopies } from './saved-copies.js';
import { loadWords } from './words.js';

/** @typedef {import('../wire').Host} Host */

/** The one host that all engines of a page use. @type {Host} */
export let host;

/**
 * Makes the host.
 * @param {object} page what the shell has already
 * @param {typeof import('../requests.js').takeRequest} page.takeRequest
 * @param {Host['timeouts']} page.timeouts
 * @param {() => void} page.stopEngine
 * @param {(error: unknown) => string | undefined} page.whyTrapped
 * @returns {Host}
 */
export function makeHost({ takeRequest, timeouts, stopEngine, whyTrapped }) {
  prepareRecovery(stopEngine, whyTrapped);
  // The first use takes some 20 ms: better now, while the WebAssembly is on its way.
  intl.isKnown('en');
  /** The requests under way. @type {Set<AbortController>} */
  const requests = new Set();

  host = {
    timeouts,
    atWork,
    intl,

    wait(ms) {
      let cancel = () => {};
      const outcome = new Promise((/** @type {(nothing: void) => void} */ resolve) => {
        const timer = setTimeout(resolve, ms);
        cancel = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      return { outcome, cancel };
    },

    attention,

    send(url, credentials) {
      const { response, abort } = takeRequest(url, credentials);
      requests.add(abort);
      const cancel = () => {
        requests.delete(abort);
        abort.abort();
      };
      return { outcome: response, cancel };
    },

    ...savedCopies,

    words: (language) => loadWords(language, timeouts.headers),

    cancelRequests() {
      for (const abort of requests) abort.abort();
      requests.clear();
    },
  };
  return host;
}

/** Called when the browser is online and the page is visible. @type {(() => void)[]} */
const waiting = [];

/** Resolves when the browser is online and the page is visible. @returns {Promise<void>} */
export const attention = () =>
  new Promise((resume) => {
    waiting.push(resume);
    resumeWaiting();
  });

function resumeWaiting() {
  // A form of the page may be named `hidden`, and then be `document.hidden`.
  if (document.hidden === true || !navigator.onLine) return;
  for (const resume of waiting.splice(0)) resume();
}

globalThis.addEventListener?.('online', resumeWaiting);
globalThis.document?.addEventListener('visibilitychange', resumeWaiting);
