// @ts-check
/** What keeps an article away, and what the reader is told and can do. */
import {
  FLAGSHIP,
  document,
  expect,
  open,
  paper,
  small,
  test,
  tries,
} from './support/fixtures.mjs';
import { FOLDER } from './support/server.mjs';

const UNREACHABLE = 'The article can’t be reached just now. Please try again in a moment.';
const GONE = 'This article is no longer here, or never was. Please check the link.';
const CLOSED = 'This article is not open to you. You may need to sign in.';
const BROKEN =
  'Something is wrong with this article, and we can’t show it. Please come back later.';

const PATH = `${FOLDER}api/articles/one.json`;
const PAGE = 'article.html?src=api/articles/one.json';

/** @type {[string, import('./support/server.mjs').Answer, string, boolean, RegExp[]][]} */
const FAILURES = [
  ['status 401', { status: 401 }, CLOSED, false, [/forbidden: .*status 401/]],
  ['status 403', { status: 403 }, CLOSED, false, [/forbidden: .*status 403/]],
  ['status 404', { status: 404 }, GONE, false, [/not-found: .*status 404/]],
  ['status 410', { status: 410 }, GONE, false, [/gone: .*status 410/]],
  ['status 451', { status: 451 }, GONE, false, [/gone: .*status 451/]],
  ['status 400', { status: 400 }, UNREACHABLE, false, [/server: .*status 400/]],
  ['status 429', { status: 429 }, UNREACHABLE, true, [/rate-limited: .*status 429/]],
  ['status 500', { status: 500 }, UNREACHABLE, true, [/server: .*status 500/]],
  ['status 503', { status: 503 }, UNREACHABLE, true, [/server: .*status 503/]],
  ['a cut connection', { destroy: true }, UNREACHABLE, true, [/network: .*could not be fetched/]],
  [
    'half a body',
    { body: JSON.stringify(small()), truncate: true },
    UNREACHABLE,
    true,
    [/network: .*could not be fetched/],
  ],
  ['HTML', { body: '<!doctype html>' }, BROKEN, false, [/not-json: .*line 1 column 1/]],
  ['nothing', { body: '' }, BROKEN, false, [/not-json: .*the end comes too early/]],
  ['half of JSON', { body: '{"headline": "A' }, BROKEN, false, [/not-json: .*line 1 column 15/]],
  ['another JSON', { body: '[]' }, BROKEN, false, [/not-an-article: .*expected a JSON object/]],
  [
    'no headline',
    { body: '{"sections": []}' },
    BROKEN,
    false,
    [/not-an-article: .*"headline", found none/],
  ],
];

for (const [what, answer, sentence, retryable, log] of FAILURES) {
  test(`${what} is told kindly`, async ({ page, server, watch }) => {
    watch.expect(...log);
    if ((answer.status ?? 200) >= 400) watch.expect('Failed to load resource');
    if (answer.destroy || answer.truncate) watch.expect(/net::ERR_/);
    server.answer(PATH, { body: 'x', ...answer });
    await page.goto(PAGE);
    const { error, retry, skeleton } = paper(page);
    await expect(error.locator('p')).toHaveText(sentence);
    await expect(error).toHaveRole('alert');
    await expect(skeleton).toBeHidden();
    await expect(retry).toHaveCount(retryable ? 1 : 0);
  });
}

test('a reader who is offline is told so, and has the article when back', async ({
  page,
  context,
  watch,
}) => {
  watch.expect(/offline: /, /net::ERR_INTERNET_DISCONNECTED/);
  await open(page, FLAGSHIP);
  await context.setOffline(true);
  const { element, error, retry, headline } = paper(page);
  await element.evaluate((host) =>
    host.setAttribute('src', '../api/articles/ice-core-cold-store.json'),
  );
  await expect(error).toContainText('You seem to be offline');
  await expect(retry).toBeVisible();
  await context.setOffline(false);
  await expect(headline).toHaveText(document('ice-core-cold-store').headline);
  await expect(retry).toHaveCount(0);
});

for (const by of ['mouse', 'keyboard']) {
  test(`trying again by ${by} brings the article`, async ({ page, server, watch }) => {
    watch.expect('Failed to load resource', /status 503/);
    server.answer(PATH, ...tries(503), { body: JSON.stringify(small()) });
    await page.goto(PAGE);
    const { headline, retry, error } = paper(page);
    if (by === 'mouse') {
      await retry.click();
    } else {
      await retry.focus();
      await page.keyboard.press('Enter');
    }
    await expect(headline).toHaveText('A small article');
    await expect(error).toHaveCount(0);
    expect(server.count(PATH)).toBe(5);
  });
}

test('the fallback stays in view when the article does not come', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('Failed to load resource', /not-found/);
  server.answer(`${FOLDER}api/articles/${FLAGSHIP}.json`, { status: 404, body: '' });
  await page.goto(`articles/${FLAGSHIP}.html`);
  const { element, error } = paper(page);
  await expect(error).toHaveText(GONE);
  await expect(element.getByText(document(FLAGSHIP).headline)).toBeVisible();
});

test('a late reply never replaces a newer one', async ({ page, server }) => {
  const first = server.hold(PATH, { body: JSON.stringify(small([], { headline: 'Old' })) });
  const next = server.article('two', small([], { headline: 'New' })).split('src=')[1];
  await page.goto(PAGE);
  await expect.poll(() => server.count(PATH)).toBe(1);
  const { element, headline } = paper(page);
  await element.evaluate((host, src) => host.setAttribute('src', src), next);
  await expect(headline).toHaveText('New');
  first.release();
  // The old reply has arrived, or its request has ended, when another has come the same way.
  await page.evaluate((src) => fetch(src).then((reply) => reply.text()), next);
  await expect(headline).toHaveText('New');
});

for (const [what, path] of [
  ['the engine', /_bg\.wasm$/],
  ['the styles', /newsprint-\w+\.css$/],
]) {
  test(`without ${what} the fallback stays, and the console says why`, async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('Failed to load resource', /engine did not start/);
    server.answer(/** @type {RegExp} */ (path), { status: 404, body: '' });
    await page.goto(`articles/${FLAGSHIP}.html`);
    const { element, frame } = paper(page);
    await expect(frame).toHaveAttribute('data-state', 'error');
    await expect(element.getByText(document(FLAGSHIP).headline)).toBeVisible();
  });
}

test('without the engine and a fallback the reader is told so', async ({ page, server, watch }) => {
  watch.expect('Failed to load resource', /engine did not start/);
  server.answer(/_bg\.wasm$/, { status: 404, body: '' });
  await page.goto(PAGE);
  const { error, skeleton } = paper(page);
  await expect(error).toHaveText('This article can’t be shown just now.');
  await expect(skeleton).toBeHidden();
});

test('a src that is no URL is told, and a better one is loaded', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('src="https://" is no URL');
  const src = server.article('good', small()).split('src=')[1];
  await page.goto(PAGE.replace(/\?.*/, ''));
  const { element, error, headline } = paper(page);
  await element.evaluate((host) => {
    host.removeAttribute('hidden');
    host.setAttribute('src', 'https://');
  });
  await expect(error).toBeVisible();
  await element.evaluate((host, url) => host.setAttribute('src', url), src);
  await expect(headline).toHaveText('A small article');
  await expect(error).toHaveCount(0);
});

test('one bad picture, link or block costs no page', async ({ page, server, watch }) => {
  watch.expect(
    /blocks\/1\/src: expected an http or https URL/,
    /blocks\/2\/type: expected a type of block/,
    /blocks\/4: expected an object with "type", found "what"/,
  );
  /** @type {any[]} */
  const blocks = [
    { type: 'paragraph', text: 'Before' },
    { type: 'image', src: 'javascript:1', alt: 'x' },
    { type: 'hologram', fallback: 'In other words' },
    { type: 'paragraph', text: 'After' },
    'what',
  ];
  await page.goto(server.article('broken', small(blocks)));
  const paragraphs = paper(page).article.locator('p[part=paragraph]');
  await expect(paragraphs).toHaveText(['Before', 'In other words', 'After']);
});

test('a part by URL that does not come is left out', async ({ page, server, watch }) => {
  watch.expect('Failed to load resource', /left out: not-found: .*none\.json/);
  const article = small([{ type: 'paragraph', text: 'A' }], {
    header: { date: '2024-03-18', weather: '/none.json' },
    latest: '/none.json',
  });
  await page.goto(server.article('parts', article));
  const { article: shown } = paper(page);
  await expect(shown.locator('[part=date]')).toHaveText('Monday, 18 March 2024');
  await expect(shown.locator('nav, [part=weather]')).toHaveCount(0);
});

test('the trap of another program is none of ours', async ({ page, server }) => {
  const reply = server.hold(PATH, { body: JSON.stringify(small()) });
  await page.goto(PAGE);
  await expect.poll(() => server.count(PATH)).toBe(1);
  const { error, skeleton } = paper(page);
  // Whose it is, is seen by what called what.
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError('unreachable');
    error.stack =
      'RuntimeError: unreachable\n    at https://other.example/x.wasm:wasm-function[1]:0x1';
    dispatchEvent(new ErrorEvent('error', { error }));
  });
  await expect(skeleton).toBeVisible();
  await expect(error).toHaveCount(0);
  reply.release();
  await expect(paper(page).headline).toHaveText('A small article');
});
