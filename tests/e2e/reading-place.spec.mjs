// @ts-check
/** The reader's place, after a reload and on the way back, although the article comes late. */
import { expect, paper, small, test } from './support/fixtures.mjs';
import { IT, PATH, site } from './support/site.mjs';

const LONG = small(
  Array(80).fill({ type: 'paragraph', text: 'The tide came and went. '.repeat(9) }),
);

/** @type {[string, string, string][]} */
const PAGES = [
  ['the window', IT, ''],
  // While the article comes, the browser keeps in view what is below it.
  ['with a fallback', IT.replace('></', '><p>In other words</p></'), ''],
  ['between words of the page', `<h1>Above</h1>${IT}<footer>Below</footer>`, ''],
  ['a box that scrolls', `<div class="box">${IT}</div>`, '.box { height: 500px; overflow: auto }'],
  [
    'a box with more in it',
    `<div class="box"><p>Above</p>${IT.replace('></', '><p>In other words</p></')}<p>Below</p></div>`,
    '.box { height: 500px; overflow: auto }',
  ],
];

for (const [where, body, css] of PAGES) {
  for (const way of ['reload', 'back']) {
    test(`${where}, ${way}: the reader is where they were`, async ({ page, server }) => {
      site(server, body, { article: LONG, css });
      server.answer('/news/next.html', {
        body: '<!doctype html><link rel="icon" href="favicon.svg"><title>Next</title><p>Next',
      });
      // Without copies, and without the page as it was left.
      server.answer(PATH, {
        headers: { 'cache-control': 'no-store' },
        body: JSON.stringify(LONG),
      });
      await page.addInitScript(() => addEventListener('unload', () => {}));
      await page.goto('site.html');
      await expect(paper(page).headline).toBeVisible();
      const place = () =>
        page.evaluate(() => Math.round(document.querySelector('.box')?.scrollTop ?? scrollY));
      await page.evaluate(() => (document.querySelector('.box') ?? window).scrollTo(0, 2600));
      expect(await place()).toBe(2600);
      if (way === 'back') await page.goto('next.html');
      const held = server.hold(PATH, { body: JSON.stringify(LONG) });
      if (way === 'back') await page.goBack();
      else await page.reload();
      held.release();
      await expect(paper(page).headline).toBeVisible();
      await expect.poll(place).toBe(2600);
    });
  }
}

test('a page that is opened anew begins at its top', async ({ page, server }) => {
  site(server, IT, { article: LONG });
  await page.goto('site.html');
  await expect(paper(page).headline).toBeVisible();
  await page.evaluate(() => scrollTo(0, 2600));
  await page.goto('about:blank');
  await page.goto('site.html');
  await expect(paper(page).headline).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('who scrolls before the article is there stays where they are', async ({ page, server }) => {
  site(server, `${'<p>Words of the page.</p>'.repeat(100)}${IT}`, { article: LONG });
  await page.goto('site.html');
  await expect(paper(page).headline).toHaveCount(1);
  await page.evaluate(() => scrollTo(0, 4000));
  const held = server.hold(PATH, { body: JSON.stringify(small([], { headline: 'Newer' })) });
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await page.mouse.wheel(0, -100);
  const place = await page.evaluate(() => scrollY);
  held.release();
  await expect(paper(page).headline).toHaveText('Newer');
  expect(await page.evaluate(() => scrollY)).toBeLessThanOrEqual(place);
});
