// Opens the page of the crate's browser tests in Chromium, prints what it says
// and exits with 0 when every test passed. `cargo xtask test --browser` starts
// it: node tests/browser-run.mjs <address>

import { createRequire } from 'node:module';

/** How long all the tests together may take. */
const TIME_LIMIT = 120_000;

/** Switches that keep Chromium from doing anything but showing the page. */
const SWITCHES = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Playwright is installed for the tests of the bundle, not beside this file.
const require = createRequire(new URL('./e2e/package.json', import.meta.url));
/** @type {typeof import('@playwright/test')} */
const { chromium } = require('@playwright/test');

/** @typedef {import('@playwright/test').Page} Page */

const address = process.argv[2];
if (!address) {
  console.error('Usage: node tests/browser-run.mjs <address of the test page>');
  process.exit(2);
}
process.exitCode = (await run(address)) ? 0 : 1;

/** Runs the tests at the address; whether all of them passed. @param {string} address */
async function run(address) {
  const browser = await launch();
  if (!browser) return false;
  /** @type {string[]} */
  const errors = [];
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
    page.on('crash', () => errors.push('The page crashed.'));
    page.on('requestfailed', (request) =>
      errors.push(`${request.url()} was not loaded: ${request.failure()?.errorText}`),
    );
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) {
        errors.push(`${response.url()} answered with status ${response.status()}`);
      }
    });
    page.on('console', (message) => {
      const known = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !known) errors.push(message.text());
    });
    await page.goto(address);
    const finished = await waitForResult(page);
    const output = await said(page);
    console.log(output.trim());
    if (!finished) {
      console.error(
        `\nThe browser tests did not finish within ${TIME_LIMIT / 1000} seconds, or ` +
          'the page broke before; above is what the page said so far.',
      );
      // The output of finished tests has their errors already.
      printErrors(errors);
    }
    return finished && /^test result: ok\./m.test(output);
  } finally {
    await browser.close();
  }
}

/** Starts the browser, or says why it cannot be started. */
async function launch() {
  const switches = process.getuid?.() === 0 ? ['--no-sandbox', ...SWITCHES] : SWITCHES;
  try {
    return await chromium.launch({
      executablePath: process.env.NEWSPRINT_CHROMIUM || undefined,
      args: switches,
    });
  } catch (error) {
    console.error(
      `Chromium could not be started: ${error instanceof Error ? error.message : error}\n` +
        'Set NEWSPRINT_CHROMIUM to the path of another one.',
    );
    return null;
  }
}

/** Waits for the last line of the tests; false when it does not come. @param {Page} page */
async function waitForResult(page) {
  // An error of the page is no end: tests may cause some on purpose.
  const crashed = new Promise((resolve) => page.once('crash', () => resolve(false)));
  const finished = page
    .waitForFunction(
      () => /^test result: /m.test(document.getElementById('output')?.textContent ?? ''),
      undefined,
      { timeout: TIME_LIMIT },
    )
    .then(
      () => true,
      () => false,
    );
  return Promise.race([crashed, finished]);
}

/** What the page has printed. @param {Page} page */
async function said(page) {
  try {
    return (await page.locator('#output').textContent({ timeout: 5_000 })) ?? '';
  } catch {
    return '(The page says nothing.)';
  }
}

/** Prints the errors that the page had. @param {string[]} errors */
function printErrors(errors) {
  if (errors.length === 0) return;
  console.error('\nErrors of the page:');
  for (const error of new Set(errors)) console.error(`  ${error.replaceAll('\n', '\n  ')}`);
}
