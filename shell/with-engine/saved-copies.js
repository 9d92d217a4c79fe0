// @ts-check
/** Copies of articles, for the next visit and for when there is no network. */

/** The cache that holds them. */
const NAME = 'newsprint';

/** How many copies are kept, and how many bytes of them, so that the site has room for its own. */
const MAX_COPIES = 50;
const MAX_BYTES = 2e7;

/** @typedef {import('../wire').Host} Host */

/** Settles when the changes so far are made: lookups and further changes wait for it. */
let changes = Promise.resolve();

/**
 * Changes the copies, when all changes before are made.
 * @param {(cache: Cache) => Promise<unknown>} change
 */
function changeCopies(change) {
  changes = changes.then(async () => {
    try {
      await change(await caches.open(NAME));
    } catch {
      // Storage is full, or the page is not allowed to use it: then there is no copy.
    }
  });
}

/**
 * Resolves when the browser has nothing more urgent to do: no paint waits for a copy. WebKit has no
 * [scheduler](https://wicg.github.io/scheduling-apis/); there it is at once.
 */
const idle = () => globalThis.scheduler?.postTask(() => {}, { priority: 'background' });

/** The lookups under way, by URL. @type {Map<string, Promise<Response | undefined>>} */
const lookups = new Map();

/** @param {string} url */
async function find(url) {
  try {
    await changes;
    // See `keepCopy` for `ignoreVary`.
    return await (await caches.open(NAME)).match(url, { ignoreVary: true });
  } catch {
    // The page is not allowed to use storage: then there is no copy.
  } finally {
    lookups.delete(url);
  }
}

/**
 * What a host does with copies.
 * @type {Pick<Host, 'findCopy' | 'keepCopy' | 'forgetCopy'>}
 */
export const savedCopies = {
  /** Elements that ask at the same time share one lookup: then they go on at the same time. */
  async findCopy(url) {
    if (!lookups.has(url)) lookups.set(url, find(url));
    return (await lookups.get(url))?.clone();
  },

  keepCopy: (url, from, body) =>
    changeCopies(async (cache) => {
      await idle();
      // A header of the request holds the size, because that can be read without the copy itself.
      // The copy is only for requests with the other header: else a service worker of the site that
      // looks into all caches would answer with it.
      const request = new Request(url, { headers: { bytes: String(body.length), copy: '1' } });
      const headers = {
        'content-location': from,
        date: new Date().toUTCString(),
        vary: 'copy',
      };
      for (let isKept = false; !isKept;) {
        try {
          await cache.put(request, new Response(body, { headers }));
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

  forgetCopy: (url) => changeCopies((cache) => cache.delete(url, { ignoreVary: true })),
};
