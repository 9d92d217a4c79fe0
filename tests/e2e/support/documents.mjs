// @ts-check
/** The articles of the demo as they are on the disk, and small ones to put the point of a test into. */
import { readFileSync, readdirSync } from 'node:fs';

import { POLICY } from './server.mjs';

const ARTICLES = new URL('../../../demo/api/articles/', import.meta.url);

/** The names of the demo's articles, as they are on the disk. */
export const NAMES = readdirSync(ARTICLES)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

/** The article that the project was started for. */
export const FLAGSHIP = 'kazakhstan-reform-and-balance';

/**
 * An article of the demo, as it is on the disk.
 * @param {string} name
 */
export const document = (name) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, ARTICLES), 'utf8'));

/**
 * The text of a Text, without its marks.
 * @param {any} text
 * @returns {string}
 */
export const plain = (text) =>
  [text ?? '']
    .flat()
    .map((span) => (typeof span === 'string' ? span : span.text))
    .join('');

/**
 * A small article, to put the point of a test into.
 * @param {object[]} blocks
 * @param {object} [more]
 */
export const small = (blocks = [], more = {}) => ({
  lang: 'en-GB',
  headline: 'A small article',
  sections: [{ heading: 'The only section', blocks }],
  ...more,
});

/**
 * What is answered to a request and to all its repetitions.
 * @param {number} status
 * @returns {import('./server.mjs').Answer[]}
 */
export const tries = (status) => Array(4).fill({ status, body: '' });

/**
 * Whether an article has films or sounds in it.
 * @param {string} name
 */
export const hasMedia = (name) => /"type":"(video|audio)"/.test(JSON.stringify(document(name)));

/**
 * The strict policy has no place for films and sounds, and a browser already asks it for the
 * address of one that nobody has played yet. A site that prints some adds one directive.
 */
export const MEDIA_POLICY = `${POLICY}; media-src 'self'`;
