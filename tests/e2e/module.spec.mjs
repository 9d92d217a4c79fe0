// @ts-check
/** The module `newsprint.js`: loaded twice, in two versions, where there is no page. */
import { execFile } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, FLAGSHIP, open, paper, test } from './support/fixtures.mjs';
import { bundled, PAGES, serveHostPages, WASM } from './support/host-pages.mjs';
import { DIST, FOLDER } from './support/server.mjs';
import { IT, PATH, site } from './support/site.mjs';

test('does nothing where there is no DOM', async ({}, testInfo) => {
  // Node takes a file for a module by its ending.
  const copy = testInfo.outputPath('newsprint.mjs');
  copyFileSync(join(DIST, 'newsprint.js'), copy);
  const script = `
    const before = Reflect.ownKeys(globalThis).length;
    const names = Object.keys(await import(${JSON.stringify(copy)}));
    console.log(JSON.stringify({ names, added: Reflect.ownKeys(globalThis).length - before }));`;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script],
    // What the terminal can show is none of its business, and Node would warn of it.
    { env: { PATH: process.env.PATH } },
  );
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({ names: ['NewsprintArticle', 'version'], added: 0 });
});

test('can be loaded twice', async ({ page, server }) => {
  site(server, `<script type="module" src="newsprint.js?again"></script>${IT}`);
  await page.goto('site.html');
  await expect(paper(page).headline).toHaveText('A small article');
  expect(server.count('/news/newsprint.js')).toBe(2);
  expect(server.count(PATH)).toBe(1);
});

test('asks for no more than it needs', async ({ page, server }) => {
  await page.goto('./');
  expect(server.count(/newsprint/), 'a page without articles').toBe(0);
  await open(page, FLAGSHIP);
  expect(server.count(/\/newsprint/), 'shell, style, glue and engine').toBe(4);
  expect(server.count(/\/api\/articles\//), 'the preloaded reply is used').toBe(1);
});

test.describe('two copies of the module', () => {
  test('of one version share the element without a word', async ({ page, server }) => {
    serveHostPages(server);
    server.answer(`${FOLDER}copy.js`, { body: bundled('newsprint.js') });
    await page.goto(`${PAGES}twice.html`);
    await expect(paper(page, 0).headline).toHaveText('Article 1');
    await expect(paper(page, 1).headline).toHaveText('Article 2');
    expect(server.count(`${FOLDER}copy.js`)).toBe(1);
    expect(server.count(WASM)).toBe(1);
    expect(server.count(/\/articles\/[12]\.json$/)).toBe(2);
  });

  test('of two versions warn once, and the first stays', async ({ page, server, watch }) => {
    watch.expect(/warning: newsprint 99\.0\.0: <newsprint-article> is defined already, by version/);
    serveHostPages(server);
    const text = bundled('newsprint.js');
    const [quoted, version] = /"(\d+\.\d+\.\d+)"/.exec(text) ?? [''];
    const other = text.replace(quoted, '"99.0.0"');
    expect(other).not.toBe(text);
    server.answer(`${FOLDER}copy.js`, { body: other });
    /** @type {string[]} */
    const warnings = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    await page.goto(`${PAGES}twice.html`);
    await expect(paper(page, 0).headline).toHaveText('Article 1');
    await expect(paper(page, 1).headline).toHaveText('Article 2');
    // A third of that version, and one more that stays silent.
    await page.evaluate(() => import(`${'/news/copy.js'}?again`));
    server.answer(`${FOLDER}more.js`, { body: other.replace('99.0.0', '99.0.1') });
    await page.evaluate(() => import(`${'/news/more.js'}`));
    expect(
      await page.evaluate(
        () => /** @type {any} */ (customElements.get('newsprint-article')).version,
      ),
    ).toBe(version);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`by version ${version}.`);
    expect(server.count(WASM)).toBe(1);
  });
});
