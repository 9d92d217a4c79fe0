// @ts-check
/** The pages of Newsprint: as the README has them, with the lines of `dist/head.html`, and prerendered. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { ARTICLES, BUNDLE, DIST, ROOT, SITE } from './places.mjs';
import { page } from './page.mjs';

/** What prerenders. */
const CLI = 'newsprint-cli';

/**
 * What the style sheet does to the pages of the peers, where it is not in a shadow root: all articles are
 * as wide.
 */
const MARGIN = 'body{margin:0}';

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
  const own = `<style>newsprint-article:not(:defined){display:flow-root;min-height:100vh}${MARGIN}</style>`;
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

/** The page around a prerendered article; the comments are for the command. */
const TEMPLATE = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<!-- newsprint-head -->
<style>${MARGIN}</style>
</head>
<body>
<!-- newsprint-article -->
</body>
</html>
`;

/**
 * Prerenders an article to a page.
 * @param {string} json the name of the article's file
 * @param {string} to the file of the page
 */
export async function prerender(json, to) {
  const template = join(dirname(SITE), 'template.html');
  await writeFile(template, TEMPLATE);
  const options = {
    '--src': `${ARTICLES}${json}`,
    '--dist': DIST,
    '--assets': BUNDLE,
    '--page': template,
    '--out': to,
  };
  const render = [
    'render',
    join(SITE, ARTICLES, json),
    '--quiet',
    ...Object.entries(options).flat(),
  ];
  await promisify(execFile)(
    'cargo',
    ['run', '--quiet', '--release', '--locked', '--package', CLI, '--', ...render],
    { cwd: ROOT, maxBuffer: 2 ** 26 },
  );
}
