// @ts-check
/**
 * Serves the release bundle as a static host would, from a folder below the root, and the sites of
 * `tests/hosts` beside it. Plays the faults that a test asks for. It listens on this machine only.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { FAULTS, startFaults } from './faults.mjs';
import { FONTS, FONT_FILES } from './fonts.mjs';

/** Where the release bundle is. */
export const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));

/** Where Cargo, and `cargo xtask` with it, puts what it builds. */
export const TARGET =
  process.env.NEWSPRINT_TARGET ?? fileURLToPath(new URL('../../../target/', import.meta.url));

/** Where the sites are that bundlers have built, and their folder of the host. */
const HOSTS = { disk: join(TARGET, 'hosts', sep), folder: '/hosts/' };

/** Where the fonts of the tests are, and their folder of the host. */
const FONT_FOLDER = { disk: FONT_FILES, folder: FONTS };

/** The folder of the host in which the bundle usually stands. */
export const FOLDER = '/news/';

/** The policy under which everything has to work. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' https:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.svg': 'image/svg+xml',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/**
 * What is answered to a request. What it does not say is as the static host would have it, so that
 * `{}` is the file itself.
 * @typedef {object} Answer
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {string | Buffer} [body]
 * @property {Promise<void>} [delayUntil] Nothing is sent before this.
 * @property {boolean} [destroy] The connection is cut without a word.
 * @property {boolean} [truncate] The connection is cut half-way through the body.
 */

/**
 * What a test did to some requests.
 * @typedef {object} Rule
 * @property {(path: string) => boolean} matches
 * @property {Answer[]} answers The next ones; the last is given again and again.
 */

/** @typedef {string | RegExp} Path A whole path of the host, or what paths have to match. */

/** @typedef {Awaited<ReturnType<typeof start>>} Server */

/** @param {Path} path @returns {(path: string) => boolean} */
const matcher = (path) =>
  typeof path === 'string' ? (other) => other === path : (other) => path.test(other);

/**
 * What a static host answers.
 * @param {string} folder
 * @param {string} path
 */
async function file(folder, path) {
  const name = path.endsWith('/') ? `${path}index.html` : path;
  const bundle = { disk: DIST, folder };
  const place = [HOSTS, FONT_FOLDER].find((it) => path.startsWith(it.folder)) ?? bundle;
  const local = normalize(join(place.disk, name.slice(place.folder.length)));
  try {
    if (!name.startsWith(place.folder) || !local.startsWith(place.disk)) throw new Error('outside');
    const type = TYPES[extname(local)] ?? 'application/octet-stream';
    return { status: 200, type, body: await readFile(local) };
  } catch {
    return { status: 404, type: 'text/plain', body: 'Not found\n' };
  }
}

/**
 * Starts the server.
 * @param {object} [options]
 * @param {number} [options.port] the system chooses one when absent
 * @param {string} [options.folder] where the bundle stands
 */
export async function start({ port = 0, folder = FOLDER } = {}) {
  /** @type {Rule[]} */
  let rules = [];
  /** @type {string[]} */
  let asked = [];
  const faults = await startFaults();

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    asked.push(path);
    if (path.startsWith(FAULTS)) return faults.handle(request, response);
    const answers = rules.findLast((rule) => rule.matches(path))?.answers ?? [];
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? {};

    await answer.delayUntil;
    if (answer.destroy) return request.socket.destroy();
    const usual = answer.body === undefined ? await file(folder, path) : undefined;
    const body = Buffer.from(answer.body ?? usual?.body ?? '');
    response.writeHead(answer.status ?? usual?.status ?? 200, {
      'content-security-policy': POLICY,
      'cache-control': 'no-cache',
      'content-type': usual?.type ?? TYPES[extname(path)] ?? 'text/plain',
      'content-length': body.length,
      ...answer.headers,
    });
    if (!answer.truncate) return response.end(body);
    response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${address.port}`;

  return {
    origin,
    /** Where the bundle stands. */
    url: `${origin}${folder}`,

    /** What is played at `/faults/NAME`, here and at an origin of its own. */
    faults,

    /**
     * Answers requests with these from now on, one after the other, and then always with the last.
     * @param {Path} path
     * @param {...Answer} answers
     */
    answer(path, ...answers) {
      rules.push({ matches: matcher(path), answers });
    },

    /**
     * Holds the replies to requests back until the test releases them.
     * @param {Path} path
     * @param {Answer} [answer] what they will be
     */
    hold(path, answer = {}) {
      let release = () => {};
      const delayUntil = new Promise((/** @type {(nothing: void) => void} */ resolve) => {
        release = resolve;
      });
      this.answer(path, { ...answer, delayUntil });
      return { release };
    },

    /**
     * Cuts the connection of requests.
     * @param {Path} path
     */
    abort(path) {
      this.answer(path, { destroy: true });
    },

    /**
     * Answers with an article of the test's own.
     * @param {string} name
     * @param {object} article
     * @returns {string} the page that shows it, and nothing else
     */
    article(name, article) {
      const path = `api/articles/${name}.json`;
      this.answer(`${folder}${path}`, { body: JSON.stringify(article) });
      return `article.html?src=${path}`;
    },

    /**
     * How many requests there were.
     * @param {Path} path
     */
    count: (path) => asked.filter(matcher(path)).length,

    /** Forgets what a test said and did. */
    reset() {
      rules = [];
      asked = [];
      faults.reset();
    },

    async stop() {
      await faults.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await start({ port: Number(process.argv[2] ?? 8081) });
  console.log(url);
}
