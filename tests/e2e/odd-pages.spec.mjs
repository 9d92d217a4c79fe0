// @ts-check
/** Pages that are odd in some way: how they were opened, what they have replaced, what they have named. */
import { expect, paper, small, test } from './support/fixtures.mjs';
import { FOLDER } from './support/server.mjs';
import { IT, PATH, site } from './support/site.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const PICTURE = { type: 'image', src: '../images/snow-street.svg', alt: 'Snow' };

/** @param {Page} page */
const picture = (page) =>
  paper(page)
    .article.locator('img')
    .evaluate((img) => /** @type {HTMLImageElement} */ (img).src);

test('a page that was opened with a password has its article', async ({
  page,
  server,
  origins,
}) => {
  origins.push('http://127.0.0.1');
  site(server, IT, { article: small([PICTURE]) });
  const url = new URL(`${FOLDER}site.html`, server.url);
  url.username = 'user';
  url.password = 'secret';
  /** @type {string[]} */
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(url.href);
  await expect(paper(page).headline).toBeVisible();
  expect(await picture(page)).not.toContain('secret');
  expect(said.join('\n')).not.toContain('secret');
});

test('a page that was opened with a password has its article of the page, too', async ({
  page,
  server,
}) => {
  const json = JSON.stringify(small([{ ...PICTURE, src: 'api/images/snow-street.svg' }]));
  site(
    server,
    `<newsprint-article><script type="application/json">${json}</script></newsprint-article>`,
  );
  const url = new URL(`${FOLDER}site.html`, server.url);
  url.username = 'user';
  url.password = 'secret';
  await page.goto(url.href);
  await expect(paper(page).headline).toBeVisible();
  expect(await picture(page)).not.toContain('secret');
});

test('replies that the page has remade do not say where they came from', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => {
    const real = fetch;
    globalThis.fetch = async (...all) => {
      const { body, status, headers } = await real(...all);
      return new Response(body, { status, headers });
    };
  });
  site(server, IT, { article: small([PICTURE]) });
  await page.goto('site.html');
  await expect(paper(page).headline).toBeVisible();
  expect(await picture(page)).toBe(`${server.origin}${FOLDER}api/images/snow-street.svg`);
});

test('a form named hidden does not hide the page', async ({ page, server }) => {
  // The early request is not taken, so that the engine has to ask by itself.
  server.answer(PATH, { status: 503, body: '' }, { body: JSON.stringify(small()) });
  site(server, '<form name="hidden"></form><form name="readyState"></form><div></div>');
  await page.goto('site.html');
  await page.locator('div').evaluate((div) => {
    const element = document.createElement('newsprint-article');
    element.setAttribute('src', 'api/articles/it.json');
    element.setAttribute('refresh', '1');
    div.append(element);
  });
  await expect(paper(page).headline).toHaveText('A small article');
  server.answer(PATH, { body: JSON.stringify(small([], { headline: 'A newer version' })) });
  await expect(paper(page).headline).toHaveText('A newer version');
});

for (const [kind, state] of /** @type {const} */ ([
  ['a string', 'page-7'],
  ['a number', 7],
  ['a list', ['page', 7]],
  ['an object', { page: 7 }],
])) {
  test(`what the site has in its history stays: ${kind}`, async ({ page, server }) => {
    const other = { headline: 'Other', url: '/news/other', article: 'other.json' };
    site(server, IT.replace(' src', ' navigation="in-place" src'), {
      article: small([], { latest: { items: [other] } }),
    });
    server.answer(`${FOLDER}api/articles/other.json`, {
      body: JSON.stringify(small([], { headline: 'The other article' })),
    });
    await page.goto('site.html');
    const { headline, article } = paper(page);
    await expect(headline).toHaveText('A small article');
    await page.evaluate((state) => history.replaceState(state, ''), state);
    await article.getByRole('link', { name: 'Other' }).click();
    await expect(headline).toHaveText('The other article');
    await page.goBack();
    await expect(headline).toHaveText('A small article');
    const found = await page.evaluate(() => history.state);
    if (kind === 'an object') expect(found).toMatchObject({ page: 7 });
    else expect(found).toEqual(state);
    await page.goForward();
    await expect(headline).toHaveText('The other article');
  });
}

test('the module from two addresses is one', async ({ page, server }) => {
  site(server, IT);
  await page.goto('site.html');
  await expect(paper(page).headline).toBeVisible();
  const found = await page.evaluate(async () => {
    const [first, second] = await Promise.all([
      import(new URL('newsprint.js', location.href).href),
      import(new URL('newsprint.js?ver=2', location.href).href),
    ]);
    const made = new second.NewsprintArticle();
    second.NewsprintArticle.configure({ headersTimeout: 5000 });
    return {
      isSame: first.NewsprintArticle === second.NewsprintArticle,
      name: made.localName,
      isInstance: document.querySelector('newsprint-article') instanceof second.NewsprintArticle,
    };
  });
  expect(found).toEqual({ isSame: true, name: 'newsprint-article', isInstance: true });
});

test('the module from a blob says that it finds no engine, and the fallback stays', async ({
  page,
  server,
  watch,
}) => {
  watch.expect(/newsprint 0.*engine|violation|Failed|blob/);
  site(server, IT.replace('></', '><p>Fallback</p></'), { policy: '' });
  server.answer(`${FOLDER}newsprint.js`, { body: '' }, {});
  await page.goto('site.html');
  await page.evaluate(async () => {
    const code = await (await fetch('newsprint.js')).text();
    const blob = new Blob([code], { type: 'text/javascript' });
    await import(URL.createObjectURL(blob));
  });
  await expect(paper(page).error).toBeVisible();
  await expect(page.getByText('Fallback')).toBeVisible();
});

for (const [what, add] of /** @type {[string, () => void][]} */ ([
  [
    'arrays',
    () => {
      // As a library of 2007 did it.
      Object.defineProperty(Array.prototype, 'toJSON', {
        configurable: true,
        enumerable: true,
        value() {
          return JSON.stringify([...this].join());
        },
      });
    },
  ],
  [
    'words',
    () => {
      Object.assign(String.prototype, { toJSON: () => '"quoted"' });
      Object.assign(Number.prototype, { toJSON: () => 'a number' });
    },
  ],
  ['all objects', () => void Object.assign(Object.prototype, { toJSON: () => ({}) })],
])) {
  test(`an article is what the page gave, whatever its libraries make of the JSON of ${what}`, async ({
    page,
    server,
  }) => {
    site(server, '<newsprint-article></newsprint-article>');
    await page.addInitScript(add);
    await page.goto('site.html');
    const article = small([
      { type: 'list', items: ['One', 'Two'] },
      { type: 'table', rows: [['A', 1.5]] },
    ]);
    const left = await paper(page).element.evaluate((node, given) => {
      Object.assign(node, { article: JSON.parse(given) });
      return ['Array', 'String', 'Number', 'Object'].map(
        (name) => typeof (/** @type {any} */ (globalThis)[name].prototype.toJSON),
      );
    }, JSON.stringify(article));
    expect(left).toContain('function');
    const { element, headline } = paper(page);
    await expect(headline).toHaveText(String(article.headline));
    await expect(element.locator('li')).toHaveText(['One', 'Two']);
    await expect(element.locator('td')).toHaveText(['A', '1.5']);
  });
}
