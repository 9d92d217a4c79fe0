// @ts-check
/** Numbers of lists and notes are whole, and titles of tables stay in view. */
import { expect, overflow, paper, small, test } from './support/fixtures.mjs';
import { setInFont } from './support/fonts.mjs';

const items = (/** @type {number} */ count) => Array(count).fill('a');

/** Lists whose numbers have up to eleven signs. */
const BLOCKS = [
  { type: 'list', ordered: true, start: 1_234_567_890, items: items(2) },
  { type: 'list', ordered: true, items: items(100) },
  { type: 'list', ordered: true, start: -2_147_483_648, items: items(2) },
  { type: 'list', ordered: true, items: [{ text: 'a', items: items(12) }] },
  {
    type: 'aside',
    blocks: [{ type: 'list', ordered: true, start: 1999, items: items(2) }],
  },
  { type: 'aside', kind: 'keyPoints', blocks: [{ type: 'list', ordered: true, items: items(10) }] },
  {
    type: 'footnotes',
    notes: Array.from({ length: 1000 }, (_, id) => ({ id: `n${id}`, text: 'a' })),
  },
];

for (const lang of ['en-GB', 'ar', 'hi']) {
  for (const width of [320, 1280]) {
    test(`${lang}: every number of a list has room at ${width}`, async ({ page, server }) => {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(server.article(`lists-${lang}`, small(BLOCKS, { lang })));
      const { article } = paper(page);
      await expect(article).toBeVisible();
      await setInFont(page);
      // A marker has no box that a script could ask for, so that its text is measured in its place.
      const lacking = await article.locator('ol').evaluateAll((lists) =>
        lists.flatMap((node) => {
          const list = /** @type {HTMLOListElement} */ (node);
          const rtl = getComputedStyle(list).direction === 'rtl';
          const box = list.getBoundingClientRect();
          return [list.start, list.start + list.children.length - 1].flatMap((number) => {
            const marker = document.createElement('span');
            marker.textContent = `${number}.\u00a0`;
            marker.style.cssText = 'position: absolute; white-space: nowrap';
            list.lastElementChild?.append(marker);
            const item = /** @type {Element} */ (list.firstElementChild).getBoundingClientRect();
            const room = rtl ? box.right - item.right : item.left - box.left;
            const { width } = marker.getBoundingClientRect();
            marker.remove();
            return width <= room ? [] : [`${number}: ${width} in ${room}`];
          });
        }),
      );
      expect(lacking).toEqual([]);
      expect(await overflow(page)).toBe(0);
    });
  }
}

for (const [lang, width] of /** @type {const} */ ([
  ['en-GB', 320],
  ['en-GB', 1280],
  ['ar', 360],
])) {
  test(`${lang}: the title of a wide table stays in its frame at ${width}`, async ({
    page,
    server,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    const caption = 'A long title of a table that is far wider than any phone, in many words';
    const rows = [Array(30).fill('measurement')];
    await page.goto(server.article('caption', small([{ type: 'table', caption, rows }], { lang })));
    const { article } = paper(page);
    const frame = article.locator('.table');
    await expect(frame).toBeVisible();
    for (const by of [0, 400, 100_000]) {
      await frame.evaluate((node, by) => {
        const isRtl = getComputedStyle(node).direction === 'rtl';
        node.scrollLeft = isRtl ? -by : by;
      }, by);
      const out = await frame.evaluate((node) => {
        const box = node.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(/** @type {Element} */ (node.querySelector('caption')));
        return [...range.getClientRects()].filter(
          (line) => line.left < box.left - 1 || line.right > box.right + 1,
        ).length;
      });
      expect(out, `scrolled by ${by}`).toBe(0);
    }
    expect(await overflow(page)).toBe(0);
  });
}
