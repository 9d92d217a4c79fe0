// @ts-check
/**
 * What the tests share: the server, and a watch over everything that a page should not do, which
 * fails a test that did not say that it expects it.
 */
import { test as base, expect } from '@playwright/test';

import { MEDIA_POLICY, NAMES, document, hasMedia } from './documents.mjs';
import { FOLDER, start } from './server.mjs';
import { Watch } from './watch.mjs';

export * from './documents.mjs';
export { expect };

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */

/**
 * Lets a watch see what happens in all pages of a context.
 * @param {BrowserContext} context
 * @param {Watch} watch
 * @param {string[]} origins where requests may go
 */
async function observe(context, watch, origins) {
  context.on('console', (message) => {
    const kind = message.type();
    const ours = kind === 'warning' && message.text().startsWith('newsprint');
    if (kind !== 'error' && !ours) return;
    watch.note(`${kind}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => watch.note(`uncaught: ${error.error()}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!/^https?:$/.test(url.protocol) || origins.includes(url.origin)) return;
    watch.note(`request to another host: ${request.url()}`);
  });
  await context.exposeFunction('noteViolation', (/** @type {string} */ what) =>
    watch.note(`violation: ${what}`),
  );
  await context.addInitScript(() => {
    // What chance would spread over a second, so that backends are spared, comes at once.
    Math.random = () => 0;
    addEventListener('securitypolicyviolation', (event) => {
      const what = `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`;
      /** @type {any} */ (globalThis).noteViolation(what);
    });
  });
}

/**
 * @typedef {object} Fixtures
 * @property {import('./server.mjs').Server} server The static host; it forgets after each test.
 * @property {string[]} origins Where requests may go.
 * @property {Watch} watch
 */

/** @type {import('@playwright/test').Fixtures<Fixtures, { host: import('./server.mjs').Server }, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions>} */
const fixtures = {
  host: [
    async ({}, use) => {
      const server = await start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  server: async ({ host }, use) => {
    host.reset();
    for (const name of NAMES.filter(hasMedia)) {
      const headers = { 'content-security-policy': MEDIA_POLICY };
      host.answer(`${FOLDER}articles/${name}.html`, { headers });
    }
    await use(host);
    host.reset();
  },
  baseURL: async ({ server }, use) => use(server.url),
  origins: async ({ server }, use) => use([server.origin]),
  watch: [
    async ({ context, origins }, use) => {
      const watch = new Watch();
      await observe(context, watch, origins);
      await use(watch);
      // What a page says takes its way through the browser.
      await expect.poll(() => watch.missing(), 'expected, and did not happen').toEqual([]);
      expect(watch.unexpected(), 'happened, and was not expected').toEqual([]);
    },
    { auto: true },
  ],
};

export const test = base.extend(fixtures);

/**
 * The parts of an element, as a reader finds them.
 * @param {Page} page
 * @param {number} [index] which element of the page
 */
export function paper(page, index = 0) {
  const element = page.locator('newsprint-article').nth(index);
  return {
    element,
    article: element.locator('article'),
    headline: element.locator('.headline'),
    skeleton: element.locator('.skeleton'),
    error: element.locator('.error'),
    retry: element.getByRole('button', { name: 'Try again' }),
    frame: element.locator('.frame'),
  };
}

/**
 * Opens the page of one of the demo's articles and waits for the article.
 * @param {Page} page
 * @param {string} name
 */
export async function open(page, name) {
  await page.goto(`articles/${name}.html`);
  const parts = paper(page);
  await expect(parts.headline).toHaveText(document(name).headline);
  return parts;
}

/**
 * Waits until the browser has laid out and painted what it knows of.
 * @param {Page} page
 */
export const painted = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)));
      }),
  );

/**
 * Watches what shifts on the page, from its beginning on.
 * @param {Page} page
 */
export async function watchShifts(page) {
  await page.addInitScript(() => {
    /** @type {string[]} */
    const shifts = [];
    const rect = (/** @type {DOMRect} */ it) => `${it.x},${it.y} ${it.width}×${it.height}`;
    const note = (/** @type {PerformanceEntryList} */ entries) => {
      for (const { hadRecentInput, value, sources } of /** @type {any[]} */ (entries)) {
        if (hadRecentInput) continue;
        // Which node it is, the browser does not tell of a shadow root's.
        const moves = sources.map((/** @type {any} */ it) => {
          const name = it.node?.localName ?? it.node?.nodeName ?? 'inside of the element';
          return `${name} ${rect(it.previousRect)} → ${rect(it.currentRect)}`;
        });
        shifts.push(`${value}: ${moves.join('; ')}`);
      }
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    Object.assign(globalThis, {
      shiftsSoFar() {
        note(observer.takeRecords());
        return shifts;
      },
    });
  });
  return async () => {
    await painted(page);
    return page.evaluate(() => [.../** @type {any} */ (globalThis).shiftsSoFar()]);
  };
}

/**
 * How far the page can be scrolled sideways.
 * @param {Page} page
 */
export const overflow = (page) =>
  page.evaluate(() => {
    const root = globalThis.document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });

/**
 * The place of an element, which has to have one.
 * @param {import('@playwright/test').Locator} locator
 */
export async function box(locator) {
  const found = await locator.boundingBox();
  if (!found) throw new Error(`${locator} is not shown`);
  return found;
}
