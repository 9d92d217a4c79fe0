// @ts-check
/** Nothing that ships, and nothing that a document says, gets past the strict policy. */
import { readFileSync, readdirSync } from 'node:fs';

import { FLAGSHIP, NAMES, expect, open, paper, small, test } from './support/fixtures.mjs';
import { DIST } from './support/server.mjs';

/** What would parse a string as markup or as a program. */
const DOORS =
  /\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcdoc|\beval\(|new Function|setTimeout\(['"`]/;

test('no file of an article parses strings as markup or programs', () => {
  const scripts = readdirSync(DIST).filter((name) => /^newsprint.*\.js$/.test(name));
  // The start script, the engine, and an action.
  expect(scripts.length).toBeGreaterThanOrEqual(3);
  for (const name of scripts) {
    expect(readFileSync(DIST + name, 'utf8'), name).not.toMatch(DOORS);
  }
});

// The watch of every test fails it when a violation is reported.
for (const name of NAMES) {
  test(`${name} keeps to the policy`, async ({ page }) => {
    const { element } = await open(page, name);
    const styled = await element.evaluate(
      (host) => host.shadowRoot?.querySelectorAll('[style], script, style').length,
    );
    expect(styled).toBe(0);
  });
}

test('the front page and the reader keep to the policy', async ({ page }) => {
  await page.goto('index.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('article.html');
  await expect(page.getByRole('status')).toContainText('?src=');
});

test('the watch sees a violation', async ({ page, watch }) => {
  watch.expect(/violation: style-src/, /Content Security Policy/);
  await open(page, FLAGSHIP);
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
});

test('text is text', async ({ page, server }) => {
  const text = '<b>bold</b> & <script>document.title = "owned"</script>&lt;';
  const article = small([{ type: 'paragraph', text }], { headline: text, kicker: text });
  await page.goto(server.article('text', article));
  const { headline, article: shown } = paper(page);
  await expect(headline).toHaveText(text);
  await expect(shown.locator('p[part=paragraph]')).toHaveText(text);
  await expect(shown.locator('b, script')).toHaveCount(0);
  expect(await page.title()).not.toBe('owned');
});

test('links that could run something are words', async ({ page, server, watch }) => {
  const urls = [
    'javascript:document.title="owned"',
    ' JaVa\tScRiPt:document.title="owned"',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'blob:https://other.example/1',
  ];
  watch.expect(/warning: newsprint: \/sections\/0\/blocks\/0\/text\/[0-4]\/href: expected an http/);
  const spans = urls.map((href, index) => ({ text: `word ${index} `, href }));
  await page.goto(server.article('links', small([{ type: 'paragraph', text: spans }])));
  const paragraph = paper(page).article.locator('p[part=paragraph]');
  await expect(paragraph).toHaveText('word 0 word 1 word 2 word 3 word 4');
  await expect(paragraph.locator('a')).toHaveCount(0);
});

test('ids of a document meet none of the page', async ({ page, server }) => {
  const blocks = [{ type: 'paragraph', id: 'article', text: 'A' }];
  await page.goto(server.article('ids', small(blocks)));
  await expect(paper(page).headline).toBeVisible();
  const found = await page.evaluate(() => document.getElementById('article')?.localName);
  expect(found).toBe('main');
});

test('links inside the article lead there and back', async ({ page }) => {
  await open(page, 'ice-core-cold-store');
  const { article } = paper(page);
  const reference = article.locator('sup').first().locator('xpath=ancestor::a');
  await reference.click();
  const note = article.locator('.footnotes li').first();
  await expect(note).toBeFocused();
  await expect(note).toBeInViewport();
  await note.getByRole('link', { name: 'Back to the text' }).click();
  await expect(reference).toBeFocused();
  await expect(reference).toBeInViewport();
});

test('a link into a closed box opens it', async ({ page, server }) => {
  const blocks = [
    { type: 'paragraph', text: [{ text: 'See below', href: '#inside' }] },
    {
      type: 'details',
      summary: 'More',
      blocks: [{ type: 'paragraph', id: 'inside', text: 'Here it is' }],
    },
  ];
  await page.goto(server.article('box', small(blocks)));
  const { article } = paper(page);
  await expect(article.getByText('Here it is')).toBeHidden();
  await article.getByRole('link', { name: 'See below' }).click();
  await expect(article.getByText('Here it is')).toBeVisible();
});
