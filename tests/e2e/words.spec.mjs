// @ts-check
/** The words of the interface: in the language of the article at once, and English ones for free. */
import { readFileSync, readdirSync } from 'node:fs';

import { expect, paper, small, test } from './support/fixtures.mjs';

const FOLDER = new URL('../../words/', import.meta.url);

/** The languages that there are words in. */
const LANGUAGES = readdirSync(FOLDER).map((name) => name.replace('.json', ''));

/** @param {string} language @returns {Record<string, string>} */
const words = (language) => JSON.parse(readFileSync(new URL(`${language}.json`, FOLDER), 'utf8'));

/** The file of a language. @param {string} language */
const file = (language) => new RegExp(`/newsprint-${language}-[0-9a-f]+\\.js$`);

/** Any file of words. */
const ANY = /\/newsprint-[a-z]{2,3}-[0-9a-f]+\.js$/;

/** An article in a language, with a byline, tags and a correction. @param {string} lang */
const article = (lang) =>
  small([{ type: 'paragraph', text: '…' }], {
    lang,
    byline: { authors: ['A. Author'] },
    published: '2024-03-18T06:00:00Z',
    corrections: [{ text: '…' }],
  });

test('there are words in six languages', () => {
  expect(LANGUAGES.sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ru']);
});

for (const language of LANGUAGES) {
  test(`${language}: an article has its words from the first moment`, async ({ page, server }) => {
    await page.addInitScript(() => {
      /** @type {string[]} */
      const seen = [];
      Object.assign(globalThis, { seen });
      customElements.whenDefined('newsprint-article').then(() => {
        const look = () => {
          const { shadowRoot } = document.querySelector('newsprint-article') ?? {};
          const line = shadowRoot?.querySelector('.byline')?.textContent;
          if (line && line !== seen.at(-1)) seen.push(line);
          requestAnimationFrame(look);
        };
        look();
      });
    });
    await page.goto(server.article(`words-${language}`, article(language)));
    const shown = paper(page).article;
    await expect(shown.locator('.times')).toContainText(words(language).published);
    await expect(shown.locator('.corrections h2')).toHaveText(words(language).corrections);
    // Never in another language first.
    const seen = await page.evaluate(
      () => /** @type {{ seen: string[] }} */ (/** @type {unknown} */ (globalThis)).seen,
    );
    expect(seen).toHaveLength(1);
    expect(seen[0]).toContain(words(language).authoredBy);
    expect(server.count(file(language))).toBe(language === 'en' ? 0 : 1);
  });
}

test('a reader of English fetches no words', async ({ page, server }) => {
  await page.goto(server.article('words-none', article('en-GB')));
  await expect(paper(page).headline).toBeVisible();
  expect(server.count(ANY)).toBe(0);
});

test('a language without words gets English ones, and its own dates', async ({ page, server }) => {
  await page.goto(server.article('words-other', article('fi')));
  await expect(paper(page).article.locator('.byline')).toContainText('Authored by');
  await expect(paper(page).article.locator('.times')).toContainText('maaliskuuta');
  expect(server.count(ANY)).toBe(0);
});

test('words that can’t be had cost no article', async ({ page, server, watch }) => {
  watch.expect('status of 404');
  server.answer(file('de'), { status: 404, body: '' });
  await page.goto(server.article('words-lost', article('de')));
  await expect(paper(page).article.locator('.byline')).toContainText('Authored by');
  await expect(paper(page).article.locator('.times')).toContainText('März');
});

test('a language that is no language gets English words', async ({ page, server, watch }) => {
  watch.expect('engine', 'status of 404');
  server.answer(/_bg\.wasm$/, { status: 404, body: '' });
  await page.goto(server.article('words-odd', article('en')));
  await page.evaluate(() => {
    document.documentElement.lang = 'constructor';
    const element = document.querySelector('newsprint-article');
    element?.replaceWith(element.cloneNode());
  });
  await expect(paper(page).error).toHaveText(words('en').unavailable);
});

test('two elements share the words', async ({ page, server }) => {
  const one = server.article('words-two', article('fr'));
  await page.goto(one);
  await expect(paper(page).headline).toBeVisible();
  await page.evaluate(() => {
    const element = document.querySelector('newsprint-article');
    element?.after(element.cloneNode());
  });
  await expect(paper(page, 1).article.locator('.byline')).toContainText(words('fr').authoredBy);
  expect(server.count(file('fr'))).toBe(1);
});

test('a failure is told in the language of the page', async ({ page, server, watch }) => {
  watch.expect('not-found', 'status of 404');
  await page.goto('article.html?src=api/articles/no-such.json');
  await expect(paper(page).error).toBeVisible();
  await page.evaluate(() => {
    const element = document.createElement('newsprint-article');
    element.lang = 'ar';
    element.setAttribute('src', 'api/articles/none-either.json');
    document.querySelector('newsprint-article')?.replaceWith(element);
  });
  await expect(paper(page).error).toContainText(words('ar')['message.gone']);
  expect(server.count(file('ar'))).toBe(1);
});
