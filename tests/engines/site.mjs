// @ts-check
/**
 * The site that the cases read: the host of the end-to-end tests, under the same strict policy, each
 * time at an origin of its own. So nothing that a case has left in a browser meets the next one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { MEDIA_POLICY, NAMES, hasMedia } from '../e2e/support/documents.mjs';
import { DIST, FOLDER, POLICY, start } from '../e2e/support/server.mjs';
import { blankPage } from '../e2e/support/blank-page.mjs';

/** @typedef {Awaited<ReturnType<typeof openSite>>} Site */

/** What runs in the pages. */
const SCRIPTS = ['in-page', 'poison'];

/** A script of `pages`. @param {string} name */
const read = (name) => readFileSync(new URL(`pages/${name}.js`, import.meta.url));

/** @param {string} name */
const script = (name) => `<script src="${FOLDER}${name}.js"></script>`;

/** Starts the site. */
export async function openSite() {
  const server = await start();
  for (const name of SCRIPTS) server.answer(`${FOLDER}${name}.js`, { body: read(name) });
  for (const name of NAMES) {
    const path = `articles/${name}.html`;
    const html = readFileSync(join(DIST, path), 'utf8');
    server.answer(`${FOLDER}${path}`, {
      body: html.replace('<head>', `<head>${script('in-page')}`),
      headers: { 'content-security-policy': hasMedia(name) ? MEDIA_POLICY : POLICY },
    });
  }
  return {
    ...server,

    /**
     * Serves a page with this in it.
     * @param {string} body
     * @param {{ poison?: boolean, policy?: string }} [more] whether words end the engine; another
     *   policy than the strict one
     * @returns {string} its path
     */
    page(body, { poison = false, policy = POLICY } = {}) {
      const headers = { 'content-security-policy': policy };
      const host = {
        ...server,
        /** @param {string} path @param {import('../e2e/support/server.mjs').Answer} answer */
        answer: (path, answer) => server.answer(path, { ...answer, headers }),
      };
      const scripts = poison ? SCRIPTS : SCRIPTS.slice(0, 1);
      return blankPage(host, scripts.map(script).join('') + body);
    },
  };
}
