// @ts-check
/** What editors and backends send on odd days: the page keeps its width, its place and its life. */
import { expect, overflow, paper, small, test } from './support/fixtures.mjs';

const LONG =
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

for (const width of [320, 360, 1280]) {
  test(`long words do not make the page wider than ${width}`, async ({ page, server }) => {
    await page.setViewportSize({ width, height: 740 });
    const blocks = [
      { type: 'paragraph', text: LONG },
      { type: 'image', src: '../images/snow-street.svg', caption: LONG, credit: LONG },
      { type: 'figure', value: LONG, label: LONG },
      { type: 'table', header: Array(20).fill('Column'), rows: [Array(20).fill('value')] },
      { type: 'code', code: LONG },
    ];
    const teaser = { headline: LONG, url: '/a', image: { src: '../images/snow-street.svg' } };
    const article = small(blocks, {
      headline: LONG,
      kicker: LONG,
      standfirst: LONG,
      header: { date: '2024-03-18', place: LONG },
      byline: { authors: [{ name: LONG }] },
      tags: [{ text: LONG, url: '/a' }],
      authorCards: [{ name: LONG, role: LONG, links: [{ text: LONG, url: '/a' }] }],
      latest: { title: LONG, items: [teaser] },
      rights: LONG,
    });
    await page.goto(server.article('long', article));
    await expect(paper(page).headline).toBeVisible();
    expect(await overflow(page)).toBe(0);
  });
}

test('a table of many long and short rows ends no engine', async ({ page, server }) => {
  const table = {
    type: 'table',
    header: Array(2500).fill('h'),
    rows: Array(2500).fill(['cell']),
  };
  await page.goto(server.article('table', small([table, { type: 'paragraph', text: 'After' }])));
  const { article } = paper(page);
  // The browser lays out 2500 columns of 2500 rows, which takes a slow machine seconds.
  await expect(article.locator('tbody tr')).toHaveCount(2500, { timeout: 20_000 });
  await expect(article.getByText('After')).toHaveCount(1);
});

test('a table scrolls before it breaks its words', async ({ page, server }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const table = { type: 'table', rows: [Array(8).fill('measurement')] };
  await page.goto(server.article('words', small([table])));
  const cell = paper(page).article.locator('td').first();
  const height = await cell.evaluate((node) => node.getBoundingClientRect().height);
  expect(height).toBeLessThan(45);
  expect(await overflow(page)).toBe(0);
});

test('Arabic is neither slanted nor spread', async ({ page, server }) => {
  const article = { ...small([{ type: 'quote', text: 'كتاب' }]), lang: 'ar' };
  await page.goto(server.article('arabic', article));
  const { headline, article: shown } = paper(page);
  await expect(headline).toHaveCSS('letter-spacing', 'normal');
  await expect(shown.locator('.quote p')).toHaveCSS('font-style', 'normal');
});

test('without lists the text stands in the middle, and wide pictures are wider', async ({
  page,
  server,
}) => {
  const picture = { type: 'image', src: '../images/snow-street.svg', width: 1600, height: 900 };
  const blocks = ['column', 'wide', 'full'].map((layout) => ({ ...picture, layout }));
  await page.goto(server.article('alone', small(blocks)));
  const { article } = paper(page);
  await expect(article.locator('figure')).toHaveCount(3);
  const boxes = await article
    .locator('figure')
    .evaluateAll((all) =>
      all.map((node) => node.getBoundingClientRect()).map(({ x, width }) => ({ x, width })),
    );
  const [column, wide, full] = boxes;
  expect(wide.width).toBeGreaterThan(column.width + 50);
  expect(full.width).toBeGreaterThan(wide.width + 50);
  const middle = (/** @type {{ x: number, width: number }} */ { x, width }) =>
    Math.round(x + width / 2);
  expect(boxes.map(middle)).toEqual([640, 640, 640]);
});

test('an element whose src is taken away shows its fallback, and then another article', async ({
  page,
  server,
}) => {
  const src = server.article('one', small()).split('src=')[1];
  await page.goto(`article.html?src=${src}`);
  const { element, headline } = paper(page);
  await expect(headline).toBeVisible();
  await element.evaluate((host) => host.removeAttribute('src'));
  await expect(headline).toHaveCount(0);
  await element.evaluate((host, url) => host.setAttribute('src', url), src);
  await expect(headline).toHaveText('A small article');
});
