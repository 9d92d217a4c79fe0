// @ts-check
/** Looking for a newer version: when, how often, and what is asked for. */
import { blankPage, element, give, listen, path } from './support/blank-page.mjs';
import { expect, painted, paper, small, test } from './support/fixtures.mjs';
import { article, follow, mark, marks, paragraph, START } from './support/refreshed.mjs';
import { isIn, ITS_JSON, PATH, site, write } from './support/site.mjs';

test.describe('what has not changed', () => {
  for (const [what, headers] of /** @type {[string, Record<string, string>][]} */ ([
    ['by its tag', { etag: '"one"' }],
    ['by its date', { 'last-modified': 'Mon, 18 Mar 2024 09:00:00 GMT' }],
    ['by its bytes', {}],
  ])) {
    test(`${what}, touches nothing`, async ({ page, server }) => {
      const details = { type: 'details', summary: 'S', blocks: [paragraph('B')] };
      const it = article([paragraph('A'), details]);
      give(server, 'it', it, headers);
      const heard = await listen(page);
      await page.clock.install({ time: START });
      await page.goto(blankPage(server, element('it', 'refresh="60"')));
      const { element: host, headline } = paper(page);
      await expect(headline).toHaveText('It');
      await host.evaluate((node) => {
        /** @type {string[]} */
        const touched = [];
        Object.assign(globalThis, { touched });
        new MutationObserver((all) => {
          for (const { type, target } of all) touched.push(`${type} of ${target.nodeName}`);
        }).observe(/** @type {ShadowRoot} */ (node.shadowRoot), {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
      });
      const isUnchanged = Object.keys(headers).length > 0;
      if (isUnchanged) server.answer(path('it'), { status: 304, headers, body: '' });
      for (const count of [2, 3]) {
        await page.clock.fastForward(61_000);
        await expect.poll(() => server.count(path('it'))).toBe(count);
      }
      // What comes next is there when another reply has come the same way.
      await page.evaluate((src) => fetch(src).then((reply) => reply.text()), '/news/favicon.svg');
      await painted(page);
      expect(await page.evaluate(() => /** @type {any} */ (globalThis).touched)).toEqual([]);
      expect((await heard()).map(({ type }) => type)).toEqual(['load']);
    });
  }

  test('is asked for once by two elements that show it', async ({ page, server }) => {
    const two = element('it', 'refresh="60"').repeat(2);
    await follow(page, server, article([paragraph('A')]), two);
    await expect(paper(page, 1).headline).toHaveText('It');
    expect(server.count(path('it'))).toBe(1);
    const reply = server.hold(path('it'), { body: JSON.stringify(article([paragraph('B')])) });
    await page.clock.fastForward(61_000);
    await expect.poll(() => server.count(path('it'))).toBe(2);
    reply.release();
    await expect(paper(page, 0).article.getByText('B', { exact: true })).toBeVisible();
    await expect(paper(page, 1).article.getByText('B', { exact: true })).toBeVisible();
    expect(server.count(path('it'))).toBe(2);
  });
});

test.describe('lists from URLs of their own', () => {
  const list = (/** @type {string} */ headline) => ({ items: [{ headline, url: '/there' }] });
  const LISTS = { latest: path('latest'), related: path('related') };

  test('stay the same, and are not asked for again', async ({ page, server }) => {
    give(server, 'latest', list('The latest'));
    give(server, 'related', list('The related'));
    const first = article([paragraph('A')], LISTS);
    const { article: shown, element: it, update } = await follow(page, server, first);
    await expect(shown.getByRole('link', { name: 'The latest' })).toBeVisible();
    await expect(shown.getByRole('link', { name: 'The related' })).toBeVisible();
    await mark(it, 'nav, nav li, nav a');
    await update(article([paragraph('New'), paragraph('A')], LISTS));
    await painted(page);
    const known = await marks(it, 'nav, nav li, nav a');
    expect(known).toHaveLength(6);
    expect(known.filter(([, one]) => one === 'new')).toEqual([]);
    expect([server.count(path('latest')), server.count(path('related'))]).toEqual([1, 1]);
  });

  test('are asked for where the newer version names others', async ({ page, server }) => {
    give(server, 'latest', list('The latest'));
    give(server, 'related', list('The related'));
    give(server, 'other', list('The other'));
    const { article: shown, update } = await follow(page, server, article([], LISTS));
    await expect(shown.getByRole('link', { name: 'The related' })).toBeVisible();
    await update(article([], { ...LISTS, latest: path('other') }));
    await expect(shown.getByRole('link', { name: 'The other' })).toBeVisible();
    await expect(shown.getByRole('link', { name: 'The related' })).toBeVisible();
    await expect(shown.getByRole('link', { name: 'The latest' })).toHaveCount(0);
    expect(server.count(path('other'))).toBe(1);
    expect(server.count(path('related'))).toBe(1);
  });

  test('that are still on their way come into the newer version', async ({ page, server }) => {
    give(server, 'latest', list('The latest'));
    const reply = server.hold(path('latest'), { body: JSON.stringify(list('The latest')) });
    const first = article([], { latest: LISTS.latest });
    const { article: shown } = await follow(page, server, first);
    await expect.poll(() => server.count(path('latest'))).toBe(1);
    give(server, 'it', article([paragraph('New')], { latest: LISTS.latest }));
    await page.evaluate(() => {
      // What is looked for every second comes before the list is too late.
      document.querySelector('newsprint-article')?.setAttribute('refresh', '1');
    });
    await page.clock.runFor(1500);
    await expect(shown.getByText('New', { exact: true })).toBeVisible();
    reply.release();
    await expect(shown.getByRole('link', { name: 'The latest' })).toBeVisible();
    expect(server.count(path('latest'))).toBe(1);
  });
});

test.describe('the attribute refresh', () => {
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
