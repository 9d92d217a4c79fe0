// @ts-check
/** Saving copies of articles, for the next visit and for when there is no network. */

/** How many copies are kept, and how many bytes of them, so that the site has room for its own. */
const MAX_COPIES = 50;
const MAX_BYTES = 2e7;

/** @typedef {import('../wire').Host} Host */

/**
 * What a host does with copies.
 * @param {typeof import('../copies.js').copies} copies
 * @param {Host['findCopy']} findCopy
 * @returns {Pick<Host, 'findCopy' | 'keepCopy' | 'renewCopy' | 'forgetCopy'>}
 */
export function savedCopies(copies, findCopy) {
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

  /** @type {ReturnType<typeof savedCopies>} */
  const saved = {
    findCopy,

    keepCopy: (url, body, headers) =>
      changeCopies(async (cache) => {
        // A header of the request holds the size, because that can be read without the copy itself.
        // The copy is only for requests with the other header: else a service worker of the site that
        // looks into all caches would answer with it.
        const request = new Request(url, { headers: { bytes: String(body.length), copy: '1' } });
        const dated = /** @type {[string, string][]} */ ([
          ...headers,
          ['date', new Date().toUTCString()],
          ['vary', 'copy'],
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
      const headers = [...copy.headers].filter(([name]) => name !== 'date' && name !== 'vary');
      saved.keepCopy(url, new Uint8Array(await copy.arrayBuffer()), headers);
    },

    forgetCopy: (url) => changeCopies((cache) => cache.delete(url, { ignoreVary: true })),
  };
  return saved;
}
