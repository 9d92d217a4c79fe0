// @ts-check
/** What a newer version changes of what a reader has before them: what has changed, and no more. */
import { element, paragraphs } from './support/blank-page.mjs';
import { expect, painted, test, watchShifts } from './support/fixtures.mjs';
import { article, follow, mark, marks, paragraph } from './support/refreshed.mjs';

/** @typedef {import('@playwright/test').Page} Page */

test.describe('what is the same in the newer version', () => {
  const P = '[part=paragraph]';
  const [a, b, c] = [paragraph('A', 'a'), paragraph('B'), paragraph('C')];

  /** @type {[string, object[], object[], string[][]][]} */
  const CHANGES = [
    [
      'one is put before it',
      [a, b, c],
      [paragraph('New'), a, b, c],
      [
        ['New', 'new'],
        ['A', '0 A'],
        ['B', '1 B'],
        ['C', '2 C'],
      ],
    ],
    [
      'one is taken away',
      [a, b, c],
      [b, c],
      [
        ['B', '1 B'],
        ['C', '2 C'],
      ],
    ],
    [
      'one is taken from its middle',
      [a, b, c],
      [a, c],
      [
        ['A', '0 A'],
        ['C', '2 C'],
      ],
    ],
    [
      'one changes its words',
      [a, b, c],
      [a, paragraph('B, and more'), c],
      [
        ['A', '0 A'],
        ['B, and more', 'new'],
        ['C', '2 C'],
      ],
    ],
    [
      'one with an id changes its words, and is the same still',
      [a, b, c],
      [paragraph('A, and more', 'a'), b, c],
      [
        ['A, and more', '0 A'],
        ['B', '1 B'],
        ['C', '2 C'],
      ],
    ],
    [
      'two change places',
      [a, b, c],
      [c, b, a],
      [
        ['C', '2 C'],
        ['B', '1 B'],
        ['A', '0 A'],
      ],
    ],
    [
      'others are equal to it',
      [b, a, b, c, b],
      [b, paragraph('New'), a, b, c],
      [
        ['B', '0 B'],
        ['New', 'new'],
        ['A', '1 A'],
        ['B', '2 B'],
        ['C', '3 C'],
      ],
    ],
    [
      'all of that comes at once',
      [a, b, c, b],
      [paragraph('New'), c, b, paragraph('A, and more', 'a'), b],
      [
        ['New', 'new'],
        ['C', '2 C'],
        ['B', '1 B'],
        ['A, and more', '0 A'],
        ['B', '3 B'],
      ],
    ],
  ];

  for (const [what, before, after, expected] of CHANGES) {
    test(`stays the same element when ${what}`, async ({ page, server }) => {
      const { element: it, update } = await follow(page, server, article(before));
      await mark(it, P);
      await update(article(after));
      expect(await marks(it, P)).toEqual(expected);
    });
  }

  test('stays open, focused and selected', async ({ page, server }) => {
    const blocks = [
      paragraph('To be selected'),
      { type: 'details', summary: 'More', blocks: [paragraph('Inside')] },
      { type: 'paragraph', text: [{ text: 'A link', href: '/there' }] },
    ];
    const { article: shown, element: it, update } = await follow(page, server, article(blocks));
    await shown.getByText('More').click();
    await expect(shown.getByText('Inside')).toBeVisible();
    await shown.getByRole('link', { name: 'A link' }).focus();
    await it.evaluate((node) => {
      const words = node.shadowRoot?.querySelector('[part=paragraph]')?.firstChild;
      if (words) getSelection()?.setBaseAndExtent(words, 6, words, 14);
      // What is selected in a shadow root, the browser tells its ranges.
      Object.assign(globalThis, { words });
    });
    const selected = () =>
      it.evaluate((node) => {
        const selection = /** @type {any} */ (getSelection());
        const roots = [node.shadowRoot];
        const [range] = selection.getComposedRanges({ shadowRoots: roots });
        const isSame = range?.startContainer === /** @type {any} */ (globalThis).words;
        return [isSame, range?.startOffset, range?.endOffset];
      });
    expect(await selected()).toEqual([true, 6, 14]);
    await update(article([paragraph('New'), blocks[0], paragraph('New too'), ...blocks.slice(1)]));
    await expect(shown.getByText('Inside')).toBeVisible();
    await expect(shown.getByRole('link', { name: 'A link' })).toBeFocused();
    expect(await selected()).toEqual([true, 6, 14]);
  });

  test('stays the same section when others are put in front', async ({ page, server }) => {
    const section = (/** @type {string} */ heading, /** @type {object} */ more = {}) => ({
      heading,
      blocks: [paragraph(`Of ${heading}`)],
      ...more,
    });
    const [one, two] = [section('One'), section('Two', { id: 'two' })];
    const { element: it, update } = await follow(
      page,
      server,
      article([], { sections: [one, two] }),
    );
    await mark(it, 'section');
    await mark(it, '[part=paragraph]');
    await update(article([], { sections: [section('New'), one, section('New too'), two] }));
    expect(await marks(it, 'section')).toEqual([
      ['NewOf New', 'new'],
      ['OneOf One', '0 OneOf One'],
      ['New tooOf New too', 'new'],
      ['TwoOf Two', '1 TwoOf Two'],
    ]);
    expect((await marks(it, '[part=paragraph]')).map(([, known]) => known)).toEqual([
      'new',
      '0 Of One',
      'new',
      '1 Of Two',
    ]);
    // Its heading still is what names it.
    await expect(it.getByRole('region', { name: 'Two' })).toContainText('Of Two');
    await expect(it.getByRole('region', { name: 'New too' })).toContainText('Of New too');
  });

  test('stays in a section whose other blocks change', async ({ page, server }) => {
    const section = (/** @type {object[]} */ blocks, /** @type {object} */ more = {}) =>
      article([], { sections: [{ heading: 'The section', blocks, ...more }] });
    const { element: it, update } = await follow(page, server, section([a, b]));
    await mark(it, 'section');
    await mark(it, '[part=paragraph]');
    await update(section([a, c, b]));
    expect((await marks(it, '[part=paragraph]')).map(([, known]) => known)).toEqual([
      '0 A',
      'new',
      '1 B',
    ]);
    expect((await marks(it, 'section'))[0][1]).toBe('0 The sectionAB');
  });
});

test.describe('a reader in the middle of an article', () => {
  const LONG = paragraphs(60);

  /** @param {Page} page */
  const place = (page) =>
    page.evaluate(() => {
      const shadow = document.querySelector('newsprint-article')?.shadowRoot;
      const all = [...(shadow?.querySelectorAll('[part=paragraph]') ?? [])];
      const read = all.find((one) => one.textContent?.startsWith('Paragraph 30 '));
      return read?.getBoundingClientRect().top ?? NaN;
    });

  for (const [what, next] of /** @type {[string, object[]][]} */ ([
    ['one is put before', [paragraph('New, above it all. '.repeat(40)), ...LONG]],
    [
      'one is put between',
      [...LONG.slice(0, 10), paragraph('New. '.repeat(400)), ...LONG.slice(10)],
    ],
    ['one above is taken away', LONG.slice(3)],
    ['one above changes', [paragraph('Other words. '.repeat(90)), ...LONG.slice(1)]],
    ['one below changes', [...LONG.slice(0, 50), paragraph('Other words.'), ...LONG.slice(51)]],
  ])) {
    for (const sees of ['sees to that', 'leaves that to us']) {
      test(`stays where they are when ${what}, and the browser ${sees}`, async ({
        page,
        server,
      }) => {
        if (sees === 'leaves that to us') {
          await page.addInitScript(() => {
            const supports = CSS.supports.bind(CSS);
            CSS.supports = (/** @type {any[]} */ ...it) =>
              it[0] !== 'overflow-anchor' &&
              supports(.../** @type {[string]} */ (/** @type {unknown} */ (it)));
          });
        }
        const { update } = await follow(page, server, article(LONG));
        await page.evaluate(
          (anchor) => {
            document.documentElement.style.overflowAnchor = anchor;
            const shadow = document.querySelector('newsprint-article')?.shadowRoot;
            shadow?.querySelectorAll('[part=paragraph]')[30].scrollIntoView();
            scrollBy(0, -200);
          },
          sees === 'sees to that' ? 'auto' : 'none',
        );
        // The browser takes its bearings when it has painted.
        await painted(page);
        const before = await place(page);
        expect(before).toBeGreaterThan(100);
        await update(article(next));
        await painted(page);
        expect(Math.abs((await place(page)) - before)).toBeLessThanOrEqual(1);
      });
    }
  }
});

test.describe('the line that tells of a newer version', () => {
  test('says when, moves nothing, and makes way after ten seconds', async ({ page, server }) => {
    const shifted = await watchShifts(page);
    const body = `<button>Host</button>${element('it', 'refresh="60"')}<footer>The end</footer>`;
    const { status, update } = await follow(page, server, article([paragraph('A')]), body);
    await expect(status).toBeEmpty();
    await expect(status).not.toHaveAttribute('aria-live', 'assertive');
    await page.getByRole('button', { name: 'Host' }).focus();
    await status.evaluate((node) => Object.assign(globalThis, { line: node }));
    const before = await shifted();

    await update(article([paragraph('B')]));
    await expect(status).toHaveText(/^Updated 0?9:0[1-9]$/);
    await expect(page.getByRole('button', { name: 'Host' })).toBeFocused();
    const told = status.locator('span');
    await expect(told).toBeInViewport({ ratio: 1 });
    await expect(told).toBeVisible();
    expect(await shifted()).toEqual(before);
    // A screen reader says what changes in a line that was there before.
    expect(await status.evaluate((node) => node === /** @type {any} */ (globalThis).line)).toBe(
      true,
    );

    /** When it makes way, as the browser has planned it. */
    const ends = () =>
      told.evaluate((node) =>
        node.getAnimations().map(({ effect }) => effect?.getComputedTiming().endTime),
      );
    expect(await ends()).toEqual([10_000]);
    await told.evaluate((node) => node.getAnimations()[0].finish());
    await expect(told).toBeHidden();
    // Another change is told as the first was.
    await update(article([paragraph('C')]), 2);
    await expect(told).toBeVisible();
    expect(await ends()).toEqual([10_000]);
    expect(await status.evaluate((node) => node === /** @type {any} */ (globalThis).line)).toBe(
      true,
    );
  });
});

/**
 * What an extension does to an article, in the page.
 * @param {Element} node
 * @param {string} what
 */
function disturb({ shadowRoot }, what) {
  const root = /** @type {ShadowRoot} */ (shadowRoot);
  if (what === 'put it into an element of theirs') {
    const article = /** @type {Element} */ (root.querySelector('article'));
    const wrapper = document.createElement('div');
    article.replaceWith(wrapper);
    wrapper.append(article);
    return;
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    if (what === 'split its words') {
      if (text.length > 2) text.splitText(1);
      continue;
    }
    const range = document.createRange();
    range.setStart(text, Math.min(1, text.length));
    range.setEnd(text, text.length);
    range.surroundContents(document.createElement('mark'));
  }
}

for (const what of ['split its words', 'mark its words', 'put it into an element of theirs']) {
  test(`all words are new where others ${what}`, async ({ page, server }) => {
    const shown = await follow(page, server, article([paragraph('Old')]));
    const { element: host, headline, update } = shown;
    await host.evaluate(disturb, what);
    await update(article([paragraph('New')], { headline: 'It goes on' }));
    await expect(headline).toHaveText('It goes on');
    await expect(host.locator('article')).toHaveCount(1);
    await expect(host.locator('[part=paragraph]')).toHaveText(['New']);
  });
}
