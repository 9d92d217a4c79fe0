// @ts-check
/** What a style sheet of the page can reach: parts, custom properties, states. */
import { readFileSync } from 'node:fs';

import { expect, MEDIA_POLICY, paper, test } from './support/fixtures.mjs';
import { FOLDER } from './support/server.mjs';
import { IT, ITS_JSON, PATH, RICH, site, write } from './support/site.mjs';

/** All of the contract's parts, with their pictures on this host. */
const everything = (/** @type {string} */ origin) => {
  const file = new URL('../../contract/fixtures/valid/complete.json', import.meta.url);
  const article = JSON.parse(
    readFileSync(file, 'utf8').replace(/https:\/\/(news|video|weather)\.example/g, origin),
  );
  article.related ??= { items: [{ headline: 'Alike', url: '/alike' }] };
  return article;
};

const PARTS = [
  'header',
  'weather',
  'date',
  'kicker',
  'headline',
  'standfirst',
  'byline',
  'hero',
  'section',
  'heading',
  'paragraph',
  'figure',
  'caption',
  'quote',
  'table',
  'embed',
  'author-card',
  'latest',
  'related',
  'teaser',
];

test('::part() reaches every part of an article', async ({ page, server, watch }) => {
  watch.expect('status of 404');
  const css = PARTS.map(
    (name, index) => `newsprint-article::part(${name}) { outline: ${index + 1}px solid }`,
  );
  site(server, IT, {
    article: everything(server.origin),
    css: css.join('\n'),
    policy: MEDIA_POLICY,
  });
  await page.goto('site.html');
  const { article, headline } = paper(page);
  await expect(headline).toBeVisible();
  for (const [index, name] of PARTS.entries()) {
    await expect(article.locator(`[part~="${name}"]`).first(), name).toHaveCSS(
      'outline-width',
      `${index + 1}px`,
    );
  }
});

test('::part() reaches the skeleton, the error and the retry button', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('newsprint: server', 'status of 503');
  const names = ['skeleton', 'error', 'retry'];
  const css = names.map((name) => `newsprint-article::part(${name}) { outline: 7px solid }`);
  site(server, IT, { css: css.join('\n') });
  const reply = server.hold(PATH, { status: 503, body: '' });
  await page.goto('site.html');
  const { error, retry, skeleton } = paper(page);
  await expect(skeleton).toHaveCSS('outline-width', '7px');
  reply.release();
  await expect(error).toHaveCSS('outline-width', '7px');
  await expect(retry).toHaveCSS('outline-width', '7px');
});

test('custom properties dress the article', async ({ page, server }) => {
  site(server, IT, {
    article: RICH,
    css: `newsprint-article {
      --newsprint-font-text: "Site Text"; --newsprint-font-heading: "Site Heading";
      --newsprint-font-size: 21px; --newsprint-measure: 333px; --newsprint-space: 44px;
      --newsprint-color-text: rgb(1, 0, 0); --newsprint-color-muted: rgb(2, 0, 0);
      --newsprint-color-background: rgb(3, 0, 0); --newsprint-color-accent: rgb(4, 0, 0);
      --newsprint-color-rule: rgb(5, 0, 0); }`,
  });
  await page.goto('site.html');
  const { article, frame, headline } = paper(page);
  await expect(headline).toBeVisible();
  const paragraph = article.locator('p[part=paragraph]');
  const body = article.locator('.body');
  await expect(paragraph).toHaveCSS('font-family', '"Site Text"');
  await expect(headline).toHaveCSS('font-family', '"Site Heading"');
  await expect(paragraph).toHaveCSS('font-size', '21px');
  await expect(body).toHaveCSS('max-width', '333px');
  await expect(article).toHaveCSS('padding-bottom', '44px');
  await expect(paragraph).toHaveCSS('color', 'rgb(1, 0, 0)');
  await expect(article.locator('.times')).toHaveCSS('color', 'rgb(2, 0, 0)');
  await expect(frame).toHaveCSS('background-color', 'rgb(3, 0, 0)');
  await expect(article.locator('.kicker')).toHaveCSS('color', 'rgb(4, 0, 0)');
  await expect(article.locator('.header')).toHaveCSS('border-bottom-color', 'rgb(5, 0, 0)');
});

test('states can be asked for by style sheets', async ({ page, server, watch }) => {
  watch.expect('newsprint: not-found', 'status of 404');
  site(server, IT, {
    css: `newsprint-article:state(loading) { border-top: 1px solid }
      newsprint-article:state(ready) { border-top: 2px solid }
      newsprint-article:state(error) { border-top: 3px solid }`,
  });
  server.answer(`${FOLDER}api/articles/none.json`, { status: 404, body: '' });
  const reply = server.hold(PATH, { body: ITS_JSON });
  await page.goto('site.html');
  const { element } = paper(page);
  await expect(element).toHaveCSS('border-top-width', '1px');
  reply.release();
  await expect(element).toHaveCSS('border-top-width', '2px');
  await write(element, 'src', 'api/articles/none.json');
  await expect(element).toHaveCSS('border-top-width', '3px');
  await element.evaluate((node) => node.removeAttribute('src'));
  await expect(element).toHaveCSS('border-top-width', '0px');
});
