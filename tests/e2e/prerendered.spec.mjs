// @ts-check
/** An article that `newsprint render` has written into the page: what it does without an engine, and when it gets one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, painted, paper, small, test, watchShifts } from './support/fixtures.mjs';
import { DIST, FOLDER, POLICY, TARGET } from './support/server.mjs';
import { PATH } from './support/site.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./support/server.mjs').Server} Server */

const { files } = JSON.parse(readFileSync(join(DIST, 'newsprint.json'), 'utf8'));

/** What the engine comes in. */
const ENGINE = new RegExp(`${files.engine.file}|${files.wasm.file}`);

const WASM = new RegExp(files.wasm.file);

const PAGE = `${FOLDER}written.html`;

/** @param {string | object[]} text @param {object} [more] */
const paragraph = (text, more) => ({ type: 'paragraph', text, ...more });

const FILM = { type: 'embed', url: 'https://www.youtube.com/watch?v=aaaaaaaaaaa', title: 'A film' };

const LONG = small(
  [
    paragraph('The first words.'),
    paragraph([{ text: 'To the end', href: '#end' }]),
    FILM,
    ...Array(60).fill(paragraph('The tide came and went. '.repeat(9))),
    { type: 'heading', text: 'The end', id: 'end' },
    ...Array(20).fill(paragraph('And went again. '.repeat(9))),
  ],
  {
    byline: { authors: [{ name: 'Mara Quill' }] },
    tags: [{ text: 'Harbours', url: '/harbours' }],
    related: { items: [{ headline: 'Another', url: '/other', article: 'other.json' }] },
  },
);

/**
 * Serves a page that the command has written, and its JSON.
 * @param {Server} server
 * @param {object} article
 * @param {string[]} [options]
 */
function write(server, article, options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-written-'));
  try {
    const [from, to] = [join(folder, 'it.json'), join(folder, 'it.html')];
    const json = JSON.stringify(article);
    writeFileSync(from, json);
    const command = join(TARGET, 'debug', 'newsprint');
    const where = ['--src', PATH, '--assets', FOLDER, '--dist', DIST];
    execFileSync(command, ['render', from, '--out', to, ...where, ...options]);
    server.answer(PATH, { body: json, headers: { 'content-type': 'application/json' } });
    server.answer(PAGE, {
      body: readFileSync(to, 'utf8').replace(
        '</title>',
        '$&<link rel="icon" href="/news/favicon.svg">',
      ),
      headers: { 'content-type': 'text/html', 'content-security-policy': POLICY },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the page has heard of. @param {Page} page */
async function hear(page) {
  await page.addInitScript(() => {
    const heard = Object.assign(globalThis, { heard: /** @type {object[]} */ ([]) }).heard;
    for (const type of ['load', 'update', 'error', 'navigate'])
      addEventListener(
        `newsprint-${type}`,
        (event) => {
          const { source, url } = /** @type {CustomEvent} */ (event).detail;
          heard.push([type, source ?? url]);
        },
        true,
      );
  });
  return () => page.evaluate(() => /** @type {any} */ (globalThis).heard);
}

/** Whether the element is in a state. @param {Page} page @param {string} state */
const isIn = (page, state) =>
  paper(page).element.evaluate((node, name) => node.matches(`:state(${name})`), state);

test('is taken over as it stands: no engine, no JSON, nothing moves', async ({ page, server }) => {
  write(server, LONG);
  const heard = await hear(page);
  const shifted = await watchShifts(page);
  await page.goto(PAGE);
  await expect.poll(heard).toEqual([['load', 'prerendered']]);
  const { headline, frame } = paper(page);
  await expect(headline).toBeVisible();
  await expect(frame).toHaveAttribute('aria-busy', 'false');
  expect(await isIn(page, 'ready')).toBe(true);
  await painted(page);
  expect(await shifted()).toEqual([]);
  expect([server.count(ENGINE), server.count(PATH)]).toEqual([0, 0]);
  const link = paper(page).element.locator('link');
  expect(await link.evaluate((it) => /** @type {HTMLLinkElement} */ (it).sheet !== null)).toBe(
    true,
  );
  // The plain twin is not shown beside it.
  await expect(page.getByText('The first words.').filter({ visible: true })).toHaveCount(1);
});

test('is read without any script', async ({ browser, server }) => {
  write(server, LONG);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.origin + PAGE);
  await expect(page.getByText('The first words.').filter({ visible: true })).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.close();
});

test('links to a place in it work at once, and so does the way back', async ({ page, server }) => {
  write(server, LONG);
  await page.goto(PAGE);
  const { element } = paper(page);
  await element.getByRole('link', { name: 'To the end' }).click();
  const end = element.getByRole('heading', { name: 'The end' });
  await expect(end).toBeInViewport();
  await expect(end).toBeFocused();
  expect(new URL(page.url()).hash).toBe('#end');
  await page.goBack();
  await expect(element.locator('[part=paragraph]').first()).toBeInViewport();
  expect(server.count(WASM)).toBe(0);
});

test('a page opened at a place in it shows that place', async ({ page, server }) => {
  write(server, LONG);
  await page.goto(`${PAGE}#end`);
  await expect(paper(page).element.getByRole('heading', { name: 'The end' })).toBeInViewport();
  expect(server.count(WASM)).toBe(0);
});

test('the button of a player works at once', async ({ page, server, watch }) => {
  // The policy of the test lets no frame in.
  watch.expect(/violation: frame-src/, /Framing/);
  write(server, LONG);
  await page.goto(PAGE);
  await paper(page).element.locator('[data-action=play]').click();
  await expect(paper(page).element.locator('iframe')).toHaveCount(1);
  expect(server.count(ENGINE)).toBe(0);
});

test('theme and hidden parts follow the attributes', async ({ page, server }) => {
  write(server, LONG, ['--hide', 'tags']);
  await page.goto(PAGE);
  const { element, frame } = paper(page);
  await expect(element.locator('.tags')).toHaveCount(0);
  expect(server.count(ENGINE), 'what is left out already needs nothing').toBe(0);
  await element.evaluate((node) => Object.assign(node, { theme: 'dark', hide: 'tags byline' }));
  await expect(frame).toHaveCSS('color-scheme', 'dark');
  await expect(element.locator('.byline')).toBeHidden();
  await element.evaluate((node) => node.setAttribute('hide', 'tags'));
  await expect(element.locator('.byline')).toBeVisible();
  expect(server.count(WASM)).toBe(0);
});

test('another src brings the engine, without a flash', async ({ page, server }) => {
  write(server, LONG);
  const other = small([paragraph('Other words.')], { headline: 'The other' });
  const reply = server.hold(`${FOLDER}other.json`, { body: JSON.stringify(other) });
  const heard = await hear(page);
  await page.goto(PAGE);
  await expect.poll(heard).toHaveLength(1);
  const { element, headline } = paper(page);
  await element.evaluate((node) => node.setAttribute('src', 'other.json'));
  await expect.poll(() => server.count(WASM)).toBe(1);
  await expect.poll(() => server.count(/other.json/)).toBe(1);
  await expect(headline.first()).toBeVisible();
  reply.release();
  await expect(element.locator('.headline')).toHaveText('The other');
  expect(await heard()).toEqual([
    ['load', 'prerendered'],
    ['load', 'network'],
  ]);
});

test('a teaser is followed in place', async ({ page, server }) => {
  write(server, LONG, ['--in-place']);
  const other = small([paragraph('Other words.')], { headline: 'The other' });
  server.answer(`${FOLDER}api/articles/other.json`, { body: JSON.stringify(other) });
  const heard = await hear(page);
  await page.goto(PAGE);
  const { element } = paper(page);
  await element.getByRole('link', { name: 'Another' }).click();
  await expect(element.locator('.headline')).toHaveText('The other');
  expect(await heard()).toContainEqual(['navigate', `${server.origin}/other`]);
  expect(new URL(page.url()).pathname).toBe('/other');
});

test('a click on a teaser is told, and goes to its page', async ({ page, server }) => {
  write(server, LONG);
  server.answer('/other', {
    body: '<!doctype html><link rel="icon" href="/news/favicon.svg"><p>Other',
    headers: { 'content-type': 'text/html' },
  });
  await page.goto(PAGE);
  await paper(page).element.getByRole('link', { name: 'Another' }).click();
  await expect(page).toHaveURL('/other');
});

for (const [what, headline, expected] of /** @type {const} */ ([
  ['that finds nothing new leaves it', undefined, 0],
  ['that finds a newer version brings the engine', 'Newer', 1],
])) {
  test(`a look ${what}`, async ({ page, server }) => {
    write(server, LONG, ['--refresh', '60']);
    await page.clock.install();
    await page.goto(PAGE);
    const { element } = paper(page);
    await expect.poll(() => server.count(new RegExp(files.engine.file))).toBe(1);
    if (headline) server.answer(PATH, { body: JSON.stringify({ ...LONG, headline }) });
    // The script sets its timer only when it has run.
    const look = async () => {
      await page.clock.runFor(67_000);
      return server.count(PATH);
    };
    await expect.poll(look).toBeGreaterThan(headline ? 0 : 2);
    if (headline) await expect(element.locator('.headline')).toHaveText(headline);
    expect(server.count(WASM)).toBe(expected);
  });
}

test('a list by URL brings the engine when it is near', async ({ page, server }) => {
  write(server, { ...LONG, related: 'related.json' });
  server.answer(`${FOLDER}api/articles/related.json`, {
    body: JSON.stringify({ items: [{ headline: 'Late', url: '/late' }] }),
  });
  // Wide enough, the list would stand beside the beginning.
  await page.setViewportSize({ width: 600, height: 700 });
  await page.goto(PAGE);
  await expect(paper(page).headline).toBeVisible();
  await painted(page);
  expect(server.count(ENGINE)).toBe(0);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(paper(page).element.getByRole('link', { name: 'Late' })).toHaveCount(1);
});

test('reload() brings the engine', async ({ page, server }) => {
  write(server, LONG);
  await page.goto(PAGE);
  await expect(paper(page).headline).toBeVisible();
  await paper(page).element.evaluate((node) => /** @type {any} */ (node).reload());
  expect(server.count(WASM)).toBe(1);
  await expect(paper(page).element.locator('.headline')).toHaveCount(1);
});

test('without the engine’s file it can still be read', async ({ page, server, watch }) => {
  watch.expect('status of 404');
  write(server, LONG);
  server.answer(new RegExp(files.engine.file), { status: 404, body: '' });
  await page.goto(`${PAGE}#end`);
  await expect.poll(() => server.count(new RegExp(files.engine.file))).toBeGreaterThan(0);
  await expect(paper(page).headline).toBeVisible();
});

test('a click that the page has stopped is not followed', async ({ page, server }) => {
  write(server, LONG);
  await page.goto(PAGE);
  const { element } = paper(page);
  await element.evaluate((node) =>
    node.shadowRoot?.addEventListener('click', (event) => event.preventDefault(), true),
  );
  await element.getByRole('link', { name: 'To the end' }).click();
  await painted(page);
  expect(server.count(ENGINE)).toBe(0);
  expect(new URL(page.url()).hash).toBe('');
});

test('a root that is not ours is emptied', async ({ page, server }) => {
  const root = '<template shadowrootmode="open"><p>Not ours</p></template>';
  server.answer(PAGE, {
    body: `<!doctype html><link rel="icon" href="favicon.svg"><script type="module" src="newsprint.js"></script>
      <newsprint-article src="${PATH}">${root}</newsprint-article>`,
    headers: { 'content-type': 'text/html' },
  });
  server.answer(PATH, { body: JSON.stringify(LONG) });
  await page.goto(PAGE);
  await expect(paper(page).headline).toBeVisible();
  await expect(page.getByText('Not ours')).toHaveCount(0);
});
