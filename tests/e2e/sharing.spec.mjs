// @ts-check
/** What elements of a page share: a request for the same article, and six requests at a time. */
import { expect, painted, paper, small, test } from './support/fixtures.mjs';
import { element, give, listen, path, blankPage } from './support/blank-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./support/server.mjs').Server} Server */

const WASM = /_bg\.wasm$/;
const IT = small([], { headline: 'It' });

/** Whether a request is for this article. @param {string} name */
const isFor = (name) => (/** @type {import('@playwright/test').Request} */ request) =>
  new URL(request.url()).pathname === path(name);

/** What was under way is there when another reply has come the same way. @param {Page} page */
const another = (page) =>
  page.evaluate((src) => fetch(src).then((reply) => reply.text()), '/news/favicon.svg');

/**
 * Opens a page with elements, the engine there already, or still on its way.
 * @param {Page} page
 * @param {Server} server
 * @param {string} body
 * @param {boolean} isThere
 */
async function open(page, server, body, isThere) {
  give(server, 'first', small([], { headline: 'The first' }));
  await page.goto(blankPage(server, `<main></main><aside></aside>`));
  const engine = isThere ? undefined : server.hold(WASM);
  if (isThere) {
    await page.evaluate((src) => {
      const first = document.createElement('newsprint-article');
      first.setAttribute('src', src);
      document.querySelector('aside')?.append(first);
    }, path('first'));
    await expect(page.locator('aside .headline')).toHaveText('The first');
  } else {
    await page.waitForFunction(() => customElements.get('newsprint-article'));
  }
  await page.evaluate((names) => {
    for (const [name, src] of names) {
      const one = document.createElement('newsprint-article');
      one.id = name;
      one.setAttribute('src', src);
      document.querySelector('main')?.append(one);
    }
  }, /** @type {[string, string][]} */ (JSON.parse(body)));
  if (engine) await expect.poll(() => server.count(WASM)).toBe(1);
  return { release: () => engine?.release(), headlines: page.locator('main .headline') };
}

/** Elements of these names, each with what it shows. @param {[string, string][]} all */
const elements = (all) => JSON.stringify(all.map(([id, name]) => [id, path(name)]));

for (const isThere of [false, true]) {
  const when = isThere ? 'after the engine is there' : 'before the engine is there';

  for (const number of [2, 30]) {
    test(`${number} elements that show the same ask once, ${when}`, async ({ page, server }) => {
      const reply = server.hold(path('it'), { body: JSON.stringify(IT) });
      const all = Array.from({ length: number }, (_, index) => [`e${index}`, 'it']);
      const heard = await listen(page);
      const { headlines, release } = await open(
        page,
        server,
        elements(/** @type {[string, string][]} */ (all)),
        isThere,
      );
      await expect.poll(() => server.count(path('it'))).toBe(1);
      release();
      await another(page);
      reply.release();
      await expect(headlines).toHaveText(Array(number).fill('It'));
      expect(server.count(path('it'))).toBe(1);
      const loads = (await heard('load')).filter(({ id }) => id);
      expect(loads).toHaveLength(number);
    });
  }

  test(`30 that show the same, whose reply is there first, ask once, ${when}`, async ({
    page,
    server,
  }) => {
    give(server, 'it', IT);
    const all = Array.from({ length: 30 }, (_, index) => [`e${index}`, 'it']);
    const over = page.waitForEvent('requestfinished', isFor('it'));
    const { headlines, release } = await open(
      page,
      server,
      elements(/** @type {[string, string][]} */ (all)),
      isThere,
    );
    await over;
    release();
    await expect(headlines).toHaveText(Array(30).fill('It'));
    expect(server.count(path('it'))).toBe(1);
  });

  for (const gone of ['a', 'b']) {
    test(`when ${gone} of a and b is removed the other has its article, ${when}`, async ({
      page,
      server,
    }) => {
      const reply = server.hold(path('it'), { body: JSON.stringify(IT) });
      const both = elements([
        ['a', 'it'],
        ['b', 'it'],
      ]);
      const { headlines, release } = await open(page, server, both, isThere);
      await expect.poll(() => server.count(path('it'))).toBe(1);
      await page.evaluate((id) => document.getElementById(id)?.remove(), gone);
      await another(page);
      release();
      reply.release();
      await expect(headlines).toHaveText(['It']);
      expect(server.count(path('it'))).toBe(1);
    });
  }

  test(`when all are removed the request ends, ${when}`, async ({ page, server }) => {
    server.hold(path('it'), { body: JSON.stringify(IT) });
    const both = elements([
      ['a', 'it'],
      ['b', 'it'],
    ]);
    await open(page, server, both, isThere);
    await expect.poll(() => server.count(path('it'))).toBe(1);
    const ended = page.waitForEvent('requestfailed', isFor('it'));
    await page.evaluate(() => document.getElementById('a')?.remove());
    await another(page);
    await page.evaluate(() => document.getElementById('b')?.remove());
    expect((await ended).failure()?.errorText).toBe('net::ERR_ABORTED');
  });

  test(`when all show something else the request ends, ${when}`, async ({ page, server }) => {
    give(server, 'other', small([], { headline: 'The other' }));
    server.hold(path('it'), { body: JSON.stringify(IT) });
    const both = elements([
      ['a', 'it'],
      ['b', 'it'],
    ]);
    const { headlines, release } = await open(page, server, both, isThere);
    await expect.poll(() => server.count(path('it'))).toBe(1);
    const ended = page.waitForEvent('requestfailed', isFor('it'));
    await page.evaluate((src) => {
      for (const id of ['a', 'b']) document.getElementById(id)?.setAttribute('src', src);
    }, path('other'));
    release();
    expect((await ended).failure()?.errorText).toBe('net::ERR_ABORTED');
    await expect(headlines).toHaveText(['The other', 'The other']);
    expect(server.count(path('other'))).toBe(1);
  });

  test(`30 different ones are asked for six at a time, ${when}`, async ({ page, server }) => {
    const names = Array.from({ length: 30 }, (_, index) => `n${index}`);
    const ours = /^\/news\/blank\/n\d+\.json$/;
    /** @type {Map<string, { release: () => void }>} */
    const held = new Map();
    for (const name of names) {
      const body = JSON.stringify(small([], { headline: name }));
      held.set(name, server.hold(path(name), { body }));
    }
    // The server would not see more than six: of one host, a browser asks no more at a time.
    await page.addInitScript(() => {
      const seen = { open: 0, most: 0 };
      Object.assign(globalThis, { seen });
      const { fetch } = globalThis;
      globalThis.fetch = async (...parts) => {
        const isOurs = /\/n\d+\.json$/.test(String(parts[0]));
        if (isOurs) seen.open += 1;
        seen.most = Math.max(seen.most, seen.open);
        try {
          return await fetch(...parts);
        } finally {
          if (isOurs) seen.open -= 1;
        }
      };
    });
    const all = elements(names.map((name) => [name, name]));
    const { headlines, release } = await open(page, server, all, isThere);
    // A browser asks six things of a host at a time, and the engine is one of them.
    await expect.poll(() => server.count(ours)).toBe(isThere ? 6 : 3);
    release();
    // The engine is there, and has asked for all that it may.
    await page.evaluate(() => {
      const given = document.createElement('newsprint-article');
      Object.assign(given, { article: { headline: 'Given', sections: [] } });
      document.querySelector('aside')?.append(given);
    });
    await expect(page.locator('aside .headline').last()).toHaveText('Given');
    await expect.poll(() => server.count(ours)).toBe(6);
    await painted(page);
    expect(server.count(ours)).toBe(6);

    // Each that is over is followed by another one.
    const order = () => names.filter((name) => server.count(path(name)) > 0);
    for (let over = 0; over < 30; over++) {
      const open = order().filter((name) => held.has(name));
      expect(open.length).toBe(Math.min(6, 30 - over));
      held.get(open[0])?.release();
      held.delete(open[0]);
      await expect(headlines).toHaveCount(over + 1);
      await expect.poll(() => server.count(ours)).toBe(Math.min(7 + over, 30));
    }
    await expect(headlines).toHaveText(names);
    expect(await page.evaluate(() => /** @type {any} */ (globalThis).seen.most)).toBe(6);
  });

  test(`of 30 different ones those that were removed take no turn, ${when}`, async ({
    page,
    server,
  }) => {
    const names = Array.from({ length: 30 }, (_, index) => `n${index}`);
    const ours = /^\/news\/blank\/n\d+\.json$/;
    for (const name of names.slice(0, 29)) server.hold(path(name));
    give(server, 'n29', small([], { headline: 'The last' }));
    const all = elements(names.map((name) => [name, name]));
    const { headlines, release } = await open(page, server, all, isThere);
    await expect.poll(() => server.count(ours)).toBe(isThere ? 6 : 3);
    await page.evaluate(() => {
      for (const one of [...document.querySelectorAll('main > *')].slice(0, 29)) one.remove();
    });
    release();
    await expect(headlines).toHaveText(['The last']);
    expect(server.count(path('n29'))).toBe(1);
    expect(server.count(ours)).toBe(isThere ? 7 : 4);
  });
}

test('articles that don’t come keep no engine away', async ({ page, server }) => {
  const ours = /^\/news\/blank\/n\d+\.json$/;
  server.hold(ours);
  const names = Array.from({ length: 12 }, (_, index) => `n${index}`);
  const given = JSON.stringify(small([], { headline: 'Given' }));
  const body =
    names.map((name) => element(name)).join('') +
    `<newsprint-article><script type="application/json">${given}</script></newsprint-article>`;
  // The last thing that is fetched for an article is fetched when all others are under way.
  const script = server.hold(/\/newsprint-\w+\.js$/);
  await page.goto(blankPage(server, body));
  await expect.poll(() => server.count(ours)).toBeGreaterThanOrEqual(3);
  await painted(page);
  script.release();
  await expect(paper(page, 12).headline).toHaveText('Given');
  expect(server.count(ours)).toBeLessThanOrEqual(6);
});

test('elements with other credentials ask for themselves', async ({ page, server }) => {
  give(server, 'it', IT);
  await page.goto(
    blankPage(server, element('it') + element('it', 'credentials="omit"') + element('it')),
  );
  for (const index of [0, 1, 2]) await expect(paper(page, index).headline).toHaveText('It');
  expect(server.count(path('it'))).toBe(2);
});

test('lists that two articles have in common are asked for once', async ({ page, server }) => {
  const items = [{ headline: 'In common', url: '/there' }];
  const reply = server.hold(path('list'), { body: JSON.stringify({ items }) });
  give(server, 'a', { ...IT, latest: path('list') });
  give(server, 'b', { ...IT, latest: path('list') });
  await page.goto(blankPage(server, element('a') + element('b')));
  await expect.poll(() => server.count(path('list'))).toBe(1);
  for (const index of [0, 1]) await expect(paper(page, index).headline).toHaveText('It');
  await another(page);
  reply.release();
  await expect(page.getByRole('link', { name: 'In common' })).toHaveCount(2);
  expect(server.count(path('list'))).toBe(1);
});
