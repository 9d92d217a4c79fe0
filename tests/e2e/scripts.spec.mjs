// @ts-check
/** Every script is set as newspapers set it: lines, italics, the places where words may be broken. */
import { expect, overflow, paper, small, test } from './support/fixtures.mjs';
import { setInFont } from './support/fonts.mjs';
import { IT, site } from './support/site.mjs';

/** @typedef {import('@playwright/test').Locator} Locator */

/** Scripts that are tall, or joined, or have no italics, by a language that is printed in them. */
const OTHERS = {
  am: 'Ethiopic',
  ar: 'Arabic',
  bn: 'Bengali',
  bo: 'Tibetan',
  fa: 'Arabic',
  he: 'Hebrew',
  hi: 'Devanagari',
  ja: 'Japanese',
  km: 'Khmer',
  ko: 'Korean',
  lo: 'Lao',
  my: 'Burmese',
  si: 'Sinhala',
  ta: 'Tamil',
  te: 'Telugu',
  th: 'Thai',
  ur: 'Arabic',
  'zh-Hans': 'Chinese',
  'zh-TW': 'Chinese',
  yue: 'Chinese',
  'az-Arab': 'Arabic, which the tag names',
};

const BLOCKS = [
  { type: 'heading', text: 'A' },
  { type: 'quote', text: ['A', [{ text: 'b', marks: ['emphasis'] }]] },
  { type: 'pullQuote', text: 'A' },
  { type: 'paragraph', text: [{ text: 'a', marks: ['emphasis'] }] },
  { type: 'figure', value: '1', label: 'a' },
];

/** What is set in large type. */
const LARGE = [
  '.headline',
  '.heading',
  '.subheading',
  '.pull-quote p',
  '.big-number strong',
  '.teaser-headline',
];

/** @param {string | undefined} lang */
const article = (lang) =>
  small(BLOCKS, { lang, latest: { items: [{ headline: 'A', url: '/a' }] } });

/**
 * How far apart lines are, in font sizes.
 * @param {Locator} element
 */
const leading = (element) =>
  element.evaluate((node) => {
    const { lineHeight, fontSize } = getComputedStyle(node);
    return Math.round((parseFloat(lineHeight) / parseFloat(fontSize)) * 1000) / 1000;
  });

for (const [lang, name] of Object.entries(OTHERS)) {
  test(`${lang}: ${name} has room between its lines, and stands upright`, async ({
    page,
    server,
  }) => {
    await page.goto(server.article(`script-${lang}`, article(lang)));
    const { article: shown, headline } = paper(page);
    await expect(headline).toHaveCSS('letter-spacing', 'normal');
    for (const selector of LARGE) {
      expect(await leading(shown.locator(selector)), selector).toBeGreaterThanOrEqual(1.3);
    }
    expect(await leading(shown.locator('p[part="paragraph"]'))).toBeGreaterThanOrEqual(1.7);
    for (const slanted of ['.quote p >> nth=0', '.quote em', 'p[part="paragraph"] em']) {
      await expect(shown.locator(slanted)).toHaveCSS('font-style', 'normal');
    }
    // What is stressed still differs.
    await expect(shown.locator('p[part="paragraph"] em')).toHaveCSS('font-weight', '700');
  });
}

test('Vietnamese and Yoruba have room for two marks on a letter', async ({ page, server }) => {
  for (const lang of ['vi', 'vi-VN', 'yo']) {
    await page.goto(server.article(`script-${lang}`, article(lang)));
    for (const selector of LARGE) {
      const found = await leading(paper(page).article.locator(selector));
      expect(found, `${lang} ${selector}`).toBeGreaterThanOrEqual(1.25);
    }
    await expect(paper(page).article.locator('.quote p').first()).toHaveCSS('font-style', 'italic');
  }
});

test('Latin, Greek and Cyrillic stay as they are', async ({ page, server }) => {
  for (const lang of ['en-GB', 'el', 'ru', 'sr-Latn', 'az']) {
    await page.goto(server.article(`script-${lang}`, article(lang)));
    const { article: shown, headline } = paper(page);
    await expect(headline).toBeVisible();
    expect(await leading(headline)).toBe(1.12);
    await expect(shown.locator('.quote p').first()).toHaveCSS('font-style', 'italic');
    await expect(shown.locator('p[part="paragraph"] em')).toHaveCSS('font-style', 'italic');
  }
});

test('an article without a language is set as the page is', async ({ page, server }) => {
  site(server, IT, { article: article(undefined), lang: 'ja' });
  await page.goto('site.html');
  await expect(paper(page).article.locator('.quote p').first()).toHaveCSS('font-style', 'normal');
});

test('words of another script in a slanted quotation stand upright', async ({ page, server }) => {
  const text = [['He called it ', { text: '地獄', lang: 'ja' }, '.']];
  await page.goto(server.article('script-span', small([{ type: 'quote', text }])));
  const quote = paper(page).article.locator('.quote p');
  await expect(quote).toHaveCSS('font-style', 'italic');
  await expect(quote.locator('span')).toHaveCSS('font-style', 'normal');
});

/**
 * The words of an element, line by line.
 * @param {Locator} element
 */
const lines = (element) =>
  element.evaluate((node) => {
    /** @type {string[]} */
    const found = [];
    let last = -1;
    const text = /** @type {Text} */ (node.firstChild);
    for (let at = 0; at < text.length; at += 1) {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      // Where a line ends before it, a letter has a second rectangle there, without width.
      const { top, width } = [...range.getClientRects()].at(-1) ?? { top: 0, width: 0 };
      if (width > 0 && Math.abs(top - last) > 5) {
        found.push('');
        last = top;
      }
      found[found.length - 1] += text.data[at];
    }
    return found;
  });

test('Korean breaks between words', async ({ page, server }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const words = '정부는 지난달 발표한 새로운 주택공급 대책을 다시 검토하기로 결정했다고 밝혔다 '
    .repeat(2)
    .trim();
  const text = small([{ type: 'heading', text: words }], { lang: 'ko', headline: words });
  await page.goto(server.article('script-korean', text));
  const { headline, article: shown } = paper(page);
  for (const element of [headline, shown.locator('.subheading')]) {
    await expect(element).toBeVisible();
    const found = await lines(element);
    expect(found.length).toBeGreaterThan(1);
    expect(found.flatMap((line) => line.trim().split(' '))).toEqual(words.split(' '));
  }
  expect(await overflow(page)).toBe(0);
});

test('words may be hyphenated where the language is known, code never', async ({
  page,
  server,
}) => {
  const blocks = [
    { type: 'paragraph', text: ['a', { text: 'b', marks: ['code'] }] },
    { type: 'code', code: 'c' },
  ];
  await page.goto(server.article('script-hyphens', small(blocks, { lang: 'de' })));
  const { headline, article: shown } = paper(page);
  await expect(headline).toHaveCSS('hyphens', 'auto');
  await expect(shown.locator('p[part="paragraph"]')).toHaveCSS('hyphens', 'auto');
  await expect(shown.locator('p code')).toHaveCSS('hyphens', 'none');
  await expect(shown.locator('pre')).toHaveCSS('hyphens', 'none');
});

test('a soft hyphen is shown where the word is broken', async ({ page, server }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  const headline = 'Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschafts\u00adkapitän';
  await page.goto(server.article('script-soft', small([], { lang: 'de', headline })));
  await setInFont(page);
  const found = await lines(paper(page).headline);
  expect(found.length).toBeGreaterThan(1);
  for (const line of found.slice(0, -1)) expect(line.endsWith('\u00ad'), line).toBe(true);
});

for (const width of [320, 360, 1280]) {
  test(`a number of 18 digits is not broken at ${width}`, async ({ page, server }) => {
    await page.setViewportSize({ width, height: 740 });
    const blocks = [
      { type: 'figure', value: '123456789012345678', label: 'a' },
      { type: 'table', rows: [['a word or two', 123456789012345]] },
      { type: 'paragraph', text: 'The count was 123456789012345 in all.' },
    ];
    await page.goto(server.article('script-number', small(blocks)));
    const { article: shown } = paper(page);
    await expect(shown).toBeVisible();
    await setInFont(page);
    expect(await lines(shown.locator('.big-number strong'))).toEqual(['123456789012345678']);
    expect(await lines(shown.locator('td').last())).toEqual(['123456789012345']);
    expect((await lines(shown.locator('p[part="paragraph"]'))).join('\n')).toContain(
      '123456789012345',
    );
    expect(await overflow(page)).toBe(0);
  });
}
