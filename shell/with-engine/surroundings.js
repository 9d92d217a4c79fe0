// @ts-check
/**
 * What loading needs of the browser, and the engine asks of it: requests, timers, a place for
 * copies, and the reader's attention. It comes in the same file as the engine.
 */

/** The copies of articles, as many and as large together as is fair to the host. */
const MOST_COPIES = 50;
const MOST_BYTES = 2e7;

/** What was there before the engine. @type {typeof import('../early.js').early} */
let early;

/**
 * Settles after so many milliseconds, or when it is ended.
 * @param {number} ms
 */
function wait(ms) {
  let end = () => {};
  const outcome = new Promise((/** @type {(nothing: void) => void} */ resolve) => {
    const timer = setTimeout(resolve, ms);
    end = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { outcome, end };
}

/** Those who wait until the reader is online and looks at the page. @type {(() => void)[]} */
const waiting = [];

function look() {
  if (document.hidden || !navigator.onLine) return;
  for (const resume of waiting.splice(0)) resume();
}

/** Settles when the reader is online and looks at the page. */
const attention = () =>
  new Promise((/** @type {(nothing: void) => void} */ resume) => {
    waiting.push(resume);
    look();
  });

globalThis.addEventListener?.('online', look);
globalThis.document?.addEventListener('visibilitychange', look);

/**
 * Changes the copies, one change after the other.
 * @param {(copies: Cache) => Promise<unknown>} what
 */
function change(what) {
  early.turn = early.turn.then(async () => {
    try {
      await what(await caches.open(early.copies));
    } catch {
      // Storage is full, or forbidden: then there is no copy.
    }
  });
}

/**
 * Keeps a copy, and lets go of the oldest ones where there is no room for all.
 * @param {string} url
 * @param {Uint8Array<ArrayBuffer>} body
 * @param {string[][]} headers
 */
const keep = (url, body, headers) =>
  change(async (copies) => {
    // What it takes is noted where it can be seen without opening each copy.
    const request = new Request(url, { headers: { bytes: String(body.length) } });
    const dated = /** @type {[string, string][]} */ ([
      ...headers,
      ['date', new Date().toUTCString()],
    ]);
    for (let isKept = false; !isKept;) {
      try {
        await copies.put(request, new Response(body, { headers: dated }));
        isKept = true;
      } catch (error) {
        // There may be less room than is fair.
        const [oldest] = await copies.keys();
        const isFull = /** @type {Error} */ (error).name === 'QuotaExceededError';
        if (!isFull || !oldest) throw error;
        await copies.delete(oldest);
      }
    }
    let [number, room] = [MOST_COPIES, MOST_BYTES];
    for (const kept of [...(await copies.keys())].reverse()) {
      room -= Number(kept.headers.get('bytes'));
      if (--number < 0 || room < 0) await copies.delete(kept);
    }
  });

/**
 * Gives up a copy.
 * @param {string} url
 */
const forget = (url) => change((copies) => copies.delete(url));

/**
 * The copy is as good as new: the backend has said so just now.
 * @param {string} url
 */
async function renew(url) {
  const copy = await early.copy(url);
  if (!copy) return;
  const headers = [...copy.headers].filter(([name]) => name !== 'date');
  keep(url, new Uint8Array(await copy.arrayBuffer()), headers);
}

/** The requests under way. @type {Set<AbortController>} */
const underWay = new Set();

/**
 * Makes a request, or hands over the one that was made already.
 * @param {string} url
 * @param {RequestCredentials} credentials
 * @param {string} [etag] the version that is known, by its entity tag
 * @param {string} [modified] and by when it was changed last
 */
function send(url, credentials, etag, modified) {
  const made = early.take(url, credentials);
  const abort = made?.abort ?? new AbortController();
  underWay.add(abort);
  const request = async () => {
    const headers = new Headers();
    // Another origin would be asked first whether it allows these headers (CORS), and many a
    // backend does not; its replies are compared when they are here.
    if (new URL(url).origin === origin) {
      if (etag) headers.set('if-none-match', etag);
      if (modified) headers.set('if-modified-since', modified);
    }
    return fetch(url, { credentials, headers, signal: abort.signal });
  };
  const outcome = made ? made.reply.then((reply) => reply ?? request()) : request();
  const end = () => {
    underWay.delete(abort);
    abort.abort();
  };
  return { outcome, end };
}

/** Ends all requests: the engine that made them is no more. */
function halt() {
  for (const abort of underWay) abort.abort();
  underWay.clear();
}

/**
 * Adds to what was there before the engine all that it asks for.
 * @param {typeof early} it
 */
export function complete(it) {
  early = it;
  Object.assign(it, { wait, attention, keep, forget, renew, send, halt });
}
