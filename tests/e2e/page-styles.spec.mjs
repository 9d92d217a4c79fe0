// @ts-check
/** Styles of the page and of the element: neither reaches the other. */
import { expect, overflow, paper, small, test } from './support/fixtures.mjs';
import { PAGES, serveHostPages } from './support/host-pages.mjs';
import { IT, site } from './support/site.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** What says where in the page something is, not how it looks. */
const PLACES = /^(top|bottom|inset-block-(start|end))$/;

/** How the article looks, down to the last property. @param {Page} page */
const looks = (page) =>
  paper(page).frame.evaluate((frame) => {
    const entries = [...frame.querySelectorAll('*')].map((node, index) => {
      const style = getComputedStyle(node);
      const name = `${index} ${node.localName}.${node.getAttribute('class') ?? ''}`;
      return [
        name,
        Object.fromEntries([...style].map((key) => [key, style.getPropertyValue(key)])),
      ];
    });
    return /** @type {Record<string, Record<string, string>>} */ (Object.fromEntries(entries));
  });

for (const name of ['unset', 'styled']) {
  test(`that are ${name} change nothing of an article`, async ({ page, server }) => {
    serveHostPages(server);
    const { article, element, headline } = paper(page);
    await page.goto(`${PAGES}plain.html`);
    await expect(headline).toBeVisible();
    await expect(article.locator('img')).toHaveJSProperty('complete', true);
    const usual = await looks(page);
    await page.goto(`${PAGES}${name}.html`);
    await expect(headline).toBeVisible();
    await expect(article.locator('img')).toHaveJSProperty('complete', true);
    const here = await looks(page);

    expect(Object.keys(here)).toEqual(Object.keys(usual));
    expect(Object.keys(usual).length).toBeGreaterThan(50);
    /** @type {string[]} */
    const changed = [];
    for (const [node, style] of Object.entries(usual)) {
      for (const [property, value] of Object.entries(style)) {
        const other = here[node][property];
        if (PLACES.test(property) || other === value) continue;
        changed.push(`${node} ${property}: ${value} became ${other}`);
      }
    }
    expect(changed).toEqual([]);

    await expect(element.getByRole('link', { name: 'In other words' })).toBeHidden();
    await expect(paper(page, 1).headline).toHaveCount(1);
    await expect(paper(page, 1).headline, 'of a hidden element').toBeHidden();
    expect(await overflow(page)).toBe(0);
  });
}

test('are what they were when an article is there', async ({ page, server }) => {
  serveHostPages(server);
  // At first there is none.
  server.answer(/\/newsprint\.js$/, { body: '' }, {});
  const outside = page.getByRole('heading', { name: 'Of the page' });
  const look = () =>
    outside.evaluate((node) => {
      const style = getComputedStyle(node);
      return Object.fromEntries([...style].map((key) => [key, style.getPropertyValue(key)]));
    });
  await page.goto(`${PAGES}styled.html`);
  const before = await look();
  await page.reload();
  await expect(paper(page).headline).toBeVisible();
  expect(await look()).toEqual(before);
  expect(before.color).toBe('rgb(7, 8, 9)');
});

test("lets none of the page's styles in, and none of its own out", async ({ page, server }) => {
  site(server, `<h1>Outside</h1>${IT}`, {
    css: `h1, h2, p { color: rgb(1, 2, 3) !important; text-transform: uppercase; }
      body { letter-spacing: 9px; text-align: right; font-style: italic; line-height: 5; }`,
  });
  await page.goto('site.html');
  const { headline } = paper(page);
  await expect(headline).toBeVisible();
  await expect(headline).not.toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(headline).toHaveCSS('text-transform', 'none');
  await expect(headline).toHaveCSS('font-style', 'normal');
  await expect(headline).not.toHaveCSS('letter-spacing', '9px');
  const outside = page.getByRole('heading', { name: 'Outside' });
  await expect(outside).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(outside).toHaveCSS('letter-spacing', '9px');
});

test('follows its own width and font size, not those of the page', async ({ page, server }) => {
  const related = { items: [{ headline: 'Other', url: '/' }] };
  site(server, `<div>${IT}</div>`, {
    article: small([], { related }),
    css: 'html { font-size: 40px } div { width: 400px; font-size: 16px }',
  });
  await page.goto('site.html');
  const { article, headline } = paper(page);
  await expect(headline).toBeVisible();
  await expect(article.locator('.columns')).not.toHaveCSS('display', 'grid');
  await expect(article).toHaveCSS('font-size', '16px');
});

for (const theme of ['auto', 'dark']) {
  test(`theme ${theme}: on paper words are dark, and nothing is folded away`, async ({
    page,
    server,
  }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const inside = [{ type: 'paragraph', text: 'Folded words.' }];
    const details = { type: 'details', summary: 'More', blocks: inside };
    site(server, IT.replace(' src', ` theme="${theme}" src`), {
      article: small([details], { standfirst: 'Muted words.' }),
      css: 'newsprint-article { --newsprint-color-text: #eee }',
    });
    await page.goto('site.html');
    const { article, headline, frame } = paper(page);
    await expect(headline).toHaveCSS('color', 'rgb(0, 0, 0)');
    await expect(article.locator('.standfirst')).toHaveCSS('color', 'rgb(68, 68, 68)');
    await expect(frame).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    const height = await article
      .getByText('Folded words.')
      .evaluate((node) => node.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(10);
  });
}
