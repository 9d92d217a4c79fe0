// @ts-check
/** One reader's visits to a page: the first with nothing in the browser, the second after it. */
import { brotliCompressSync } from 'node:zlib';

import { observe } from './observe.mjs';

/**
 * @typedef {Omit<Seen, 'inline'> & { code: number, wasm: boolean }} Visit With the bytes of code and
 *   styles that were sent, and whether WebAssembly was among them.
 */

/** @typedef {import('./observe.mjs').Seen} Seen */

/**
 * A connection and a machine.
 * @typedef {object} Line
 * @property {string} name
 * @property {string} label
 * @property {number} latency Milliseconds that each request takes longer; 0 leaves the line as it is.
 * @property {number} rate Bytes a second.
 * @property {number} slower How many times slower the CPU is.
 */

/** @type {Record<'local' | 'slow', Line>} */
export const LINES = {
  local: { name: 'local', label: 'no throttling', latency: 0, rate: -1, slower: 1 },
  slow: {
    name: 'slow',
    label: '150 ms, 1.6 Mbit/s, CPU four times slower',
    latency: 150,
    rate: (1.6 * 1000 * 1000) / 8,
    slower: 4,
  },
};

/** A phone's window, at one pixel a point, so that all variants choose the same picture. */
export const WINDOW = { width: 412, height: 823 };

/** The class that only the last block has: the only large number of the article. */
const LAST = 'big-number';

/** How long a page may take. */
const PATIENCE = 90_000;

/** What is code or style, by the name. */
const CODE = /\.(?:js|css|wasm)$/;

/**
 * Opens a page in a browser that may have seen it before, and leaves it again.
 * @param {import('playwright-core').BrowserContext} context
 * @param {import('./server.mjs').Server} server
 * @param {string} path
 * @param {Line} line
 * @returns {Promise<Visit>}
 */
async function visit(context, server, path, line) {
  const page = await context.newPage();
  /** Rejects when the page fails, or takes too long. @type {Promise<never>} */
  const failure = new Promise((_, reject) => {
    const fail = (/** @type {string} */ why) => reject(new Error(`${path}: ${why}`));
    page.on('pageerror', (error) => fail(error.message));
    page.on('crash', () => fail('the page crashed'));
    const late = setTimeout(() => fail('its last block was not shown'), PATIENCE);
    page.on('close', () => clearTimeout(late));
  });
  // It is waited for below, or no longer of interest.
  failure.catch(() => {});
  try {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    if (line.latency)
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: line.latency,
        downloadThroughput: line.rate,
        uploadThroughput: line.rate,
      });
    await session.send('Emulation.setCPUThrottlingRate', { rate: line.slower });
    await page.addInitScript(observe, LAST);
    server.take();
    await page.goto(`${server.origin}${path}`, { waitUntil: 'commit', timeout: PATIENCE });
    const seen = await Promise.race([
      page.evaluate(
        () => /** @type {{ seen: Promise<Seen> }} */ (/** @type {any} */ (globalThis)).seen,
      ),
      failure,
    ]);
    const sent = server.take();
    const wrong = sent.find((reply) => reply.status >= 400);
    if (wrong) throw new Error(`${path}: ${wrong.path} was answered with ${wrong.status}`);
    const code = sent.filter((reply) => CODE.test(reply.path));
    const { inline, ...others } = seen;
    // It comes with the page, unless the browser's own is still good.
    const hasInline = inline && sent.some((reply) => reply.path === path && reply.status === 200);
    const inPage = hasInline ? brotliCompressSync(inline).length : 0;
    return {
      ...others,
      code: code.reduce((sum, reply) => sum + reply.bytes, inPage),
      wasm: code.some((reply) => reply.path.endsWith('.wasm')),
    };
  } finally {
    await page.close();
  }
}

/**
 * The first visit and the second.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./server.mjs').Server} server
 * @param {string} path
 * @param {Line} line
 */
export async function visits(browser, server, path, line) {
  const context = await browser.newContext({
    viewport: WINDOW,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
  });
  try {
    return {
      cold: await visit(context, server, path, line),
      repeat: await visit(context, server, path, line),
    };
  } finally {
    await context.close();
  }
}
