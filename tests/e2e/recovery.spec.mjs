// @ts-check
/** How the element comes back from a failure, changes its article, and shares a page. */
import {
  FLAGSHIP,
  document,
  expect,
  open,
  painted,
  paper,
  small,
  test,
  tries,
} from './support/fixtures.mjs';
import { FOLDER } from './support/server.mjs';

const PATH = `${FOLDER}api/articles/it.json`;
const READER = 'article.html?src=api/articles/it.json';
const ITS_JSON = JSON.stringify(small());

test.describe('to try again', () => {
  test('leaves nothing blank meanwhile', async ({ page, server, watch }) => {
    watch.expect('newsprint: server', 'status of 500');
    server.answer(PATH, { status: 500 });
    await page.goto(READER);
    const { error, headline, retry, skeleton } = paper(page);
    await expect(retry).toBeVisible();
    const second = server.hold(PATH, { body: ITS_JSON });
    await retry.click();
    await expect(skeleton).toBeVisible();
    await expect(error).toHaveCount(0);
    second.release();
    await expect(headline).toHaveText('A small article');
    await expect(skeleton).toBeHidden();
  });

  test('works with the space bar', async ({ page, server, watch }) => {
    watch.expect('newsprint: server', 'status of 500');
    server.answer(PATH, ...tries(500), { body: ITS_JSON });
    await page.goto(READER);
    await paper(page).retry.focus();
    await page.keyboard.press('Space');
    await expect(paper(page).headline).toHaveText('A small article');
  });

  test('may fail again, and then work', async ({ page, server, watch }) => {
    watch.expect('newsprint: server', 'status of 503');
    server.answer(PATH, ...tries(503), ...tries(503), { body: ITS_JSON });
    await page.goto(READER);
    const { headline, retry } = paper(page);
    await retry.click();
    await expect.poll(() => server.count(PATH)).toBe(8);
    await retry.click();
    await expect(headline).toHaveText('A small article');
  });

  test('is done by itself when the network is back', async ({ page, context, server, watch }) => {
    watch.expect('newsprint: offline', 'ERR_INTERNET_DISCONNECTED');
    server.answer(PATH, { body: ITS_JSON });
    const { element, headline, retry } = await open(page, FLAGSHIP);
    await context.setOffline(true);
    await element.evaluate((node, src) => node.setAttribute('src', src), PATH);
    await expect(retry).toBeVisible();
    await context.setOffline(false);
    await expect(headline).toHaveText('A small article');
  });
});

test.describe('another article', () => {
  test('is not even for a moment replaced by the late first', async ({ page, server }) => {
    const first = server.hold(PATH, { body: JSON.stringify(small([], { headline: 'First' })) });
    server.article('second', small([], { headline: 'Second' }));
    await page.goto(READER);
    const { element, headline } = paper(page);
    await expect.poll(() => server.count(PATH)).toBe(1);
    await element.evaluate((node) => {
      /** @type {(string | null | undefined)[]} */
      const headlines = [];
      Object.assign(globalThis, { headlines });
      new MutationObserver(() => {
        headlines.push(node.shadowRoot?.querySelector('h1')?.textContent);
      }).observe(/** @type {ShadowRoot} */ (node.shadowRoot), { childList: true, subtree: true });
    });
    // The first request ends one way or the other before the test looks.
    const isFirst = (/** @type {import('@playwright/test').Request} */ request) =>
      request.url().endsWith(PATH);
    const over = Promise.race([
      page.waitForEvent('requestfailed', isFirst),
      page.waitForEvent('requestfinished', isFirst),
    ]);
    await element.evaluate((node) => node.setAttribute('src', 'api/articles/second.json'));
    await expect(headline).toHaveText('Second');
    first.release();
    await over;
    await painted(page);
    await expect(headline).toHaveText('Second');
    const shown = await page.evaluate(() => /** @type {any} */ (globalThis).headlines);
    expect(shown).toContain('Second');
    expect(shown).not.toContain('First');
  });

  test('comes with a skeleton in between', async ({ page, server }) => {
    server.answer(PATH, { body: ITS_JSON });
    await page.goto(READER);
    const { element, headline, skeleton } = paper(page);
    await expect(headline).toHaveText('A small article');
    const path = `${FOLDER}api/articles/${FLAGSHIP}.json`;
    const reply = server.hold(path);
    await element.evaluate((node, src) => node.setAttribute('src', src), path);
    await expect(skeleton).toBeVisible();
    reply.release();
    await expect(headline).toHaveText(document(FLAGSHIP).headline);
  });
});

test.describe('several elements on a page', () => {
  /**
   * Adds an element after the first.
   * @param {import('./support/fixtures.mjs').Page} page
   * @param {string} name the article's
   */
  const add = (page, name) =>
    paper(page).element.evaluate((node, src) => {
      const other = globalThis.document.createElement('newsprint-article');
      other.setAttribute('src', src);
      node.after(other);
    }, `../api/articles/${name}.json`);

  test('each have their own fate, and one engine', async ({ page, server, watch }) => {
    watch.expect('newsprint: not-found', 'status of 404');
    await open(page, FLAGSHIP);
    await add(page, 'none');
    await add(page, 'theatre-painted-sea');
    await expect(paper(page, 1).headline).toHaveText(document('theatre-painted-sea').headline);
    await expect(paper(page, 2).error).toBeVisible();
    await expect(paper(page, 0).headline).toHaveText(document(FLAGSHIP).headline);
    expect(server.count(/_bg\.wasm$/)).toBe(1);
  });

  test('try the engine again after it did not start', async ({ page, server, watch }) => {
    watch.expect('status of 404', 'engine did not start');
    server.answer(/_bg\.wasm$/, { status: 404 }, {});
    await page.goto(`articles/${FLAGSHIP}.html`);
    await expect(paper(page).frame).toHaveAttribute('data-state', 'error');
    await add(page, FLAGSHIP);
    await expect(paper(page, 1).headline).toHaveText(document(FLAGSHIP).headline);
  });

  test('have no id in common', async ({ page }) => {
    await open(page, 'ice-core-cold-store');
    await add(page, 'ice-core-cold-store');
    await expect(paper(page, 1).headline).toBeVisible();
    const ids = await page.evaluate(() =>
      [...globalThis.document.querySelectorAll('newsprint-article')].flatMap((node) =>
        [...(node.shadowRoot?.querySelectorAll('[id]') ?? [])].map(({ id }) => id),
      ),
    );
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
