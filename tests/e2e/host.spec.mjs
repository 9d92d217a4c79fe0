// @ts-check
/** The element as a guest on other pages and other hosts. */
import { execFile } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { FLAGSHIP, document, expect, open, paper, small, test } from './fixtures.mjs';
import { DIST, start } from './server.mjs';

const PATH = '/news/api/articles/it.json';
const READER = 'article.html?src=api/articles/it.json';
const ITS_JSON = JSON.stringify(small());

/**
 * A page of a site of the test's own.
 * @param {import('./server.mjs').Server} server
 * @param {string} body
 * @param {string} [lang]
 */
function site(server, body, lang = 'en') {
  server.answer('/news/site.html', {
    body: `<!doctype html><html lang="${lang}"><title>A site</title>
      <link rel="icon" href="favicon.svg"><body>${body}`,
  });
  server.answer(PATH, { body: ITS_JSON });
}

test.describe('the bundle', () => {
  test.describe('at the root of a host', () => {
    // A server of its own, as the bundle stands elsewhere on it.
    test.use({
      server: async ({}, use) => {
        const server = await start({ folder: '/' });
        await use(server);
        await server.stop();
      },
    });

    test('works as it is', async ({ page, server }) => {
      await page.goto('./');
      expect(new URL(page.url()).pathname).toBe('/');
      await page.getByRole('link', { name: document(FLAGSHIP).headline }).click();
      await expect(paper(page).headline).toHaveText(document(FLAGSHIP).headline);
      expect(server.count('/newsprint.js')).toBe(1);
    });
  });

  test('works below the root as it is', async ({ page, server }) => {
    await page.goto('./');
    expect(new URL(page.url()).pathname).toBe('/news/');
    await page.getByRole('link', { name: document(FLAGSHIP).headline }).click();
    await expect(paper(page).headline).toHaveText(document(FLAGSHIP).headline);
    expect(server.count(/^\/(?!news\/)/), 'requests outside of its folder').toBe(0);
  });
});

test.describe('the element', () => {
  test('keeps its article when it is moved', async ({ page, server }) => {
    server.answer(PATH, { body: ITS_JSON });
    await page.goto(READER);
    const { element, headline } = paper(page);
    await expect(headline).toBeVisible();
    const same = await element.evaluate((node) => {
      const heading = node.shadowRoot?.querySelector('h1');
      globalThis.document.querySelector('footer')?.before(node);
      return new Promise((resolve) => {
        requestAnimationFrame(() => {
          const after = node.shadowRoot?.querySelector('h1');
          resolve(Boolean(heading) && after === heading);
        });
      });
    });
    expect(same).toBe(true);
    await expect(headline).toHaveText('A small article');
    await expect(page.locator('main newsprint-article')).toHaveCount(0);
    expect(server.count(PATH)).toBe(1);
  });

  test('ends what it was doing when it is removed', async ({ page, server }) => {
    const reply = server.hold(PATH, { body: ITS_JSON });
    await page.goto(READER);
    const { element } = paper(page);
    await expect.poll(() => server.count(PATH)).toBe(1);
    const ended = page.waitForEvent('requestfailed', (request) => request.url().endsWith(PATH));
    await element.evaluate((node) => node.remove());
    expect((await ended).failure()?.errorText).toBe('net::ERR_ABORTED');
    reply.release();
  });

  test('leaves nothing behind when it is removed, and can come back', async ({ page, server }) => {
    server.answer(PATH, { body: ITS_JSON });
    await page.goto(READER);
    const { element, headline } = paper(page);
    await expect(headline).toBeVisible();
    const left = await element.evaluateHandle(async (node) => {
      node.remove();
      await new Promise(requestAnimationFrame);
      return node;
    });
    expect(await left.evaluate((node) => node.shadowRoot?.querySelectorAll('article').length)).toBe(
      0,
    );
    await left.evaluate((node) => globalThis.document.querySelector('main')?.append(node));
    await expect(headline).toHaveText('A small article');
    await expect.poll(() => server.count(PATH)).toBe(2);
  });

  test('moves while its article is on its way', async ({ page, server }) => {
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

  test('is made from script', async ({ page, server }) => {
    site(server, '<script type="module" src="make.js"></script>');
    server.answer('/news/make.js', {
      body: `import { NewsprintArticle } from './newsprint.js';
        const article = new NewsprintArticle();
        article.src = 'api/articles/it.json';
        document.body.append(article);
        const other = document.createElement('newsprint-article');
        document.body.append(other);
        other.src = '/news/api/articles/it.json';`,
    });
    await page.goto('site.html');
    await expect(paper(page, 0).headline).toHaveText('A small article');
    await expect(paper(page, 1).headline).toHaveText('A small article');
    expect(await paper(page).element.evaluate((node) => /** @type {any} */ (node).src)).toBe(
      `${server.origin}${PATH}`,
    );
  });

  test('takes a property that was set before it was defined', async ({ page, server }) => {
    site(
      server,
      `<newsprint-article></newsprint-article>
       <script src="early.js"></script><script type="module" src="newsprint.js"></script>`,
    );
    server.answer('/news/early.js', {
      body: `document.querySelector('newsprint-article').src = 'api/articles/it.json';`,
    });
    await page.goto('site.html');
    const { element, headline } = paper(page);
    await expect(headline).toHaveText('A small article');
    await expect(element).toHaveAttribute('src', 'api/articles/it.json');
    expect(server.count(PATH)).toBe(1);
  });

  test("lets none of the page's styles in, and none of its own out", async ({ page, server }) => {
    site(
      server,
      `<link rel="stylesheet" href="site.css"><h1>Outside</h1>
       <script type="module" src="newsprint.js"></script>
       <newsprint-article src="api/articles/it.json"></newsprint-article>`,
    );
    server.answer('/news/site.css', {
      body: `h1, h2, p { color: rgb(1, 2, 3) !important; text-transform: uppercase; }
        body { letter-spacing: 9px; text-align: right; font-style: italic; line-height: 5; }`,
    });
    await page.goto('site.html');
    const { headline } = paper(page);
    await expect(headline).toBeVisible();
    await expect(headline).not.toHaveCSS('color', 'rgb(1, 2, 3)');
    await expect(headline).toHaveCSS('text-transform', 'none');
    await expect(headline).toHaveCSS('font-style', 'normal');
    await expect(headline).not.toHaveCSS('letter-spacing', '9px');
    const outside = page.getByRole('heading', { name: 'Outside' });
    await expect(outside).toHaveCSS('color', 'rgb(1, 2, 3)');
    await expect(outside).toHaveCSS('letter-spacing', '9px');
  });

  test('follows its own width and font size, not those of the page', async ({ page, server }) => {
    const related = { items: [{ headline: 'Other', url: '/' }] };
    site(
      server,
      `<link rel="stylesheet" href="site.css"><script type="module" src="newsprint.js"></script>
       <div><newsprint-article src="api/articles/it.json"></newsprint-article></div>`,
    );
    server.answer(PATH, { body: JSON.stringify(small([], { related })) });
    server.answer('/news/site.css', {
      body: 'html { font-size: 40px } div { width: 400px; font-size: 16px }',
    });
    await page.goto('site.html');
    const { article, headline } = paper(page);
    await expect(headline).toBeVisible();
    await expect(article.locator('.columns')).not.toHaveCSS('display', 'grid');
    await expect(article).toHaveCSS('font-size', '16px');
  });

  test('speaks the language of the page when the article names none', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('status of 404', 'newsprint: not-found');
    site(
      server,
      `<script type="module" src="newsprint.js"></script>
       <newsprint-article src="api/articles/it.json"></newsprint-article>
       <newsprint-article src="api/articles/none.json"></newsprint-article>`,
      'de',
    );
    const header = { date: '2024-03-18' };
    server.answer(PATH, { body: JSON.stringify(small([], { lang: null, header })) });
    await page.goto('site.html');
    await expect(paper(page).article.locator('.date')).toHaveText('Montag, 18. März 2024');
    await expect(paper(page, 1).error).toContainText('Artikel');
  });
});

test.describe('the module', () => {
  test('does nothing where there is no DOM', async ({}, testInfo) => {
    // Node takes a file for a module by its ending.
    const copy = testInfo.outputPath('newsprint.mjs');
    copyFileSync(join(DIST, 'newsprint.js'), copy);
    const script = `
      const before = Reflect.ownKeys(globalThis).length;
      const names = Object.keys(await import(${JSON.stringify(copy)}));
      console.log(JSON.stringify({ names, added: Reflect.ownKeys(globalThis).length - before }));`;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script],
      // What the terminal can show is none of its business, and Node would warn of it.
      { env: { PATH: process.env.PATH } },
    );
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ names: ['NewsprintArticle', 'version'], added: 0 });
  });

  test('can be loaded twice', async ({ page, server }) => {
    site(
      server,
      `<script type="module" src="newsprint.js"></script>
       <script type="module" src="newsprint.js?again"></script>
       <newsprint-article src="api/articles/it.json"></newsprint-article>`,
    );
    await page.goto('site.html');
    await expect(paper(page).headline).toHaveText('A small article');
    expect(server.count('/news/newsprint.js')).toBe(2);
    expect(server.count(PATH)).toBe(1);
  });

  test('asks for no more than it needs', async ({ page, server }) => {
    await page.goto('./');
    expect(server.count(/newsprint/), 'a page without articles').toBe(0);
    await open(page, FLAGSHIP);
    expect(server.count(/\/newsprint/), 'shell, style, glue and engine').toBe(4);
    expect(server.count(/\/api\/articles\//), 'the preloaded reply is used').toBe(1);
  });
});
