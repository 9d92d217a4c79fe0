// @ts-check
/** An article that the page itself brings: as a property, or as JSON in a script. */
import { expect, paper, small, test } from './support/fixtures.mjs';
import { FOLDER } from './support/server.mjs';
import { isIn, IT, ITS_JSON, PATH, read, site, write } from './support/site.mjs';

const JSON_IN_PAGE = JSON.stringify(
  small([], {
    headline: 'In the page',
    latest: { items: [{ headline: 'Other', url: '/news/other.html', article: 'api/other.json' }] },
  }),
);

/** @param {string} body @param {string} [head] */
const pageWith = (body, head = '') => `<!doctype html><html lang="en"><title>A site</title>
  <link rel="icon" href="/news/favicon.svg">${head}<body>${body}
  <script type="module" src="newsprint.js"></script>`;

test('an article that was set before the element was defined is shown', async ({
  page,
  server,
}) => {
  server.answer(`${FOLDER}site.html`, {
    body: `<!doctype html><html lang="en"><title>A site</title>
      <link rel="icon" href="favicon.svg"><body><newsprint-article></newsprint-article>
      <script src="early.js"></script><script type="module" src="newsprint.js"></script>`,
  });
  server.answer(`${FOLDER}early.js`, {
    body: `document.querySelector('newsprint-article').article = ${ITS_JSON};`,
  });
  await page.goto('site.html');
  await expect(paper(page).headline).toHaveText('A small article');
});

test('an article set as a property is shown instead of the one of src', async ({
  page,
  server,
}) => {
  site(server, IT);
  await page.goto('site.html');
  const { element, headline } = paper(page);
  await expect(headline).toHaveText('A small article');
  expect((await read(element, 'article')).headline).toBe('A small article');

  const isSame = await element.evaluate(
    async (node, given) => {
      const shown = new Promise((resolve) => node.addEventListener('newsprint-load', resolve));
      /** @type {any} */ (node).article = given;
      await shown;
      return /** @type {any} */ (node).article === given;
    },
    small([], { headline: 'Given' }),
  );
  expect(isSame, 'what is read is the very object').toBe(true);
  await expect(headline).toHaveText('Given');

  await write(element, 'article', null);
  await expect(headline).toHaveText('A small article');
  await expect.poll(() => server.count(PATH)).toBe(2);
});

test('an article set as a property is asked of nobody', async ({ page, server }) => {
  site(server, '<newsprint-article></newsprint-article>');
  await page.goto('site.html');
  const { element, headline } = paper(page);
  await expect.poll(() => read(element, 'article')).toBeNull();
  await write(element, 'article', small([], { headline: 'Given' }));
  await expect(headline).toHaveText('Given');
  expect(server.count(/\/api\//)).toBe(0);
});

test('there is no article while none is shown', async ({ page, server, watch }) => {
  watch.expect('newsprint: not-found', 'status of 404');
  site(server, IT);
  const reply = server.hold(PATH, { status: 404, body: '' });
  await page.goto('site.html');
  const { element, error } = paper(page);
  await expect.poll(() => isIn(element, 'loading')).toBe(true);
  expect(await read(element, 'article')).toBeNull();
  reply.release();
  await expect(error).toBeVisible();
  expect(await read(element, 'article')).toBeNull();
});

test('the article stands in the page already, as JSON in a script', async ({ page, server }) => {
  site(
    server,
    `<newsprint-article><script type="application/json">${ITS_JSON}</script></newsprint-article>`,
  );
  await page.goto('site.html');
  await expect(paper(page).headline).toHaveText('A small article');
  expect(server.count(/\/api\//)).toBe(0);
});

test('back leads to an article that stands in the page', async ({ page, server }) => {
  server.answer('/news/site.html', {
    body: pageWith(
      `<newsprint-article navigation="in-place"><script type="application/json">${JSON_IN_PAGE}</script>
       </newsprint-article>`,
    ),
  });
  server.answer('/news/api/other.json', { body: JSON.stringify(small([], { headline: 'Other' })) });
  await page.goto('site.html');
  const { element, headline } = paper(page);
  await expect(headline).toHaveText('In the page');
  await element.getByRole('link', { name: 'Other' }).click();
  await expect(headline).toHaveText('Other');
  await page.goBack();
  await expect(headline).toHaveText('In the page');
  await page.goForward();
  await expect(headline).toHaveText('Other');
});

test('an inline article is not loaded anew when the address changes', async ({ page, server }) => {
  server.answer('/news/site.html', { body: pageWith('<newsprint-article></newsprint-article>') });
  await page.goto('site.html');
  const { element, headline } = paper(page);
  const loads = await element.evaluateHandle((element) => {
    /** @type {string[]} */
    const heard = [];
    element.addEventListener('newsprint-load', () => heard.push('load'));
    /** @type {any} */ (element).article = { headline: 'Given', sections: [] };
    return heard;
  });
  await expect(headline).toHaveText('Given');
  const isSame = await element.evaluate((element) => {
    const self = /** @type {any} */ (element);
    const again = { headline: 'Given', sections: [] };
    self.article = again;
    history.pushState(null, '', '/news/deep/er/');
    self.headingLevel = 2;
    return self.article === again;
  });
  expect(isSame).toBe(true);
  await expect(element.locator('h2.headline')).toHaveText('Given');
  expect(await loads.jsonValue()).toEqual(['load']);
});
