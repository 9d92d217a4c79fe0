// @ts-check
/** What was measured on what: the machine, the browser, the commit, the versions. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { WINDOW } from './measure.mjs';
import { ROOT, SOURCES } from './places.mjs';

/** @param {string[]} question */
const git = async (...question) =>
  (await promisify(execFile)('git', question, { cwd: ROOT })).stdout.trim();

/**
 * The commit, and whether anything was changed since; nothing where this is no clone.
 */
async function commit() {
  try {
    const [hash, changes] = [
      await git('rev-parse', '--short=12', 'HEAD'),
      await git('status', '--porcelain'),
    ];
    return changes ? `${hash} and changes` : hash;
  } catch {
    return 'unknown';
  }
}

/**
 * The version of a variant's library.
 * @param {import('./variants.mjs').Variant} variant
 */
async function version(variant) {
  if (variant.kind === 'leptos') {
    const lock = await readFile(join(SOURCES, 'leptos', 'Cargo.lock'), 'utf8');
    return /name = "leptos"\nversion = "([^"]*)"/.exec(lock)?.[1];
  }
  if (!variant.library) return undefined;
  const file = new URL(`./node_modules/${variant.library}/package.json`, import.meta.url);
  return /** @type {string} */ (JSON.parse(await readFile(file, 'utf8')).version);
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./variants.mjs').Variant[]} variants
 */
export async function about(browser, variants) {
  const found = await Promise.all(
    variants.map(async (variant) => /** @type {const} */ ([variant.name, await version(variant)])),
  );
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: await commit(),
    browser: `Chromium ${browser.version()}`,
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    node: process.version,
    window: `${WINDOW.width} × ${WINDOW.height}`,
    versions: Object.fromEntries(found.filter(([, version]) => version)),
  };
}
