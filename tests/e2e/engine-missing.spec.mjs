// @ts-check
/** What is left where the engine can’t start: a policy forbids it, or its files are damaged. */
import { readFileSync } from 'node:fs';

import { listen } from './support/events.mjs';
import { expect, paper, test } from './support/fixtures.mjs';
import { bundled, PAGES, serveHostPages, WASM } from './support/host-pages.mjs';
import { DIST, POLICY } from './support/server.mjs';

/** @typedef {import('./support/server.mjs').Answer} Answer */

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Every element keeps its fallback and says why.
 * @param {Page} page
 * @param {() => Promise<any[]>} heard
 * @param {(string | RegExp)[]} words of the message
 */
async function keepsFallbacks(page, heard, words) {
  for (let index = 0; index < 3; index++) {
    const { element, error, frame, headline } = paper(page, index);
    await expect(frame).toHaveAttribute('data-state', 'error');
    await expect(element.getByText(`In other words, ${index + 1}`)).toBeVisible();
    await expect(error).toContainText('can’t be shown just now');
    await expect(headline).toHaveCount(0);
  }
  const events = await heard();
  expect(events).toHaveLength(3);
  for (const { type, detail } of events) {
    expect(type).toBe('error');
    expect(detail).toMatchObject({ kind: 'engine', retryable: false });
    for (const word of words) expect(detail.message).toMatch(word);
  }
}

test("a policy without 'wasm-unsafe-eval' is named, with what to add", async ({
  page,
  server,
  watch,
}) => {
  watch.expect('newsprint', /Content Security Policy/, /violation: script-src wasm-eval/);
  const policy = POLICY.replace(" 'wasm-unsafe-eval'", '');
  expect(policy).not.toBe(POLICY);
  serveHostPages(server, { 'content-security-policy': policy });
  const heard = await listen(page);
  await page.goto(`${PAGES}fallback.html`);
  await keepsFallbacks(page, heard, [/'wasm-unsafe-eval' to script-src/]);
});

test('a policy that forbids its files is named, with what to add', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('newsprint', /Content Security Policy/, /violation: connect-src/);
  const policy = POLICY.replace("connect-src 'self'", "connect-src 'none'");
  serveHostPages(server, { 'content-security-policy': policy });
  const heard = await listen(page);
  await page.goto(`${PAGES}fallback.html`);
  await keepsFallbacks(page, heard, [/policy/, /connect-src/]);
});

/** @type {[string, RegExp, () => Answer][]} */
const DAMAGES = [
  ['missing', WASM, () => ({ status: 404, body: '' })],
  ['damaged', WASM, () => ({ body: 'This is no program' })],
  [
    'cut in half',
    WASM,
    () => {
      const [name] = bundled('newsprint.js').match(/newsprint-\w+_bg\.wasm/) ?? [];
      const whole = readFileSync(`${DIST}${name}`);
      return { body: whole.subarray(0, whole.length / 2) };
    },
  ],
  ['without its glue', /\/newsprint-\w+\.js$/, () => ({ status: 404, body: '' })],
  ['with damaged glue', /\/newsprint-\w+\.js$/, () => ({ body: 'export {{' })],
];

/** Browsers in lockdown mode, and policies of an enterprise. @type {[string, () => void][]} */
const WITHOUT_WEBASSEMBLY = [
  ['is not there', () => void Reflect.deleteProperty(globalThis, 'WebAssembly')],
  ['has nothing', () => void Object.assign(globalThis, { WebAssembly: {} })],
  [
    'compiles nothing',
    () => {
      const refuse = async () => {
        throw new WebAssembly.CompileError('Wasm code generation disallowed by embedder');
      };
      Object.assign(WebAssembly, { instantiate: refuse, instantiateStreaming: refuse });
    },
  ],
];

for (const [what, take] of WITHOUT_WEBASSEMBLY) {
  test(`where WebAssembly ${what} every element keeps its fallback`, async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint');
    serveHostPages(server);
    await page.addInitScript(take);
    const heard = await listen(page);
    await page.goto(`${PAGES}fallback.html`);
    await keepsFallbacks(page, heard, [/engine did not start/]);
  });
}

for (const [what, path, answer] of DAMAGES) {
  test(`with an engine that is ${what} every element keeps its fallback`, async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint');
    if (answer().status === 404) watch.expect('status of 404');
    serveHostPages(server);
    server.answer(path, answer());
    const heard = await listen(page);
    await page.goto(`${PAGES}fallback.html`);
    await keepsFallbacks(page, heard, [/engine did not start/, /files beside newsprint\.js/]);
  });
}

test('with an engine that is missing, no policy is blamed that forbade something else', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('newsprint', 'status of 404', /violation: style-src/, /Content Security Policy/);
  serveHostPages(server);
  server.answer(WASM, { status: 404, body: '' });
  const heard = await listen(page);
  await page.goto(`${PAGES}empty.html`);
  await page.waitForFunction(() => customElements.get('newsprint-article'));
  await page.evaluate(() => {
    const told = new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', resolve);
    });
    document.body.setAttribute('style', 'color: red');
    return told.then(() => {
      const element = document.createElement('newsprint-article');
      element.setAttribute('src', '../articles/1.json');
      document.querySelector('main')?.append(element);
    });
  });
  await expect(paper(page).error).toBeVisible();
  const [{ detail }, ...more] = await heard();
  expect(more).toEqual([]);
  expect(detail.kind).toBe('engine');
  expect(detail.message).toContain('files beside newsprint.js');
  expect(detail.message).not.toContain('style-src');
});

test('an engine that comes under another type works all the same', async ({ page, server }) => {
  serveHostPages(server);
  server.answer(WASM, { headers: { 'content-type': 'application/octet-stream' } });
  await page.goto(`${PAGES}fallback.html`);
  for (let index = 0; index < 3; index++) {
    await expect(paper(page, index).headline).toHaveText(`Article ${index + 1}`);
  }
});
