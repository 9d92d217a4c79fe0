// @ts-check
/** What axe-core finds, and what only a keyboard, other colours or larger text show. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import {
  FLAGSHIP,
  NAMES,
  expect,
  open,
  overflow,
  painted,
  paper,
  small,
  test,
} from './support/fixtures.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** @type {('light' | 'dark')[]} */
const SCHEMES = ['light', 'dark'];
const WIDTHS = [360, 1280];

/** The reader's page has no heading of its own: the article brings it. */
const NO_HEADING = { 'page-has-heading-one': { enabled: false } };

/**
 * What axe-core has against the page: the rule, and where it is broken.
 * @param {import('./support/fixtures.mjs').Page} page
 * @param {object} rules
 */
const violations = (page, rules) =>
  page.evaluate(
    async ({ values, rules }) => {
      const { axe } = /** @type {any} */ (globalThis);
      const { violations, passes } = await axe.run(globalThis.document, {
        runOnly: { type: 'tag', values },
        rules,
      });
      // A run that saw nothing of the article would find nothing wrong with it either.
      if (passes.length < 20) throw new Error(`only ${passes.length} rules applied`);
      return violations.map((/** @type {any} */ { id, nodes }) => ({
        id,
        where: nodes.map((/** @type {any} */ node) => node.target.join(' ')),
      }));
    },
    { values: RULES, rules },
  );

/**
 * Asks axe-core about the page in every dress.
 * @param {import('./support/fixtures.mjs').Page} page
 * @param {object} [rules] other settings of single rules
 */
async function expectNoViolation(page, rules = {}) {
  await page.evaluate(AXE);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 720 });
      await painted(page);
      expect(await violations(page, rules), `${colorScheme}, ${width}`).toEqual([]);
    }
  }
}

test.describe('axe-core finds nothing', () => {
  for (const name of NAMES) {
    test(`in ${name}`, async ({ page }) => {
      await open(page, name);
      await expectNoViolation(page);
    });
  }

  test('on the front page', async ({ page }) => {
    await page.goto('./');
    await expectNoViolation(page);
  });

  test('where an article could not be had, and the fallback is read', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('status of 500', 'newsprint: server');
    server.answer(`/news/api/articles/${FLAGSHIP}.json`, { status: 500 });
    await page.goto(`articles/${FLAGSHIP}.html`);
    await expect(paper(page).retry).toBeVisible();
    await expectNoViolation(page);
  });

  test('where an article could not be had', async ({ page, server, watch }) => {
    watch.expect('status of 500', 'newsprint: server');
    server.answer('/news/api/articles/it.json', { status: 500 });
    await page.goto('article.html?src=api/articles/it.json');
    await expect(paper(page).retry).toBeVisible();
    await expectNoViolation(page, NO_HEADING);
  });

  test('while it is on its way', async ({ page, server }) => {
    server.hold('/news/api/articles/it.json', { body: '{"headline": "It", "sections": []}' });
    await page.goto('article.html?src=api/articles/it.json');
    await expect(paper(page).skeleton).toBeVisible();
    await expectNoViolation(page, NO_HEADING);
  });
});

/**
 * Goes through the page with the Tab key until the focus has come round: what it stops at, and
 * whether one can see that it does.
 * @param {import('./support/fixtures.mjs').Page} page
 */
async function stops(page) {
  const found = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      let focus = globalThis.document.activeElement;
      while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
      if (!focus || focus === globalThis.document.body) return null;
      const style = getComputedStyle(focus);
      const { width, height } = focus.getBoundingClientRect();
      return {
        name: focus.getAttribute('aria-label') ?? focus.textContent?.trim() ?? '',
        element: focus.localName,
        part: focus.getAttribute('part'),
        visible:
          style.outlineStyle !== 'none' &&
          Number.parseFloat(style.outlineWidth) >= 2 &&
          width > 0 &&
          height > 0,
      };
    });
    if (!stop) return found;
    found.push(stop);
    if (found.length > 200) throw new Error('the focus never comes round');
  }
}

test.describe('with the keyboard alone', () => {
  test('every link, table and summary is reached, in order, and seen', async ({ page }) => {
    // Narrow enough for the table to scroll.
    await page.setViewportSize({ width: 360, height: 740 });
    const { article } = await open(page, 'ice-core-cold-store');
    const found = await stops(page);
    expect(found.filter((stop) => !stop.visible)).toEqual([]);
    expect(found[0].name).toBe('Skip to the article');
    expect(found.filter(({ part }) => part === 'table')).toHaveLength(1);
    expect(found.filter(({ element }) => element === 'summary')).toHaveLength(1);

    // Links in closed details are not to be reached.
    const links = await article
      .locator('a:not(details:not([open]) a)')
      .evaluateAll((all) => all.map((a) => a.getAttribute('aria-label') ?? a.textContent?.trim()));
    const names = found.filter(({ element }) => element === 'a').map(({ name }) => name);
    const start = names.indexOf(links[0] ?? '');
    expect(links.length).toBeGreaterThan(10);
    expect(names.slice(start, start + links.length)).toEqual(links);
  });

  test('code that is wider than the page is reached and scrolled', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 720 });
    const { article } = await open(page, 'harbour-open-tide-gauge');
    const code = article.locator('pre');
    await code.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => code.evaluate((node) => node.scrollLeft)).toBeGreaterThan(0);
  });

  test('the skip link skips', async ({ page }) => {
    await open(page, FLAGSHIP);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });

  test('the retry button is reached and seen', async ({ page, server, watch }) => {
    watch.expect('status of 500', 'newsprint: server');
    server.answer('/news/api/articles/it.json', { status: 500 });
    await page.goto('article.html?src=api/articles/it.json');
    await expect(paper(page).retry).toBeVisible();
    const retry = (await stops(page)).find(({ element }) => element === 'button');
    expect(retry).toMatchObject({ name: 'Try again', visible: true });
  });

  test('the focus stays where it is when the article comes', async ({ page, server }) => {
    const reply = server.hold(/^\/news\/api\/articles\//);
    await page.goto(`article.html?src=api/articles/${FLAGSHIP}.json`);
    await expect(paper(page).skeleton).toBeVisible();
    await page.getByRole('link', { name: 'All stories' }).focus();
    reply.release();
    await expect(paper(page).headline).toBeVisible();
    await expect(page.getByRole('banner').getByRole('link', { name: 'All stories' })).toBeFocused();
  });
});

test.describe('as readers set it', () => {
  test('forced colours reach the icon, the words and the focus', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const { article } = await open(page, FLAGSHIP);
    const stroke = await article.locator('.icon').evaluate((icon) => getComputedStyle(icon).stroke);
    const text = await page.evaluate(() => {
      const probe = globalThis.document.body.appendChild(globalThis.document.createElement('i'));
      probe.style.color = 'CanvasText';
      return getComputedStyle(probe).color;
    });
    expect(stroke).toBe(text);
    await expect(article.locator('.kicker')).toHaveCSS('color', text);
    expect((await stops(page)).filter((stop) => !stop.visible)).toEqual([]);
  });

  /** @type {['reduce' | 'no-preference', string][]} */
  const motions = [
    ['reduce', 'none'],
    ['no-preference', 'breathe'],
  ];
  for (const [reducedMotion, animation] of motions) {
    test(`the skeleton's animation with motion '${reducedMotion}' is ${animation}`, async ({
      page,
      server,
    }) => {
      await page.emulateMedia({ reducedMotion });
      server.hold(/^\/news\/api\/articles\//);
      await page.goto(`article.html?src=api/articles/${FLAGSHIP}.json`);
      await expect(paper(page).skeleton).toBeVisible();
      await expect(paper(page).skeleton).toHaveCSS('animation-name', animation);
    });
  }

  test('light and dark are not the same', async ({ page }) => {
    const { headline } = await open(page, FLAGSHIP);
    const color = () => headline.evaluate((node) => getComputedStyle(node).color);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await color();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await color()).not.toBe(light);
  });

  for (const name of NAMES) {
    test(`text of twice the size does not make ${name} wider`, async ({ page }) => {
      await page.setViewportSize({ width: 640, height: 720 });
      const { headline } = await open(page, name);
      const size = () =>
        headline.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
      const before = await size();
      await page.evaluate(() => {
        globalThis.document.documentElement.style.fontSize = '200%';
      });
      expect(await size()).toBeGreaterThan(before * 1.5);
      expect(await overflow(page)).toBe(0);
    });
  }
});

/** A table and code, of which one is wide. @param {number} columns @param {string} code */
const scrolling = (columns, code) =>
  small([
    { type: 'table', caption: 'Berths', rows: [Array(columns).fill('measurement')] },
    { type: 'table', rows: [Array(columns).fill('measurement')] },
    { type: 'code', language: 'rust', code },
    { type: 'code', code },
  ]);

test('tables and code are stops for the keyboard, with a name, only while they scroll', async ({
  page,
  server,
}) => {
  const wide = server.article('wide', scrolling(20, 'let x = 1; '.repeat(40)));
  await page.goto(server.article('narrow', scrolling(2, 'let x;')));
  const { article } = paper(page);
  await expect(article.locator('pre')).toHaveCount(2);
  await expect(article.getByRole('region', { name: /Berths|Table|rust|Code/ })).toHaveCount(0);
  expect((await stops(page)).filter(({ element }) => element !== 'a')).toEqual([]);
  await page.goto(wide);
  for (const name of ['Berths', 'Table', 'rust', 'Code'])
    await expect(article.getByRole('region', { name, exact: true })).toHaveAttribute(
      'tabindex',
      '0',
    );
  // And as the window changes.
  await page.goto(server.article('narrow', scrolling(3, 'let x = 1; '.repeat(4))));
  await expect(article.locator('pre')).toHaveCount(2);
  await page.setViewportSize({ width: 280, height: 740 });
  await expect(article.getByRole('region', { name: 'Berths' })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 740 });
  await expect(article.getByRole('region', { name: 'Berths' })).toHaveCount(0);
});

test('films, sounds, players and the article itself have names', async ({
  page,
  server,
  watch,
}) => {
  watch.expect(/media-src/);
  const caption = ['The ', { text: 'launch', marks: ['strong'] }];
  const blocks = [
    { type: 'video', src: '/a.mp4', caption },
    { type: 'audio', src: '/a.mp3', caption },
    { type: 'embed', url: 'https://youtu.be/aaaaaaaaaaa', title: 'From above' },
  ];
  await page.goto(server.article('names', small(blocks)));
  const { article } = paper(page);
  await expect(article).toHaveAccessibleName('A small article');
  await expect(article.locator('video')).toHaveAccessibleName('The launch');
  await expect(article.locator('audio')).toHaveAccessibleName('The launch');
  await expect(article.locator('.load')).toHaveAccessibleName(
    'Load from www.youtube-nocookie.com From above',
  );
});

test('titles of boxes, events and questions are headings without gaps', async ({
  page,
  server,
}) => {
  const blocks = [
    { type: 'aside', title: 'Box', blocks: [{ type: 'heading', text: 'In it', level: 4 }] },
    { type: 'timeline', events: [{ date: '1999', title: 'Event', blocks: [] }] },
    { type: 'questions', items: [{ question: 'Why?', blocks: [{ type: 'divider' }] }] },
  ];
  await page.goto(server.article('headings', small(blocks)));
  const { article } = paper(page);
  for (const name of ['Box', '1999 Event', 'Why?'])
    await expect(article.getByRole('heading', { name, level: 3, exact: true })).toBeVisible();
  const levels = await article
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) => all.map((it) => Number(it.localName[1])));
  for (const [at, level] of levels.entries())
    expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
});

test('what is touched is at least 24 pixels high and wide', async ({ page, server }) => {
  const blocks = [
    { type: 'paragraph', text: ['Words', { text: '1', marks: ['superscript'], href: '#n' }, '.'] },
    { type: 'footnotes', notes: [{ id: 'n', text: 'The note.' }] },
  ];
  await page.goto(server.article('touch', small(blocks, { tags: [{ text: 'A', url: '/a' }] })));
  const { article } = paper(page);
  const links = article.locator('.tags a, sup, .footnotes li > a');
  await expect(links).toHaveCount(3);
  for (const link of await links.all()) {
    const { width, height } = await link.evaluate((node) => {
      const it = node.closest('a')?.getBoundingClientRect();
      return { width: it?.width ?? 0, height: it?.height ?? 0 };
    });
    expect(width).toBeGreaterThanOrEqual(24);
    expect(height).toBeGreaterThanOrEqual(24);
  }
});

for (const colorScheme of SCHEMES) {
  test(`${colorScheme}: muted words and lines under links can be told`, async ({
    page,
    server,
  }) => {
    await page.emulateMedia({ colorScheme });
    const blocks = [{ type: 'paragraph', text: [{ text: 'a', href: '/a' }] }];
    const authorCards = [{ name: 'A', role: 'Role' }];
    await page.goto(server.article('muted', small(blocks, { standfirst: 'S', authorCards })));
    const { article } = paper(page);
    /** @param {string} selector @param {string} property */
    const contrast = (selector, property) =>
      article.locator(selector).evaluate((node, property) => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        if (!canvas) throw new Error('no canvas');
        const luminance = (/** @type {string[]} */ ...colours) => {
          for (const colour of colours) {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
          }
          const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
            const part = value / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
        };
        /** @type {Element | null} */
        let ground = node;
        const clear = 'rgba(0, 0, 0, 0)';
        while (ground && getComputedStyle(ground).backgroundColor === clear) {
          const root = ground.getRootNode();
          ground = ground.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
        }
        const under = ground ? getComputedStyle(ground).backgroundColor : 'Canvas';
        const over = getComputedStyle(node).getPropertyValue(property);
        const [a, b] = [luminance(under), luminance(under, over)].sort((x, y) => x - y);
        return ((b ?? 0) + 0.05) / ((a ?? 0) + 0.05);
      }, property);
    await expect(article).toBeVisible();
    expect(await contrast('.standfirst', 'color')).toBeGreaterThanOrEqual(7);
    expect(await contrast('.role', 'color')).toBeGreaterThanOrEqual(7);
    expect(await contrast('p > a', 'text-decoration-color')).toBeGreaterThanOrEqual(3);
    await page.emulateMedia({ colorScheme, contrast: 'more' });
    expect(await contrast('p > a', 'text-decoration-color')).toBeGreaterThanOrEqual(7);
    expect(await contrast('.standfirst', 'color')).toBeGreaterThanOrEqual(12);
  });
}

test('the focus is not lost when the article is taken down', async ({ page, server, watch }) => {
  watch.expect('status of 410', 'newsprint: gone');
  await page.clock.install();
  const path = '/news/api/articles/focus.json';
  const text = [{ text: 'a link', href: '/a' }];
  await page.goto(server.article('focus', small([{ type: 'paragraph', text }])));
  const { element, article, error, frame } = paper(page);
  await article.getByRole('link', { name: 'a link' }).focus();
  server.answer(path, { status: 410, body: '' });
  await element.evaluate((node) => node.setAttribute('refresh', '60'));
  await page.clock.runFor(61_000);
  await expect(error).toBeVisible();
  await expect(frame).toBeFocused();
});

test('the skeleton can be seen in forced colours', async ({ page, server }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  server.hold('/news/api/articles/it.json', { body: '{"headline": "It", "sections": []}' });
  await page.goto('article.html?src=api/articles/it.json');
  const { skeleton } = paper(page);
  await expect(skeleton).toBeVisible();
  // Some of it differs from the ground.
  const shot = (await skeleton.screenshot()).toString('base64');
  const colours = await page.evaluate(async (shot) => {
    const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    const greys = new Set();
    for (let at = 0; at < data.length; at += 4) greys.add(data[at]);
    return [Math.min(...greys), Math.max(...greys)];
  }, shot);
  expect((colours[1] ?? 0) - (colours[0] ?? 0)).toBeGreaterThan(60);
});

test('loading that takes its time is announced, and so is its end', async ({ page, server }) => {
  const slow = server.hold('/news/api/articles/it.json', { body: JSON.stringify(small()) });
  await page.goto('article.html?src=api/articles/it.json');
  const { element, headline } = paper(page);
  const region = element.locator('[aria-live]');
  // It is there before it says anything.
  await expect(region).toHaveText('');
  await expect(region).toHaveText('Loading the article');
  slow.release();
  await expect(headline).toBeVisible();
  await expect(region).toHaveText('A small article');
  // What comes at once is not announced, then or later.
  server.answer('/news/api/articles/next.json', { body: JSON.stringify(small()) });
  await page.goto('article.html?src=api/articles/next.json');
  await expect(headline).toBeVisible();
  await expect(region).toHaveText('');
  expect(await region.evaluate((node) => node.getAnimations().length)).toBe(0);
});
