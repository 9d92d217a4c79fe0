// @ts-check
/** Text that attacks the layout: it stays in its place, and what stands beside it stays in its own. */
import { expect, overflow, painted, paper, small, test } from './support/fixtures.mjs';
import { FAMILIES, setInFont } from './support/fonts.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const WIDTHS = [360, 768, 1280];

/** What turns the text after it around, left open; and what would end an isolation around it. */
const CONTROLS = {
  'an override': '\u202e',
  'an override to the other side': '\u202d',
  'an embedding': '\u202b',
  'an isolate': '\u2067',
  'many of each': '\u202b\u2067\u202e\u2068\u202a'.repeat(200),
  'an end of an isolate that is not its own': '\u2069\u2069\u202c\u202c\u202e',
};

/** A word that is turned around, and turned back before it ends. */
const TURNED = '\u2067\u202eoOo oOo\u202c\u2069';

/**
 * An article with a string in every place that takes one, and a harmless one beside it.
 * @param {string} text
 * @param {string} [dir]
 */
const everywhere = (text, dir = 'ltr') => {
  const next = { text: 'next link', url: '/next' };
  const blocks = [
    {
      type: 'paragraph',
      text: [text, ' next words, 12 of them, ', { text: 'next span', href: '/a' }],
    },
    { type: 'paragraph', text: [{ text, href: '/a', marks: ['strong'] }, ' (next).'] },
    { type: 'heading', text },
    { type: 'list', items: [{ text, items: [text, 'next'] }, 'next (1)'] },
    { type: 'quote', text: [text, 'next'], cite: text },
    { type: 'pullQuote', text, cite: 'next' },
    {
      type: 'image',
      src: '../images/snow-street.svg',
      width: 160,
      height: 90,
      caption: text,
      credit: 'Next: credit (1)',
    },
    { type: 'embed', url: 'https://video.example/1', title: text, provider: 'Next', caption: text },
    {
      type: 'embed',
      url: 'https://vimeo.com/1',
      title: text,
      provider: text,
      width: 160,
      height: 90,
      caption: 'next',
    },
    {
      type: 'table',
      caption: text,
      header: [text, 'next'],
      rows: [
        [text, 'next (1)'],
        ['next', text],
      ],
    },
    { type: 'code', code: text, language: text },
    { type: 'aside', title: text, blocks: [{ type: 'paragraph', text: 'next' }] },
    { type: 'details', summary: text, blocks: [{ type: 'paragraph', text: 'inside (next)' }] },
    { type: 'timeline', events: [{ date: text, title: 'next, title', blocks: [] }] },
    {
      type: 'questions',
      items: [{ question: text, blocks: [{ type: 'paragraph', text: 'next' }] }],
    },
    { type: 'figure', value: text, label: 'next (label)' },
    { type: 'file', url: '/a', title: text, mediaType: 'application/pdf', bytes: 1200 },
    { type: 'file', url: '/a', title: 'next file', mediaType: `application/${text}`, bytes: 3400 },
    { type: 'paragraph', text: ['next', { text: '1', href: '#note' }] },
    { type: 'footnotes', notes: [{ id: 'note', text }] },
  ];
  return small(blocks, {
    dir,
    header: {
      date: '2024-03-18',
      place: text,
      weather: { temperature: 9.5, unit: 'C', description: text, attribution: { text, url: '/a' } },
    },
    kicker: text,
    headline: text,
    standfirst: [text, { text: ' next, (standfirst)' }],
    byline: {
      label: text,
      authors: [{ name: text }, { name: 'Next Author (1)', url: '/a' }, { name: text }],
    },
    published: '2024-03-18',
    corrections: [{ date: '2024-03-19', text }],
    topic: { text, url: '/a' },
    tags: [{ text, url: '/b' }, next],
    authorCards: [
      { name: text, role: text, bio: [text, ' next'], links: [{ text, url: '/a' }, next] },
    ],
    latest: {
      title: text,
      items: [
        {
          headline: text,
          url: '/a',
          kicker: text,
          standfirst: [text, ' next'],
          published: '2024-03-18',
        },
        { headline: 'next headline', url: '/a' },
      ],
      more: { text, url: '/a' },
    },
    rights: text,
  });
};

/**
 * Where each letter of the article stands that is none of the string's.
 * @param {Page} page
 */
const neighbours = (page) =>
  paper(page).article.evaluate((article) => {
    const found = [];
    const walker = article.ownerDocument.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.nodeValue ?? '';
      // What kind a file is goes without saying where it can't be said in plain letters.
      if (/oo|3\.4/i.test(words) || !words.trim()) continue;
      const places = [...words].map((_, at) => {
        const range = article.ownerDocument.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { x, y } = range.getBoundingClientRect();
        return `${Math.round(x)},${Math.round(y)}`;
      });
      found.push(`${words}: ${places.join(' ')}`);
    }
    return found;
  });

let count = 0;

/**
 * Shows an article in a font that the tests bring along.
 * @param {Page} page
 * @param {import('./support/server.mjs').Server} server
 * @param {object} article
 * @param {string} [family]
 */
async function show(page, server, article, family) {
  // Each has a name of its own, so that it is no newer version of another.
  await page.goto(server.article(`hostile-${++count}`, article));
  await expect(paper(page).headline).toBeAttached({ timeout: 20_000 });
  await setInFont(page, family);
  // A picture that is missing takes another place before the browser knows that it is.
  const pictures = paper(page).article.locator('img');
  const areKnown = () =>
    pictures.evaluateAll((all) =>
      all.every((img) => {
        /** @type {HTMLImageElement} */ (img).loading = 'eager';
        return /** @type {HTMLImageElement} */ (img).complete;
      }),
    );
  await expect.poll(areKnown, { timeout: 20_000 }).toBe(true);
  await painted(page);
}

/** Marks over, under and around a letter, so many that they would cover what is near. */
const PILE = '\u0301\u0302\u0303\u0323\u0324\u0489'.repeat(400);

/** Only those that fonts set above and below each other: the highest and the deepest. */
const TOWER = '\u0301\u0302\u0303\u0323\u0324'.repeat(400);

/**
 * An article with letters that have these marks in every kind of block, and words between.
 * @param {string} marks
 * @param {string} dir
 */
const piled = (marks, dir) => {
  const between = {
    type: 'paragraph',
    text: 'Words between, which stay as they are. '.repeat(3),
  };
  const text = `a${marks} e${marks} o${marks}`;
  const blocks = [
    { type: 'heading', text },
    { type: 'paragraph', text },
    { type: 'list', items: [text] },
    { type: 'quote', text, cite: text },
    { type: 'figure', value: text, label: text },
    { type: 'details', summary: text, blocks: [between] },
    { type: 'table', rows: [[text]] },
    { type: 'file', url: '/a', title: text },
    { type: 'embed', url: 'https://video.example/1', title: text },
    { type: 'code', code: text },
  ].flatMap((block) => [between, block, between]);
  return small(blocks, { dir, headline: text, kicker: text, header: { place: text } });
};

/**
 * What the words between look like.
 * @param {Page} page
 */
async function shots(page) {
  const all = [];
  const found = paper(page).article.getByText('Words between').filter({ visible: true });
  for (const paragraph of await found.all())
    all.push((await paragraph.screenshot()).toString('base64'));
  return all;
}

/**
 * How many pixels of each picture are dark where the usual one has nothing dark within some pixels.
 * @param {Page} page
 * @param {string[]} usual
 * @param {string[]} attacked
 * @param {number} within
 */
const newInk = (page, usual, attacked, within = 2) =>
  page.evaluate(async ([usual, attacked, within]) => {
    /** How dark each pixel is, from 0 to 255. @param {string} shot */
    const darkness = async (shot) => {
      const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const dark = (/** @type {number} */ x, /** @type {number} */ y) =>
        255 - (data[4 * (y * image.width + x)] ?? 255);
      return { width: image.width, height: image.height, dark };
    };
    const counts = [];
    for (const [at, shot] of attacked.entries()) {
      const [before, after] = [await darkness(usual[at]), await darkness(shot)];
      let count = 0;
      for (let y = 0; y < after.height; y++) {
        for (let x = 0; x < after.width; x++) {
          if (after.dark(x, y) < 96) continue;
          let near = 0;
          for (let dy = -within; dy <= within; dy++) {
            for (let dx = -within; dx <= within; dx++) {
              const [nx, ny] = [x + dx, y + dy];
              if (nx < 0 || ny < 0 || nx >= before.width || ny >= before.height) continue;
              near = Math.max(near, before.dark(nx, ny));
            }
          }
          if (near < 48) count += 1;
        }
      }
      counts.push(count);
    }
    return counts;
  }, /** @type {const} */ ([usual, attacked, within]));

for (const dir of ['ltr', 'rtl']) {
  for (const width of WIDTHS) {
    test(`${dir}, ${width}: what turns text around turns only its own`, async ({
      page,
      server,
    }) => {
      await page.setViewportSize({ width, height: 740 });
      await show(page, server, everywhere('oOo oOo', dir));
      const usual = await neighbours(page);
      expect(usual.length).toBeGreaterThan(30);
      for (const [name, controls] of Object.entries(CONTROLS)) {
        await show(page, server, everywhere(`${controls}oOo oOo`, dir));
        expect(await neighbours(page), name).toEqual(usual);
      }
      // One in order is shown as it is meant; what stands in the same text makes way for it.
      await show(page, server, everywhere(TURNED, dir));
      const inOneText = (/** @type {string} */ line) =>
        !/^ ?\(?next (words|span)|^ next|^ \(next/.test(line);
      expect((await neighbours(page)).filter(inOneText)).toEqual(usual.filter(inOneText));
      await expect(paper(page).article.locator('.kicker')).toHaveText(TURNED);
    });

    test(`${dir}, ${width}: no text widens the page or takes its controls`, async ({
      page,
      server,
    }) => {
      // Ten pages, each of which a browser lays out for seconds: longer on a slow machine.
      test.setTimeout(300_000);
      await page.setViewportSize({ width, height: 740 });
      const attacks = {
        word: 'W'.repeat(10_000),
        // The browser's own time for a word in a cursive script grows with the square of its length.
        arabic: 'ض'.repeat(1000),
        spaces: `a${'\u200b'.repeat(10_000)}b`,
        joiners: `a${'\u200d'.repeat(10_000)}b`,
        glue: `a${'\u2060'.repeat(10_000)}b`,
        marks: `a${'\ufeff'.repeat(10_000)}b`,
        unbroken: 'no\u00a0break\u2060'.repeat(800),
        zalgo: `a${'\u0300\u0316\u0489'.repeat(1000)}b`,
        // Signs that go around a letter, and are wide where the font has no such letter.
        circles: `a${'\u20dd\u20e3\u0488'.repeat(1000)}b`,
        emoji: '👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿🇺🇳1️⃣👩🏽‍🚀'.repeat(300),
      };
      for (const [name, text] of Object.entries(attacks)) {
        await show(page, server, everywhere(text, dir));
        expect(await overflow(page), name).toBe(0);
        const { article } = paper(page);
        const outside = await article.evaluate((node, innerWidth) => {
          const scrolled = '.table *, pre *, .for-ears';
          return (
            [...node.querySelectorAll('*')]
              .filter((it) => !it.matches(scrolled) && it.getClientRects().length > 0)
              // What stands on a line is cut with its block.
              .filter((it) => getComputedStyle(it).display !== 'inline')
              .filter((it) => {
                const { left, right } = it.getBoundingClientRect();
                return left < -1 || right > innerWidth + 1;
              })
              .map((it) => `${it.localName}.${it.className}`)
          );
        }, width);
        expect(outside, name).toEqual([]);
        await article.locator('summary').click();
        await expect(article.getByText('inside (next)')).toBeVisible();
        // Both would fail where something else lies over them.
        await article.getByRole('link', { name: 'next link' }).first().click({ trial: true });
        await article.locator('.load').click({ trial: true });
        await article.getByRole('link', { name: 'next headline' }).click({ trial: true });
      }
    });
  }

  for (const [what, marks, family] of [
    // In these fonts they take no room beside each other, so that all else stays where it is.
    ['pile up', PILE, 'Noto Serif Display'],
    ['make towers', TOWER, 'Charis SIL'],
  ]) {
    test(`${dir}: marks that ${what} do not paint over the rest`, async ({ page, server }) => {
      await show(page, server, piled('', dir), family);
      const usual = await shots(page);
      expect(usual.length).toBe(20);
      await show(page, server, piled(marks, dir), family);
      const attacked = await shots(page);
      const different = usual
        .map((shot, at) => (shot === attacked[at] ? -1 : at))
        .filter((at) => at >= 0);
      expect(different).toEqual([]);
    });
  }

  for (const family of Object.keys(FAMILIES)) {
    test(`${dir}: marks that pile up leave no ink on the rest in ${family}`, async ({
      page,
      server,
    }) => {
      test.slow();
      await show(page, server, piled('', dir), family);
      const usual = await shots(page);
      for (const marks of [PILE, TOWER]) {
        await show(page, server, piled(marks, dir), family);
        // Where marks stand beside each other there are more lines, and the rest is further down, by
        // parts of a pixel too: the same letters are not the same pixels.
        const attacked = await shots(page);
        expect(attacked.length).toBe(usual.length);
        expect(await newInk(page, usual, attacked)).toEqual(usual.map(() => 0));
      }
    });
  }
}

/**
 * How many pixels beside the article are not as the page is there.
 * @param {Page} page
 */
async function inkBeside(page) {
  const shot = (await page.screenshot({ fullPage: true })).toString('base64');
  const column = await paper(page).article.evaluate((node) => {
    const { left, right, top, height } = node.getBoundingClientRect();
    return { left, right, top: Math.ceil(top + scrollY), height: Math.floor(height) };
  });
  return page.evaluate(async ([data, { left, right, top, height }]) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const beside = (/** @type {number} */ x, /** @type {number} */ width) => {
      const { data: pixels } = context.getImageData(x, top, width, height);
      let count = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        if (
          [0, 1, 2].some((part) => Math.abs(Number(pixels[at + part]) - Number(pixels[part])) > 24)
        )
          count += 1;
      }
      return count;
    };
    // Slanted letters themselves stand out by up to three pixels.
    const [from, to] = [Math.floor(left) - 3, Math.ceil(right) + 3];
    return beside(0, from) + beside(to, image.width - to);
  }, /** @type {const} */ ([shot, column]));
}

const BESIDE = {
  'marks that pile up': PILE,
  'marks that make towers': TOWER,
  'marks around letters': '\u0489\u20dd\u20de\u20e0'.repeat(300),
  'a chain of joined emoji': `👩${'\u200d👩'.repeat(300)}`,
};

for (const [what, marks] of Object.entries(BESIDE)) {
  for (const width of [280, 360, 900]) {
    test(`${what} leave no ink beside the column at ${width}`, async ({ page, server }) => {
      test.slow();
      await page.setViewportSize({ width, height: 740 });
      // The edge of the page has to be further away than the column's.
      const away = 'newsprint-article { margin-inline: 24px }';
      for (const dir of ['ltr', 'rtl']) {
        // A big number may stand out by more, as its letters do.
        const all = piled(marks, dir);
        all.sections = all.sections.map((section) => ({
          ...section,
          blocks: section.blocks.filter((/** @type {any} */ { type }) => type !== 'figure'),
        }));
        await show(page, server, all, Object.keys(FAMILIES)[0]);
        await page.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        }, away);
        await painted(page);
        expect(await inkBeside(page)).toBe(0);
      }
    });
  }
}

test('ink beside the column would be seen', async ({ page, server }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await show(page, server, piled(PILE, 'ltr'), Object.keys(FAMILIES)[0]);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { clip-path: none !important }');
    document.querySelector('newsprint-article')?.shadowRoot?.adoptedStyleSheets.push(sheet);
  });
  await painted(page);
  expect(await inkBeside(page)).toBeGreaterThan(0);
});

test('ink on the rest would be seen', async ({ page, server }) => {
  await show(page, server, piled('', 'ltr'));
  const usual = await shots(page);
  await show(page, server, piled(TOWER, 'ltr'));
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { overflow: visible !important }');
    document.querySelector('newsprint-article')?.shadowRoot?.adoptedStyleSheets.push(sheet);
  });
  await painted(page);
  const counts = await newInk(page, usual, await shots(page));
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(10);
});

test('nothing ordinary is cut', async ({ page, server }) => {
  await page.setViewportSize({ width: 768, height: 740 });
  for (const [lang, words] of [
    ['vi', 'Ấy Ỗ Ẵ Ự yặng jgf'],
    ['ar', 'اللُّغَةُ العَرَبِيَّةُ ٱلْـٓـٔ'],
    ['ur', 'پاکستان کی قومی زبان'],
    ['en', 'ƒjord, ŷĝq'],
    ['fr', 'fjord jeff'],
  ]) {
    const article = everywhere(words);
    await show(page, server, { ...article, lang });
    await page.evaluate(() => {
      const host = document.querySelector('newsprint-article');
      host?.shadowRoot?.querySelector('summary')?.focus();
    });
    const clipped = (await paper(page).element.screenshot()).toString('base64');
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '*:not(.table, pre, .for-ears) { overflow: visible !important; clip-path: none !important }',
      );
      document.querySelector('newsprint-article')?.shadowRoot?.adoptedStyleSheets.push(sheet);
    });
    await painted(page);
    const whole = (await paper(page).element.screenshot()).toString('base64');
    // Where letters are cut there is ink that was not there.
    expect(await newInk(page, [clipped], [whole], 0), lang).toEqual([0]);
  }
});
