// @ts-check
/** Language and direction: of the article, of the element, of the page. */
import { expect, paper, small, test } from './support/fixtures.mjs';
import { give, PAGES, serveHostPages } from './support/host-pages.mjs';
import { IT, PATH, site, write } from './support/site.mjs';

test('lang on the element decides where the article does not, at any time', async ({
  page,
  server,
}) => {
  const header = { date: '2024-03-18' };
  site(server, '<newsprint-article lang="fr" src="api/articles/it.json"></newsprint-article>', {
    article: small([], { lang: null, header }),
  });
  await page.goto('site.html');
  const { element, article } = paper(page);
  await expect(article.locator('.date')).toHaveText('lundi 18 mars 2024');
  await write(element, 'lang', 'de');
  await expect(article.locator('.date')).toHaveText('Montag, 18. März 2024');
  expect(server.count(PATH)).toBe(1);
});

test('dir on the element decides where the article does not', async ({ page, server }) => {
  site(server, '<newsprint-article dir="rtl" src="api/articles/it.json"></newsprint-article>', {
    article: small([], { lang: null }),
  });
  await page.goto('site.html');
  const { element, article } = paper(page);
  await expect(article).toHaveCSS('direction', 'rtl');
  await write(element, 'dir', 'ltr');
  await expect(article).toHaveCSS('direction', 'ltr');
});

test('speaks the language of the page when the article names none', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('status of 404', 'newsprint: not-found');
  const article = small([], { lang: null, header: { date: '2024-03-18' } });
  const none = IT.replace('it.json', 'none.json');
  site(server, IT + none, { article, lang: 'de' });
  await page.goto('site.html');
  await expect(paper(page).article.locator('.date')).toHaveText('Montag, 18. März 2024');
  await expect(paper(page, 1).error).toContainText('Artikel');
});

test('inside a shadow root it works, in the language around the component', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('newsprint: not-found', 'status of 404');
  serveHostPages(server);
  const header = { date: '2024-03-18' };
  give(server, 'unnamed', small([], { lang: null, header }));
  await page.goto(`${PAGES}component.html`);
  await expect(paper(page).headline).toBeVisible();
  await expect(paper(page).article.locator('.date')).toHaveText('Montag, 18. März 2024');
  await expect(paper(page, 1).error).toContainText('Artikel');
});
