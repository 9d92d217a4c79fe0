// @ts-check
/**
 * What loading needs of the browser, and the engine asks of it: a place for copies, the reader's
 * attention, and the requests that were made while the engine was on its way.
 */

/** The copies of articles, as many and as large together as is fair to the host. */
const COPIES = 'newsprint';
const MOST_COPIES = 50;
const MOST_BYTES = 2e7;

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

/** Where a copy is looked for just now. @type {Map<string, Promise<Response | undefined>>} */
const lookups = new Map();

/**
 * The copy of a document, if there is one. Storage may be forbidden. Those who look at the same time
 * go on at the same time, so that they can share what they do then.
 * @param {string} url
 */
const copy = async (url) => {
  if (!lookups.has(url)) lookups.set(url, find(url));
  return (await lookups.get(url))?.clone();
};

/** @param {string} url */
async function find(url) {
  try {
    return await (await caches.open(COPIES)).match(url);
  } catch {
  } finally {
    lookups.delete(url);
  }
}

/** What is done with the copies, one thing after the other: what is given up must not come later. */
let turn = Promise.resolve();

/** @param {(copies: Cache) => Promise<unknown>} something */
function inTurn(something) {
  const next = async () => {
    try {
      await something(await caches.open(COPIES));
    } catch {
      // Storage is full, or forbidden: then there is no copy.
    }
  };
  turn = turn.then(next);
}

/**
 * Keeps a copy, and lets go of the oldest ones where there is no room for all.
 * @param {string} url
 * @param {Uint8Array<ArrayBuffer>} body
 * @param {[string, string][]} headers
 */
const keep = (url, body, headers) =>
  inTurn(async (copies) => {
    // What it takes is noted where it can be seen without opening each copy.
    const request = new Request(url, { headers: { bytes: String(body.length) } });
    const date = ['date', new Date().toUTCString()];
    await copies.put(request, new Response(body, { headers: [...headers, date] }));
    let [number, room] = [MOST_COPIES, MOST_BYTES];
    for (const kept of (await copies.keys()).reverse()) {
      room -= Number(kept.headers.get('bytes'));
      if (--number < 0 || room < 0) await copies.delete(kept);
    }
  });

/**
 * Gives up a copy.
 * @param {string} url
 */
const forget = (url) => inTurn((copies) => copies.delete(url));

/** A request that was made before the engine was there, and who needs it. */
/** @typedef {{ reply: Promise<Response | undefined>, abort: AbortController, users: Set<object> }} Early */

/**
 * How many requests are made so; the engine makes the others. A browser makes six at a time of a
 * host (HTTP/1.1), and articles that don't come must not keep the engine away.
 */
const MOST_EARLY = 3;

/** @type {Map<string, Early>} */
const early = new Map();

/** What the same requests have in common. @param {string} url @param {string} credentials */
export const key = (url, credentials) => `${credentials} ${url}`;

/**
 * Asks for a document while the engine is on its way, unless there is a copy: then the engine asks
 * whether that is still the newest version.
 * @param {string} url
 * @param {RequestCredentials} credentials
 * @param {object} user who needs it
 */
export function ask(url, credentials, user) {
  const name = key(url, credentials);
  leave(user, name);
  let asked = early.get(name);
  if (!asked && early.size < MOST_EARLY) {
    const abort = new AbortController();
    const { signal } = abort;
    const reply = copy(url).then((it) => (it ? undefined : fetch(url, { credentials, signal })));
    // Who needs the reply hears of its failure.
    reply.catch(() => {});
    asked = { reply, abort, users: new Set() };
    early.set(name, asked);
  }
  asked?.users.add(user);
}

/**
 * Somebody needs nothing any more, or only this; what nobody needs ends.
 * @param {object} user
 * @param {string} [needed]
 */
export function leave(user, needed) {
  for (const [name, { abort, users }] of early) {
    if (name === needed || !users.delete(user) || users.size) continue;
    early.delete(name);
    abort.abort();
  }
}

/**
 * Makes a request for the engine, or hands over the one that was made already.
 * @param {string} url
 * @param {RequestCredentials} credentials
 * @param {string} [etag] the version that is known, by its entity tag
 * @param {string} [modified] and by when it was changed last
 */
function send(url, credentials, etag, modified) {
  const name = key(url, credentials);
  const asked = early.get(name);
  early.delete(name);
  const abort = asked?.abort ?? new AbortController();
  const request = () => {
    const headers = new Headers();
    // Another origin would be asked first whether it allows these headers (CORS), and many a
    // backend does not; its replies are compared when they are here.
    if (new URL(url).origin === origin) {
      if (etag) headers.set('if-none-match', etag);
      if (modified) headers.set('if-modified-since', modified);
    }
    return fetch(url, { credentials, headers, signal: abort.signal });
  };
  const outcome = asked ? asked.reply.then((reply) => reply ?? request()) : request();
  return { outcome, end: () => abort.abort() };
}

/** All that the engine asks for. */
export const surroundings = {
  /** How long the headers of a reply are waited for, in milliseconds. */
  headersTimeout: 8000,
  /** How long the whole body is waited for from then on, in milliseconds. */
  bodyTimeout: 20000,
  wait,
  attention,
  copy,
  keep,
  forget,
  send,
};
