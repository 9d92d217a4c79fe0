// @ts-check
/** What is looked at from inside of a page. Runs before the page's own scripts. */

/**
 * What one visit showed, in milliseconds since the navigation began.
 * @typedef {object} Seen
 * @property {number} first First contentful paint.
 * @property {number} largest Largest contentful paint.
 * @property {string} largestOf What was painted then, by its tag; empty where it is in a shadow root
 *   that the browser does not tell.
 * @property {number} whole When the last block had been painted.
 * @property {number} blocked For how long tasks kept the page from answering, until it was whole: of
 *   each task what is over 50 ms.
 * @property {number} letters How many signs the article's text has, without spaces.
 * @property {string} inline The code and styles that stand in the page itself.
 * @property {{ name: string, from: number, to: number }[]} requests What was asked for, and when.
 */

/**
 * Begins to look. The function is sent to the page, so it can use nothing from around it. The page has
 * afterwards `seen`, a promise.
 * @param {string} last The class that only the last block has.
 */
export function observe(last) {
  /** How long a page is looked at after its last paint: a larger one could still come. */
  const SETTLED = 250;
  const now = () => performance.now();
  /** @type {(PerformanceEntry & { element?: Element | null })[]} */
  let largest = [];
  /** @type {PerformanceEntry[]} */
  let tasks = [];
  let first = 0;

  /** @param {string} type @param {(entries: PerformanceEntry[]) => void} take */
  const watch = (type, take) => {
    const observer = new PerformanceObserver((list) => take(list.getEntries()));
    observer.observe({ type, buffered: true });
    return () => take(observer.takeRecords());
  };
  const flush = [
    watch('largest-contentful-paint', (entries) => (largest = largest.concat(entries))),
    watch('longtask', (entries) => (tasks = tasks.concat(entries))),
    watch('paint', (entries) => {
      for (const entry of entries)
        if (entry.name === 'first-contentful-paint') first = entry.startTime;
    }),
  ];

  /** The document, and the shadow root where there is one. The same look for all variants. */
  const roots = () => {
    const shadow = document.querySelector('newsprint-article')?.shadowRoot;
    return shadow ? [shadow, document] : [document];
  };
  /** @param {string} selector */
  const find = (selector) => {
    for (const root of roots()) {
      const found = root.querySelector(selector);
      if (found) return found;
    }
    return undefined;
  };

  /** Resolves after the frame that is being made has been painted. */
  const painted = () =>
    new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(undefined);
    });

  const whole = new Promise((/** @type {(time: number) => void} */ resolve) => {
    // One look a frame, before it is painted. An observer of changes would be called in the middle of
    // a variant's work, and more often for one than for another.
    const look = async () => {
      if (!find(`.${last}`)?.checkVisibility()) return requestAnimationFrame(look);
      await painted();
      resolve(now());
    };
    requestAnimationFrame(look);
  });

  /** @param {() => boolean} isSo */
  const until = async (isSo) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  const seen = (async () => {
    const end = await whole;
    const isThere = () => /** @type {HTMLImageElement} */ (find('.hero img'))?.complete;
    await until(() => document.readyState === 'complete' && isThere());
    // The browser tells of a paint when it is on the screen, which is later than a script sees it, and
    // much later where the paint is a large one.
    for (let known = -1; !first || !largest.length || known < largest.length;) {
      known = largest.length;
      await new Promise(requestAnimationFrame);
      await painted();
      await new Promise((resolve) => setTimeout(resolve, SETTLED));
      for (const take of flush) take();
    }
    const paint = largest.at(-1);
    const over = (/** @type {PerformanceEntry} */ task) =>
      Math.max(0, Math.min(task.startTime + task.duration, end) - task.startTime - 50);
    return {
      first,
      largest: paint?.startTime ?? 0,
      largestOf: paint?.element?.localName ?? '',
      whole: end,
      blocked: tasks.reduce((sum, task) => sum + over(task), 0),
      letters: find('article')?.textContent?.replaceAll(/\s/g, '').length ?? 0,
      inline: roots()
        .flatMap((root) => [...root.querySelectorAll('style, script:not([src], [type$="json"])')])
        .map((element) => element.textContent)
        .join(''),
      requests: performance.getEntriesByType('resource').map((entry) => ({
        name: new URL(entry.name).pathname,
        from: entry.startTime,
        to: /** @type {PerformanceResourceTiming} */ (entry).responseEnd,
      })),
    };
  })();
  Object.assign(globalThis, { seen });
}
