// @ts-check
/** The attributes of the element, and the properties that reflect them. */
import { expect, paper, small, test } from './support/fixtures.mjs';
import { FOLDER } from './support/server.mjs';
import { IT, ITS_JSON, PATH, read, RICH, site, write } from './support/site.mjs';

/** @type {[string, string, unknown, [unknown, unknown][]][]} */
const RULES = [
  [
    'heading-level',
    'headingLevel',
    1,
    [
      ['2', 2],
      ['4', 4],
      ['5', 1],
      ['two', 1],
      ['', 1],
    ],
  ],
  [
    'theme',
    'theme',
    'auto',
    [
      ['dark', 'dark'],
      ['LIGHT', 'light'],
      ['sepia', 'auto'],
    ],
  ],
  [
    'units',
    'units',
    'auto',
    [
      ['c', 'c'],
      ['F', 'f'],
      ['kelvin', 'auto'],
    ],
  ],
  [
    'loading',
    'loading',
    'eager',
    [
      ['lazy', 'lazy'],
      ['later', 'eager'],
    ],
  ],
  [
    'refresh',
    'refresh',
    0,
    [
      ['60', 60],
      ['-1', 0],
      ['soon', 0],
      ['Infinity', 1e6],
    ],
  ],
  [
    'navigation',
    'navigation',
    'page',
    [
      ['in-place', 'in-place'],
      ['no', 'page'],
    ],
  ],
  ['hide', 'hide', '', [[' weather hero ', 'weather hero']]],
  [
    'credentials',
    'credentials',
    'same-origin',
    [
      ['omit', 'omit'],
      ['all', 'same-origin'],
    ],
  ],
];

for (const [attribute, property, usual, values] of RULES) {
  test(`${attribute} reads as what it means`, async ({ page, server }) => {
    site(server, '<newsprint-article></newsprint-article>');
    await page.goto('site.html');
    const { element } = paper(page);
    await expect.poll(() => read(element, property)).toBe(usual);
    for (const [written, meant] of values) {
      await element.evaluate(
        (node, [name, value]) => node.setAttribute(name, value),
        [attribute, String(written)],
      );
      expect(await read(element, property), `${attribute}="${written}"`).toBe(meant);
      await element.evaluate((node, name) => node.removeAttribute(name), attribute);
      await write(element, property, written);
      await expect(element).toHaveAttribute(attribute, String(written));
      expect(await read(element, property), `${property} = ${written}`).toBe(meant);
    }
    await write(element, property, null);
    expect(await read(element, property)).toBe(usual);
    expect(await element.evaluate((node, name) => node.hasAttribute(name), attribute)).toBe(false);
  });
}

test('every property that was set before the element was defined counts', async ({
  page,
  server,
}) => {
  site(server, '<newsprint-article></newsprint-article>', { article: RICH });
  // A classic script runs before any module.
  server.answer(`${FOLDER}site.html`, {
    body: `<!doctype html><html lang="en"><title>A site</title>
      <link rel="icon" href="favicon.svg"><body><newsprint-article></newsprint-article>
      <script src="early.js"></script><script type="module" src="newsprint.js"></script>`,
  });
  server.answer(`${FOLDER}early.js`, {
    body: `Object.assign(document.querySelector('newsprint-article'), {
      src: 'api/articles/it.json', headingLevel: 3, theme: 'dark', units: 'f', hide: 'kicker',
      navigation: 'in-place', credentials: 'omit', refresh: 900, loading: 'lazy' });`,
  });
  await page.goto('site.html');
  const { element, article, frame } = paper(page);
  await expect(article.locator('h3.headline')).toHaveText('A small article');
  await expect(article.locator('.weather')).toContainText('50\u{a0}°F');
  await expect(article.locator('.kicker')).toHaveCount(0);
  await expect(frame).toHaveCSS('color-scheme', 'dark');
  for (const [name, value] of [
    ['src', 'api/articles/it.json'],
    ['navigation', 'in-place'],
    ['credentials', 'omit'],
    ['refresh', '900'],
    ['loading', 'lazy'],
  ]) {
    await expect(element).toHaveAttribute(name, value);
  }
  expect(server.count(PATH)).toBe(1);
});

test('src is resolved against the page, and none reads as nothing', async ({ page, server }) => {
  site(server, IT);
  await page.goto('site.html');
  const { element, headline } = paper(page);
  await expect(headline).toBeVisible();
  expect(await read(element, 'src')).toBe(`${server.origin}${PATH}`);
  await element.evaluate((node) => node.removeAttribute('src'));
  expect(await read(element, 'src')).toBe('');
  await expect(headline).toHaveCount(0);
});

test('heading-level moves all headings, at any time', async ({ page, server }) => {
  site(server, IT, { article: RICH });
  await page.goto('site.html');
  const { element, article } = paper(page);
  await expect(article.locator('h1.headline')).toBeVisible();
  await expect(article.locator('h2.heading')).toBeVisible();
  await write(element, 'headingLevel', 3);
  await expect(article.locator('h3.headline')).toBeVisible();
  await expect(article.locator('h4.heading')).toBeVisible();
  await expect(article.locator('h1, h2')).toHaveCount(0);
  expect(server.count(PATH), 'nothing is loaded for that').toBe(1);
});

test('theme overrules the page, at any time', async ({ page, server }) => {
  site(server, IT, { css: ':root { color-scheme: light }' });
  await page.goto('site.html');
  const { element, frame, headline } = paper(page);
  await expect(headline).toBeVisible();
  const color = () => frame.evaluate((node) => getComputedStyle(node).color);
  const light = await color();
  await write(element, 'theme', 'dark');
  await expect(frame).toHaveCSS('color-scheme', 'dark');
  expect(await color()).not.toBe(light);
  await write(element, 'theme', 'auto');
  await expect(frame).toHaveCSS('color', light);
});

test('units turn the temperature, at any time', async ({ page, server }) => {
  site(server, IT, { article: RICH });
  await page.goto('site.html');
  const { element, article } = paper(page);
  const weather = article.locator('.weather');
  await expect(weather).toContainText('10\u{a0}°C');
  await write(element, 'units', 'f');
  await expect(weather).toContainText('50\u{a0}°F');
  await write(element, 'units', 'auto');
  await expect(weather).toContainText('10\u{a0}°C');
  expect(server.count(PATH)).toBe(1);
});

test('without a unit of the article or the author the language decides', async ({
  page,
  server,
}) => {
  const header = { weather: { temperature: 10, condition: 'rain' } };
  site(server, IT, { article: small([], { lang: 'en-US', header }) });
  await page.goto('site.html');
  await expect(paper(page).article.locator('.weather')).toContainText('50\u{a0}°F');
});

test('hide leaves parts out, at any time', async ({ page, server }) => {
  const names = ['weather', 'date', 'kicker', 'byline', 'author-card', 'latest', 'related'];
  site(server, IT, { article: RICH });
  await page.goto('site.html');
  const { element, article, headline } = paper(page);
  await expect(headline).toBeVisible();
  for (const name of names) {
    const part = article.locator(`[part=${name}]`);
    await expect(part, name).toHaveCount(1);
    await element.evaluate((node, list) => node.setAttribute('hide', list), `nonsense ${name}`);
    await expect(part, name).toHaveCount(0);
    await element.evaluate((node) => node.removeAttribute('hide'));
    await expect(part, name).toHaveCount(1);
  }
  await write(element, 'hide', names.join('\n '));
  await expect(article.locator('.kicker, nav, .author-card, .byline, .weather')).toHaveCount(0);
  expect(server.count(PATH)).toBe(1);
});

test('a part that is hidden is not asked for, until it is shown', async ({ page, server }) => {
  site(server, '<newsprint-article src="api/articles/it.json" hide="latest"></newsprint-article>', {
    article: small([], { latest: '/news/api/later.json' }),
  });
  server.answer(`${FOLDER}api/later.json`, {
    body: JSON.stringify({ items: [{ headline: 'Later', url: '/later' }] }),
  });
  await page.goto('site.html');
  const { element, article, headline } = paper(page);
  await expect(headline).toBeVisible();
  expect(server.count(`${FOLDER}api/later.json`)).toBe(0);
  await write(element, 'hide', null);
  await expect(article.getByRole('link', { name: 'Later' })).toBeVisible();
});

test('credentials are sent as it says', async ({ page, server, context }) => {
  await context.addCookies([{ name: 'reader', value: '1', url: server.origin }]);
  site(
    server,
    `${IT}<newsprint-article src="api/articles/other.json" credentials="omit"></newsprint-article>`,
  );
  server.answer(`${FOLDER}api/articles/other.json`, { body: ITS_JSON });
  const [usual, bare] = await Promise.all([
    page.waitForRequest(/it\.json$/),
    page.waitForRequest(/other\.json$/),
    page.goto('site.html'),
  ]);
  expect((await usual.allHeaders()).cookie).toBe('reader=1');
  expect((await bare.allHeaders()).cookie).toBeUndefined();
});

test('loading="lazy" asks for nothing until the element comes near', async ({ page, server }) => {
  site(
    server,
    '<div></div><newsprint-article loading="lazy" src="api/articles/it.json"></newsprint-article>',
    { css: 'div { height: 5000px }' },
  );
  const styles = page.waitForRequest(/newsprint-\w+\.css$/);
  await page.goto('site.html');
  await styles;
  const { element, headline, skeleton } = paper(page);
  await expect(skeleton).toBeVisible();
  expect(server.count(PATH), 'the article').toBe(0);
  expect(server.count(/_bg\.wasm$/), 'the engine').toBe(0);
  await element.evaluate((node) => node.scrollIntoView());
  await expect(headline).toHaveText('A small article');
  expect(server.count(PATH)).toBe(1);
});

test('what the author set is left alone', async ({ page, server }) => {
  site(
    server,
    `<newsprint-article role="region" tabindex="0" title="It" aria-label="It"
       src="api/articles/it.json"></newsprint-article>`,
  );
  await page.goto('site.html');
  const { element, headline } = paper(page);
  await expect(headline).toBeVisible();
  expect(await element.evaluate((node) => node.getAttributeNames().sort())).toEqual([
    'aria-label',
    'role',
    'src',
    'tabindex',
    'title',
  ]);
  for (const [name, value] of [
    ['role', 'region'],
    ['tabindex', '0'],
    ['title', 'It'],
  ]) {
    await expect(element).toHaveAttribute(name, value);
  }
});
