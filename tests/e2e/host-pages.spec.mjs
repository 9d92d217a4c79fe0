// @ts-check
/** The element on pages that make it hard: `tests/hosts/pages`. */
import { readFileSync } from 'node:fs';

import { expect, overflow, painted, paper, small, test } from './support/fixtures.mjs';
import { ARTICLES, CORS, give, PAGES, serveHostPages, TEASERS } from './support/host-pages.mjs';
import { POLICY } from './support/server.mjs';

test.describe('a page from right to left', () => {
  test('has each article in its own direction, and all else in that of the page', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint: not-found', 'status of 404');
    serveHostPages(server);
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
    serveHostPages(server);
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

test.describe('in a sandboxed frame of an opaque origin', () => {
  test('it works, where every reply may be read by all', async ({ page, server }) => {
    server.answer(/^\/news\//, { headers: CORS });
    serveHostPages(server, CORS);
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
