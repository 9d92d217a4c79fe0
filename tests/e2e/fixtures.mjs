// @ts-check
/**
 * What the tests share: the server, and a watch over everything that a page should not do, which
 * fails a test that did not say that it expects it.
 */
import { test as base, expect } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';

import { FOLDER, POLICY, start } from './server.mjs';

export { expect };

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */

const ARTICLES = new URL('../../demo/api/articles/', import.meta.url);

/** The names of the demo's articles, as they are on the disk. */
export const NAMES = readdirSync(ARTICLES)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

/** The article that the project was started for. */
export const FLAGSHIP = 'kazakhstan-reform-and-balance';

/**
 * An article of the demo, as it is on the disk.
 * @param {string} name
 */
export const document = (name) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, ARTICLES), 'utf8'));

/**
 * The text of a Text, without its marks.
 * @param {any} text
 * @returns {string}
 */
export const plain = (text) =>
  [text ?? '']
    .flat()
    .map((span) => (typeof span === 'string' ? span : span.text))
    .join('');

/**
 * A small article, to put the point of a test into.
 * @param {object[]} blocks
 * @param {object} [more]
 */
export const small = (blocks = [], more = {}) => ({
  lang: 'en-GB',
  headline: 'A small article',
  sections: [{ heading: 'The only section', blocks }],
  ...more,
});

/**
 * What is answered to a request and to all its repetitions.
 * @param {number} status
 * @returns {import('./server.mjs').Answer[]}
 */
export const tries = (status) => Array(4).fill({ status, body: '' });

/**
 * Whether an article has films or sounds in it.
 * @param {string} name
 */
export const hasMedia = (name) => /"type":"(video|audio)"/.test(JSON.stringify(document(name)));

/**
 * The strict policy has no place for films and sounds, and a browser already asks it for the
 * address of one that nobody has played yet. A site that prints some adds one directive.
 */
export const MEDIA_POLICY = `${POLICY}; media-src 'self'`;

/** What a page should not do: errors, warnings of our own, violations, requests to other hosts. */
class Watch {
  /** @type {string[]} */
  #seen = [];
  /** @type {(string | RegExp)[]} */
  #expected = [];

  /** @param {string} what */
  note(what) {
    this.#seen.push(what);
  }

  /**
   * Declares that something of the kind has to happen in this test. All that does and matches is
   * in order; when nothing does, the test fails.
   * @param {...(string | RegExp)} patterns
   */
  expect(...patterns) {
    this.#expected.push(...patterns);
  }

  /** @param {string | RegExp} pattern */
  #matching(pattern) {
    return this.#seen.filter((what) =>
      typeof pattern === 'string' ? what.includes(pattern) : pattern.test(what),
    );
  }

  /** What nobody expected. */
  unexpected() {
    const inOrder = new Set(this.#expected.flatMap((pattern) => this.#matching(pattern)));
    return this.#seen.filter((what) => !inOrder.has(what));
  }

  /** What was expected in vain so far. */
  missing() {
    return this.#expected.filter((pattern) => this.#matching(pattern).length === 0).map(String);
  }
}

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
