// @ts-check
/** An article that the page itself gives, and what stands in for one that is on its way. */
import { expect, paper, small, test } from './fixtures.mjs';

const JSON_IN_PAGE = JSON.stringify(
  small([], {
    headline: 'In the page',
    latest: { items: [{ headline: 'Other', url: '/news/other.html', article: 'api/other.json' }] },
  }),
);

/** @param {string} body @param {string} [head] */
const site = (body, head = '') => `<!doctype html><html lang="en"><title>A site</title>
  <link rel="icon" href="/news/favicon.svg">${head}<body>${body}
  <script type="module" src="newsprint.js"></script>`;

test('the fallback can be clicked while the article is on its way', async ({ page, server }) => {
  const reply = server.hold('/news/api/slow.json', { body: JSON.stringify(small()) });
  server.answer('/news/site.html', {
    body: site(
      `<newsprint-article src="api/slow.json" theme="dark"><a href="#there">Read it</a>
       </newsprint-article>`,
    ),
  });
  await page.goto('site.html');
  await expect(paper(page).element.locator('.frame[data-state=loading]')).toBeAttached();
  await page.getByRole('link', { name: 'Read it' }).click({ timeout: 3000 });
  expect(new URL(page.url()).hash).toBe('#there');
  await expect(paper(page).frame).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  reply.release();
  await expect(paper(page).headline).toBeVisible();
});

test('back leads to an article that stands in the page', async ({ page, server }) => {
  server.answer('/news/site.html', {
    body: site(
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

test('a given article is not loaded anew when the address changes', async ({ page, server }) => {
  server.answer('/news/site.html', { body: site('<newsprint-article></newsprint-article>') });
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
