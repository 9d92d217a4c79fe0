// @ts-check
/** Chromium, by its own protocol, and Firefox, by WebDriver BiDi: both through Puppeteer. */
import puppeteer from 'puppeteer-core';

import { PATIENCE, SIZE, variable, within } from './interface.mjs';
import { temporaryFolder } from './processes.mjs';

/** @typedef {import('./interface.mjs').Engine} Engine */
/** @typedef {import('./interface.mjs').Page} Page */

/** Nobody listens there: what a page asks of another host than this machine fails at once. */
const NOWHERE = 9;

/**
 * @param {import('puppeteer-core').Browser} browser
 * @returns {Promise<Page>}
 */
async function newPage(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(SIZE);
  page.setDefaultTimeout(PATIENCE);
  /** @type {string[]} */
  const said = [];
  page.on('console', (message) => {
    const ours = message.type() === 'warn' && message.text().startsWith('newsprint');
    if (message.type() === 'error' || ours) said.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`uncaught: ${error}`));
  return {
    async open(url) {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    evaluate: (script) => page.evaluate(script),
    press: (key) => page.keyboard.press(/** @type {any} */ (key)),
    clickAt: (x, y) => page.mouse.click(x, y),
    resize: (width, height) => page.setViewport({ width, height }),
    async back() {
      await page.goBack({ waitUntil: 'domcontentloaded' });
    },
    said: () => said,
    close: () => context.close(),
  };
}

/**
 * @param {import('puppeteer-core').LaunchOptions} options
 * @returns {Promise<import('./interface.mjs').Browser>}
 */
async function launch(options) {
  const browser = await puppeteer.launch({
    headless: true,
    timeout: PATIENCE,
    protocolTimeout: PATIENCE,
    userDataDir: temporaryFolder(`newsprint-${options.browser ?? 'chromium'}`),
    env: { ...process.env, TZ: 'Europe/London', LANG: 'en_GB.UTF-8' },
    ...options,
  });
  return {
    version: await browser.version(),
    newPage: () => newPage(browser),
    async close() {
      const child = browser.process();
      await within(10_000, 'Closing the browser', browser.close()).catch(() => {});
      child?.kill('SIGKILL');
    },
  };
}

/** @type {Engine} */
export const chromium = {
  name: 'chromium',
  // The tests need one: without it they fail.
  missing: () => undefined,
  launch: () =>
    launch({
      executablePath: variable('NEWSPRINT_CHROMIUM'),
      args: [
        // Chromium's sandbox does not start for root, which is who runs in many containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--lang=en-GB',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    }),
};

/** @type {Engine} */
export const firefox = {
  name: 'firefox',
  missing: () =>
    variable('NEWSPRINT_FIREFOX')
      ? undefined
      : (variable('NEWSPRINT_NO_FIREFOX') ?? 'NEWSPRINT_FIREFOX names none'),
  launch: () =>
    launch({
      browser: 'firefox',
      executablePath: variable('NEWSPRINT_FIREFOX'),
      extraPrefsFirefox: {
        'intl.accept_languages': 'en-GB, en',
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': NOWHERE,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': NOWHERE,
      },
    }),
};
