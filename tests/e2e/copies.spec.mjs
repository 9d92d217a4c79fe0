// @ts-check
/** The copies of articles: what is kept, for how long, and what a reader has of them. */
import { box, expect, painted, paper, small, test, watchShifts } from './support/fixtures.mjs';
import {
  ARTICLES,
  element,
  give,
  listen,
  paragraphs,
  path,
  blankPage,
} from './support/blank-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('./support/server.mjs').Server} Server */

/** @param {string} headline @param {object} [more] */
const named = (headline, more = {}) => small(paragraphs(2), { headline, ...more });

/** Of which articles there is a copy, the oldest first. @param {Page} page */
const copies = (page) =>
  page.evaluate(async () => {
    if (!(await caches.has('newsprint'))) return [];
    const keys = await (await caches.open('newsprint')).keys();
    return keys.map(({ url }) => String(/(\w+)\.json$/.exec(url)?.[1]));
  });

/**
 * Shows an article, waits for its copy, and opens the page again while the backend fails.
 * @param {Page} page
 * @param {Server} server
 * @param {object} article
 */
async function openWithoutBackend(page, server, article) {
  give(server, 'it', article);
  await page.goto(blankPage(server, element('it')));
  await expect.poll(() => copies(page)).toEqual(['it']);
  server.answer(path('it'), { status: 503, body: '' });
  await page.reload();
  return paper(page);
}

/**
 * Shows one article after the other in one element, and waits for each copy.
 * @param {Page} page
 * @param {string[]} names
 */
const visit = (page, names) =>
  page.evaluate(
    async ([folder, ...all]) => {
      const node = /** @type {HTMLElement} */ (document.querySelector('newsprint-article'));
      for (const name of all) {
        const src = `${folder}${name}.json`;
        const shown = new Promise((resolve) => {
          node.addEventListener('newsprint-load', resolve, { once: true });
        });
        node.setAttribute('src', src);
        await shown;
        // Until it is put away.
        for (let tries = 0; tries < 500; tries++) {
          if (await (await caches.open('newsprint')).match(src, { ignoreVary: true })) break;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }
    },
    [ARTICLES, ...names],
  );

test.describe('room for copies', () => {
  test('is there for fifty, and the oldest go first', async ({ page, server }) => {
    test.slow();
    const names = Array.from({ length: 52 }, (_, index) => `a${index + 1}`);
    for (const name of names) give(server, name, named(name));
    await page.goto(blankPage(server, '<newsprint-article></newsprint-article>'));
    await visit(page, names.slice(0, 50));
    await expect.poll(() => copies(page)).toEqual(names.slice(0, 50));

    // One that has changed is the newest again.
    give(server, 'a1', named('a1, changed'));
    await visit(page, ['a1']);
    await expect(paper(page).headline).toHaveText('a1, changed');
    await expect.poll(() => copies(page)).toEqual([...names.slice(1, 50), 'a1']);

    await visit(page, names.slice(50));
    await expect.poll(() => copies(page)).toEqual([...names.slice(3, 50), 'a1', 'a51', 'a52']);
  });

  test('is there for twenty megabytes, and the oldest go first', async ({ page, server }) => {
    test.slow();
    const more = 'x'.repeat(9e6);
    for (const name of ['b1', 'b2', 'b3']) give(server, name, named(name, { more }));
    give(server, 'little', named('little'));
    await page.goto(blankPage(server, '<newsprint-article></newsprint-article>'));
    await visit(page, ['little', 'b1', 'b2']);
    await expect.poll(() => copies(page)).toEqual(['little', 'b1', 'b2']);
    await visit(page, ['b3']);
    await expect.poll(() => copies(page)).toEqual(['b2', 'b3']);
    await visit(page, ['little']);
    await expect.poll(() => copies(page)).toEqual(['b2', 'b3', 'little']);
  });

  test('is not taken by what a backend wants to be forgotten', async ({ page, server }) => {
    give(server, 'it', named('It'));
    const body = blankPage(server, element('it'));
    await page.goto(body);
    await expect.poll(() => copies(page)).toEqual(['it']);
    give(server, 'it', named('It, secretly'), { 'cache-control': 'private, no-store' });
    await page.reload();
    await expect(paper(page).headline).toHaveText('It, secretly');
    await expect.poll(() => copies(page)).toEqual([]);
    await page.reload();
    await expect(paper(page).headline).toHaveText('It, secretly');
    await expect.poll(() => copies(page)).toEqual([]);
  });

  for (const status of [401, 403, 404, 410, 451]) {
    test(`is given up when an article is taken down with ${status}`, async ({
      page,
      server,
      watch,
    }) => {
      watch.expect(`status of ${status}`, /newsprint: (forbidden|not-found|gone)/);
      give(server, 'it', named('It'));
      await page.goto(blankPage(server, element('it', '', 'In other words')));
      await expect.poll(() => copies(page)).toEqual(['it']);
      const reply = server.hold(path('it'), { status, body: '' });
      await page.reload();
      await expect(paper(page).headline).toHaveText('It');
      reply.release();
      await expect(paper(page).error).toBeVisible();
      await expect(paper(page).article).toHaveCount(0);
      await expect(page.getByText('In other words')).toBeVisible();
      await expect.poll(() => copies(page)).toEqual([]);
    });
  }

  test('is not given up for an error that may pass', async ({ page, server, watch }) => {
    watch.expect('status of 503', 'not refreshed: server');
    const { element: it } = await openWithoutBackend(page, server, named('It'));
    await expect(it.locator('.saved-copy')).toContainText('Saved copy from');
    expect(await copies(page)).toEqual(['it']);
  });

  test('is told by a line that can be closed', async ({ page, server, watch }) => {
    watch.expect('status of 503', 'not refreshed: server');
    const { element: it, frame } = await openWithoutBackend(page, server, named('It'));
    const line = it.locator('.saved-copy span');
    await expect(line).toBeVisible();
    await it.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(line).toBeHidden();
    await expect(frame).toBeFocused();
  });
});

/** How storage can fail. @type {[string, () => void][]} */
const STORAGES = [
  [
    'is not there',
    () => Object.defineProperty(globalThis, 'caches', { configurable: true, value: undefined }),
  ],
  [
    'can’t be opened',
    () => {
      CacheStorage.prototype.open = () => Promise.reject(new DOMException('', 'SecurityError'));
    },
  ],
  [
    'throws at once',
    () => {
      CacheStorage.prototype.open = () => {
        throw new DOMException('', 'SecurityError');
      };
    },
  ],
  [
    'is full',
    () => {
      Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    },
  ],
  [
    'can’t be searched',
    () => {
      Cache.prototype.match = () => Promise.reject(new DOMException('', 'UnknownError'));
    },
  ],
  [
    'can’t be counted',
    () => {
      Cache.prototype.keys = () => Promise.reject(new DOMException('', 'UnknownError'));
    },
  ],
  [
    'can’t forget',
    () => {
      Cache.prototype.delete = () => Promise.reject(new DOMException('', 'UnknownError'));
    },
  ],
  [
    'has copies that break off',
    () => {
      const { match } = Cache.prototype;
      Cache.prototype.match = async function (...parts) {
        const copy = await match.apply(this, parts);
        if (!copy) return copy;
        const body = new ReadableStream({ pull: (it) => it.error(new Error('broken')) });
        return new Response(body, { headers: copy.headers });
      };
    },
  ],
  [
    'has copies that are no articles',
    () => {
      const { match } = Cache.prototype;
      Cache.prototype.match = async function (...parts) {
        const copy = await match.apply(this, parts);
        return copy && new Response('<!doctype html>', { headers: copy.headers });
      };
    },
  ],
];

for (const [what, breakIt] of STORAGES) {
  test(`storage that ${what} keeps no article away`, async ({ page, server, watch }) => {
    watch.expect('status of 404', 'newsprint: not-found');
    await page.addInitScript(breakIt);
    give(server, 'it', named('It'));
    const heard = await listen(page);
    await page.goto(blankPage(server, element('it')));
    const { element: it, error, headline } = paper(page);
    await expect(headline).toHaveText('It');
    // The first visit has put its copy away, or could not.
    await page.evaluate(() => /** @type {any} */ (globalThis).caches?.keys());
    await page.reload();
    await expect(headline).toHaveText('It');
    await it.evaluate((node) => /** @type {any} */ (node).reload());
    await expect(headline).toHaveText('It');
    expect(await heard('error')).toEqual([]);
    server.answer(path('none'), { status: 404, body: '' });
    await it.evaluate((node, src) => node.setAttribute('src', src), path('none'));
    await expect(error).toBeVisible();
  });
}

test.describe('the next visit', () => {
  test('begins with the copy, before the backend has answered', async ({ page, server }) => {
    give(server, 'it', named('It'));
    const heard = await listen(page);
    await page.goto(blankPage(server, element('it')));
    await expect.poll(() => copies(page)).toEqual(['it']);
    expect(await heard()).toMatchObject([{ type: 'load', source: 'network' }]);

    const reply = server.hold(path('it'), { body: JSON.stringify(named('It, newer')) });
    await page.reload();
    const { headline } = paper(page);
    await expect(headline).toHaveText('It');
    await expect.poll(() => server.count(path('it'))).toBe(2);
    expect(await heard()).toMatchObject([{ type: 'load', source: 'cache' }]);
    await expect(paper(page).element.locator('.saved-copy')).toBeEmpty();

    reply.release();
    await expect(headline).toHaveText('It, newer');
    expect(await heard()).toMatchObject([{ type: 'load', source: 'cache' }, { type: 'update' }]);
    expect(server.count(path('it'))).toBe(2);
  });

  test('is over for reload() only when the backend has answered', async ({ page, server }) => {
    give(server, 'it', named('It'));
    await page.goto(blankPage(server, element('it')));
    await expect.poll(() => copies(page)).toEqual(['it']);
    const { element: it, headline } = paper(page);
    const reply = server.hold(path('it'), { body: JSON.stringify(named('It, newer')) });
    await it.evaluate((node) => {
      Object.assign(globalThis, { settled: '' });
      /** @type {any} */ (node).reload().then(() => {
        const words = node.shadowRoot?.querySelector('.headline')?.textContent;
        Object.assign(globalThis, { settled: words });
      });
    });
    const settled = () => page.evaluate(() => /** @type {any} */ (globalThis).settled);
    await expect.poll(() => server.count(path('it'))).toBe(2);
    await expect(headline).toHaveText('It');
    await painted(page);
    expect(await settled()).toBe('');
    reply.release();
    await expect.poll(settled).toBe('It, newer');
  });

  test('resolves what a copy names where the article came from', async ({ page, server }) => {
    const article = named('It', {
      related: 'list.json',
      sections: [
        {
          blocks: [
            { type: 'paragraph', text: [{ text: 'A link', href: 'there.html' }] },
            { type: 'image', src: 'picture.svg', alt: 'A picture', width: 10, height: 10 },
          ],
        },
      ],
    });
    const moved = { status: 302, headers: { location: '/news/deep/down/it.json' }, body: '' };
    server.answer(path('it'), moved);
    server.answer('/news/deep/down/it.json', { body: JSON.stringify(article) });
    server.answer('/news/deep/down/picture.svg', {
      body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const items = [{ headline: 'Listed', url: 'listed.html' }];
    server.answer('/news/deep/down/list.json', { body: JSON.stringify({ items }) });
    await page.goto(blankPage(server, element('it')));
    await expect.poll(() => copies(page)).toEqual(['it']);
    const reply = server.hold(path('it'), moved);
    await page.reload();
    const { article: shown } = paper(page);
    const where = `${server.url}deep/down/`;
    await expect(shown.getByRole('link', { name: 'A link' })).toHaveAttribute(
      'href',
      `${where}there.html`,
    );
    await expect(shown.getByRole('img', { name: 'A picture' })).toHaveAttribute(
      'src',
      `${where}picture.svg`,
    );
    await expect(shown.getByRole('link', { name: 'Listed' })).toHaveAttribute(
      'href',
      `${where}listed.html`,
    );
    expect(server.count(/^\/news\/blank\/(list|there|picture)/)).toBe(0);
    reply.release();
    await expect.poll(() => server.count('/news/deep/down/it.json')).toBe(2);
  });
});

/**
 * A reader without a network who has a copy: the page is open, the element comes anew.
 * @param {Page} page
 * @param {BrowserContext} context
 * @param {Server} server
 * @param {object} article
 * @param {string} root
 */
async function offline(page, context, server, article, root) {
  give(server, 'it', article);
  await page.goto(blankPage(server, `${element('it')}<footer>The end of the page</footer>`, root));
  await expect.poll(() => copies(page)).toEqual(['it']);
  await page.evaluate(() => document.querySelector('newsprint-article')?.remove());
  // Is shown from the copy; then what is told of it comes.
  const { element: it, headline } = paper(page);
  await context.setOffline(true);
  await page.evaluate((html) => {
    const node = document.createElement('newsprint-article');
    node.setAttribute('src', html);
    document.querySelector('footer')?.before(node);
  }, path('it'));
  await expect(headline).toBeVisible();
  const status = it.locator('.saved-copy');
  return { it, headline, status };
}

test.describe('a reader who is offline', () => {
  /** @type {[string, string, string | undefined, string, RegExp][]} */
  const PAGES = [
    ['an Arabic page', 'lang="ar" dir="rtl"', undefined, 'rtl', /\p{Script=Arabic}/u],
    ['a German page', 'lang="de"', undefined, 'ltr', /Gespeichert/],
    ['an English page, the article Arabic', 'lang="en"', 'ar', 'rtl', /\p{Script=Arabic}/u],
    ['an Arabic page, the article German', 'lang="ar" dir="rtl"', 'de', 'ltr', /Gespeichert/],
  ];
  for (const [which, root, lang, direction, words] of PAGES) {
    test(`is told so on ${which}`, async ({ page, context, server, watch }) => {
      watch.expect('ERR_INTERNET_DISCONNECTED', 'not refreshed: offline');
      const article = named('It', { lang });
      const { it, status } = await offline(page, context, server, article, root);
      await expect(status).toHaveText(words);
      await expect(status).toHaveCSS('direction', direction);
      const language = await status.evaluate((node) => {
        const named = node.closest('[lang]') ?? document.documentElement;
        return named.getAttribute('lang');
      });
      expect(language).toBe(lang ?? /lang="(\w+)"/.exec(root)?.[1]);
      expect(await it.evaluate((node) => node.matches(':state(stale)'))).toBe(true);

      await context.setOffline(false);
      await expect(status).toBeEmpty();
      expect(await it.evaluate((node) => node.matches(':state(stale)'))).toBe(false);
    });
  }
});

const HEADER = { header: { date: '2024-03-18' } };

/** @type {[string, number, object, number][]} */
const LINES = [
  ['a long article', 60, HEADER, 1280],
  ['a short article', 2, HEADER, 1280],
  ['a narrow one', 60, HEADER, 320],
  ['a narrow German one', 60, { ...HEADER, lang: 'de' }, 320],
  ['a narrow Arabic one', 60, { ...HEADER, lang: 'ar' }, 320],
];
for (const [which, number, more, width] of LINES) {
  test(`the line in ${which} moves nothing, and covers nothing`, async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('status of 503', 'not refreshed: server');
    await page.setViewportSize({ width, height: 700 });
    give(server, 'it', small(paragraphs(number), { headline: 'It', ...more }));
    const shifted = await watchShifts(page);
    await page.goto(blankPage(server, `${element('it')}<footer>The end of the page</footer>`));
    const { element: it, headline } = paper(page);
    await expect(headline).toBeVisible();
    const first = await box(headline);
    await expect.poll(() => copies(page)).toEqual(['it']);
    const reply = server.hold(path('it'), { status: 503, body: '' });
    await page.reload();
    await expect(headline).toBeVisible();
    await painted(page);
    const before = await shifted();
    reply.release();
    const line = it.locator('.saved-copy');
    await expect(line.locator('.kept')).toBeInViewport({ ratio: 1 });
    expect(await shifted()).toEqual(before);
    const parts = [line.locator('.kept'), it.locator('.header'), headline];
    const [words, above, below] = await Promise.all(parts.map(box));
    expect(below, 'the article is where it was').toEqual(first);
    expect(words.y, 'below the header').toBeGreaterThanOrEqual(above.y + above.height);
    expect(words.y + words.height, 'above the headline').toBeLessThanOrEqual(below.y);
    expect(words.x).toBeGreaterThanOrEqual(0);
  });
}

test('the line in an article without header covers nothing', async ({ page, server, watch }) => {
  watch.expect('status of 503', 'not refreshed: server');
  const { element: it, headline } = await openWithoutBackend(page, server, named('It'));
  const words = await box(it.locator('.kept'));
  expect(words.y + words.height).toBeLessThanOrEqual((await box(headline)).y);
});

test('where the weather comes from is told again when the line is closed', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('status of 503', 'not refreshed: server');
  const attribution = { text: 'Met Office', url: 'https://met.example' };
  const weather = { temperature: 9.5, condition: 'rain', attribution };
  const article = small([], { headline: 'It', header: { weather } });
  const { element: it } = await openWithoutBackend(page, server, article);
  const source = it.getByText('Met Office');
  await expect(it.locator('.kept')).toBeVisible();
  await expect(source).toBeHidden();
  await it.getByRole('button', { name: 'Close' }).click();
  await expect(source).toBeVisible();
});
