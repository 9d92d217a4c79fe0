// @ts-check
/** The element's attributes, properties, methods, slots, parts, custom properties and states. */
import { readFileSync } from 'node:fs';

import { MEDIA_POLICY, expect, paper, small, test } from './fixtures.mjs';
import { FOLDER, POLICY } from './server.mjs';

/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {import('./server.mjs').Server} Server */

const PATH = `${FOLDER}api/articles/it.json`;
const ITS_JSON = JSON.stringify(small());
const IT = '<newsprint-article src="api/articles/it.json"></newsprint-article>';

const RICH = small([{ type: 'paragraph', text: 'A word.' }], {
  header: { date: '2024-03-18', weather: { temperature: 10, unit: 'C', condition: 'rain' } },
  kicker: 'Harbour',
  published: '2024-03-18T09:30:00Z',
  byline: { authors: [{ name: 'A. Writer' }] },
  authorCards: [{ name: 'A. Writer', bio: 'Writes.' }],
  latest: { items: [{ headline: 'Later', url: '/later' }] },
  related: { items: [{ headline: 'Alike', url: '/alike' }] },
});

/**
 * A page of a site of the test's own, with one article to be had.
 * @param {Server} server
 * @param {string} body
 * @param {{ article?: object, css?: string, policy?: string, script?: string }} [more]
 */
function site(server, body, { article, css = '', policy = POLICY, script } = {}) {
  server.answer(`${FOLDER}site.html`, {
    headers: { 'content-security-policy': policy },
    body: `<!doctype html><html lang="en"><title>A site</title>
      <link rel="icon" href="favicon.svg"><link rel="stylesheet" href="site.css">
      ${script === undefined ? '' : '<script type="module" src="site.js"></script>'}
      <script type="module" src="newsprint.js"></script><body>${body}`,
  });
  server.answer(`${FOLDER}site.css`, { body: css });
  server.answer(`${FOLDER}site.js`, { body: script ?? '' });
  server.answer(PATH, { body: article ? JSON.stringify(article) : ITS_JSON });
}

/**
 * A property of an element.
 * @param {Locator} element
 * @param {string} name
 */
const read = (element, name) =>
  element.evaluate((node, key) => /** @type {any} */ (node)[key], name);

/**
 * Sets a property of an element.
 * @param {Locator} element
 * @param {string} name
 * @param {unknown} value
 */
const write = (element, name, value) =>
  element.evaluate(
    (node, [key, it]) => void Object.assign(node, { [String(key)]: it }),
    [name, value],
  );

/**
 * Whether an element is in a state that style sheets can ask for.
 * @param {Locator} element
 * @param {string} state
 */
const isIn = (element, state) =>
  element.evaluate((node, name) => node.matches(`:state(${name})`), state);

test.describe('attributes and properties', () => {
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
      expect(await element.evaluate((node, name) => node.hasAttribute(name), attribute)).toBe(
        false,
      );
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
      ['navigation', 'in-place'],
      ['credentials', 'omit'],
      ['refresh', '900'],
      ['loading', 'lazy'],
    ]) {
      await expect(element).toHaveAttribute(name, value);
    }
  });

  test('an article that was set before the element was defined is shown', async ({
    page,
    server,
  }) => {
    server.answer(`${FOLDER}site.html`, {
      body: `<!doctype html><html lang="en"><title>A site</title>
        <link rel="icon" href="favicon.svg"><body><newsprint-article></newsprint-article>
        <script src="early.js"></script><script type="module" src="newsprint.js"></script>`,
    });
    server.answer(`${FOLDER}early.js`, {
      body: `document.querySelector('newsprint-article').article = ${ITS_JSON};`,
    });
    await page.goto('site.html');
    await expect(paper(page).headline).toHaveText('A small article');
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

  test('an article set as a property is shown instead of the one of src', async ({
    page,
    server,
  }) => {
    site(server, IT);
    await page.goto('site.html');
    const { element, headline } = paper(page);
    await expect(headline).toHaveText('A small article');
    expect((await read(element, 'article')).headline).toBe('A small article');

    const isSame = await element.evaluate(
      async (node, given) => {
        const shown = new Promise((resolve) => node.addEventListener('newsprint-load', resolve));
        /** @type {any} */ (node).article = given;
        await shown;
        return /** @type {any} */ (node).article === given;
      },
      small([], { headline: 'Given' }),
    );
    expect(isSame, 'what is read is the very object').toBe(true);
    await expect(headline).toHaveText('Given');

    await write(element, 'article', null);
    await expect(headline).toHaveText('A small article');
    await expect.poll(() => server.count(PATH)).toBe(2);
  });

  test('an article set as a property is asked of nobody', async ({ page, server }) => {
    site(server, '<newsprint-article></newsprint-article>');
    await page.goto('site.html');
    const { element, headline } = paper(page);
    await expect.poll(() => read(element, 'article')).toBeNull();
    await write(element, 'article', small([], { headline: 'Given' }));
    await expect(headline).toHaveText('Given');
    expect(server.count(/\/api\//)).toBe(0);
  });

  test('there is no article while none is shown', async ({ page, server, watch }) => {
    watch.expect('newsprint: not-found', 'status of 404');
    site(server, IT);
    const reply = server.hold(PATH, { status: 404, body: '' });
    await page.goto('site.html');
    const { element, error } = paper(page);
    await expect.poll(() => isIn(element, 'loading')).toBe(true);
    expect(await read(element, 'article')).toBeNull();
    reply.release();
    await expect(error).toBeVisible();
    expect(await read(element, 'article')).toBeNull();
  });

  test('the article stands in the page already, as JSON in a script', async ({ page, server }) => {
    site(
      server,
      `<newsprint-article><script type="application/json">${ITS_JSON}</script></newsprint-article>`,
    );
    await page.goto('site.html');
    await expect(paper(page).headline).toHaveText('A small article');
    expect(server.count(/\/api\//)).toBe(0);
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
    site(
      server,
      '<newsprint-article src="api/articles/it.json" hide="latest"></newsprint-article>',
      {
        article: small([], { latest: '/news/api/later.json' }),
      },
    );
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

  test('lang on the element decides where the article does not, at any time', async ({
    page,
    server,
  }) => {
    const header = { date: '2024-03-18' };
    site(server, '<newsprint-article lang="fr" src="api/articles/it.json"></newsprint-article>', {
      article: small([], { lang: null, header }),
    });
    await page.goto('site.html');
    const { element, article } = paper(page);
    await expect(article.locator('.date')).toHaveText('lundi 18 mars 2024');
    await write(element, 'lang', 'de');
    await expect(article.locator('.date')).toHaveText('Montag, 18. März 2024');
    expect(server.count(PATH)).toBe(1);
  });

  test('dir on the element decides where the article does not', async ({ page, server }) => {
    site(server, '<newsprint-article dir="rtl" src="api/articles/it.json"></newsprint-article>', {
      article: small([], { lang: null }),
    });
    await page.goto('site.html');
    const { element, article } = paper(page);
    await expect(article).toHaveCSS('direction', 'rtl');
    await write(element, 'dir', 'ltr');
    await expect(article).toHaveCSS('direction', 'ltr');
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
});

test.describe('refresh', () => {
  test('brings the newer version without asking for the old one twice', async ({
    page,
    server,
  }) => {
    site(server, '<newsprint-article src="api/articles/it.json" refresh="30"></newsprint-article>');
    await page.clock.install();
    await page.goto('site.html');
    const { headline } = paper(page);
    await expect(headline).toHaveText('A small article');
    expect(server.count(PATH)).toBe(1);
    server.answer(PATH, { body: JSON.stringify(small([], { headline: 'Newer' })) });
    await page.clock.fastForward(20_000);
    expect(server.count(PATH)).toBe(1);
    await page.clock.fastForward(11_000);
    await expect(headline).toHaveText('Newer');
    expect(server.count(PATH)).toBe(2);
  });

  test('pauses while the reader is offline or looks elsewhere, and goes on at once', async ({
    page,
    server,
    context,
  }) => {
    site(server, '<newsprint-article src="api/articles/it.json" refresh="30"></newsprint-article>');
    await page.clock.install();
    await page.goto('site.html');
    const { headline } = paper(page);
    await expect(headline).toBeVisible();
    await context.setOffline(true);
    await page.clock.fastForward(310_000);
    expect(server.count(PATH)).toBe(1);
    await context.setOffline(false);
    await expect.poll(() => server.count(PATH)).toBe(2);

    const look = (/** @type {boolean} */ hidden) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await look(true);
    await page.clock.fastForward(310_000);
    // What would have been asked for before is asked for before this.
    await page.evaluate(() => fetch('site.css').then((reply) => reply.text()));
    expect(server.count(PATH)).toBe(2);
    await look(false);
    await expect.poll(() => server.count(PATH)).toBe(3);
  });

  test('ends with the attribute, and with the element', async ({ page, server }) => {
    site(server, '<newsprint-article src="api/articles/it.json" refresh="30"></newsprint-article>');
    await page.clock.install();
    await page.goto('site.html');
    const { element, headline } = paper(page);
    await expect(headline).toBeVisible();
    await page.clock.fastForward(31_000);
    await expect.poll(() => server.count(PATH)).toBe(2);
    await element.evaluate((node) => node.removeAttribute('refresh'));
    await page.clock.fastForward(31_000);
    await write(element, 'refresh', 30);
    await element.evaluate((node) => node.remove());
    await page.clock.fastForward(31_000);
    await page.evaluate(() => fetch('site.css').then((reply) => reply.text()));
    expect(server.count(PATH)).toBe(2);
  });

  test('that fails leaves the article, which is stale until one succeeds', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('not refreshed: server', 'status of 501');
    site(server, '<newsprint-article src="api/articles/it.json" refresh="30"></newsprint-article>');
    server.answer(PATH, { body: ITS_JSON }, { status: 501, body: '' }, { body: ITS_JSON });
    await page.clock.install();
    await page.goto('site.html');
    const { element, error, headline } = paper(page);
    await expect(headline).toBeVisible();
    expect(await isIn(element, 'stale')).toBe(false);
    await page.clock.fastForward(31_000);
    await expect.poll(() => isIn(element, 'stale')).toBe(true);
    expect(await isIn(element, 'ready')).toBe(true);
    await expect(headline).toHaveText('A small article');
    await expect(error).toHaveCount(0);
    await page.clock.fastForward(31_000);
    await expect.poll(() => isIn(element, 'stale')).toBe(false);
  });
});

test.describe('methods', () => {
  test('reload() loads again, and settles when it is shown', async ({ page, server }) => {
    site(server, IT);
    await page.goto('site.html');
    const { element, headline } = paper(page);
    await expect(headline).toHaveText('A small article');
    server.answer(PATH, { body: JSON.stringify(small([], { headline: 'Again' })) });
    const shown = await element.evaluate(async (node) => {
      const nothing = await /** @type {any} */ (node).reload();
      return [nothing, node.shadowRoot?.querySelector('.headline')?.textContent];
    });
    expect(shown).toEqual([undefined, 'Again']);
    expect(server.count(PATH)).toBe(2);
  });

  test('reload() settles when it fails, when there is nothing, and when removed', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint: not-found', 'status of 404');
    site(server, `${IT}<newsprint-article></newsprint-article>`);
    server.answer(PATH, { body: ITS_JSON }, { status: 404, body: '' });
    await page.goto('site.html');
    const { element, error, headline } = paper(page);
    await expect(headline).toBeVisible();
    const reload = (/** @type {Element} */ node) =>
      /** @type {any} */ (node).reload().then(() => 'settled');
    expect(await element.evaluate(reload)).toBe('settled');
    await expect(error).toBeVisible();
    expect(await paper(page, 1).element.evaluate(reload)).toBe('settled');
    const late = server.hold(PATH, { body: ITS_JSON });
    const removed = element.evaluate((node) => {
      const outcome = /** @type {any} */ (node).reload();
      node.remove();
      return outcome.then(() => 'settled');
    });
    expect(await removed).toBe('settled');
    late.release();
  });

  test('define() gives the element another name', async ({ page, server }) => {
    site(server, '<site-story src="api/articles/it.json"></site-story>', {
      script: `import { NewsprintArticle } from './newsprint.js';
        NewsprintArticle.define('site-story');
        NewsprintArticle.define('site-story');`,
    });
    await page.goto('site.html');
    await expect(page.locator('site-story .headline')).toHaveText('A small article');
    expect(await page.evaluate(() => Boolean(customElements.get('newsprint-article')))).toBe(true);
  });

  test('configure() says where the engine is', async ({ page, server }) => {
    site(server, '', {
      script: `import { NewsprintArticle } from './newsprint.js';
        NewsprintArticle.configure({ wasmUrl: 'elsewhere/engine.wasm' });
        const element = document.createElement('newsprint-article');
        element.src = 'api/articles/it.json';
        document.body.append(element);`,
    });
    const [engine] = await Promise.all([page.waitForRequest(/\.wasm$/), page.goto('site.html')]);
    expect(new URL(engine.url()).pathname).toBe(`${FOLDER}elsewhere/engine.wasm`);
  });
});

test.describe('slots', () => {
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
});

test.describe('style', () => {
  /** All of the contract's parts, with their pictures on this host. */
  const everything = (/** @type {string} */ origin) => {
    const file = new URL('../../contract/fixtures/valid/complete.json', import.meta.url);
    const article = JSON.parse(
      readFileSync(file, 'utf8').replace(/https:\/\/(news|video|weather)\.example/g, origin),
    );
    article.related ??= { items: [{ headline: 'Alike', url: '/alike' }] };
    return article;
  };
  const PARTS = [
    'header',
    'weather',
    'date',
    'kicker',
    'headline',
    'standfirst',
    'byline',
    'hero',
    'section',
    'heading',
    'paragraph',
    'figure',
    'caption',
    'quote',
    'table',
    'embed',
    'author-card',
    'latest',
    'related',
    'teaser',
  ];

  test('::part() reaches every part of an article', async ({ page, server, watch }) => {
    watch.expect('status of 404');
    const css = PARTS.map(
      (name, index) => `newsprint-article::part(${name}) { outline: ${index + 1}px solid }`,
    );
    site(server, IT, {
      article: everything(server.origin),
      css: css.join('\n'),
      policy: MEDIA_POLICY,
    });
    await page.goto('site.html');
    const { article, headline } = paper(page);
    await expect(headline).toBeVisible();
    for (const [index, name] of PARTS.entries()) {
      await expect(article.locator(`[part~="${name}"]`).first(), name).toHaveCSS(
        'outline-width',
        `${index + 1}px`,
      );
    }
  });

  test('::part() reaches the skeleton, the error and the retry button', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint: server', 'status of 503');
    const names = ['skeleton', 'error', 'retry'];
    const css = names.map((name) => `newsprint-article::part(${name}) { outline: 7px solid }`);
    site(server, IT, { css: css.join('\n') });
    const reply = server.hold(PATH, { status: 503, body: '' });
    await page.goto('site.html');
    const { error, retry, skeleton } = paper(page);
    await expect(skeleton).toHaveCSS('outline-width', '7px');
    reply.release();
    await expect(error).toHaveCSS('outline-width', '7px');
    await expect(retry).toHaveCSS('outline-width', '7px');
  });

  test('custom properties dress the article', async ({ page, server }) => {
    site(server, IT, {
      article: RICH,
      css: `newsprint-article {
        --newsprint-font-text: "Site Text"; --newsprint-font-heading: "Site Heading";
        --newsprint-font-size: 21px; --newsprint-measure: 333px; --newsprint-space: 44px;
        --newsprint-color-text: rgb(1, 0, 0); --newsprint-color-muted: rgb(2, 0, 0);
        --newsprint-color-background: rgb(3, 0, 0); --newsprint-color-accent: rgb(4, 0, 0);
        --newsprint-color-rule: rgb(5, 0, 0); }`,
    });
    await page.goto('site.html');
    const { article, frame, headline } = paper(page);
    await expect(headline).toBeVisible();
    const paragraph = article.locator('p[part=paragraph]');
    const body = article.locator('.body');
    await expect(paragraph).toHaveCSS('font-family', '"Site Text"');
    await expect(headline).toHaveCSS('font-family', '"Site Heading"');
    await expect(paragraph).toHaveCSS('font-size', '21px');
    await expect(body).toHaveCSS('max-width', '333px');
    await expect(article).toHaveCSS('padding-bottom', '44px');
    await expect(paragraph).toHaveCSS('color', 'rgb(1, 0, 0)');
    await expect(article.locator('.times')).toHaveCSS('color', 'rgb(2, 0, 0)');
    await expect(frame).toHaveCSS('background-color', 'rgb(3, 0, 0)');
    await expect(article.locator('.kicker')).toHaveCSS('color', 'rgb(4, 0, 0)');
    await expect(article.locator('.header')).toHaveCSS('border-bottom-color', 'rgb(5, 0, 0)');
  });

  test('states can be asked for by style sheets', async ({ page, server, watch }) => {
    watch.expect('newsprint: not-found', 'status of 404');
    site(server, IT, {
      css: `newsprint-article:state(loading) { border-top: 1px solid }
        newsprint-article:state(ready) { border-top: 2px solid }
        newsprint-article:state(error) { border-top: 3px solid }`,
    });
    server.answer(`${FOLDER}api/articles/none.json`, { status: 404, body: '' });
    const reply = server.hold(PATH, { body: ITS_JSON });
    await page.goto('site.html');
    const { element } = paper(page);
    await expect(element).toHaveCSS('border-top-width', '1px');
    reply.release();
    await expect(element).toHaveCSS('border-top-width', '2px');
    await write(element, 'src', 'api/articles/none.json');
    await expect(element).toHaveCSS('border-top-width', '3px');
    await element.evaluate((node) => node.removeAttribute('src'));
    await expect(element).toHaveCSS('border-top-width', '0px');
  });
});
