// @ts-check
/** An empty page under the strict policy, with what a test puts into it. */
import { FOLDER } from './server.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./server.mjs').Server} Server */

/** Where the articles of a blank page are. */
export const ARTICLES = `${FOLDER}blank/`;

/** The path of an article of the blank page. @param {string} name */
export const path = (name) => `${ARTICLES}${name}.json`;

/**
 * An element that shows an article of the blank page.
 * @param {string} name
 * @param {string} [more] attributes
 * @param {string} [inside] its fallback
 */
export const element = (name, more = '', inside = '') =>
  `<newsprint-article src="${path(name)}" ${more}>${inside}</newsprint-article>`;

/**
 * Serves a page with this in it.
 * @param {Server} server
 * @param {string} [body]
 * @param {string} [root] attributes of the page
 * @returns {string} its path
 */
export function blankPage(server, body = '', root = 'lang="en"') {
  server.answer(`${FOLDER}blank.css`, { body: 'body { margin: 0 }' });
  server.answer(`${FOLDER}blank.html`, {
    body: `<!doctype html><html ${root}><meta charset="utf-8"><title>A blank page</title>
      <link rel="icon" href="/news/favicon.svg"><link rel="stylesheet" href="/news/blank.css">
      <script type="module" src="/news/newsprint.js"></script><body>${body}</body></html>`,
  });
  return `${FOLDER}blank.html`;
}

/**
 * Serves an article of the blank page from now on.
 * @param {Server} server
 * @param {string} name
 * @param {object} article
 * @param {Record<string, string>} [headers]
 */
export const give = (server, name, article, headers = {}) =>
  server.answer(path(name), { body: JSON.stringify(article), headers });

/** Paragraphs that say which they are, a line or two each. @param {number} number */
export const paragraphs = (number) =>
  Array.from({ length: number }, (_, index) => ({
    type: 'paragraph',
    text: `Paragraph ${index} says as much as it takes to fill a line or two, and no more than that.`,
  }));

/**
 * Notes the events of all elements from the start.
 * @param {Page} page
 */
export async function listen(page) {
  await page.addInitScript(() => {
    /** @type {object[]} */
    const heard = [];
    Object.assign(globalThis, { heard });
    for (const type of ['load', 'update', 'error']) {
      addEventListener(
        `newsprint-${type}`,
        (event) => {
          const { id } = /** @type {Element} */ (event.target);
          const { kind, message, source } = /** @type {CustomEvent} */ (event).detail;
          heard.push({ type, id, kind, message, source });
        },
        true,
      );
    }
  });
  /** @param {string} [type] @returns {Promise<any[]>} */
  return async (type) => {
    const all = await page.evaluate(() => /** @type {any} */ (globalThis).heard);
    return type ? all.filter((/** @type {any} */ one) => one.type === type) : all;
  };
}
