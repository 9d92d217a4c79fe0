// @ts-check
/** A site whose articles lead to each other by their teasers. */
import { paper, small } from './fixtures.mjs';
import { FOLDER } from './server.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./server.mjs').Server} Server */

export const IT = '<newsprint-article src="/news/api/articles/one.json"></newsprint-article>';

export const IN_PLACE = IT.replace('src=', 'navigation="in-place" src=');

const LONG = Array.from({ length: 60 }, (_, index) => ({
  type: 'paragraph',
  text: `Paragraph ${index} says as much as it takes to fill a line or two of the page, and no more.`,
}));

/** Articles that lead to each other. @type {Record<string, object>} */
export const ARTICLES = {
  one: small(LONG, {
    headline: 'Article one',
    latest: {
      items: [
        { headline: 'To two', url: '/news/two.html', article: '/news/api/articles/two.json' },
        { headline: 'To a page', url: '/news/page.html' },
      ],
    },
    related: {
      items: [
        { headline: 'To three', url: '/news/three.html', article: '/news/api/articles/three.json' },
      ],
    },
  }),
  two: small(LONG, {
    headline: 'Article two',
    related: {
      items: [
        { headline: 'To three', url: '/news/three.html', article: '/news/api/articles/three.json' },
      ],
    },
  }),
  three: small(LONG, { headline: 'Article three' }),
};

/**
 * A site with a page for each article, and one without any.
 * @param {Server} server
 * @param {string} [body] what is on the page of the first
 */
export function linkedSite(server, body = IT) {
  const page = (/** @type {string} */ content) => ({
    body: `<!doctype html><html lang="en"><title>A site</title>
      <link rel="icon" href="/news/favicon.svg"><link rel="stylesheet" href="/news/site.css">
      <script type="module" src="/news/newsprint.js"></script><body>${content}`,
  });
  for (const [name, article] of Object.entries(ARTICLES)) {
    server.answer(`${FOLDER}api/articles/${name}.json`, { body: JSON.stringify(article) });
    server.answer(`${FOLDER}${name}.html`, page(body.replace('one.json', `${name}.json`)));
  }
  server.answer(`${FOLDER}page.html`, page('<h1>Just a page</h1>'));
  server.answer(`${FOLDER}site.css`, { body: 'body { margin: 0 }' });
}

/** What the page's address ends with. @param {Page} page */
export const address = (page) => new URL(page.url()).pathname.replace(FOLDER, '');

/** A teaser's link. @param {Page} page @param {string} name */
export const teaser = (page, name) => paper(page).article.getByRole('link', { name });

/** How far down the reader is. @param {Page} page */
export const scrolled = (page) => page.evaluate(() => Math.round(scrollY));
