// @ts-check
/** What stands alone reads in its own direction, and keeps its place in the article's. */
import { expect, paper, small, test } from './support/fixtures.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** A text, with a sign at its end that a wrong direction would move to the other side. */
const ENGLISH = 'Look!';
const ARABIC = 'انظر!';

/**
 * An article with a text in every place where something stands alone.
 * @param {string} text
 */
const everywhere = (text) => ({
  headline: 'H',
  kicker: text,
  header: { place: text },
  byline: { authors: [{ name: text }] },
  sections: [
    {
      heading: text,
      blocks: [
        { type: 'list', items: [text] },
        { type: 'embed', url: '/film', title: text },
        { type: 'table', caption: text, header: [text, 'x'], rows: [[text, 'x']] },
        { type: 'figure', value: text, label: text },
        { type: 'file', url: '/f', title: text },
        { type: 'aside', title: text, blocks: [{ type: 'divider' }] },
        { type: 'timeline', events: [{ date: text, title: text }] },
        { type: 'image', src: '../images/snow-street.svg', caption: text, credit: 'C' },
        { type: 'footnotes', notes: [{ id: 'n', text }] },
      ],
    },
  ],
  tags: [{ text, url: '/t' }, { text }],
  authorCards: [{ name: text, role: text, links: [{ text, url: '/l' }] }],
  rights: text,
  latest: {
    title: text,
    items: [{ kicker: text, headline: text, standfirst: text, url: '/a' }],
    more: { text, url: '/more' },
  },
});

/**
 * Every place of a text: whether its last sign stands right of the letter before it, and what it is in.
 * @param {Page} page
 * @param {string} text
 */
const ends = (page, text) =>
  paper(page).article.evaluate((article, text) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    /** @type {{ place: string, isRight: boolean }[]} */
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeValue !== text) continue;
      const x = (/** @type {number} */ at) => {
        const range = document.createRange();
        range.setStart(/** @type {Node} */ (node), at);
        range.setEnd(/** @type {Node} */ (node), at + 1);
        return range.getBoundingClientRect().x;
      };
      const parent = /** @type {Element} */ (node.parentElement);
      const place = [parent.parentElement, parent].map((it) => it?.className || it?.localName);
      found.push({ place: place.join(' '), isRight: x(text.length - 1) > x(text.length - 2) });
    }
    return found;
  }, text);

for (const [lang, text, isRight] of /** @type {const} */ ([
  ['ar', ENGLISH, true],
  ['he', ENGLISH, true],
  ['fa', ENGLISH, true],
  ['en-GB', ARABIC, false],
])) {
  test(`${lang}: ${text} has its own direction, wherever it stands alone`, async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint: /tags/1');
    await page.goto(server.article(`direction-${lang}`, { ...everywhere(text), lang }));
    await expect(paper(page).headline).toBeVisible();
    const found = await ends(page, text);
    expect(found.length).toBeGreaterThanOrEqual(27);
    expect(found.filter((place) => place.isRight !== isRight)).toEqual([]);
  });
}

for (const lang of ['he', 'fa', 'ar']) {
  test(`${lang}: the sign stands left of a number`, async ({ page, server }) => {
    const numbers = ['-12%', '+3.5%', '−7', '-5', '$-4'];
    const blocks = [
      ...numbers.map((value) => ({ type: 'figure', value, label: 'א' })),
      { type: 'table', header: ['א', 'ב'], rows: numbers.map((number) => ['א', number]) },
    ];
    const header = { weather: { temperature: -9.5, unit: 'C' } };
    await page.goto(server.article(`signs-${lang}`, small(blocks, { lang, header })));
    const { article } = paper(page);
    await expect(article).toBeVisible();
    const places = article.locator('.big-number strong, td:last-child');
    await expect(places).toHaveCount(10);
    const orders = await places.evaluateAll((all) =>
      all.map((place) => {
        const text = /** @type {Text} */ (place.firstChild);
        const x = [...text.data].map((_, at) => {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          return range.getBoundingClientRect().x;
        });
        return [...text.data].sort((a, b) => x[text.data.indexOf(a)] - x[text.data.indexOf(b)]);
      }),
    );
    expect(orders.map((order) => order.join(''))).toEqual([...numbers, ...numbers]);
  });
}

test('what has another direction stays where the article would have it', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('newsprint: /tags/1');
  await page.goto(server.article('direction-place', { ...everywhere(ENGLISH), lang: 'ar' }));
  const { article } = paper(page);
  await expect(article).toBeVisible();
  const gaps = await article
    .locator(
      '.kicker, td:first-child, th:first-child, .teaser-headline, .big-number strong, .name, ' +
        'caption, .heading, .small-heading, .embed a, .list li, .rights small',
    )
    .evaluateAll((all) =>
      all.map((place) => {
        const range = document.createRange();
        range.selectNodeContents(place);
        const box = place.getBoundingClientRect();
        const padding = parseFloat(getComputedStyle(place).paddingRight);
        return Math.round(box.right - padding - range.getBoundingClientRect().right);
      }),
    );
  expect(gaps.length).toBeGreaterThanOrEqual(12);
  for (const gap of gaps) expect(Math.abs(gap)).toBeLessThanOrEqual(1);
});

test('code runs from left to right inside a sentence of the other direction', async ({
  page,
  server,
}) => {
  for (const [lang, before] of [
    ['ar', 'استخدم '],
    ['he', 'השתמש ב '],
  ]) {
    const code = 'open(path);';
    const text = [before, { text: code, marks: ['code'] }, ' .'];
    const blocks = [
      { type: 'paragraph', text },
      { type: 'code', code },
    ];
    await page.goto(server.article(`code-${lang}`, small(blocks, { lang })));
    const all = paper(page).article.locator('code');
    await expect(all).toHaveCount(2);
    for (const place of await all.all()) {
      const x = await place.evaluate((node) => {
        const words = /** @type {Text} */ (node.firstChild);
        return [...words.data].map((_, at) => {
          const range = document.createRange();
          range.setStart(words, at);
          range.setEnd(words, at + 1);
          return range.getBoundingClientRect().x;
        });
      });
      expect(x).toEqual(x.toSorted((a, b) => a - b));
    }
  }
});
