// @ts-check
/** Where things are, on the disk and on the server. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Where the release bundle is. */
export const DIST = join(ROOT, 'dist');

/** Where Cargo, and `cargo xtask` with it, puts what it builds. */
export const TARGET = process.env.NEWSPRINT_TARGET ?? join(ROOT, 'target');

/** Where the benchmark puts what it serves. */
export const SITE = join(TARGET, 'bench', 'site');

/** Where the variants are. */
export const SOURCES = fileURLToPath(new URL('./variants/', import.meta.url));

/** The folder of the server in which the release bundle stands. */
export const BUNDLE = '/newsprint/';

/** The folder of the server in which the articles stand. */
export const ARTICLES = '/articles/';
