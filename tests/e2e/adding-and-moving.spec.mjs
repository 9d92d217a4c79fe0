// @ts-check
/** Elements that a script makes, puts into the page, moves, copies and takes out. */
import { listen } from './support/events.mjs';
import { expect, painted, paper, small, test } from './support/fixtures.mjs';
import { ARTICLES, PAGES, serveHostPages, WASM } from './support/host-pages.mjs';
import { ITS_JSON, PATH, read, site } from './support/site.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./support/server.mjs').Server} Server */

const READER = 'article.html?src=api/articles/it.json';

/**
 * An empty page, the module loaded, with one article that is shown.
 * @param {Page} page
 * @param {Server} server
 */
async function withOne(page, server) {
  serveHostPages(server);
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
  serveHostPages(server);
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
  await expect(page.locator('main newsprint-article')).toHaveCount(0);
  await expect(headline).toHaveText('Article 1');
  expect(server.count(`${ARTICLES}1.json`)).toBe(1);
});

test('one that is removed and put back, again and again, is shown once', async ({
  page,
  server,
}) => {
  const heard = await listen(page);
  serveHostPages(server);
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
    return [node.shadowRoot?.querySelectorAll('article').length, /** @type {any} */ (node).article];
  });
  expect(left).toEqual([0, null]);
  await page.evaluate(() => {
    document.querySelector('aside')?.append(/** @type {any} */ (globalThis).node);
  });
  await expect(headline).toHaveText('Article 1');
  await expect.poll(() => server.count(`${ARTICLES}1.json`)).toBe(2);
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
    serveHostPages(server);
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

test('one that is removed ends what it was doing', async ({ page, server }) => {
  const reply = server.hold(PATH, { body: ITS_JSON });
  await page.goto(READER);
  const { element } = paper(page);
  await expect.poll(() => server.count(PATH)).toBe(1);
  const ended = page.waitForEvent('requestfailed', (request) => request.url().endsWith(PATH));
  await element.evaluate((node) => node.remove());
  expect((await ended).failure()?.errorText).toBe('net::ERR_ABORTED');
  reply.release();
});

test('one moves while its article is on its way', async ({ page, server }) => {
  const reply = server.hold(PATH, { body: ITS_JSON });
  await page.goto(READER);
  const { element, headline, skeleton } = paper(page);
  await expect.poll(() => server.count(PATH)).toBe(1);
  await element.evaluate((node) => globalThis.document.querySelector('footer')?.before(node));
  await expect(skeleton).toBeVisible();
  reply.release();
  await expect(headline).toHaveText('A small article');
  expect(server.count(PATH)).toBe(1);
});

test('one is made by the class that the module exports', async ({ page, server }) => {
  const script = `import { NewsprintArticle } from './newsprint.js';
    const article = new NewsprintArticle();
    article.src = 'api/articles/it.json';
    document.body.append(article);
    const other = document.createElement('newsprint-article');
    document.body.append(other);
    other.src = '/news/api/articles/it.json';`;
  site(server, '', { script });
  await page.goto('site.html');
  await expect(paper(page, 0).headline).toHaveText('A small article');
  await expect(paper(page, 1).headline).toHaveText('A small article');
  expect(await read(paper(page).element, 'src')).toBe(`${server.origin}${PATH}`);
});
