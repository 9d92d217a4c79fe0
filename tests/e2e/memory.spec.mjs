// @ts-check
/** What elements leave behind when they go: nothing. */
import { expect, painted, small, test } from './support/fixtures.mjs';
import { give, PAGES, serveHostPages, WASM } from './support/host-pages.mjs';
import { measuring, watchMemory } from './support/memory.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./support/server.mjs').Server} Server */

/**
 * An empty page, and a look at what it holds on to.
 * @param {Page} page
 * @param {Server} server
 */
async function openMeasured(page, server) {
  serveHostPages(server);
  await watchMemory(page);
  await page.goto(`${PAGES}empty.html`);
  await page.waitForFunction(() => customElements.get('newsprint-article'));
  return measuring(page);
}

/** @type {[string, (page: Page, times: number) => Promise<void>][]} */
const WAYS = [
  [
    'when the article is shown',
    (page, times) =>
      page.evaluate(async (count) => {
        for (let time = 0; time < count; time++) {
          const element = document.createElement('newsprint-article');
          element.setAttribute('src', '../articles/rich.json');
          const shown = new Promise((resolve) =>
            element.addEventListener('newsprint-load', resolve),
          );
          document.querySelector('main')?.append(element);
          await shown;
          element.remove();
        }
      }, times),
  ],
  [
    'while the article is on its way',
    (page, times) =>
      page.evaluate(async (count) => {
        for (let time = 0; time < count; time++) {
          const element = document.createElement('newsprint-article');
          element.setAttribute('src', '../articles/rich.json');
          element.setAttribute('refresh', '60');
          document.querySelector('main')?.append(element);
          await new Promise((resolve) => setTimeout(resolve));
          element.remove();
        }
      }, times),
  ],
  [
    'before a lazy one came near',
    (page, times) =>
      page.evaluate(async (count) => {
        const main = /** @type {HTMLElement} */ (document.querySelector('main'));
        const spacer = main.querySelector('div') ?? document.createElement('div');
        Object.assign(spacer.style, { height: '9000px' });
        main.append(spacer);
        for (let time = 0; time < count; time++) {
          const element = document.createElement('newsprint-article');
          element.setAttribute('src', '../articles/rich.json');
          element.setAttribute('loading', 'lazy');
          main.append(element);
          await new Promise(requestAnimationFrame);
          element.remove();
        }
      }, times),
  ],
  [
    'after a teaser was followed in place',
    (page, times) =>
      page.evaluate(async (count) => {
        for (let time = 0; time < count; time++) {
          const element = document.createElement('newsprint-article');
          element.setAttribute('src', '../articles/leading.json');
          element.setAttribute('navigation', 'in-place');
          const shown = () =>
            new Promise((resolve) => {
              element.addEventListener('newsprint-load', resolve, { once: true });
            });
          const first = shown();
          document.querySelector('main')?.append(element);
          await first;
          const second = shown();
          /** @type {any} */ (element.shadowRoot?.querySelector('.teaser a'))?.click();
          await second;
          element.remove();
        }
      }, times),
  ],
];

for (const [when, churn] of WAYS) {
  test(`200 times ${when} leaves nothing behind`, async ({ page, server }) => {
    test.slow();
    const measure = await openMeasured(page, server);
    const items = [{ headline: 'On', url: 'empty.html', article: 'rich.json' }];
    give(server, 'leading', small([], { latest: { items } }));
    // What is made once for all is made first; an article keeps the engine in use.
    await WAYS[0][1](page, 5);
    await churn(page, 20);
    await painted(page);
    const before = await measure();
    expect(before.memory).toMatch(/^\d+$/);
    await churn(page, 200);
    await painted(page);
    // The browser sweeps up in its own time.
    await expect.poll(async () => (await measure()).nodes - before.nodes, 'nodes').toBeLessThan(60);
    await expect
      .poll(async () => (await measure()).listeners - before.listeners, 'listeners')
      .toBeLessThan(10);
    const after = await measure();
    // How much is to be done at a time is up to the browser: that may take a page (64 KiB) more.
    const grown = Number(after.memory) - Number(before.memory);
    expect(grown, 'memory of the engine').toBeLessThanOrEqual(65_536);
  });
}

test('many articles at once share one engine', async ({ page, server }) => {
  const measure = await openMeasured(page, server);
  await page.evaluate(() => {
    for (let number = 1; number <= 30; number++) {
      const element = document.createElement('newsprint-article');
      element.setAttribute('src', `../articles/${number}.json`);
      document.querySelector('main')?.append(element);
    }
  });
  await expect(page.locator('newsprint-article .headline')).toHaveCount(30);
  expect((await measure()).memory).toMatch(/^\d+$/);
  expect(server.count(WASM)).toBe(1);
});
