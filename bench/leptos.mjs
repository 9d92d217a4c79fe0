// @ts-check
/** Builds the variant in Leptos as its book says: a release for size, bound and optimised. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { SOURCES, TARGET } from './places.mjs';

const run = promisify(execFile);

/** What Rust's compiler uses of WebAssembly, for the optimiser. */
const FEATURES = [
  'bulk-memory',
  'bulk-memory-opt',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
].map((feature) => `--enable-${feature}`);

/**
 * Builds into a folder. The names of the script and the WebAssembly.
 * @param {string} to
 */
export async function buildLeptos(to) {
  const sources = join(SOURCES, 'leptos');
  const target = join(TARGET, 'bench', 'leptos');
  const triple = 'wasm32-unknown-unknown';
  await run(
    'cargo',
    ['build', '--release', '--locked', '--target', triple, '--target-dir', target],
    { cwd: sources, maxBuffer: 2 ** 26 },
  );
  const compiled = join(target, triple, 'release', 'newsprint-bench-leptos.wasm');
  await mkdir(to, { recursive: true });
  // `cargo xtask` puts both tools on PATH, in the versions of the project.
  await run('wasm-bindgen', [
    '--target',
    'web',
    '--no-typescript',
    '--out-name',
    'app',
    '--out-dir',
    to,
    compiled,
  ]);
  const wasm = join(to, 'app_bg.wasm');
  await run('wasm-opt', ['-Oz', ...FEATURES, wasm, '-o', wasm]);

  // Named by what is in them, as Trunk does it.
  const hash = createHash('sha256')
    .update(await readFile(wasm))
    .digest('hex')
    .slice(0, 16);
  const names = { script: `leptos-${hash}.js`, wasm: `leptos-${hash}_bg.wasm` };
  await rename(wasm, join(to, names.wasm));
  await rename(join(to, 'app.js'), join(to, names.script));
  return names;
}
