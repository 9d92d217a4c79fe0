// @ts-check
/** The lines for a page's head: all that an article needs is asked for at once, and once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, open, paper, test } from './support/fixtures.mjs';
import { DIST } from './support/server.mjs';
import { WASM } from './support/host-pages.mjs';
import { IT, PATH, site } from './support/site.mjs';

const { files } = JSON.parse(readFileSync(join(DIST, 'newsprint.json'), 'utf8'));
const NEEDED = [files.script, files.engine, files.wasm, files.styles];

test('the lines name the files that are there, with their hashes', () => {
  const head = readFileSync(join(DIST, 'head.html'), 'utf8');
  const headers = readFileSync(join(DIST, 'link-headers.txt'), 'utf8');
  for (const { file } of NEEDED) {
    expect(readFileSync(join(DIST, file)).length, file).toBeGreaterThan(0);
    expect(head, file).toContain(`"/newsprint/${file}"`);
    if (file !== files.script.file) expect(headers, file).toContain(`</newsprint/${file}>`);
  }
  const integrity = JSON.parse(readFileSync(join(DIST, 'integrity.json'), 'utf8'));
  expect(integrity).toMatchObject(
    Object.fromEntries(NEEDED.map(({ file, integrity }) => [file, integrity])),
  );
  expect(head).toContain(files.engine.integrity);
  // Under its name the next release will be another file.
  expect(head).not.toContain(files.script.integrity);
});

test('the style sheet of prerendered articles has a name that stays', () => {
  const read = (/** @type {string} */ name) => readFileSync(join(DIST, name), 'utf8');
  expect(read('newsprint.css')).toBe(read(files.prerendered.file));
  expect(read('newsprint.css')).not.toContain('@keyframes breathe');
});

test('a page of the demo asks for everything once', async ({ page, server }) => {
  server.reset();
  await open(page, 'saltmere-counts-its-bridges');
  for (const { file } of NEEDED) expect(server.count(new RegExp(file)), file).toBe(1);
  expect(server.count(/saltmere-counts-its-bridges\.json/)).toBe(1);
});

test('nothing waits for anything else that an article needs', async ({ page, server }) => {
  site(server, IT);
  // As long as the engine's script does not come, all else is asked for.
  const script = server.hold(new RegExp(files.engine.file));
  await page.goto('site.html');
  for (const path of [WASM, PATH, new RegExp(files.styles.file)])
    await expect.poll(() => server.count(path), String(path)).toBe(1);
  await expect(paper(page).headline).toHaveCount(0);
  script.release();
  await expect(paper(page).headline).toBeVisible();
  for (const path of [WASM, PATH]) expect(server.count(path), String(path)).toBe(1);
});
