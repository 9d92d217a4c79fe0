// @ts-check
/** The engine's own files are asked for again after a failure that may pass, as articles are. */
import { expect, paper, test } from './support/fixtures.mjs';
import { WASM } from './support/host-pages.mjs';
import { IT, site } from './support/site.mjs';

/** @typedef {import('./support/server.mjs').Answer} Answer */

/** @type {[string, RegExp][]} */
const FILES = [
  ['script', /\/newsprint-[0-9a-f]{16}\.js$/],
  ['WebAssembly', WASM],
  ['style sheet', /\/newsprint-[0-9a-f]{16}\.css$/],
];

/** @type {[string, Answer][]} */
const PASSING = [
  ['is answered with status 503', { status: 503, body: '' }],
  ['is answered with status 500', { status: 500, body: '' }],
  ['is answered with status 429', { status: 429, body: '' }],
  ['is answered with status 408', { status: 408, body: '' }],
  ['is not answered', { destroy: true }],
  ['breaks off', { truncate: true }],
];

test.beforeEach(async ({ page }) => {
  // Chance decides how long a wait is.
  await page.addInitScript(() => void Object.assign(Math, { random: () => 0.001 }));
});

for (const [name, path] of FILES) {
  for (const [what, answer] of PASSING) {
    test(`a ${name} that ${what} twice comes the third time`, async ({ page, server, watch }) => {
      // Of some of these, the browser may ask again by itself, without a word.
      watch.allow(/Failed to load resource|net::ERR/);
      site(server, IT);
      server.answer(path, answer, answer, {});
      await page.goto('site.html');
      await expect(paper(page).headline).toBeVisible();
      expect(server.count(path)).toBeGreaterThan(2);
    });
  }

  test(`a ${name} that is missing is not asked for again`, async ({ page, server, watch }) => {
    watch.expect(/status of 404|newsprint 0.*engine/);
    site(server, IT);
    server.answer(path, { status: 404, body: '' });
    await page.goto('site.html');
    await expect(paper(page).error).toBeVisible();
    // That of a script can't be known from the import that failed: it is asked once more.
    expect(server.count(path)).toBe(name === 'script' ? 2 : 1);
  });

  test(`a ${name} that fails four times ends it, until the page asks again`, async ({
    page,
    server,
    watch,
  }) => {
    watch.expect(/status of 503|newsprint 0.*engine/);
    const down = { status: 503, body: '' };
    site(server, IT);
    server.answer(path, down, down, down, down, {});
    await page.goto('site.html');
    const { element, headline, error } = paper(page);
    await expect(error).toBeVisible();
    expect(server.count(path)).toBe(4);
    await element.evaluate((node) => /** @type {any} */ (node).reload());
    await expect(headline).toBeVisible();
  });
}

test('a page without network is not asked in vain', async ({ page, server, watch }) => {
  watch.expect(/status of 503|newsprint 0.*engine/);
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });
  });
  site(server, IT);
  server.answer(WASM, { status: 503, body: '' });
  await page.goto('site.html');
  await expect(paper(page).error).toBeVisible();
  expect(server.count(WASM)).toBe(1);
});
