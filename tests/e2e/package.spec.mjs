// @ts-check
/** The npm package: what is in it, and that it works where users put it. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

import { FLAGSHIP, expect, open, paper, test } from './support/fixtures.mjs';
import { DIST, POLICY, TARGET } from './support/server.mjs';
import { IT, site } from './support/site.mjs';

const run = promisify(execFile);

/** The folder into which the package is installed. */
const HOSTS = fileURLToPath(new URL('../hosts/', import.meta.url));

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The package as users get it. */
const ARCHIVE = join(TARGET, 'newsprint-article.tgz');

/**
 * What a script of the checks' packages says, and whether it was content.
 * @param {string} script
 * @param {string[]} options
 */
const tool = (script, ...options) =>
  run(process.execPath, [join(ROOT, 'tools/node_modules', script), ...options], {
    env: { PATH: process.env.PATH },
  }).then(
    ({ stdout }) => ({ said: stdout, isContent: true }),
    (/** @type {any} */ failure) => ({
      said: `${failure.stdout}${failure.stderr}`,
      isContent: false,
    }),
  );

/** The package as it was put together. @param {string} name */
const file = (name) => readFileSync(join(TARGET, 'package', name));

/** @param {string} name */
const json = (name) => JSON.parse(file(name).toString());

const { headline } = JSON.parse(readFileSync(join(HOSTS, 'article.json'), 'utf8'));

/**
 * The files of an archive with their contents.
 * @param {Buffer} archive
 */
function unpack(archive) {
  const tar = gunzipSync(archive);
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  const text = (/** @type {number} */ from, /** @type {number} */ length) =>
    tar.toString('utf8', from, from + length).split('\0')[0];
  for (let at = 0; at < tar.length && tar[at];) {
    const size = parseInt(text(at + 124, 12), 8);
    files.set(text(at, 100), tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** The declaration of the element in the manifest. */
const declared = () => json('custom-elements.json').modules[0].declarations[0];

/** @param {{ name: string }[]} list */
const names = (list) => list.map(({ name }) => name).sort();

test.describe('the archive', () => {
  test('holds what it should, and nothing else', () => {
    const files = unpack(readFileSync(ARCHIVE));
    const plain = [...files.keys()].map((name) =>
      name.replace(/^package\//, '').replace(/-[0-9a-f]{15,16}(_bg)?\./, '-HASH$1.'),
    );
    expect(plain.sort()).toEqual(
      [
        'LICENSE-APACHE',
        'LICENSE-MIT',
        'README.md',
        'article.d.ts',
        'custom-elements.json',
        'integrity.json',
        'newsprint-HASH.css',
        'newsprint-HASH.css',
        'newsprint-ar-HASH.js',
        'newsprint-de-HASH.js',
        'newsprint-es-HASH.js',
        'newsprint-fr-HASH.js',
        'newsprint-play-HASH.js',
        'newsprint-ru-HASH.js',
        'newsprint-HASH.js',
        'newsprint-HASH_bg.wasm',
        'newsprint.css',
        'newsprint.d.ts',
        'newsprint.js',
        'newsprint.json',
        'package.json',
        'react.d.ts',
        'solid.d.ts',
        'svelte.d.ts',
        'vscode.css-custom-data.json',
        'vscode.html-custom-data.json',
        'vue.d.ts',
        'web-types.json',
      ].sort(),
    );
    for (const [name, content] of files) {
      expect(content.equals(file(name.replace('package/', ''))), name).toBe(true);
    }
  });

  test('has the same version as the crate, and every file that it names', () => {
    const manifest = json('package.json');
    const lock = readFileSync(join(ROOT, 'Cargo.lock'), 'utf8');
    expect(manifest.version).toBe(/name = "newsprint"\r?\nversion = "(.*)"/.exec(lock)?.[1]);
    const named = Object.values(manifest.exports).flatMap((/** @type {any} */ target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const name of [...named, manifest.types, manifest.customElements]) {
      expect(existsSync(join(TARGET, 'package', name)), name).toBe(true);
    }
  });

  test('is what bundlers and Node expect, as publint sees it', async () => {
    const { said, isContent } = await tool('publint/src/cli.js', 'run', ARCHIVE, '--strict');
    expect(isContent, said).toBe(true);
    // Suggestions leave the exit code as it is.
    expect(said).toMatch(/^All good!$/m);
  });

  test('has types that are found however a program looks for them', async () => {
    const { said, isContent } = await tool(
      '@arethetypeswrong/cli/dist/index.js',
      ...[ARCHIVE, '--no-color', '--no-emoji'],
      // The package is a module only: nothing of a page calls `require`, and what does can import.
      ...['--ignore-rules', 'cjs-resolves-to-esm'],
    );
    expect(isContent, said).toBe(true);
    expect(said).toContain('No problems found');
  });

  test('has the hashes that integrity attributes need, as the bundle has', () => {
    const hashes = json('integrity.json');
    expect(Object.keys(hashes).sort()).toEqual(
      readdirSync(DIST)
        .filter((name) => name.startsWith('newsprint') && name !== 'newsprint.json')
        .sort(),
    );
    for (const [name, expected] of Object.entries(hashes)) {
      for (const content of [file(name), readFileSync(join(DIST, name))]) {
        const hash = createHash('sha384').update(content).digest('base64');
        expect(`sha384-${hash}`, name).toBe(expected);
      }
    }
    expect(JSON.parse(readFileSync(join(DIST, 'integrity.json'), 'utf8'))).toEqual(hashes);
  });
});

test.describe('the package', () => {
  test('does nothing where there is no DOM', async () => {
    const script = `import { NewsprintArticle, version } from 'newsprint-article';
      import 'newsprint-article';
      console.log([version, typeof NewsprintArticle, 'customElements' in globalThis].join(' '));`;
    const { stdout, stderr } = await run(
      process.execPath,
      ['--input-type=module', '--eval', script],
      // What the terminal can show is none of its business, and Node would warn of it.
      { cwd: HOSTS, env: { PATH: process.env.PATH } },
    );
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe(`${json('package.json').version} function false`);
  });

  test('has types that allow what is right and refuse what is wrong', async () => {
    const { stdout } = await run(
      process.execPath,
      [join(HOSTS, 'node_modules/typescript/bin/tsc'), '--noEmit', '--project', HOSTS],
      { cwd: HOSTS },
    ).catch((/** @type {any} */ failure) => failure);
    expect(stdout).toBe('');
  });

  test('has types that allow every document that the schema allows', async ({}, info) => {
    const folder = join(ROOT, 'contract/fixtures/valid');
    const all = readdirSync(folder)
      // TypeScript refuses members without a meaning where they are written out.
      .filter((name) => name.endsWith('.json') && name !== 'unknown-fields.json')
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(all.length).toBeGreaterThan(50);
    const file = info.outputPath('documents.ts');
    const types = JSON.stringify(join(TARGET, 'package/newsprint.js'));
    writeFileSync(
      file,
      `import type { ArticleDocument } from ${types};\n` +
        all.map((it) => `(${it.trim()}) satisfies ArticleDocument;\n`).join(''),
    );
    const { stdout } = await run(
      process.execPath,
      [
        join(HOSTS, 'node_modules/typescript/bin/tsc'),
        ...['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext'],
        ...['--moduleResolution', 'bundler', '--lib', 'es2022,dom,dom.iterable', file],
      ],
      { cwd: HOSTS },
    ).catch((/** @type {any} */ failure) => failure);
    expect(stdout).toBe('');
  });

  test('describes the custom properties that the styles have', () => {
    const sheet = Object.keys(json('integrity.json')).find((name) => name.endsWith('.css')) ?? '';
    // The first styles are in the module.
    const styles = [sheet, 'newsprint.js'].map((name) => file(name).toString()).join();
    const used = styles.match(/--newsprint-[\w-]+/g) ?? [];
    expect(names(declared().cssProperties)).toEqual([...new Set(used)].sort());
  });

  test('describes the attributes that the element follows', async ({ page }) => {
    await open(page, FLAGSHIP);
    const observed = await page.evaluate(
      () =>
        /** @type {any} */ (customElements.get('newsprint-article'))
          .observedAttributes /** @type {string[]} */,
    );
    const own = (/** @type {string[]} */ all) =>
      all.filter((name) => name !== 'dir' && name !== 'lang').sort();
    expect(own(names(declared().attributes))).toEqual(own(observed));
  });

  test('describes the properties and methods that the element has', async ({ page }) => {
    await open(page, FLAGSHIP);
    const [own, statics] = await page.evaluate(() => {
      const element = /** @type {any} */ (customElements.get('newsprint-article'));
      return [Object.getOwnPropertyNames(element.prototype), Object.getOwnPropertyNames(element)];
    });
    for (const { name, static: isStatic } of declared().members) {
      expect(isStatic ? statics : own, name).toContain(name);
    }
  });

  test('has styles that are asked for as styles', async ({ page, server }) => {
    // While developing, Vite answers with a script to who asks for just anything.
    const asked = page.waitForRequest(/\/newsprint-\w+\.css$/);
    // A page without the lines that ask earlier.
    site(server, IT);
    await page.goto('site.html');
    expect((await asked).headers().accept).toContain('text/css');
  });
});

/** webpack fetches what is imported later by an element with a URL. */
const WITHOUT_TRUSTED_TYPES = POLICY.replace(/; require-trusted-types-for.*/, '');

for (const [name, policy] of [
  ['vite', POLICY],
  ['webpack', WITHOUT_TRUSTED_TYPES],
]) {
  test(`a site built by ${name} shows an article`, async ({ page, server }) => {
    server.answer(`/hosts/${name}/`, { headers: { 'content-security-policy': policy } });
    await page.goto(`/hosts/${name}/`);
    const { frame, headline: shown } = paper(page);
    await expect(shown).toHaveText(headline);
    await expect(page.getByText('The fallback')).toBeHidden();
    // The style sheet has come too.
    await expect(frame).toHaveCSS('container-type', 'inline-size');
    expect(server.count(/^\/hosts\/.*\.wasm$/)).toBe(1);
    expect(server.count(/^\/(?!hosts\/)/), 'requests outside of the site').toBe(0);
  });
}
