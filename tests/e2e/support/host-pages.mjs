// @ts-check
/** The pages of `tests/hosts/pages`, which make it hard for the element, and articles for them. */
import { readFileSync } from 'node:fs';

import { small } from './fixtures.mjs';
import { DIST } from './server.mjs';

/** @typedef {import('./server.mjs').Server} Server */

export const PAGES = '/hosts/pages/';

export const ARTICLES = '/hosts/articles/';

export const CORS = { 'access-control-allow-origin': '*' };

export const WASM = /_bg\.wasm$/;

export const TEASERS = { items: [{ headline: 'Later', standfirst: 'Soon', url: '/later' }] };

const RICH = small(
  [
    { type: 'paragraph', text: ['Some words, and ', { text: 'a link', href: '/there' }] },
    { type: 'heading', text: 'Below', level: 3 },
    { type: 'list', items: ['One', 'Two'] },
    { type: 'quote', text: 'So it is.', cite: 'One who knows' },
    {
      type: 'image',
      src: '/news/favicon.svg',
      alt: 'A sheet',
      width: 64,
      height: 64,
      caption: 'It',
    },
    { type: 'details', summary: 'More', blocks: [{ type: 'paragraph', text: 'Inside' }] },
  ],
  {
    header: { date: '2024-03-18', weather: { temperature: 10, condition: 'rain' } },
    kicker: 'Harbour',
    standfirst: 'In short',
    byline: { authors: [{ name: 'A. Writer', url: '/writer' }] },
    authorCards: [{ name: 'A. Writer', bio: 'Writes.' }],
    latest: TEASERS,
    related: TEASERS,
  },
);

/**
 * Serves the hosts' pages, and articles that say their names: `../articles/7.json` is 'Article 7'.
 * @param {Server} server
 * @param {Record<string, string>} [headers]
 */
export function serveHostPages(server, headers = {}) {
  for (const name of [
    'plain.html',
    'plain.css',
    'unset.html',
    'unset.css',
    'styled.html',
    'styled.css',
    'rtl.html',
    'thirty.html',
    'empty.html',
    'component.html',
    'component.js',
    'twice.html',
    'sandbox.html',
    'framed.html',
    'fallback.html',
  ]) {
    const body = readFileSync(new URL(`../../hosts/pages/${name}`, import.meta.url));
    server.answer(`${PAGES}${name}`, { body, headers });
  }
  for (let number = 1; number <= 30; number++) {
    give(server, `${number}`, small([], { headline: `Article ${number}` }), headers);
  }
  give(server, 'rich', RICH, headers);
}

/**
 * Serves an article beside the pages.
 * @param {Server} server
 * @param {string} name
 * @param {object} article
 * @param {Record<string, string>} [headers]
 */
export const give = (server, name, article, headers = {}) =>
  server.answer(`${ARTICLES}${name}.json`, { body: JSON.stringify(article), headers });

/** The text of a file of the bundle. @param {string} name */
export const bundled = (name) => readFileSync(DIST + name, 'utf8');
