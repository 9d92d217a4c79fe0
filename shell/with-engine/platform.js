// @ts-check
/**
 * What the browser offers to the engine: requests, timers, saved copies, and whether the reader looks.
 */

import { loadWords } from './words.js';

/** How many copies are kept, and how many bytes of them, so that the site has room for its own. */
const MAX_COPIES = 50;
const MAX_BYTES = 2e7;

/** @typedef {import('../wire').Host} Host */

/**
 * Makes the one host that all engines of a page use.
 * @param {object} page what the shell has already
 * @param {typeof import('../copies.js').copies} page.copies
 * @param {Host['findCopy']} page.findCopy
 * @param {typeof import('../requests.js').takeRequest} page.takeRequest
 * @param {Host['timeouts']} page.timeouts
 * @param {Host['atWork']} page.atWork
 * @returns {Host}
 */
export function makeHost({ copies, findCopy, takeRequest, timeouts, atWork }) {
  /**
   * Changes the copies, when all changes before are made.
   * @param {(cache: Cache) => Promise<unknown>} change
   */
  const changeCopies = (change) => {
    copies.changes = copies.changes.then(async () => {
      try {
        await change(await caches.open(copies.name));
      } catch {
        // Storage is full, or the page is not allowed to use it: then there is no copy.
      }
    });
  };

  /** The requests under way. @type {Set<AbortController>} */
  const requests = new Set();

  /** @type {Host} */
  const host = {
    timeouts,
    atWork,

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

    attention: () =>
      new Promise((resume) => {
        waiting.push(resume);
        resumeWaiting();
      }),

    send(url, credentials, etag, modified) {
      const early = takeRequest(url, credentials);
      const abort = early?.abort ?? new AbortController();
      requests.add(abort);
      const request = async () => {
        const headers = new Headers();
        // These headers would cost another origin a CORS preflight, which many backends refuse.
        if (new URL(url).origin === origin) {
          if (etag) headers.set('if-none-match', etag);
          if (modified) headers.set('if-modified-since', modified);
        }
        return fetch(url, { credentials, headers, signal: abort.signal });
      };
      const outcome = early ? early.response.then((response) => response ?? request()) : request();
      const cancel = () => {
        requests.delete(abort);
        abort.abort();
      };
      return { outcome, cancel };
    },

    findCopy,

    keepCopy: (url, body, headers) =>
      changeCopies(async (cache) => {
        // A header of the request holds the size, because that can be read without the copy itself.
        const request = new Request(url, { headers: { bytes: String(body.length) } });
        const dated = /** @type {[string, string][]} */ ([
          ...headers,
          ['date', new Date().toUTCString()],
        ]);
        for (let isKept = false; !isKept;) {
          try {
            await cache.put(request, new Response(body, { headers: dated }));
            isKept = true;
          } catch (error) {
            // The browser may give less room than that: then the oldest copies are deleted.
            const [oldest] = await cache.keys();
            const isFull = /** @type {Error} */ (error).name === 'QuotaExceededError';
            if (!isFull || !oldest) throw error;
            await cache.delete(oldest);
          }
        }
        let [number, room] = [MAX_COPIES, MAX_BYTES];
        for (const kept of [...(await cache.keys())].reverse()) {
          room -= Number(kept.headers.get('bytes'));
          if (--number < 0 || room < 0) await cache.delete(kept);
        }
      }),

    async renewCopy(url) {
      const copy = await findCopy(url);
      if (!copy) return;
      const headers = [...copy.headers].filter(([name]) => name !== 'date');
      host.keepCopy(url, new Uint8Array(await copy.arrayBuffer()), headers);
    },

    forgetCopy: (url) => changeCopies((cache) => cache.delete(url)),

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

function resumeWaiting() {
  if (document.hidden || !navigator.onLine) return;
  for (const resume of waiting.splice(0)) resume();
}

globalThis.addEventListener?.('online', resumeWaiting);
globalThis.document?.addEventListener('visibilitychange', resumeWaiting);
