// @ts-check
/** A page of a site with one article, and what a script of the site does with the element. */
import { small } from './fixtures.mjs';
import { FOLDER, POLICY } from './server.mjs';

/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {import('./server.mjs').Server} Server */

export const PATH = `${FOLDER}api/articles/it.json`;

export const ITS_JSON = JSON.stringify(small());

export const IT = '<newsprint-article src="api/articles/it.json"></newsprint-article>';

export const RICH = small([{ type: 'paragraph', text: 'A word.' }], {
  header: { date: '2024-03-18', weather: { temperature: 10, unit: 'C', condition: 'rain' } },
  kicker: 'Harbour',
  published: '2024-03-18T09:30:00Z',
  byline: { authors: [{ name: 'A. Writer' }] },
  authorCards: [{ name: 'A. Writer', bio: 'Writes.' }],
  latest: { items: [{ headline: 'Later', url: '/later' }] },
  related: { items: [{ headline: 'Alike', url: '/alike' }] },
});

/**
 * A page of a site of the test's own, with one article to be had.
 * @param {Server} server
 * @param {string} body
 * @param {{ article?: object, css?: string, policy?: string, script?: string, lang?: string }} [more]
 */
export function site(
  server,
  body,
  { article, css = '', policy = POLICY, script, lang = 'en' } = {},
) {
  server.answer(`${FOLDER}site.html`, {
    headers: { 'content-security-policy': policy },
    body: `<!doctype html><html lang="${lang}"><title>A site</title>
      <link rel="icon" href="favicon.svg"><link rel="stylesheet" href="site.css">
      ${script === undefined ? '' : '<script type="module" src="site.js"></script>'}
      <script type="module" src="newsprint.js"></script><body>${body}`,
  });
  server.answer(`${FOLDER}site.css`, { body: css });
  server.answer(`${FOLDER}site.js`, { body: script ?? '' });
  server.answer(PATH, { body: article ? JSON.stringify(article) : ITS_JSON });
}

/**
 * A property of an element.
 * @param {Locator} element
 * @param {string} name
 */
export const read = (element, name) =>
  element.evaluate((node, key) => /** @type {any} */ (node)[key], name);

/**
 * Sets a property of an element.
 * @param {Locator} element
 * @param {string} name
 * @param {unknown} value
 */
export const write = (element, name, value) =>
  element.evaluate(
    (node, [key, it]) => void Object.assign(node, { [String(key)]: it }),
    [name, value],
  );

/**
 * Whether an element is in a state that style sheets can ask for.
 * @param {Locator} element
 * @param {string} state
 */
export const isIn = (element, state) =>
  element.evaluate((node, name) => node.matches(`:state(${name})`), state);
