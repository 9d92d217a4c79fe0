// @ts-check
/** The element on pages that make it hard: `tests/hosts/pages`. */
import { readFileSync } from 'node:fs';

import { expect, overflow, painted, paper, small, test } from './fixtures.mjs';
import { DIST, FOLDER, POLICY } from './server.mjs';
import { scales, watchMemory } from './weight.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./server.mjs').Server} Server */
/** @typedef {import('./server.mjs').Answer} Answer */

const PAGES = '/hosts/pages/';
const ARTICLES = '/hosts/articles/';
const CORS = { 'access-control-allow-origin': '*' };
const WASM = /_bg\.wasm$/;

const TEASERS = { items: [{ headline: 'Later', standfirst: 'Soon', url: '/later' }] };
const RICH = small(
  [
    { type: 'paragraph', text: ['Some words, and ', { text: 'a link', href: '/there' }] },
    { type: 'heading', text: 'Below', level: 3 },
    { type: 'list', items: ['One', 'Two'] },
    { type: 'quote', text: 'So it is.', cite: 'One who knows' },
    {
      type: 'image',
      src: '/news/favicon.svg',
      alt: 'A sheet',
      width: 64,
      height: 64,
      caption: 'It',
    },
    { type: 'details', summary: 'More', blocks: [{ type: 'paragraph', text: 'Inside' }] },
  ],
  {
    header: { date: '2024-03-18', weather: { temperature: 10, condition: 'rain' } },
    kicker: 'Harbour',
    standfirst: 'In short',
    byline: { authors: [{ name: 'A. Writer', url: '/writer' }] },
    authorCards: [{ name: 'A. Writer', bio: 'Writes.' }],
    latest: TEASERS,
    related: TEASERS,
  },
);

/**
 * Serves the hosts' pages, and articles that say their names: `../articles/7.json` is 'Article 7'.
 * @param {Server} server
 * @param {Record<string, string>} [headers]
 */
function hosts(server, headers = {}) {
  for (const name of [
    'plain.html',
    'plain.css',
    'unset.html',
    'unset.css',
    'styled.html',
    'styled.css',
    'rtl.html',
    'thirty.html',
    'empty.html',
    'component.html',
    'component.js',
    'twice.html',
    'sandbox.html',
    'framed.html',
    'fallback.html',
  ]) {
    const body = readFileSync(new URL(`../hosts/pages/${name}`, import.meta.url));
    server.answer(`${PAGES}${name}`, { body, headers });
  }
  for (let number = 1; number <= 30; number++) {
    give(server, `${number}`, small([], { headline: `Article ${number}` }), headers);
  }
  give(server, 'rich', RICH, headers);
}

/**
 * Serves an article beside the pages.
 * @param {Server} server
 * @param {string} name
 * @param {object} article
 * @param {Record<string, string>} [headers]
 */
const give = (server, name, article, headers = {}) =>
  server.answer(`${ARTICLES}${name}.json`, { body: JSON.stringify(article), headers });

/** The text of a file of the bundle. @param {string} name */
const bundled = (name) => readFileSync(DIST + name, 'utf8');

/**
 * Notes the events of all elements from the start.
 * @param {Page} page
 */
async function listen(page) {
  await page.addInitScript(() => {
    /** @type {object[]} */
    const heard = [];
    Object.assign(globalThis, { heard });
    for (const type of ['load', 'error']) {
      addEventListener(
        `newsprint-${type}`,
        (event) => heard.push({ type, detail: /** @type {CustomEvent} */ (event).detail }),
        true,
      );
    }
  });
  /** @returns {Promise<any[]>} */
  return () => page.evaluate(() => /** @type {any} */ (globalThis).heard);
}

/** What says where in the page something is, not how it looks. */
const PLACES = /^(top|bottom|inset-block-(start|end))$/;

/** How the article looks, down to the last property. @param {Page} page */
const looks = (page) =>
  paper(page).frame.evaluate((frame) => {
    const entries = [...frame.querySelectorAll('*')].map((node, index) => {
      const style = getComputedStyle(node);
      const name = `${index} ${node.localName}.${node.getAttribute('class') ?? ''}`;
      return [
        name,
        Object.fromEntries([...style].map((key) => [key, style.getPropertyValue(key)])),
      ];
    });
    return /** @type {Record<string, Record<string, string>>} */ (Object.fromEntries(entries));
  });

test.describe('styles of the page', () => {
  for (const name of ['unset', 'styled']) {
    test(`that are ${name} change nothing of an article`, async ({ page, server }) => {
      hosts(server);
      const { article, element, headline } = paper(page);
      await page.goto(`${PAGES}plain.html`);
      await expect(headline).toBeVisible();
      await expect(article.locator('img')).toHaveJSProperty('complete', true);
      const usual = await looks(page);
      await page.goto(`${PAGES}${name}.html`);
      await expect(headline).toBeVisible();
      await expect(article.locator('img')).toHaveJSProperty('complete', true);
      const here = await looks(page);

      expect(Object.keys(here)).toEqual(Object.keys(usual));
      expect(Object.keys(usual).length).toBeGreaterThan(50);
      /** @type {string[]} */
      const changed = [];
      for (const [node, style] of Object.entries(usual)) {
        for (const [property, value] of Object.entries(style)) {
          const other = here[node][property];
          if (PLACES.test(property) || other === value) continue;
          changed.push(`${node} ${property}: ${value} became ${other}`);
        }
      }
      expect(changed).toEqual([]);

      await expect(element.getByRole('link', { name: 'In other words' })).toBeHidden();
      await expect(paper(page, 1).headline).toHaveCount(1);
      await expect(paper(page, 1).headline, 'of a hidden element').toBeHidden();
      expect(await overflow(page)).toBe(0);
    });
  }

  test('are what they were when an article is there', async ({ page, server }) => {
    hosts(server);
    // At first there is none.
    server.answer(/\/newsprint\.js$/, { body: '' }, {});
    const outside = page.getByRole('heading', { name: 'Of the page' });
    const look = () =>
      outside.evaluate((node) => {
        const style = getComputedStyle(node);
        return Object.fromEntries([...style].map((key) => [key, style.getPropertyValue(key)]));
      });
    await page.goto(`${PAGES}styled.html`);
    const before = await look();
    await page.reload();
    await expect(paper(page).headline).toBeVisible();
    expect(await look()).toEqual(before);
    expect(before.color).toBe('rgb(7, 8, 9)');
  });
});

test.describe('a page from right to left', () => {
  test('has each article in its own direction, and all else in that of the page', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint: not-found', 'status of 404');
    hosts(server);
    const more = { latest: TEASERS };
    const paragraph = [{ type: 'paragraph', text: 'Text' }];
    give(server, 'english', small(paragraph, more));
    give(server, 'arabic', small(paragraph, { ...more, lang: 'ar', headline: 'مقال' }));
    give(server, 'unnamed', small(paragraph, { ...more, lang: null }));
    await page.goto(`${PAGES}rtl.html`);
    for (const [index, direction] of ['ltr', 'rtl', 'rtl'].entries()) {
      const { article, headline } = paper(page, index);
      await expect(headline).toBeVisible();
      await expect(article).toHaveCSS('direction', direction);
      const body = await article.locator('.body').boundingBox();
      const rail = await article.locator('.rail').boundingBox();
      const isRailLast = Number(body?.x) < Number(rail?.x);
      expect(isRailLast, `the lists of article ${index} stand at its end`).toBe(
        direction === 'ltr',
      );
    }
    const { error } = paper(page, 3);
    await expect(error).toContainText(/\p{Script=Arabic}/u);
    await expect(error).toHaveCSS('direction', 'rtl');
    expect(await overflow(page)).toBe(0);
  });
});

test.describe('thirty elements', () => {
  test('ask for what is needed, once, and the lazy half for nothing until near', async ({
    page,
    server,
  }) => {
    hosts(server);
    // Higher than the window, so that few are near at a time.
    const words = Array(40).fill({ type: 'paragraph', text: 'A paragraph of its own.' });
    for (let number = 16; number <= 30; number++) {
      give(server, `${number}`, small(words, { headline: `Article ${number}` }));
    }
    await page.goto(`${PAGES}thirty.html`);
    for (let index = 0; index < 15; index++) {
      await expect(paper(page, index).headline).toHaveText(`Article ${index + 1}`);
    }
    await painted(page);
    const asked = (/** @type {number} */ number) => server.count(`${ARTICLES}${number}.json`);
    const all = () => Array.from({ length: 30 }, (_, index) => asked(index + 1));
    // The articles are short, so that the first lazy ones may have come near.
    await expect(paper(page, 29).skeleton).toBeVisible();
    expect(all().slice(0, 15)).toEqual(Array(15).fill(1));
    expect(asked(25), 'one far away').toBe(0);
    expect(asked(30), 'the last').toBe(0);
    expect(server.count(/\/news\/newsprint/), 'shell, style, glue and engine').toBe(4);

    const before = all().reduce((sum, count) => sum + count);
    await paper(page, 29).element.evaluate((node) => node.scrollIntoView({ block: 'end' }));
    await expect(paper(page, 29).headline).toHaveText('Article 30');
    await painted(page);
    const after = all().reduce((sum, count) => sum + count);
    expect(after - before, 'those near the last').toBeLessThan(5);
    expect(Math.max(...all()), 'none is asked for twice').toBe(1);
    expect(server.count(/\/news\/newsprint/)).toBe(4);
  });
});

test.describe('from script', () => {
  /**
   * An empty page, the module loaded, with one article that is shown.
   * @param {Page} page
   * @param {Server} server
   */
  async function withOne(page, server) {
    hosts(server);
    await page.goto(`${PAGES}empty.html`);
    await page.evaluate(() => {
      const element = document.createElement('newsprint-article');
      element.setAttribute('src', '../articles/1.json');
      document.querySelector('main')?.append(element);
    });
    const parts = paper(page);
    await expect(parts.headline).toHaveText('Article 1');
    return parts;
  }

  test('an element is made in every way there is', async ({ page, server }) => {
    hosts(server);
    await page.goto(`${PAGES}empty.html`);
    await page.waitForFunction(() => customElements.get('newsprint-article'));
    await page.evaluate(() => {
      const main = /** @type {HTMLElement} */ (document.querySelector('main'));
      const Article = /** @type {any} */ (customElements.get('newsprint-article'));
      const made = new Article();
      made.src = '../articles/1.json';
      const named = document.createElement('newsprint-article');
      named.setAttribute('src', '../articles/2.json');
      const template = document.createElement('template');
      const inside = template.content.ownerDocument.createElement('newsprint-article');
      inside.setAttribute('src', '../articles/3.json');
      template.content.append(inside);
      const late = document.createElement('newsprint-article');
      main.append(made, named, document.importNode(template.content, true), late);
      late.setAttribute('src', '../articles/4.json');
    });
    for (let index = 0; index < 4; index++) {
      await expect(paper(page, index).headline).toHaveText(`Article ${index + 1}`);
    }
  });

  test('one that is never put into the page asks for nothing', async ({ page, server }) => {
    await withOne(page, server);
    await page.evaluate(async () => {
      const element = document.createElement('newsprint-article');
      element.setAttribute('src', '../articles/2.json');
      Object.assign(element, { article: null, theme: 'dark' });
      await fetch('../articles/3.json');
    });
    expect(server.count(`${ARTICLES}2.json`)).toBe(0);
  });

  test('one that is moved keeps its article, also into a shadow root', async ({ page, server }) => {
    const { element, headline } = await withOne(page, server);
    const kept = await element.evaluate(async (node) => {
      const article = node.shadowRoot?.querySelector('article');
      const aside = /** @type {HTMLElement} */ (document.querySelector('aside'));
      aside.append(node);
      await new Promise(requestAnimationFrame);
      const afterMove = node.shadowRoot?.querySelector('article') === article;
      aside.attachShadow({ mode: 'open' }).append(node);
      await new Promise(requestAnimationFrame);
      return [afterMove, node.shadowRoot?.querySelector('article') === article];
    });
    expect(kept).toEqual([true, true]);
    await expect(headline).toHaveText('Article 1');
    expect(server.count(`${ARTICLES}1.json`)).toBe(1);
  });

  test('one that is removed and put back, again and again, is shown once', async ({
    page,
    server,
  }) => {
    const heard = await listen(page);
    hosts(server);
    await page.goto(`${PAGES}empty.html`);
    await page.evaluate(async () => {
      const main = /** @type {HTMLElement} */ (document.querySelector('main'));
      const element = document.createElement('newsprint-article');
      element.setAttribute('src', '../articles/1.json');
      for (let times = 0; times < 10; times++) {
        main.append(element);
        await new Promise((resolve) => setTimeout(resolve));
        element.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
      main.append(element);
    });
    const { article, headline } = paper(page);
    await expect(headline).toHaveText('Article 1');
    await expect(article).toHaveCount(1);
    const shown = (await heard()).length;
    await paper(page).element.evaluate((node) => {
      node.remove();
      document.querySelector('aside')?.append(node);
    });
    await expect(headline).toHaveText('Article 1');
    expect((await heard()).length, 'a move brings no event').toBe(shown);
    expect((await heard()).filter(({ type }) => type === 'error')).toEqual([]);
  });

  test('one that was removed is empty, and comes back whole', async ({ page, server }) => {
    const { element, headline } = await withOne(page, server);
    const left = await element.evaluate(async (node) => {
      node.remove();
      Object.assign(globalThis, { node });
      await new Promise(requestAnimationFrame);
      return [
        node.shadowRoot?.querySelectorAll('article').length,
        /** @type {any} */ (node).article,
      ];
    });
    expect(left).toEqual([0, null]);
    await page.evaluate(() => {
      document.querySelector('aside')?.append(/** @type {any} */ (globalThis).node);
    });
    await expect(headline).toHaveText('Article 1');
  });

  test('a copy is an element of its own', async ({ page, server }) => {
    const { element, headline } = await withOne(page, server);
    await element.evaluate((node) => node.after(node.cloneNode(true)));
    const copy = paper(page, 1);
    await expect(copy.headline).toHaveText('Article 1');
    await copy.element.evaluate((node) => node.setAttribute('src', '../articles/2.json'));
    await expect(copy.headline).toHaveText('Article 2');
    await expect(headline).toHaveText('Article 1');
  });

  test('ten changes of src in one go load the last', async ({ page, server }) => {
    const heard = await listen(page);
    const { element, headline } = await withOne(page, server);
    await element.evaluate((node) => {
      for (let number = 2; number <= 11; number++) {
        node.setAttribute('src', `../articles/${number}.json`);
      }
    });
    await expect(headline).toHaveText('Article 11');
    expect(server.count(/\/articles\/([2-9]|10)\.json$/), 'those in between').toBe(0);
    expect((await heard()).map(({ detail }) => detail.article.headline)).toEqual([
      'Article 1',
      'Article 11',
    ]);
  });

  for (const when of ['before', 'after']) {
    test(`of ten quick changes of src ${when} the engine is there the last is shown`, async ({
      page,
      server,
    }) => {
      const heard = await listen(page);
      hosts(server);
      await page.goto(`${PAGES}empty.html`);
      const engine = when === 'before' ? server.hold(WASM) : undefined;
      const slow = server.hold(/\/articles\/([2-9]|10)\.json$/, { body: JSON.stringify(small()) });
      await page.evaluate(() => {
        const element = document.createElement('newsprint-article');
        element.setAttribute('src', '../articles/1.json');
        document.querySelector('main')?.append(element);
      });
      const { element, headline } = paper(page);
      if (!engine) await expect(headline).toHaveText('Article 1');
      await element.evaluate(async (node) => {
        for (let number = 2; number <= 11; number++) {
          node.setAttribute('src', `../articles/${number}.json`);
          await new Promise((resolve) => setTimeout(resolve));
        }
      });
      engine?.release();
      await expect(headline).toHaveText('Article 11');
      slow.release();
      // The late replies have come, or their requests have ended, when another comes that way.
      await page.evaluate(() => fetch('../articles/12.json').then((reply) => reply.text()));
      await painted(page);
      await expect(headline).toHaveText('Article 11');
      const told = (await heard()).map(({ type, detail }) => [type, detail.article?.headline]);
      expect(told).toEqual(
        engine
          ? [['load', 'Article 11']]
          : [
              ['load', 'Article 1'],
              ['load', 'Article 11'],
            ],
      );
    });
  }
});

test.describe("inside another component's shadow root", () => {
  test('it works, in the language around the component', async ({ page, server, watch }) => {
    watch.expect('newsprint: not-found', 'status of 404');
    hosts(server);
    const header = { date: '2024-03-18' };
    give(server, 'unnamed', small([], { lang: null, header }));
    await page.goto(`${PAGES}component.html`);
    await expect(paper(page).headline).toBeVisible();
    await expect(paper(page).article.locator('.date')).toHaveText('Montag, 18. März 2024');
    await expect(paper(page, 1).error).toContainText('Artikel');
  });
});

test.describe('two copies of the module', () => {
  test('of one version share the element without a word', async ({ page, server }) => {
    hosts(server);
    server.answer(`${FOLDER}copy.js`, { body: bundled('newsprint.js') });
    await page.goto(`${PAGES}twice.html`);
    await expect(paper(page, 0).headline).toHaveText('Article 1');
    await expect(paper(page, 1).headline).toHaveText('Article 2');
    expect(server.count(`${FOLDER}copy.js`)).toBe(1);
    expect(server.count(WASM)).toBe(1);
    expect(server.count(/\/articles\/[12]\.json$/)).toBe(2);
  });

  test('of two versions warn once, and the first stays', async ({ page, server, watch }) => {
    watch.expect(/warning: newsprint 99\.0\.0: <newsprint-article> is defined already, by version/);
    hosts(server);
    const text = bundled('newsprint.js');
    const [quoted, version] = /"(\d+\.\d+\.\d+)"/.exec(text) ?? [''];
    const other = text.replace(quoted, '"99.0.0"');
    expect(other).not.toBe(text);
    server.answer(`${FOLDER}copy.js`, { body: other });
    /** @type {string[]} */
    const warnings = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    await page.goto(`${PAGES}twice.html`);
    await expect(paper(page, 0).headline).toHaveText('Article 1');
    await expect(paper(page, 1).headline).toHaveText('Article 2');
    // A third of that version, and one more that stays silent.
    await page.evaluate(() => import(`${'/news/copy.js'}?again`));
    server.answer(`${FOLDER}more.js`, { body: other.replace('99.0.0', '99.0.1') });
    await page.evaluate(() => import(`${'/news/more.js'}`));
    expect(
      await page.evaluate(
        () => /** @type {any} */ (customElements.get('newsprint-article')).version,
      ),
    ).toBe(version);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`version ${version}, which stays`);
    expect(server.count(WASM)).toBe(1);
  });
});

test.describe('in a sandboxed frame of an opaque origin', () => {
  test('it works, where every reply may be read by all', async ({ page, server }) => {
    server.answer(/^\/news\//, { headers: CORS });
    hosts(server, CORS);
    const sandbox = readFileSync(new URL('../hosts/pages/sandbox.html', import.meta.url));
    const headers = { 'content-security-policy': `${POLICY}; frame-src 'self'` };
    server.answer(`${PAGES}sandbox.html`, { body: sandbox, headers });
    await page.goto(`${PAGES}sandbox.html`);
    const frame = page.frameLocator('iframe');
    const headline = frame.locator('newsprint-article .headline');
    await expect(headline).toHaveText('Article 1');
    expect(await frame.locator('body').evaluate(() => globalThis.origin)).toBe('null');
  });
});

test.describe('adding and removing', () => {
  /**
   * An empty page, and a look at what it holds on to.
   * @param {Page} page
   * @param {Server} server
   */
  async function weigh(page, server) {
    hosts(server);
    await watchMemory(page);
    await page.goto(`${PAGES}empty.html`);
    await page.waitForFunction(() => customElements.get('newsprint-article'));
    return scales(page);
  }

  /** @type {[string, (page: Page, times: number) => Promise<void>][]} */
  const WAYS = [
    [
      'when the article is shown',
      (page, times) =>
        page.evaluate(async (count) => {
          for (let time = 0; time < count; time++) {
            const element = document.createElement('newsprint-article');
            element.setAttribute('src', '../articles/rich.json');
            const shown = new Promise((resolve) =>
              element.addEventListener('newsprint-load', resolve),
            );
            document.querySelector('main')?.append(element);
            await shown;
            element.remove();
          }
        }, times),
    ],
    [
      'while the article is on its way',
      (page, times) =>
        page.evaluate(async (count) => {
          for (let time = 0; time < count; time++) {
            const element = document.createElement('newsprint-article');
            element.setAttribute('src', '../articles/rich.json');
            element.setAttribute('refresh', '60');
            document.querySelector('main')?.append(element);
            await new Promise((resolve) => setTimeout(resolve));
            element.remove();
          }
        }, times),
    ],
    [
      'before a lazy one came near',
      (page, times) =>
        page.evaluate(async (count) => {
          const main = /** @type {HTMLElement} */ (document.querySelector('main'));
          const spacer = main.querySelector('div') ?? document.createElement('div');
          Object.assign(spacer.style, { height: '9000px' });
          main.append(spacer);
          for (let time = 0; time < count; time++) {
            const element = document.createElement('newsprint-article');
            element.setAttribute('src', '../articles/rich.json');
            element.setAttribute('loading', 'lazy');
            main.append(element);
            await new Promise(requestAnimationFrame);
            element.remove();
          }
        }, times),
    ],
    [
      'after a teaser was followed in place',
      (page, times) =>
        page.evaluate(async (count) => {
          for (let time = 0; time < count; time++) {
            const element = document.createElement('newsprint-article');
            element.setAttribute('src', '../articles/leading.json');
            element.setAttribute('navigation', 'in-place');
            const shown = () =>
              new Promise((resolve) => {
                element.addEventListener('newsprint-load', resolve, { once: true });
              });
            const first = shown();
            document.querySelector('main')?.append(element);
            await first;
            const second = shown();
            /** @type {any} */ (element.shadowRoot?.querySelector('.teaser a'))?.click();
            await second;
            element.remove();
          }
        }, times),
    ],
  ];

  for (const [when, churn] of WAYS) {
    test(`200 times ${when} leaves nothing behind`, async ({ page, server }) => {
      test.slow();
      const weight = await weigh(page, server);
      const items = [{ headline: 'On', url: 'empty.html', article: 'rich.json' }];
      give(server, 'leading', small([], { latest: { items } }));
      // What is made once for all is made first; an article keeps the engine in use.
      await WAYS[0][1](page, 5);
      await churn(page, 20);
      await painted(page);
      const before = await weight();
      expect(before.memory).toMatch(/^\d+$/);
      await churn(page, 200);
      await painted(page);
      // The browser sweeps up in its own time.
      await expect
        .poll(async () => (await weight()).nodes - before.nodes, 'nodes')
        .toBeLessThan(60);
      const after = await weight();
      expect(after.listeners - before.listeners, 'listeners').toBeLessThan(10);
      // How much is to be done at a time is up to the browser: that may take a page (64 KiB) more.
      const grown = Number(after.memory) - Number(before.memory);
      expect(grown, 'memory of the engine').toBeLessThanOrEqual(65_536);
    });
  }

  test('many articles at once share one engine', async ({ page, server }) => {
    const weight = await weigh(page, server);
    await page.evaluate(() => {
      for (let number = 1; number <= 30; number++) {
        const element = document.createElement('newsprint-article');
        element.setAttribute('src', `../articles/${number}.json`);
        document.querySelector('main')?.append(element);
      }
    });
    await expect(page.locator('newsprint-article .headline')).toHaveCount(30);
    expect((await weight()).memory).toMatch(/^\d+$/);
    expect(server.count(WASM)).toBe(1);
  });
});

test.describe('without an engine', () => {
  /**
   * Every element keeps its fallback and says why.
   * @param {Page} page
   * @param {() => Promise<any[]>} heard
   * @param {(string | RegExp)[]} words of the message
   */
  async function keepsFallbacks(page, heard, words) {
    for (let index = 0; index < 3; index++) {
      const { element, error, frame, headline } = paper(page, index);
      await expect(frame).toHaveAttribute('data-state', 'error');
      await expect(element.getByText(`In other words, ${index + 1}`)).toBeVisible();
      await expect(error).toContainText('can’t be shown just now');
      await expect(headline).toHaveCount(0);
    }
    const events = await heard();
    expect(events).toHaveLength(3);
    for (const { type, detail } of events) {
      expect(type).toBe('error');
      expect(detail).toMatchObject({ kind: 'engine', retryable: false });
      for (const word of words) expect(detail.message).toMatch(word);
    }
  }

  test("a policy without 'wasm-unsafe-eval' is named, with what to add", async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint', /Content Security Policy/, /violation: script-src wasm-eval/);
    const policy = POLICY.replace(" 'wasm-unsafe-eval'", '');
    expect(policy).not.toBe(POLICY);
    hosts(server, { 'content-security-policy': policy });
    const heard = await listen(page);
    await page.goto(`${PAGES}fallback.html`);
    await keepsFallbacks(page, heard, [/'wasm-unsafe-eval' to script-src/]);
  });

  test('a policy that forbids its files is named, with what to add', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint', /Content Security Policy/, /violation: connect-src/);
    const policy = POLICY.replace("connect-src 'self'", "connect-src 'none'");
    hosts(server, { 'content-security-policy': policy });
    const heard = await listen(page);
    await page.goto(`${PAGES}fallback.html`);
    await keepsFallbacks(page, heard, [/policy/, /connect-src/]);
  });

  /** @type {[string, RegExp, () => Answer][]} */
  const DAMAGES = [
    ['missing', WASM, () => ({ status: 404, body: '' })],
    ['damaged', WASM, () => ({ body: 'This is no program' })],
    [
      'cut in half',
      WASM,
      () => {
        const [name] = bundled('newsprint.js').match(/newsprint-\w+_bg\.wasm/) ?? [];
        const whole = readFileSync(`${DIST}${name}`);
        return { body: whole.subarray(0, whole.length / 2) };
      },
    ],
    ['without its glue', /\/newsprint-\w+\.js$/, () => ({ status: 404, body: '' })],
    ['with damaged glue', /\/newsprint-\w+\.js$/, () => ({ body: 'export {{' })],
  ];

  for (const [what, path, answer] of DAMAGES) {
    test(`that is ${what} every element keeps its fallback`, async ({ page, server, watch }) => {
      watch.expect('newsprint');
      if (answer().status === 404) watch.expect('status of 404');
      hosts(server);
      server.answer(path, answer());
      const heard = await listen(page);
      await page.goto(`${PAGES}fallback.html`);
      await keepsFallbacks(page, heard, [/engine did not start/, /files beside newsprint\.js/]);
    });
  }

  test('that is missing, no policy is blamed that forbade something else', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint', 'status of 404', /violation: style-src/, /Content Security Policy/);
    hosts(server);
    server.answer(WASM, { status: 404, body: '' });
    const heard = await listen(page);
    await page.goto(`${PAGES}empty.html`);
    await page.waitForFunction(() => customElements.get('newsprint-article'));
    await page.evaluate(() => {
      const told = new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', resolve);
      });
      document.body.setAttribute('style', 'color: red');
      return told.then(() => {
        const element = document.createElement('newsprint-article');
        element.setAttribute('src', '../articles/1.json');
        document.querySelector('main')?.append(element);
      });
    });
    await expect(paper(page).error).toBeVisible();
    const [{ detail }, ...more] = await heard();
    expect(more).toEqual([]);
    expect(detail.kind).toBe('engine');
    expect(detail.message).toContain('files beside newsprint.js');
    expect(detail.message).not.toContain('style-src');
  });

  test('that comes under another type works all the same', async ({ page, server }) => {
    hosts(server);
    server.answer(WASM, { headers: { 'content-type': 'application/octet-stream' } });
    await page.goto(`${PAGES}fallback.html`);
    for (let index = 0; index < 3; index++) {
      await expect(paper(page, index).headline).toHaveText(`Article ${index + 1}`);
    }
  });
});
