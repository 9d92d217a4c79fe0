// @ts-check
/**
 * Serves the built variants as a real host would: compressed beforehand, hashed files for ever, all
 * else asked for again. It listens on this machine only.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** @typedef {{ path: string, status: number, bytes: number }} Reply What was sent; bytes of the body. */
/** @typedef {Awaited<ReturnType<typeof start>>} Server */

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
};

/** A name with a hash, as the bundlers and Newsprint's build write it. */
const HASHED = /-[\w-]{8,}(?:_bg)?\.(?:js|css|wasm)$/;

/**
 * How long a file may be kept. Pages and articles are asked for again, and answered with 304;
 * `newsprint.js` is kept for as long as the README says; pictures for a day.
 * @param {string} path
 */
export function caching(path) {
  if (HASHED.test(path)) return 'public, max-age=31536000, immutable';
  if (path.endsWith('/newsprint.js')) return 'max-age=300';
  return path.endsWith('.webp') ? 'max-age=86400' : 'no-cache';
}

/**
 * A body in the forms in which it is sent. Code is compressed as well as can be, as it is once for
 * each release; pages and articles as a server does it for each.
 * @param {string} path
 * @param {Buffer} plain
 */
async function bodies(path, plain) {
  if (path.endsWith('.webp')) return { identity: plain };
  const once = ['.js', '.css', '.wasm'].includes(extname(path));
  const params = { [constants.BROTLI_PARAM_QUALITY]: once ? 11 : 5 };
  return {
    br: await promisify(brotliCompress)(plain, { params }),
    gzip: await promisify(gzip)(plain, { level: once ? 9 : 6 }),
    identity: plain,
  };
}

/**
 * Reads and compresses all files of a folder.
 * @param {string} folder
 */
async function load(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    await Promise.all(
      files.map(async (entry) => {
        const file = join(entry.parentPath, entry.name);
        const path = `/${relative(folder, file).split(sep).join('/')}`;
        const plain = await readFile(file);
        const etag = `"${createHash('sha256').update(plain).digest('hex').slice(0, 16)}"`;
        return /** @type {const} */ ([path, { etag, bodies: await bodies(path, plain) }]);
      }),
    ),
  );
}

/**
 * Starts the server.
 * @param {string} folder
 */
export async function start(folder) {
  const files = await load(folder);
  /** @type {Reply[]} */
  let replies = [];

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const file = files.get(path);
    /** @param {number} status @param {Record<string, string>} headers @param {Buffer} [body] */
    const reply = (status, headers, body) => {
      replies.push({ path, status, bytes: body?.length ?? 0 });
      response.writeHead(status, body ? { ...headers, 'content-length': body.length } : headers);
      response.end(body);
    };
    // Every browser asks for it, and no variant has one.
    if (path === '/favicon.ico') return reply(204, { 'cache-control': 'max-age=86400' });
    if (!file) return reply(404, {});
    const headers = { etag: file.etag, 'cache-control': caching(path), vary: 'accept-encoding' };
    if (request.headers['if-none-match'] === file.etag) return reply(304, headers);
    const accepted = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/);
    const [encoding, body] = Object.entries(file.bodies).find(
      ([name]) => name === 'identity' || accepted.includes(name),
    ) ?? ['identity', file.bodies.identity];
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    reply(
      200,
      encoding === 'identity'
        ? { ...headers, 'content-type': type }
        : { ...headers, 'content-type': type, 'content-encoding': encoding },
      body,
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());

  return {
    origin: `http://127.0.0.1:${address.port}`,

    /** What was sent since this was called last. */
    take() {
      const taken = replies;
      replies = [];
      return taken;
    },

    async stop() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}
