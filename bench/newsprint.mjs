// @ts-check
/** The pages of Newsprint: as the README has them, with the lines of `dist/head.html`, and prerendered. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { ARTICLES, BUNDLE, DIST, ROOT } from './places.mjs';
import { page } from './page.mjs';

/** What prerenders. */
const CLI = 'newsprint-cli';

/**
 * The lines that `cargo xtask build` writes for the head of a page. They are for the folder in which the
 * bundle stands here, and the last loads `newsprint.js`.
 */
async function headLines() {
  const file = join(DIST, 'head.html');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(
      `There is no ${file}, which has the lines for the head of a page; run \`cargo xtask build\`, ` +
        'which writes it.',
    );
  });
  return text.trim().split('\n');
}

/**
 * The page of a variant.
 * @param {string} name
 * @param {import('./content.mjs').Article} article
 * @param {string} json the name of the article's file
 */
export async function newsprintPage(name, article, json) {
  const src = `${ARTICLES}${json}`;
  // The second rule is what the style sheet does to the pages of the peers, where it is not in a shadow
  // root: all articles are as wide.
  const own =
    '<style>newsprint-article:not(:defined){display:flow-root;min-height:100vh}body{margin:0}</style>';
  const head =
    name === 'newsprint-head'
      ? [`<link rel="preload" as="fetch" crossorigin href="${src}">`, ...(await headLines())]
      : [`<script type="module" src="${BUNDLE}newsprint.js"></script>`];
  return page(
    article.headline,
    [...head, own],
    `<newsprint-article src="${src}"></newsprint-article>`,
  );
}

/**
 * Prerenders an article to a page.
 * @param {string} json the file of the article
 * @param {string} to
 */
export async function prerender(json, to) {
  const render = ['render', json, '--dist', DIST, '--assets', BUNDLE, '--out', to];
  await promisify(execFile)(
    'cargo',
    ['run', '--quiet', '--release', '--locked', '--package', CLI, '--', ...render],
    { cwd: ROOT, maxBuffer: 2 ** 26 },
  );
}
