// @ts-check
/** Builds the site that is measured: the variants, their pages, the articles, the pictures. */
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import preact from '@preact/preset-vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { build as bundle } from 'vite';
import solid from 'vite-plugin-solid';

import { article } from './content.mjs';
import { buildLeptos } from './leptos.mjs';
import { newsprintPage, prerender } from './newsprint.mjs';
import { markup, page } from './page.mjs';
import { ARTICLES, BUNDLE, DIST, ROOT, SITE, SOURCES } from './places.mjs';

/** @typedef {import('./variants.mjs').Variant} Variant */

/** What a variant needs to be built, as its own template for Vite has it. */
const PLUGINS = {
  preact: () => preact(),
  react: () => react(),
  solid: () => solid(),
  svelte: () => svelte({ configFile: false }),
  vue: () => vue(),
};

/** The pictures of the article, in the demo. */
const PICTURES = ['harbour-bridges-640.webp', 'harbour-bridges-1120.webp'];

/**
 * Bundles a script of `variants/` for production. Its address on the server.
 * @param {Variant} variant
 */
async function script({ name, entry }) {
  const plugin = PLUGINS[/** @type {keyof typeof PLUGINS} */ (name)];
  const output = await bundle({
    root: join(SOURCES, name),
    base: `/${name}/`,
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    plugins: plugin ? [plugin()] : [],
    build: {
      // All browsers that are measured, and all that Newsprint supports, know modules and preloading.
      target: 'es2022',
      modulePreload: { polyfill: false },
      outDir: join(SITE, name),
      emptyOutDir: true,
      rollupOptions: { input: join(SOURCES, name, entry ?? '') },
    },
  });
  const chunks = [output].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [main, ...others] = chunks.filter((chunk) => chunk.type === 'chunk');
  if (!main || others.length) throw new Error(`${name} is not one script: ${chunks.length} files.`);
  return `/${name}/${main.fileName}`;
}

/** The style sheet of the release bundle, by the list of its files. */
async function styleSheet() {
  const list = join(DIST, 'newsprint.json');
  const text = await readFile(list, 'utf8').catch(() => {
    throw new Error(`There is no ${list}; run \`cargo xtask build\`, which writes it.`);
  });
  return `${BUNDLE}${JSON.parse(text).files.styles.file}`;
}

/** Copies the files of the release bundle that a page needs. */
async function copyBundle() {
  for (const name of await readdir(DIST))
    if (name.startsWith('newsprint')) await cp(join(DIST, name), join(SITE, BUNDLE, name));
}

/**
 * What is in the page before the script runs. An element of one's own is what users of Lit write.
 * @param {Variant} variant
 * @param {string} json
 */
const mount = ({ name }, json) =>
  name === 'lit'
    ? `<news-article src="${ARTICLES}${json}"></news-article>`
    : `<div id="app" data-src="${ARTICLES}${json}"></div>`;

/**
 * What makes the page of a variant from an article.
 * @param {Variant} variant
 * @returns {Promise<(of: import('./content.mjs').Article, json: string) => string | Promise<string>>}
 */
async function maker(variant) {
  const styles = `<link rel="stylesheet" href="${await styleSheet()}">`;
  switch (variant.kind) {
    case 'page': {
      const head = variant.name === 'styled' ? [styles] : [];
      return (of) => page(of.headline, head, markup(of));
    }
    case 'script': {
      const head = `<script type="module" crossorigin src="${await script(variant)}"></script>`;
      return (of, json) => page(of.headline, [head, styles], mount(variant, json));
    }
    case 'leptos': {
      const names = await buildLeptos(join(SITE, variant.name));
      const [script, wasm] = [names.script, names.wasm].map((name) => `/${variant.name}/${name}`);
      // What Trunk writes into a page.
      const head = [
        `<script type="module">import init from '${script}'; await init({ module_or_path: '${wasm}' });</script>`,
        `<link rel="modulepreload" crossorigin href="${script}">`,
        `<link rel="preload" crossorigin as="fetch" type="application/wasm" href="${wasm}">`,
      ];
      return (of, json) => page(of.headline, [styles, ...head], mount(variant, json));
    }
    case 'newsprint':
      return (of, json) => newsprintPage(variant.name, of, json);
  }
}

/** @param {string} path @param {string} text */
async function put(path, text) {
  const file = join(SITE, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/**
 * The path of the page of a variant.
 * @param {Variant} variant
 * @param {number} blocks
 */
export const pathOf = (variant, blocks) => `/${variant.name}/${blocks}.html`;

/**
 * Builds everything anew.
 * @param {Variant[]} variants
 * @param {number[]} sizes in blocks
 * @param {(what: string) => void} tell
 */
export async function build(variants, sizes, tell) {
  await rm(SITE, { recursive: true, force: true });
  await copyBundle();
  for (const name of PICTURES)
    await cp(join(ROOT, 'demo/api/images', name), join(SITE, 'pictures', name));
  for (const blocks of sizes)
    await put(`${ARTICLES}${blocks}.json`, JSON.stringify(article(blocks)));
  for (const variant of variants) {
    tell(variant.label);
    const make = await maker(variant);
    for (const blocks of sizes) {
      const [path, json] = [pathOf(variant, blocks), `${blocks}.json`];
      if (variant.name === 'newsprint-prerendered') {
        await mkdir(dirname(join(SITE, path)), { recursive: true });
        await prerender(json, join(SITE, path));
      } else await put(path, await make(article(blocks), json));
    }
  }
}
