// @ts-check
/**
 * What the browser offers to the engine: requests, timers, saved copies, and the reader's attention.
 */

import { loadWords } from './words.js';

/** The copies that are kept: as many, and as large together, as is fair to the site. */
const MOST_COPIES = 50;
const MOST_BYTES = 2e7;

/** @typedef {import('../wire').Host} Host */

/**
 * Makes the host of all engines of the page.
 * @param {object} page what was there before the engine
 * @param {typeof import('../copies.js').copies} page.copies
 * @param {Host['findCopy']} page.findCopy
 * @param {typeof import('../requests.js').takeRequest} page.takeRequest
 * @param {Host['timeouts']} page.timeouts
 * @param {Host['atWork']} page.atWork
 * @returns {Host}
 */
export function makeHost({ copies, findCopy, takeRequest, timeouts, atWork }) {
  /**
   * Changes the copies, one change after the other.
   * @param {(cache: Cache) => Promise<unknown>} change
   */
  const changeCopies = (change) => {
    copies.changes = copies.changes.then(async () => {
      try {
        await change(await caches.open(copies.name));
      } catch {
        // Storage is full, or forbidden: then there is no copy.
      }
    });
  };

  /** The requests under way. @type {Set<AbortController>} */
  const underWay = new Set();

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
      underWay.add(abort);
      const request = async () => {
        const headers = new Headers();
        // With these headers the browser asks another origin for leave first (CORS preflight), which
        // many a backend does not give.
        if (new URL(url).origin === origin) {
          if (etag) headers.set('if-none-match', etag);
          if (modified) headers.set('if-modified-since', modified);
        }
        return fetch(url, { credentials, headers, signal: abort.signal });
      };
      const outcome = early ? early.response.then((response) => response ?? request()) : request();
      const cancel = () => {
        underWay.delete(abort);
        abort.abort();
      };
      return { outcome, cancel };
    },

    findCopy,

    keepCopy: (url, body, headers) =>
      changeCopies(async (cache) => {
        // The size is noted where it can be seen without opening the copy.
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
            // There may be less room than is fair: the oldest copies make way.
            const [oldest] = await cache.keys();
            const isFull = /** @type {Error} */ (error).name === 'QuotaExceededError';
            if (!isFull || !oldest) throw error;
            await cache.delete(oldest);
          }
        }
        let [number, room] = [MOST_COPIES, MOST_BYTES];
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
      for (const abort of underWay) abort.abort();
      underWay.clear();
    },
  };
  return host;
}

/** Those who wait until the reader is online and looks at the page. @type {(() => void)[]} */
const waiting = [];

function resumeWaiting() {
  if (document.hidden || !navigator.onLine) return;
  for (const resume of waiting.splice(0)) resume();
}

globalThis.addEventListener?.('online', resumeWaiting);
globalThis.document?.addEventListener('visibilitychange', resumeWaiting);
