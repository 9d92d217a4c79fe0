// @ts-check
/** What the element tells its page, and how it follows a teaser in place. */
import { expect, paper, small, test } from './fixtures.mjs';
import { FOLDER, start } from './server.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./server.mjs').Server} Server */

const PATH = `${FOLDER}api/articles/one.json`;
const IT = '<newsprint-article src="/news/api/articles/one.json"></newsprint-article>';
const IN_PLACE = IT.replace('src=', 'navigation="in-place" src=');
const LONG = Array.from({ length: 60 }, (_, index) => ({
  type: 'paragraph',
  text: `Paragraph ${index} says as much as it takes to fill a line or two of the page, and no more.`,
}));

/** Articles that lead to each other. @type {Record<string, object>} */
const ARTICLES = {
  one: small(LONG, {
    headline: 'Article one',
    latest: {
      items: [
        { headline: 'To two', url: '/news/two.html', article: '/news/api/articles/two.json' },
        { headline: 'To a page', url: '/news/page.html' },
      ],
    },
    related: {
      items: [
        { headline: 'To three', url: '/news/three.html', article: '/news/api/articles/three.json' },
      ],
    },
  }),
  two: small(LONG, {
    headline: 'Article two',
    related: {
      items: [
        { headline: 'To three', url: '/news/three.html', article: '/news/api/articles/three.json' },
      ],
    },
  }),
  three: small(LONG, { headline: 'Article three' }),
};

/**
 * A site with a page for each article, and one without any.
 * @param {Server} server
 * @param {string} [body] what is on the page of the first
 */
function site(server, body = IT) {
  const page = (/** @type {string} */ content) => ({
    body: `<!doctype html><html lang="en"><title>A site</title>
      <link rel="icon" href="/news/favicon.svg"><link rel="stylesheet" href="/news/site.css">
      <script type="module" src="/news/newsprint.js"></script><body>${content}`,
  });
  for (const [name, article] of Object.entries(ARTICLES)) {
    server.answer(`${FOLDER}api/articles/${name}.json`, { body: JSON.stringify(article) });
    server.answer(`${FOLDER}${name}.html`, page(body.replace('one.json', `${name}.json`)));
  }
  server.answer(`${FOLDER}page.html`, page('<h1>Just a page</h1>'));
  server.answer(`${FOLDER}site.css`, { body: 'body { margin: 0 }' });
}

/**
 * Notes every event of the element from the start, wherever it can be heard.
 * @param {Page} page
 */
async function listen(page) {
  await page.addInitScript(() => {
    /** @type {object[]} */
    const heard = [];
    Object.assign(globalThis, { heard });
    for (const type of ['load', 'update', 'error', 'navigate']) {
      // Capture hears those too that don't bubble.
      addEventListener(
        `newsprint-${type}`,
        (event) => {
          const { bubbles, cancelable, composed, detail } = /** @type {CustomEvent} */ (event);
          const isCustom = event instanceof CustomEvent;
          heard.push({ type, bubbles, cancelable, composed, isCustom, detail });
        },
        true,
      );
    }
  });
  return {
    /**
     * What was heard so far.
     * @param {string} [type]
     * @returns {Promise<any[]>}
     */
    heard: async (type) => {
      const all = await page.evaluate(() => /** @type {any} */ (globalThis).heard);
      return type ? all.filter((/** @type {any} */ event) => event.type === type) : all;
    },
  };
}

/** What the page's address ends with. @param {Page} page */
const address = (page) => new URL(page.url()).pathname.replace(FOLDER, '');

/** A teaser's link. @param {Page} page @param {string} name */
const teaser = (page, name) => paper(page).article.getByRole('link', { name });

/** How far down the reader is. @param {Page} page */
const scrolled = (page) => page.evaluate(() => Math.round(scrollY));

test.describe('newsprint-load', () => {
  test('tells of the article, of what was left out, and where it came from', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('/sections/0/blocks/0/type: expected a type of block');
    site(server);
    const odd = small([{ type: 'hologram' }], { extra: { of: 'the site' } });
    server.answer(PATH, { body: JSON.stringify(odd) });
    const { heard } = await listen(page);
    await page.goto('one.html');
    await expect(paper(page).headline).toBeVisible();
    await expect.poll(heard).toHaveLength(1);
    const [event] = await heard();
    expect(event).toMatchObject({
      type: 'load',
      bubbles: false,
      cancelable: false,
      composed: false,
      isCustom: true,
      detail: { article: odd, source: 'network' },
    });
    expect(event.detail.diagnostics).toEqual([
      {
        pointer: '/sections/0/blocks/0/type',
        expected: expect.stringContaining('type of block'),
        found: '"hologram"',
      },
    ]);
  });

  test('comes when the article can be seen, and its state is ready', async ({ page, server }) => {
    site(server);
    await page.addInitScript(() => {
      addEventListener(
        'newsprint-load',
        (event) => {
          const element = /** @type {HTMLElement} */ (event.target);
          const headline = element.shadowRoot?.querySelector('.headline')?.textContent;
          Object.assign(globalThis, { seen: [headline, element.matches(':state(ready)')] });
        },
        true,
      );
    });
    await page.goto('one.html');
    await expect
      .poll(() => page.evaluate(() => /** @type {any} */ (globalThis).seen))
      .toEqual(['Article one', true]);
  });

  test('tells of one that was set as a property', async ({ page, server }) => {
    site(server, '<newsprint-article></newsprint-article>');
    const { heard } = await listen(page);
    await page.goto('one.html');
    await page.waitForFunction(() => customElements.get('newsprint-article'));
    await paper(page).element.evaluate(
      (node, article) => void Object.assign(node, { article }),
      small(),
    );
    await expect.poll(heard).toHaveLength(1);
    expect((await heard())[0].detail).toMatchObject({ source: 'property', diagnostics: [] });
  });

  test('tells of one that stood in the page', async ({ page, server }) => {
    site(
      server,
      `<newsprint-article><script type="application/json">${JSON.stringify(small())}</script>
       </newsprint-article>`,
    );
    const { heard } = await listen(page);
    await page.goto('one.html');
    await expect.poll(heard).toHaveLength(1);
    expect((await heard())[0].detail.source).toBe('prerendered');
  });

  test('comes again for each article, and not for a setting', async ({ page, server }) => {
    site(server);
    const { heard } = await listen(page);
    await page.goto('one.html');
    const { element, article, headline } = paper(page);
    await expect(headline).toHaveText('Article one');
    await element.evaluate((node) => node.setAttribute('heading-level', '3'));
    await expect(article.locator('h3.headline')).toBeVisible();
    await element.evaluate((node) => node.setAttribute('src', '/news/api/articles/two.json'));
    await expect(headline).toHaveText('Article two');
    await expect
      .poll(async () => (await heard()).map(({ detail }) => detail.article.headline))
      .toEqual(['Article one', 'Article two']);
  });
});

test.describe('newsprint-update', () => {
  test('comes after a refresh that brought a change, and no other', async ({ page, server }) => {
    site(server, IT.replace('src=', 'refresh="30" src='));
    const { heard } = await listen(page);
    await page.clock.install();
    await page.goto('one.html');
    const { headline } = paper(page);
    await expect(headline).toHaveText('Article one');
    await page.clock.fastForward(31_000);
    await expect.poll(() => server.count(PATH)).toBe(2);
    const newer = small([], { headline: 'Newer' });
    server.answer(PATH, { body: JSON.stringify(newer) });
    await page.clock.fastForward(31_000);
    await expect(headline).toHaveText('Newer');
    await expect
      .poll(async () => (await heard()).map(({ type }) => type))
      .toEqual(['load', 'update']);
    expect((await heard('update'))[0]).toMatchObject({
      bubbles: false,
      cancelable: false,
      detail: { article: newer, diagnostics: [] },
    });
  });

  test('a refresh keeps the place of the reader, and what was opened', async ({ page, server }) => {
    site(server, IT.replace('src=', 'refresh="30" src='));
    await page.clock.install();
    await page.goto('one.html');
    const { headline, skeleton } = paper(page);
    await expect(headline).toHaveText('Article one');
    await page.evaluate(() => scrollTo(0, 900));
    const reply = server.hold(PATH, {
      body: JSON.stringify({ ...ARTICLES.one, headline: 'Newer' }),
    });
    await page.clock.fastForward(31_000);
    await expect.poll(() => server.count(PATH)).toBe(2);
    await expect(skeleton).toBeHidden();
    await expect(headline).toHaveText('Article one');
    reply.release();
    await expect(headline).toHaveText('Newer');
    expect(await scrolled(page)).toBe(900);
  });
});

test.describe('newsprint-error', () => {
  /** @type {[string, import('./server.mjs').Answer, object][]} */
  const KINDS = [
    ['timeout', { status: 408 }, { status: 408, retryable: true }],
    ['network', { destroy: true }, { retryable: true }],
    ['not-found', { status: 404 }, { status: 404, retryable: false }],
    ['gone', { status: 410 }, { status: 410, retryable: false }],
    ['forbidden', { status: 403 }, { status: 403, retryable: false }],
    ['rate-limited', { status: 429 }, { status: 429, retryable: true }],
    ['server', { status: 503 }, { status: 503, retryable: true }],
    ['server', { status: 501 }, { status: 501, retryable: false }],
    ['not-json', { body: 'What?' }, { retryable: false }],
    ['not-an-article', { body: '{"sections": []}' }, { retryable: false }],
    ['too-large', { body: `{"headline": "${'x'.repeat(11e6)}"}` }, { retryable: false }],
  ];

  for (const [kind, answer, detail] of KINDS) {
    test(`of the kind ${kind} says ${JSON.stringify(detail)}`, async ({ page, server, watch }) => {
      watch.expect(`newsprint: ${kind}`);
      if (answer.status) watch.expect('Failed to load resource');
      if (answer.destroy) watch.expect(/net::ERR_/);
      site(server);
      server.answer(PATH, { body: '', ...answer });
      const { heard } = await listen(page);
      await page.goto('one.html');
      await expect(paper(page).error).toBeVisible();
      const [event, ...more] = await heard();
      expect(more).toEqual([]);
      expect(event).toMatchObject({
        type: 'error',
        bubbles: false,
        cancelable: true,
        isCustom: true,
        detail: { kind, ...detail },
      });
      expect(event.detail.status).toBe(answer.status);
      expect(event.detail.message).toContain('one.json');
    });
  }

  test('of the kind offline comes when the reader is', async ({ page, server, context, watch }) => {
    watch.expect('newsprint: offline', 'ERR_INTERNET_DISCONNECTED');
    site(server);
    const { heard } = await listen(page);
    await page.goto('one.html');
    const { element, error, headline } = paper(page);
    await expect(headline).toBeVisible();
    await context.setOffline(true);
    await element.evaluate((node) => node.setAttribute('src', '/news/api/articles/two.json'));
    await expect(error).toBeVisible();
    expect((await heard('error')).map(({ detail }) => [detail.kind, detail.retryable])).toEqual([
      ['offline', true],
    ]);
  });

  test('for a src that is no URL comes too', async ({ page, server, watch }) => {
    watch.expect('is no URL');
    site(server, '<newsprint-article src="https://"></newsprint-article>');
    const { heard } = await listen(page);
    await page.goto('one.html');
    await expect(paper(page).error).toBeVisible();
    expect((await heard('error'))[0]).toMatchObject({
      cancelable: true,
      detail: { kind: 'network' },
    });
  });

  for (const [what, body, path] of [
    ['what the engine says', IT, PATH],
    ['what the shell says', IT, /_bg\.wasm$/],
  ]) {
    test(`prevented keeps away ${what}, and leaves the fallback`, async ({
      page,
      server,
      watch,
    }) => {
      watch.expect(/newsprint.*(engine|not-found): /, 'status of 404');
      site(server, String(body).replace('></', '><a href="/">In other words</a></'));
      server.answer(path, { status: 404, body: '' });
      await page.addInitScript(() => {
        addEventListener('newsprint-error', (event) => event.preventDefault(), true);
      });
      await page.goto('one.html');
      const { element, error, frame } = paper(page);
      await expect(frame).toHaveAttribute('data-state', 'error');
      await expect(element.getByRole('link', { name: 'In other words' })).toBeVisible();
      await expect(error).toHaveCount(0);
      await expect(element).toHaveJSProperty('article', null);
    });
  }
});

test.describe('newsprint-navigate', () => {
  for (const [name, list, url, article] of [
    ['To two', 'latest', 'two.html', 'api/articles/two.json'],
    ['To a page', 'latest', 'page.html', undefined],
    ['To three', 'related', 'three.html', 'api/articles/three.json'],
  ]) {
    test(`says that '${name}' of '${list}' is about to be followed`, async ({ page, server }) => {
      site(server, `<main>${IT}</main>`);
      const { heard } = await listen(page);
      await page.goto('one.html');
      await expect(paper(page).headline).toBeVisible();
      // Heard where it bubbles to; the page stays, to be looked at.
      await page.evaluate(() => {
        document.querySelector('main')?.addEventListener('newsprint-navigate', (event) => {
          event.preventDefault();
        });
      });
      const link = teaser(page, String(name));
      await expect(link).toHaveAttribute('href', `${server.url}${url}`);
      await link.click();
      const [event] = await heard('navigate');
      expect(event).toMatchObject({
        bubbles: true,
        cancelable: true,
        composed: true,
        isCustom: true,
      });
      expect(event.detail.url).toBe(`${server.url}${url}`);
      expect(event.detail.list).toBe(list);
      expect(event.detail.teaser).toMatchObject({ headline: name });
      expect(event.detail.teaser.article).toBe(article && `${server.url}${article}`);
      expect(address(page), 'prevented: nothing is followed').toBe('one.html');
      await expect(paper(page).headline).toHaveText('Article one');
      expect(server.count(`${FOLDER}${url}`)).toBe(0);
    });
  }

  test('goes out of the shadow root that the element stands in', async ({ page, server }) => {
    site(server, '<site-frame></site-frame>');
    await page.goto('one.html');
    await page.evaluate(() => {
      const host = document.querySelector('site-frame');
      const element = document.createElement('newsprint-article');
      element.setAttribute('src', '/news/api/articles/one.json');
      host?.attachShadow({ mode: 'closed' }).append(element);
      Object.assign(globalThis, { element });
    });
    const followed = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('newsprint-navigate', (event) => {
            event.preventDefault();
            resolve(/** @type {Element} */ (event.target).localName);
          });
          const { element } = /** @type {any} */ (globalThis);
          const click = () => element.shadowRoot.querySelector('.teaser a').click();
          element.addEventListener('newsprint-load', click);
        }),
    );
    expect(await followed).toBe('site-frame');
  });

  test('without a word of the host the link leads to its page', async ({ page, server }) => {
    site(server);
    const { heard } = await listen(page);
    await page.goto('one.html');
    await teaser(page, 'To two').click();
    await expect(page).toHaveURL(/two\.html$/);
    await expect(paper(page).headline).toHaveText('Article two');
    expect(server.count(`${FOLDER}two.html`), 'the page was asked for').toBe(1);
    expect(
      (await heard()).map(({ type }) => type),
      'of the new page',
    ).toEqual(['load']);
  });

  for (const modifier of /** @type {const} */ (['Control', 'Shift', 'Meta', 'Alt'])) {
    test(`a click with ${modifier} is the browser's own`, async ({ page, server }) => {
      site(server, IN_PLACE);
      const { heard } = await listen(page);
      await page.goto('one.html');
      const link = teaser(page, 'To two');
      await expect(link).toBeVisible();
      // What the browser would do with it is not for this test; that it may is.
      const isLeft = page.evaluate(
        () =>
          new Promise((resolve) => {
            addEventListener('click', (event) => {
              resolve(!event.defaultPrevented);
              event.preventDefault();
            });
          }),
      );
      await link.click({ modifiers: [modifier] });
      expect(await isLeft).toBe(true);
      expect(await heard('navigate')).toEqual([]);
      await expect(paper(page).headline).toHaveText('Article one');
    });
  }

  test('a click with Control opens another tab, and this one stays', async ({
    page,
    server,
    context,
  }) => {
    site(server, IN_PLACE);
    await page.goto('one.html');
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      teaser(page, 'To two').click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await expect(paper(tab).headline).toHaveText('Article two');
    await expect(paper(page).headline).toHaveText('Article one');
    expect(address(page)).toBe('one.html');
  });

  test('the middle button opens another tab, and this one stays', async ({
    page,
    server,
    context,
  }) => {
    site(server, IN_PLACE);
    await page.goto('one.html');
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      teaser(page, 'To two').click({ button: 'middle' }),
    ]);
    await expect(paper(tab).headline).toHaveText('Article two');
    await expect(paper(page).headline).toHaveText('Article one');
  });
});

test.describe('in place', () => {
  test('a teaser is followed in the same element, with history', async ({ page, server }) => {
    site(server, IN_PLACE);
    const { heard } = await listen(page);
    await page.goto('one.html');
    const { element, headline } = paper(page);
    await expect(headline).toHaveText('Article one');
    await element.evaluate((node) => Object.assign(node, { isTheSame: true }));
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    expect(address(page)).toBe('two.html');
    await expect(element).toHaveJSProperty('isTheSame', true);
    await expect(element).toHaveJSProperty('src', `${server.url}api/articles/two.json`);
    await teaser(page, 'To three').click();
    await expect(headline).toHaveText('Article three');
    expect(address(page)).toBe('three.html');

    await page.goBack();
    await expect(headline).toHaveText('Article two');
    expect(address(page)).toBe('two.html');
    await page.goBack();
    await expect(headline).toHaveText('Article one');
    expect(address(page)).toBe('one.html');
    await page.goForward();
    await expect(headline).toHaveText('Article two');
    expect(address(page)).toBe('two.html');
    await expect(element).toHaveJSProperty('isTheSame', true);
    expect(server.count(/\.html$/), 'pages asked for').toBe(1);
    expect((await heard('load')).map(({ detail }) => detail.article.headline)).toEqual([
      'Article one',
      'Article two',
      'Article three',
      'Article two',
      'Article one',
      'Article two',
    ]);
    expect(await heard('navigate'), 'for teasers only').toHaveLength(2);
  });

  test('the fallback of the first article never stands for another', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint: not-found', 'status of 404');
    site(server, IN_PLACE.replace('></', '><p>Of article one</p></'));
    const reply = server.hold(`${FOLDER}api/articles/two.json`, { status: 404, body: '' });
    await page.goto('one.html');
    const { element, error, headline, skeleton } = paper(page);
    const fallback = element.getByText('Of article one');
    await expect(headline).toHaveText('Article one');
    await element.getByRole('link', { name: 'To two' }).click();
    await expect(skeleton).toBeVisible();
    await expect(fallback).toBeHidden();
    reply.release();
    await expect(error).toBeVisible();
    await expect(fallback).toBeHidden();

    server.answer(`${FOLDER}api/articles/one.json`, { status: 404, body: '' });
    await page.goBack();
    await expect(fallback).toBeVisible();
  });

  test('works with the keyboard, which goes on in the new article', async ({ page, server }) => {
    site(server, IN_PLACE);
    await page.goto('one.html');
    const { headline } = paper(page);
    await teaser(page, 'To two').focus();
    await page.keyboard.press('Enter');
    await expect(headline).toHaveText('Article two');
    await page.keyboard.press('Tab');
    await expect(teaser(page, 'To three')).toBeFocused();
  });

  test('prevented by the host, nothing happens', async ({ page, server }) => {
    site(server, IN_PLACE);
    await page.goto('one.html');
    const { element, headline } = paper(page);
    await expect(headline).toBeVisible();
    const entries = await page.evaluate(() => history.length);
    await element.evaluate((node) => {
      node.addEventListener('newsprint-navigate', (event) => event.preventDefault());
    });
    await teaser(page, 'To two').click();
    expect(address(page)).toBe('one.html');
    expect(await page.evaluate(() => history.length)).toBe(entries);
    await expect(headline).toHaveText('Article one');
    expect(server.count(/two\./)).toBe(0);
  });

  test('a teaser that names no article JSON leads to its page', async ({ page, server }) => {
    site(server, IN_PLACE);
    await page.goto('one.html');
    await teaser(page, 'To a page').click();
    await expect(page.getByRole('heading', { name: 'Just a page' })).toBeVisible();
    expect(server.count(`${FOLDER}page.html`)).toBe(1);
  });

  test('a teaser whose page is of another origin leads there', async ({ page, server, watch }) => {
    const other = await start();
    try {
      watch.expect(`request to another host: ${other.url}`);
      site(server, IN_PLACE);
      const items = [
        { headline: 'Abroad', url: `${other.url}two.html`, article: '/news/api/articles/two.json' },
      ];
      server.answer(PATH, { body: JSON.stringify(small([], { latest: { items } })) });
      other.answer(`${FOLDER}two.html`, { body: '<!doctype html><h1>Another site</h1>' });
      other.answer('/favicon.ico', { status: 204, body: '' });
      await page.goto('one.html');
      await teaser(page, 'Abroad').click();
      await expect(page.getByRole('heading', { name: 'Another site' })).toBeVisible();
      expect(page.url()).toBe(`${other.url}two.html`);
      expect(server.count(/two\.json$/), 'nothing is loaded in place').toBe(0);
      await page.goBack();
      await expect(paper(page).headline).toHaveText('A small article');
    } finally {
      await page.close();
      await other.stop();
    }
  });

  test('the new article is read from its top', async ({ page, server }) => {
    site(server, `<p>Above</p>${IN_PLACE}`);
    await page.setViewportSize({ width: 600, height: 700 });
    await page.goto('one.html');
    const { element, headline } = paper(page);
    await teaser(page, 'To two').scrollIntoViewIfNeeded();
    expect(await scrolled(page)).toBeGreaterThan(1000);
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    await expect(headline).toBeInViewport();
    expect(Math.round(await element.evaluate((node) => node.getBoundingClientRect().top))).toBe(0);
  });

  test('back and forward lead to where the reader was', async ({ page, server }) => {
    site(server, IN_PLACE);
    await page.goto('one.html');
    const { headline } = paper(page);
    await expect(headline).toHaveText('Article one');
    await page.setViewportSize({ width: 600, height: 700 });
    await teaser(page, 'To two').scrollIntoViewIfNeeded();
    const before = await scrolled(page);
    expect(before).toBeGreaterThan(1000);
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    await page.evaluate(() => scrollTo(0, 500));
    await expect.poll(() => scrolled(page)).toBe(500);
    await page.goBack();
    await expect(headline).toHaveText('Article one');
    await expect.poll(() => scrolled(page)).toBe(before);
    await page.goForward();
    await expect(headline).toHaveText('Article two');
    await expect.poll(() => scrolled(page)).toBe(500);
  });

  test('back works after the page was reloaded in between', async ({ page, server }) => {
    site(server, IN_PLACE);
    await page.goto('one.html');
    const { headline } = paper(page);
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    await page.reload();
    await expect(headline).toHaveText('Article two');
    await page.goBack();
    expect(address(page)).toBe('one.html');
    await expect(headline).toHaveText('Article one');
    await page.goForward();
    expect(address(page)).toBe('two.html');
    await expect(headline).toHaveText('Article two');
  });

  test('back leads to an article that was set as a property', async ({ page, server }) => {
    site(server, '<newsprint-article navigation="in-place"></newsprint-article>');
    await page.goto('one.html');
    const { element, headline } = paper(page);
    await page.waitForFunction(() => customElements.get('newsprint-article'));
    await element.evaluate((node, article) => void Object.assign(node, { article }), {
      ...ARTICLES.one,
      headline: 'Given',
    });
    await expect(headline).toHaveText('Given');
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    await page.goBack();
    await expect(headline).toHaveText('Given');
    await page.goForward();
    await expect(headline).toHaveText('Article two');
  });

  test("leaves the site's own state in the history alone", async ({ page, server }) => {
    site(server, IN_PLACE);
    await page.goto('one.html');
    const { headline } = paper(page);
    await expect(headline).toBeVisible();
    await page.evaluate(() => history.replaceState({ router: 'mine' }, ''));
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    await page.goBack();
    await expect(headline).toHaveText('Article one');
    expect(await page.evaluate(() => history.state)).toMatchObject({ router: 'mine' });
  });

  test('two elements of a page go their own ways', async ({ page, server }) => {
    site(server, IN_PLACE + IN_PLACE);
    await page.goto('one.html');
    const [first, second] = [paper(page, 0), paper(page, 1)];
    await expect(first.headline).toHaveText('Article one');
    await expect(second.headline).toHaveText('Article one');
    await first.article.getByRole('link', { name: 'To two' }).click();
    await expect(first.headline).toHaveText('Article two');
    await second.article.getByRole('link', { name: 'To three' }).click();
    await expect(second.headline).toHaveText('Article three');
    await page.goBack();
    await expect(second.headline).toHaveText('Article one');
    await expect(first.headline).toHaveText('Article two');
    await page.goBack();
    await expect(first.headline).toHaveText('Article one');
    await expect(second.headline).toHaveText('Article one');
  });
});
