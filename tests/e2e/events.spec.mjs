// @ts-check
/** What the element tells its page: the article came, was updated, failed. */
import { listen } from './support/events.mjs';
import { expect, paper, small, test } from './support/fixtures.mjs';
import { ARTICLES, IT, linkedSite, scrolled } from './support/linked-articles.mjs';
import { FOLDER } from './support/server.mjs';

const PATH = `${FOLDER}api/articles/one.json`;

test.describe('newsprint-load', () => {
  test('tells of the article, of what was left out, and where it came from', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('/sections/0/blocks/0/type: expected a type of block');
    linkedSite(server);
    const odd = small([{ type: 'hologram' }], { extra: { of: 'the site' } });
    server.answer(PATH, { body: JSON.stringify(odd) });
    const heard = await listen(page);
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
    linkedSite(server);
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
    linkedSite(server, '<newsprint-article></newsprint-article>');
    const heard = await listen(page);
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
    linkedSite(
      server,
      `<newsprint-article><script type="application/json">${JSON.stringify(small())}</script>
       </newsprint-article>`,
    );
    const heard = await listen(page);
    await page.goto('one.html');
    await expect.poll(heard).toHaveLength(1);
    expect((await heard())[0].detail.source).toBe('prerendered');
  });

  test('comes again for each article, and not for a setting', async ({ page, server }) => {
    linkedSite(server);
    const heard = await listen(page);
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
    linkedSite(server, IT.replace('src=', 'refresh="30" src='));
    const heard = await listen(page);
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
    linkedSite(server, IT.replace('src=', 'refresh="30" src='));
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
  /** @type {[string, import('./support/server.mjs').Answer, object][]} */
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
      linkedSite(server);
      server.answer(PATH, { body: '', ...answer });
      const heard = await listen(page);
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
    linkedSite(server);
    const heard = await listen(page);
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
    linkedSite(server, '<newsprint-article src="https://"></newsprint-article>');
    const heard = await listen(page);
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
      linkedSite(server, String(body).replace('></', '><a href="/">In other words</a></'));
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
