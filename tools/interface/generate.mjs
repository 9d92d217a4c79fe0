// @ts-check
/**
 * Writes what describes the element for people and programs. From `contract/interface.json`: the
 * tables of docs/embedding.md, the custom elements manifest, the types of properties and errors, the
 * types for JSX and templates, and the data of editors. From `contract/article.schema.json`: the
 * types of the article.
 *
 *     node tools/interface/generate.mjs           # writes
 *     node tools/interface/generate.mjs --check   # compares, and fails where something differs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { articleTypes } from './article.mjs';
import { manifest } from './manifest.mjs';
import { htmlData, cssData, webTypes } from './editors.mjs';
import { react, solid, svelte, vue } from './frameworks.mjs';
import { tables } from './tables.mjs';
import { typesOf } from './types.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @typedef {import('./interface').Interface} Interface */

/** @type {Interface} */
const element = JSON.parse(readFileSync(`${ROOT}contract/interface.json`, 'utf8'));

/** @type {import('./schema').Schema} */
const schema = JSON.parse(readFileSync(`${ROOT}contract/article.schema.json`, 'utf8'));

/** @param {object} value */
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Puts new text between markers: `BEGIN NAME END` and the next `/generated`.
 * @param {string} path
 * @param {string} begin
 * @param {string} end
 * @param {Record<string, string>} texts
 */
function between(path, begin, end, texts) {
  let content = readFileSync(ROOT + path, 'utf8');
  for (const [name, text] of Object.entries(texts)) {
    const from = `${begin}generated from contract/interface.json: ${name}${end}\n`;
    const to = `${begin}/generated${end}`;
    const at = content.indexOf(from) + from.length;
    const until = content.indexOf(to, at);
    if (at < from.length || until < 0) {
      throw new Error(`${path} has no place for ‘${name}’: put ${from.trim()} and ${to} there.`);
    }
    content = content.slice(0, at) + text + content.slice(until).replace(/^\s*/, '');
  }
  return content;
}

/** What is written where. @type {Record<string, string>} */
const files = {
  'docs/embedding.md': between('docs/embedding.md', '<!-- ', ' -->', tables(element)),
  'package/newsprint.d.ts': between('package/newsprint.d.ts', '// ', '', typesOf(element)),
  'package/article.d.ts': articleTypes(schema),
  'package/custom-elements.json': json(manifest(element)),
  'package/web-types.json': json(webTypes(element)),
  'package/vscode.html-custom-data.json': json(htmlData(element)),
  'package/vscode.css-custom-data.json': json(cssData(element)),
  'package/react.d.ts': react(element),
  'package/solid.d.ts': solid(element),
  'package/svelte.d.ts': svelte(element),
  'package/vue.d.ts': vue(element),
};

const isCheck = process.argv.includes('--check');
let differing = 0;
for (const [path, text] of Object.entries(files)) {
  let there = '';
  try {
    there = readFileSync(ROOT + path, 'utf8');
  } catch {
    // It is not there yet.
  }
  if (there === text) continue;
  differing += 1;
  if (isCheck) {
    console.error(`${path} is not what the contract says: run \`cargo xtask interface\`.`);
  } else {
    writeFileSync(ROOT + path, text);
    console.log(`wrote ${path}`);
  }
}
if (isCheck && differing) process.exit(1);
