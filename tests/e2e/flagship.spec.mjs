// @ts-check
/** The articles of the demo as readers get them, the flagship whole and in order. */
import {
  FLAGSHIP,
  NAMES,
  box,
  document,
  expect,
  open,
  overflow,
  paper,
  plain,
  test,
} from './support/fixtures.mjs';
import { setInFont } from './support/fonts.mjs';

const flagship = document(FLAGSHIP);

/**
 * Text without its white space, which the layout is free to choose.
 * @param {string} text
 */
const dense = (text) => text.replace(/\s/g, '');

/**
 * The words of a block, in the kinds that the flagship has.
 * @param {any} block
 * @returns {string[]}
 */
function blockWords(block) {
  switch (block.type) {
    case 'paragraph':
      return [plain(block.text)];
    case 'figure':
      return [block.value, plain(block.label)];
    case 'aside':
      return [plain(block.title), ...block.blocks.flatMap(blockWords)];
    case 'list':
      return block.items.map(plain);
    default:
      throw new Error(`the test does not know how to read a block of type ${block.type}`);
  }
}

/**
 * The words of a list of teasers.
 * @param {any} list
 * @param {(at: string) => string} moment
 */
const listWords = (list, moment) => [
  list.title,
  ...list.items.flatMap((/** @type {any} */ item) => [
    item.kicker,
    item.headline,
    plain(item.standfirst),
    moment(item.published),
  ]),
  list.more?.text,
];

/**
 * All words of the flagship article, in reading order.
 * @param {any} article
 * @param {(at: string) => string} moment a moment in words
 * @returns {string[]}
 */
function words(article, moment) {
  const { weather } = article.header;
  const words = [
    `${weather.description},`,
    `${weather.temperature}°${weather.unit}`,
    article.header.place,
    'Monday, 18 March 2024',
    article.kicker,
    article.headline,
    plain(article.standfirst),
    `${article.byline.label}:`,
    ...article.byline.authors.map((/** @type {any} */ person) => person.name),
    'Published',
    moment(article.published),
    'Updated',
    moment(article.updated),
    plain(article.hero.caption),
    article.hero.credit,
    ...article.sections.flatMap((/** @type {any} */ section) => [
      plain(section.heading),
      ...section.blocks.flatMap(blockWords),
    ]),
    article.topic.text,
    ...article.tags.map((/** @type {any} */ tag) => tag.text),
    ...article.authorCards.flatMap((/** @type {any} */ person) => [
      person.name,
      person.role,
      plain(person.bio),
      ...person.links.map((/** @type {any} */ link) => link.text),
    ]),
    article.rights,
    ...listWords(article.latest, moment),
    ...listWords(article.related, moment),
  ];
  return words.filter(Boolean);
}

/**
 * Moments in the browser's own words.
 * @param {import('./support/fixtures.mjs').Page} page
 * @param {string[]} moments
 */
async function momentsInWords(page, moments) {
  const inWords = await page.evaluate((moments) => {
    const format = new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    });
    return moments.map((at) => format.format(new Date(at)));
  }, moments);
  return new Map(moments.map((at, index) => [at, inWords[index]]));
}

test.describe('the flagship', () => {
  test('says all that its JSON says, in reading order, and no more', async ({ page }) => {
    const { article } = await open(page, FLAGSHIP);
    const moments = [
      flagship.published,
      flagship.updated,
      ...[...flagship.latest.items, ...flagship.related.items].map((item) => item.published),
    ];
    const inWords = await momentsInWords(page, moments);
    const expected = words(flagship, (at) => inWords.get(at) ?? '');
    expect(expected.length).toBeGreaterThan(60);

    const shown = dense((await article.textContent()) ?? '');
    let place = 0;
    for (const part of expected) {
      expect(shown.slice(place, place + dense(part).length)).toBe(dense(part));
      place += dense(part).length;
    }
    expect(shown.slice(place)).toBe('');
  });

  test('has what the project was started for', async ({ page }) => {
    const { article, headline } = await open(page, FLAGSHIP);
    await expect(headline).toHaveText('Kazakhstan’s domestic reform and geopolitical balance');
    await expect(headline).toHaveJSProperty('tagName', 'H1');
    // Locators see all white space as spaces, so that the node itself is asked.
    expect(await article.locator('.weather bdi').evaluate((node) => node.textContent)).toBe(
      '9.5\u00a0°C',
    );
    await expect(article.locator('.weather')).toContainText('Bright spells');
    await expect(article.locator('.date')).toHaveText('Monday, 18 March 2024');
    await expect(article.locator('.byline')).toHaveText('Authored by: William Alexander');
    await expect(article.locator('.times')).toContainText('Published 18 March 2024 at 06:00 GMT');
    await expect(article.locator('.times')).toContainText('Updated 18 March 2024 at 08:45 GMT');
    await expect(article.getByRole('heading', { level: 2 })).toHaveText([
      'Stability in turbulent times',
      'Justice and prosperity at home',
      'Changes meant to modernise the country',
      'Nathan Bailey',
      'Latest news',
      'Related news',
    ]);
    const card = article.getByRole('region', { name: 'Nathan Bailey' });
    await expect(card).toContainText('News reporter, British Journal');
    await expect(card).toContainText('since 2019');
    await expect(card).toContainText('Fleet Street');
  });

  test('says when for programs too', async ({ page }) => {
    const { article } = await open(page, FLAGSHIP);
    await expect(article.locator('time.date')).toHaveAttribute('datetime', '2024-03-18');
    const times = await article
      .locator('.times time')
      .evaluateAll((all) => all.map((time) => /** @type {HTMLTimeElement} */ (time).dateTime));
    const expected = [flagship.published, flagship.updated];
    expect(times.map((at) => Date.parse(at))).toEqual(expected.map((at) => Date.parse(at)));
    expect(await article.locator('time:not([datetime])').count()).toBe(0);
  });

  test('shows its hero with all that the JSON says of it', async ({ page, server }) => {
    const { article } = await open(page, FLAGSHIP);
    const hero = article.locator('.hero img');
    await expect(hero).toHaveAttribute('alt', flagship.hero.alt);
    await expect(hero).toHaveAttribute('width', String(flagship.hero.width));
    await expect(hero).toHaveAttribute('height', String(flagship.hero.height));
    const base = `${server.url}api/articles/`;
    const srcset = flagship.hero.srcset.map(
      (/** @type {any} */ it) => `${new URL(it.src, base)} ${it.width}w`,
    );
    await expect(hero).toHaveAttribute('srcset', srcset.join(', '));
    await expect(hero).toHaveJSProperty('complete', true);
    expect(await hero.evaluate((img) => /** @type {any} */ (img).naturalWidth)).toBeGreaterThan(0);
    await expect(article.getByRole('figure').first().locator('figcaption')).toContainText(
      plain(flagship.hero.caption),
    );
  });

  test('gives a screen reader its outline', async ({ page }) => {
    const { article } = await open(page, FLAGSHIP);
    for (const section of flagship.sections.filter((/** @type {any} */ it) => it.heading)) {
      const region = article.getByRole('region', { name: plain(section.heading), exact: true });
      await expect(region).toContainText(plain(section.blocks[0].text));
    }
    for (const list of [flagship.latest, flagship.related]) {
      const nav = article.getByRole('navigation', { name: list.title, exact: true });
      await expect(nav.getByRole('listitem')).toHaveCount(list.items.length);
      await expect(nav.getByRole('listitem').getByRole('link')).toHaveText(
        list.items.map((/** @type {any} */ item) => item.headline),
      );
    }
    await expect(article.getByRole('list', { name: 'Topics' }).getByRole('link')).toHaveText(
      [flagship.topic, ...flagship.tags].map((tag) => tag.text),
    );
  });

  test('leads where its links say', async ({ page, server }) => {
    const { article } = await open(page, FLAGSHIP);
    const base = `${server.url}api/articles/`;
    for (const link of [
      ...flagship.latest.items.map((/** @type {any} */ item) => ({ ...item, text: item.headline })),
      ...flagship.tags,
      ...flagship.authorCards[0].links,
    ]) {
      await expect(
        article.getByRole('link', { name: link.text, exact: true }).first(),
      ).toHaveJSProperty('href', String(new URL(link.url, base)));
    }
  });
});

test.describe('layout', () => {
  test('a line has between 55 and 75 characters', async ({ page }) => {
    const { article } = await open(page, FLAGSHIP);
    await setInFont(page);
    const means = await article.locator('.body [part=paragraph]').evaluateAll((paragraphs) =>
      paragraphs.map((paragraph) => {
        /** How many characters stand on each line, by the height at which they stand. */
        const lines = new Map();
        const nodes = globalThis.document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const range = globalThis.document.createRange();
        while (nodes.nextNode()) {
          const text = /** @type {Text} */ (nodes.currentNode);
          for (let at = 0; at < text.length; at += 1) {
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            const bottom = Math.round(range.getBoundingClientRect().bottom);
            lines.set(bottom, (lines.get(bottom) ?? 0) + 1);
          }
        }
        // The last line is as long as what is left.
        const full = [...lines.values()].slice(0, -1);
        return { lines: full.length, mean: full.reduce((sum, it) => sum + it, 0) / full.length };
      }),
    );
    const long = means.filter(({ lines }) => lines >= 3);
    expect(long.length).toBeGreaterThan(8);
    for (const { mean } of long) {
      expect(mean).toBeGreaterThanOrEqual(55);
      expect(mean).toBeLessThanOrEqual(75);
    }
  });

  test('at 1280 the lists stand beside the body', async ({ page }) => {
    const { article } = await open(page, FLAGSHIP);
    const [body, rail] = [await box(article.locator('.body')), await box(article.locator('.rail'))];
    expect(rail.x).toBeGreaterThanOrEqual(body.x + body.width);
    expect(Math.abs(rail.y - body.y)).toBeLessThan(2);
  });

  for (const width of [768, 360]) {
    test(`at ${width} they stand below it`, async ({ page }) => {
      await page.setViewportSize({ width, height: 720 });
      const { article } = await open(page, FLAGSHIP);
      const body = await box(article.locator('.body'));
      const rail = await box(article.locator('.rail'));
      expect(rail.y).toBeGreaterThanOrEqual(body.y + body.height);
      expect(rail.x).toBeLessThan(body.x + body.width);
    });
  }
});

test.describe('every article', () => {
  for (const name of NAMES) {
    test(`${name} is shown with all its headings, and fits every width`, async ({ page }) => {
      const expected = document(name);
      const { article } = await open(page, name);
      const sections = expected.sections.filter((/** @type {any} */ section) => section.heading);
      await expect(article.locator('.heading')).toHaveText(
        sections.map((/** @type {any} */ section) => plain(section.heading)),
      );

      const levels = await page
        .getByRole('heading')
        .evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.reduce((before, level) => {
        expect(level).toBeLessThanOrEqual(before + 1);
        return level;
      }, 0);

      for (const width of [320, 360, 768, 1280]) {
        await page.setViewportSize({ width, height: 720 });
        expect(await overflow(page), `sideways at ${width}`).toBe(0);
      }
    });
  }

  test('pictures are all there, and pages below them are', async ({ page }) => {
    // High enough for all lazy pictures to be near.
    await page.setViewportSize({ width: 1280, height: 8000 });
    for (const name of NAMES) {
      const { article } = await open(page, name);
      const pictures = article.locator('img');
      await expect
        .poll(() =>
          pictures.evaluateAll((all) =>
            all
              .filter((img) => !(/** @type {HTMLImageElement} */ (img).naturalWidth))
              .map((img) => img.getAttribute('src')),
          ),
        )
        .toEqual([]);
      const pages = await article
        .getByRole('navigation')
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => /** @type {HTMLAnchorElement} */ (link).href));
      expect(pages.length).toBeGreaterThan(0);
      for (const url of new Set(pages)) expect((await page.request.get(url)).status()).toBe(200);
    }
  });

  test('the bridges get their weather and their related news from URLs of their own', async ({
    page,
  }) => {
    const { article } = await open(page, 'saltmere-counts-its-bridges');
    await expect(article.locator('.weather bdi')).toContainText('°C');
    // It is asked for when it is within a screen.
    await article.locator('.rail').evaluate((node) => node.scrollIntoView());
    await expect(article.getByRole('navigation', { name: 'Related news' })).toBeVisible();
  });

  test('the Arabic one runs from right to left', async ({ page }) => {
    const { article } = await open(page, 'coast-mobile-library');
    await expect(article).toHaveAttribute('lang', 'ar');
    await expect(article).toHaveCSS('direction', 'rtl');
    const body = await box(article.locator('.body'));
    const rail = await box(article.locator('.rail'));
    expect(rail.x + rail.width).toBeLessThanOrEqual(body.x);
  });
});

test('the front page leads to every article', async ({ page }) => {
  await page.goto('./');
  const links = page.locator('main a[href^="articles/"]');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(hrefs.toSorted()).toEqual(NAMES.map((name) => `articles/${name}.html`).toSorted());
  for (const href of hrefs) {
    await page.locator(`main a[href="${href}"]`).click();
    const name = href?.replace(/^articles\/|\.html$/g, '') ?? '';
    await expect(paper(page).headline).toHaveText(document(name).headline);
    await page.goBack();
  }
});
