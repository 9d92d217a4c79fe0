// @ts-check
/** Links to a place in an article: from inside, from the page, from the address; and the way back. */
import { expect, paper, small, test } from './support/fixtures.mjs';
import { IT, PATH, site } from './support/site.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const FILLER = Array(40).fill({ type: 'paragraph', text: 'The tide came and went.' });

/** Ids as editors and backends make them. */
const IDS = ['part-2', '概要', 'été', 'the quay', '100%', 'a-to-b', '1710754200123'];

/** A long article with a section for each id, and links to all of them at its top. */
const ARTICLE = small([], {
  url: '/news/site.html',
  sections: [
    {
      blocks: [
        { type: 'paragraph', text: IDS.map((id) => ({ text: `to ${id} `, href: `#${id}` })) },
        ...FILLER,
        { type: 'paragraph', text: ['A word', { text: '1', href: '#note' }] },
        ...FILLER,
        { type: 'footnotes', notes: [{ id: 'note', text: 'The note.' }] },
      ],
    },
    ...IDS.map((id) => ({ id, heading: `Part ${id}`, blocks: FILLER })),
  ],
});

/**
 * Follows a link without moving the page before, as a click of the tests would.
 * @param {import('@playwright/test').Locator} link
 */
const press = (link) => link.evaluate((node) => /** @type {HTMLElement} */ (node).click());

/** @param {Page} page */
const scrolled = (page) => page.evaluate(() => Math.round(scrollY));

/**
 * Expects that a place stands at the top of the window.
 * @param {Page} page
 * @param {string} heading
 */
const atTop = (page, heading) =>
  expect
    .poll(async () => {
      const place = paper(page).article.getByRole('heading', { name: heading, exact: true });
      const box = await place.evaluate((node) => node.closest('[id]')?.getBoundingClientRect());
      return box && box.top > -2 && box.top < 120;
    })
    .toBe(true);

/**
 * Opens a page with the article, and some words of its own.
 * @param {Page} page
 * @param {import('./support/server.mjs').Server} server
 * @param {string} [fragment]
 * @param {string} [before]
 */
async function visit(page, server, fragment = '', before = '') {
  site(server, `${before}${IT}`, { article: ARTICLE });
  await page.goto(`site.html${fragment}`);
  await expect(paper(page).headline).toBeVisible();
}

for (const id of IDS) {
  test(`a link to ${id}: the address says so, and back leads to the link`, async ({
    page,
    server,
  }) => {
    await visit(page, server);
    await page.evaluate(() => scrollTo(0, 30));
    await press(paper(page).article.getByRole('link', { name: `to ${id}`, exact: true }));
    await atTop(page, `Part ${id}`);
    expect(await page.evaluate(() => location.hash)).toBe(
      await page.evaluate((id) => Object.assign(new URL(location.href), { hash: id }).hash, id),
    );
    await page.goBack();
    await expect.poll(() => scrolled(page)).toBe(30);
    expect(new URL(page.url()).hash).toBe('');
    await page.goForward();
    await atTop(page, `Part ${id}`);
  });

  test(`a page that is opened with #${id} opens there`, async ({ page, server }) => {
    await visit(page, server, `#${encodeURIComponent(id)}`);
    await atTop(page, `Part ${id}`);
  });
}

test('a link of the page leads into the article, and back again', async ({ page, server }) => {
  await visit(page, server, '', '<p><a href="#part-2">To the second part</a></p>');
  await page.getByRole('link', { name: 'To the second part' }).click();
  await atTop(page, 'Part part-2');
  await page.goBack();
  await expect.poll(() => scrolled(page)).toBe(0);
});

test('the second part by its whole address is a link inside', async ({ page, server }) => {
  const text = [{ text: 'whole', href: '/news/site.html#part-2' }];
  const [first, ...rest] = ARTICLE.sections;
  const blocks = [{ type: 'paragraph', text }, .../** @type {any} */ (first).blocks];
  const article = { ...ARTICLE, sections: [{ blocks }, ...rest] };
  site(server, IT, { article });
  await page.goto('site.html');
  let loads = 0;
  page.on('load', () => (loads += 1));
  await paper(page).article.getByRole('link', { name: 'whole' }).click();
  await atTop(page, 'Part part-2');
  expect(loads).toBe(0);
});

test('what the page itself calls by that name comes first', async ({ page, server }) => {
  await visit(page, server, '#part-2', '<p id="part-2">Of the page</p>');
  expect(await scrolled(page)).toBeLessThan(100);
});

test('who has scrolled meanwhile is left alone', async ({ page, server }) => {
  site(server, `${'<p>Words of the page.</p>'.repeat(100)}${IT}`);
  const held = server.hold(PATH, { body: JSON.stringify(ARTICLE) });
  await page.goto('site.html#part-2');
  await page.evaluate(() => scrollTo(0, 50));
  held.release();
  await expect(paper(page).headline).toBeVisible();
  expect(await scrolled(page)).toBe(50);
});

test('a note and back, by links and by the history', async ({ page, server }) => {
  await visit(page, server);
  const { article } = paper(page);
  await press(article.getByRole('link', { name: '1', exact: true }));
  await expect(article.locator('.footnotes li')).toBeFocused();
  const atNote = await scrolled(page);
  await press(article.getByRole('link', { name: 'Back to the text' }));
  await expect(article.getByRole('link', { name: '1', exact: true })).toBeFocused();
  const atText = await scrolled(page);
  expect(atText).toBeLessThan(atNote);
  await page.goBack();
  await expect.poll(() => scrolled(page)).toBe(atNote);
  await page.goBack();
  await expect.poll(() => scrolled(page)).toBeLessThan(atNote);
});

test('the state and the route of the site stay as they are', async ({ page, server }) => {
  await visit(page, server, '#/front/page');
  await page.evaluate(() => history.replaceState({ of: 'the site' }, ''));
  await paper(page).article.getByRole('link', { name: 'to part-2' }).click();
  await atTop(page, 'Part part-2');
  expect(new URL(page.url()).hash).toBe('#/front/page');
  expect(await page.evaluate(() => history.state)).toEqual({ of: 'the site' });
  await page.goBack();
  await expect.poll(() => scrolled(page)).toBe(0);
});

test('a link with a base element leads to the page that is open', async ({ page, server }) => {
  await visit(page, server);
  await page.evaluate(() => {
    // Its icon stays where it is.
    for (const link of document.querySelectorAll('link')) link.href = String(link.href);
    document.head.append(Object.assign(document.createElement('base'), { href: '/other/' }));
  });
  await paper(page).article.getByRole('link', { name: 'to part-2' }).click();
  await atTop(page, 'Part part-2');
  expect(new URL(page.url()).pathname).toBe('/news/site.html');
});
