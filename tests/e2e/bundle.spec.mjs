// @ts-check
/** What the bundle and the rendered articles hold, and what films and sounds ask of a policy. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { NAMES, expect, hasMedia, open, paper, small, test } from './support/fixtures.mjs';
import { DIST } from './support/server.mjs';

test('no page has a script, style or handler of its own in it', () => {
  for (const name of ['index', 'article', ...NAMES.map((name) => `articles/${name}`)]) {
    const html = readFileSync(join(DIST, `${name}.html`), 'utf8');
    expect(html, name).toContain('Content-Security-Policy');
    expect(html, name).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/i);
  }
});

for (const name of NAMES) {
  test(`${name} holds nothing that runs, down to its last picture`, async ({ page }) => {
    // High enough for all lazy pictures to be near.
    await page.setViewportSize({ width: 1280, height: 8000 });
    const { article, element } = await open(page, name);
    await expect
      .poll(() =>
        article
          .locator('img')
          .evaluateAll((all) => all.every((img) => /** @type {any} */ (img).naturalWidth > 0)),
      )
      .toBe(true);
    const bad = await element.evaluate((node) =>
      [.../** @type {ShadowRoot} */ (node.shadowRoot).querySelectorAll('*')]
        .filter(
          (it) =>
            /^(script|style|iframe|object|embed|link|template)$/.test(it.localName) ||
            [...it.attributes].some(({ name }) => name === 'style' || name.startsWith('on')),
        )
        .map((it) => it.outerHTML),
    );
    expect(bad).toEqual([]);
  });
}

for (const name of NAMES.filter(hasMedia)) {
  test.describe(`the films and sounds of ${name}`, () => {
    test('are all that the strict policy objects to', async ({ page, server, watch }) => {
      // It names no `media-src`. A browser holds the addresses of films and sounds against it
      // before anyone plays them; whatever else it reported would fail this test.
      watch.expect(/^violation: media-src /, /^error: Loading media from .*'media-src' was not/);
      server.reset();
      const { article } = await open(page, name);
      await expect(article.locator('video, audio').first()).toBeVisible();
    });

    test('are not asked for before they are played', async ({ page, server }) => {
      const { article } = await open(page, name);
      const players = article.locator('video, audio');
      await expect
        .poll(() =>
          players.evaluateAll((all) => all.map((it) => /** @type {any} */ (it).currentSrc)),
        )
        .not.toContain('');
      expect(await players.count()).toBeGreaterThan(0);
      expect(server.count(/\/api\/media\//)).toBe(0);
    });
  });
}

test('markup in a table, in code, in the rights is shown as it is', async ({ page, server }) => {
  const markup = '<b>bold</b> <img src=x onerror=alert(1)> &amp;';
  const blocks = [
    { type: 'code', code: markup, language: markup },
    { type: 'table', caption: markup, header: [markup], rows: [[markup]] },
    { type: 'paragraph', text: [{ text: markup, marks: ['strong'] }] },
  ];
  await page.goto(server.article('markup', small(blocks, { rights: markup })));
  const { article } = paper(page);
  for (const place of ['.rights', 'pre', '.code figcaption', 'caption', 'th', 'td', 'strong']) {
    await expect(article.locator(place), place).toHaveText(markup);
  }
  await expect(article.locator('b, img')).toHaveCount(0);
});

test.describe('links inside an article', () => {
  test('can be followed with the keyboard', async ({ page }) => {
    const { article } = await open(page, 'ice-core-cold-store');
    const link = article.locator('[part=paragraph] a[href^="#"]').first();
    const id = ((await link.getAttribute('href')) ?? '').slice(1);
    const url = page.url();
    const own = id.replace(/^newsprint-\d+-to-/, '');
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(article.locator(`[id="${id}"]`)).toBeFocused();
    // As with any link of a page, by the id that the article has for it.
    expect(page.url()).toBe(`${url}#${own}`);
  });

  test('open a box inside a closed box', async ({ page, server }) => {
    const inner = { type: 'paragraph', id: 'deep', text: 'Deep inside.' };
    const closed = (/** @type {object} */ block) => ({
      type: 'details',
      summary: 'More',
      blocks: [block],
    });
    const link = { type: 'paragraph', text: [{ text: 'There', href: '#deep' }] };
    await page.goto(server.article('deep', small([link, closed(closed(inner))])));
    const { article } = paper(page);
    await article.getByRole('link', { name: 'There' }).click();
    await expect(article.getByText('Deep inside.')).toBeInViewport();
    await expect(article.getByText('Deep inside.')).toBeFocused();
  });
});
