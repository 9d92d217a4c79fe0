// @ts-check
/** What the page puts into the element: slots, and the fallback. */
import { expect, paper, small, test } from './support/fixtures.mjs';
import { FOLDER } from './support/server.mjs';
import { isIn, IT, ITS_JSON, PATH, site, write } from './support/site.mjs';

/** @param {string} body @param {string} [head] */
const pageWith = (body, head = '') => `<!doctype html><html lang="en"><title>A site</title>
  <link rel="icon" href="/news/favicon.svg">${head}<body>${body}
  <script type="module" src="newsprint.js"></script>`;

const SLOTS = [
  'header',
  'after-headline',
  'after-section-1',
  'after-section-2',
  'after-body',
  'footer',
];

test("stand where their names say, with the site's own in them", async ({ page, server }) => {
  const filling = SLOTS.map((name) => `<p slot="${name}">Site: ${name}</p>`).join('');
  const sections = ['One', 'Two'].map((heading) => ({
    heading,
    blocks: [{ type: 'paragraph', text: `Text of ${heading}` }],
  }));
  site(server, IT.replace('></', `>${filling}</`), {
    article: small([], { sections, standfirst: 'In short', rights: 'All rights' }),
    css: 'newsprint-article p { color: rgb(1, 2, 3) }',
  });
  await page.goto('site.html');
  const { element, headline } = paper(page);
  await expect(headline).toBeVisible();
  for (const name of SLOTS) {
    await expect(element.getByText(`Site: ${name}`, { exact: true })).toBeVisible();
    await expect(element.getByText(`Site: ${name}`, { exact: true })).toHaveCSS(
      'color',
      'rgb(1, 2, 3)',
    );
  }
  const words = [
    'Site: header',
    'A small article',
    'Site: after-headline',
    'In short',
    'Text of One',
    'Site: after-section-1',
    'Text of Two',
    'Site: after-section-2',
    'Site: after-body',
    'All rights',
    'Site: footer',
  ];
  const tops = [];
  for (const text of words) {
    const place = await element.getByText(text, { exact: true }).boundingBox();
    tops.push(place?.y);
  }
  expect(tops).toEqual(tops.toSorted((a, b) => Number(a) - Number(b)));
  expect(new Set(tops).size).toBe(words.length);
});

test('are filled later too, and outlast a change of the article', async ({ page, server }) => {
  site(server, IT);
  await page.goto('site.html');
  const { element, headline } = paper(page);
  await expect(headline).toBeVisible();
  await element.evaluate((node) => {
    const advertisement = document.createElement('p');
    advertisement.slot = 'after-section-1';
    advertisement.textContent = 'Buy!';
    node.append(advertisement);
  });
  await expect(element.getByText('Buy!')).toBeVisible();
  await write(element, 'article', small([], { headline: 'Another' }));
  await expect(headline).toHaveText('Another');
  await expect(element.getByText('Buy!')).toBeVisible();
});

test('the fallback is seen while loading, gone with the article, and back when it fails', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('newsprint: gone', 'status of 410');
  site(server, IT.replace('></', '><a href="/it">In other words</a></'));
  const reply = server.hold(PATH, { body: ITS_JSON });
  server.answer(`${FOLDER}api/articles/gone.json`, { status: 410, body: '' });
  await page.goto('site.html');
  const { element, error, headline, skeleton } = paper(page);
  const fallback = element.getByRole('link', { name: 'In other words' });
  await expect.poll(() => isIn(element, 'loading')).toBe(true);
  await expect(fallback).toBeVisible();
  await expect(skeleton).toBeHidden();
  reply.release();
  await expect(headline).toBeVisible();
  await expect(fallback).toBeHidden();
  await write(element, 'src', 'api/articles/gone.json');
  await expect(error).toBeVisible();
  await expect(fallback).toBeVisible();
});

test('a slot of the article is no fallback', async ({ page, server }) => {
  site(server, IT.replace('></', '><p slot="footer">Foot</p></'));
  const reply = server.hold(PATH, { body: ITS_JSON });
  await page.goto('site.html');
  const { element, skeleton } = paper(page);
  await expect(skeleton).toBeVisible();
  await expect(element.getByText('Foot')).toBeHidden();
  reply.release();
  await expect(element.getByText('Foot')).toBeVisible();
});

test('the fallback can be clicked while the article is on its way', async ({ page, server }) => {
  const reply = server.hold('/news/api/slow.json', { body: JSON.stringify(small()) });
  server.answer('/news/site.html', {
    body: pageWith(
      `<newsprint-article src="api/slow.json" theme="dark"><a href="#there">Read it</a>
       </newsprint-article>`,
    ),
  });
  await page.goto('site.html');
  await expect(paper(page).element.locator('.frame[data-state=loading]')).toBeAttached();
  await page.getByRole('link', { name: 'Read it' }).click({ timeout: 3000 });
  expect(new URL(page.url()).hash).toBe('#there');
  // Its dark ground is not under the fallback.
  expect((await paper(page).frame.boundingBox())?.height).toBe(0);
  reply.release();
  await expect(paper(page).headline).toBeVisible();
});
