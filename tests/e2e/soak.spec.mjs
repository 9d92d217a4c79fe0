// @ts-check
/** A long day: a thousand loads, moves and failures in one page leave nothing behind. */
import { readFileSync } from 'node:fs';

import { expect, painted, test } from './support/fixtures.mjs';
import { measuring, watchMemory } from './support/memory.mjs';

const PAGE = '/hosts/pages/empty.html';

/** Each brings one article, moves one, or fails: the thousand are made of this, over and over. */
const DAY = [
  'loaded',
  'moved',
  'status 404',
  'no JSON',
  'reset',
  'another article',
  'left on the way',
  'an article in the page',
];
const TIMES = 1000;
const BATCH = 100;

/**
 * Goes through a part of the day.
 * @param {import('./support/fixtures.mjs').Page} page
 * @param {number} from
 * @param {number} to
 */
const live = (page, from, to) =>
  page.evaluate(async ([day, start, end]) => {
    const { document } = globalThis;
    const main = /** @type {HTMLElement} */ (document.querySelector('main'));
    const aside = /** @type {HTMLElement} */ (document.querySelector('aside'));
    for (let time = start; time < end; time++) {
      const element = document.createElement('newsprint-article');
      element.textContent = 'In other words';
      /** @param {string} name @param {string} event */
      const show = (name, event) => {
        const told = new Promise((resolve, reject) => {
          for (const type of ['load', 'error']) {
            const options = { once: true };
            element.addEventListener(
              `newsprint-${type}`,
              type === event ? resolve : () => reject(new Error(`${name}: ${type}`)),
              options,
            );
          }
        });
        element.setAttribute('src', name);
        return told;
      };
      /** @type {Record<string, () => Promise<unknown> | void>} */
      const ways = {
        loaded: () => show('/soak/one.json', 'load'),
        moved: async () => {
          await show('/soak/one.json', 'load');
          aside.append(element);
          await new Promise((resolve) => setTimeout(resolve));
          if (!element.shadowRoot?.querySelector('article')) throw new Error('lost its article');
        },
        'status 404': () => show('/faults/404', 'error'),
        'no JSON': () => show('/faults/html', 'error'),
        reset: () => show('/faults/reset-in-body', 'error'),
        'another article': async () => {
          await show('/soak/one.json', 'load');
          const next = new Promise((resolve) =>
            element.addEventListener('newsprint-load', resolve, { once: true }),
          );
          element.setAttribute('src', '/soak/two.json');
          await next;
        },
        'left on the way': () => {
          element.setAttribute('src', '/soak/one.json');
          return new Promise((resolve) => setTimeout(resolve));
        },
        'an article in the page': async () => {
          const told = new Promise((resolve) =>
            element.addEventListener('newsprint-load', resolve, { once: true }),
          );
          Object.assign(element, { article: { headline: 'Given', sections: [] } });
          await told;
        },
      };
      main.append(element);
      await ways[day[time % day.length]]();
      element.remove();
    }
  }, /** @type {const} */ ([DAY, from, to]));

test(`${TIMES} loads, moves and failures leave the memory as it was`, async ({
  page,
  server,
  watch,
}) => {
  test.setTimeout(60_000);
  watch.expect(/newsprint: not-found/, /newsprint: not-json/, /newsprint: network/);
  watch.expect('Failed to load resource', /net::ERR_/);
  for (const name of ['empty.html', 'plain.css']) {
    const body = readFileSync(new URL(`../hosts/pages/${name}`, import.meta.url));
    server.answer(`/hosts/pages/${name}`, { body });
  }
  for (const name of ['one', 'two']) {
    const blocks = Array(20).fill({ type: 'paragraph', text: `This is in article ${name}.` });
    const body = JSON.stringify({ lang: 'en-GB', headline: name, sections: [{ blocks }] });
    const headers = { 'cache-control': 'no-cache', etag: `"${name}"` };
    server.answer(`/soak/${name}.json`, { body, headers });
  }
  // Whoever waits before trying again waits no time.
  await page.addInitScript(() => {
    Math.random = () => 0;
  });
  await watchMemory(page);
  await page.goto(PAGE);
  await page.waitForFunction(() => customElements.get('newsprint-article'));
  // The engine stays for as long as there is an element; this one has its place all day.
  await page.evaluate(() => {
    const { document } = globalThis;
    const element = document.createElement('newsprint-article');
    Object.assign(element, { article: { headline: 'Here all day', sections: [] } });
    document.querySelector('main')?.append(element);
  });
  await expect(page.locator('.headline')).toHaveText('Here all day');

  // What is made once for all is made first.
  await live(page, 0, BATCH);
  await painted(page);
  const measure = await measuring(page);
  const before = await measure();
  expect(before.memory, 'one engine').toMatch(/^\d+$/);

  for (let from = 0; from < TIMES; from += BATCH) {
    await live(page, from, from + BATCH);
    await painted(page);
  }
  await expect(page.locator('newsprint-article')).toHaveCount(1);
  // The browser sweeps up in its own time.
  await expect.poll(async () => (await measure()).nodes - before.nodes, 'nodes').toBeLessThan(60);
  await expect
    .poll(async () => (await measure()).listeners - before.listeners, 'listeners')
    .toBeLessThan(10);
  const after = await measure();
  expect(after.memory, 'memory of the engine').toBe(before.memory);
  // A browser keeps what its own console and compiler need; an element more would cost more.
  expect(after.heap - before.heap, 'bytes of the heap').toBeLessThan(500_000);
  console.log(`before ${JSON.stringify(before)}\nafter  ${JSON.stringify(after)}`);
});
