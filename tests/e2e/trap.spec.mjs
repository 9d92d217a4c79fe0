// @ts-check
/** What is left of a page when the engine traps: one article is lost, and nothing else. */
import { blankPage, element, give, path } from './support/blank-page.mjs';
import { expect, painted, small, test } from './support/fixtures.mjs';
import {
  at,
  company,
  DORMANT,
  expectBroken,
  expectOthersToGoOn,
  named,
  poison,
  POISON,
  read,
  SAID,
  TRAPPED,
  turn,
} from './support/traps.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./support/server.mjs').Server} Server */

/**
 * The ways in which one ends, while the others are there.
 * @type {[string, object, (page: Page, server: Server) => Promise<unknown>][]}
 */
const WAYS = [
  [
    'while it shows an article',
    named('Good so far'),
    (page, server) => {
      give(server, 'next', POISON);
      return turn(page, 'next');
    },
  ],
  [
    'while it reads one',
    named('Good so far'),
    (page, server) => {
      give(server, 'next', small([{ type: 'paragraph', text: [{ text: 'x', href: '/poison' }] }]));
      return turn(page, 'next');
    },
  ],
  [
    'while it follows an attribute',
    DORMANT,
    (page) =>
      at(page, 'it').element.evaluate((node) => {
        /** @type {any} */ (globalThis).world.poison = 'dormant';
        node.setAttribute('heading-level', '2');
      }),
  ],
  [
    'while it tries again',
    DORMANT,
    (page) =>
      at(page, 'it').element.evaluate((node) => {
        /** @type {any} */ (globalThis).world.poison = 'dormant';
        /** @type {any} */ (node).reload();
      }),
  ],
];

for (const [when, article, end] of WAYS) {
  test(`an engine that ends ${when} costs that article only`, async ({ page, server, watch }) => {
    watch.expect(TRAPPED);
    const { engines, heard, said, slow } = await company(page, server, article);
    await expect(at(page, 'it').headline).toHaveText(/** @type {any} */ (article).headline);
    const lost = await read(page);
    expect(await engines()).toBe(1);

    await end(page, server);
    await expectBroken(page, 'it');
    await expect.poll(engines, 'another engine is used').toBe(2);
    await expect
      .poll(() => page.evaluate(() => /** @type {any} */ (globalThis).stillThere.isConnected))
      .toBe(false);
    await painted(page);
    expect(await lost(), 'what is read stays in view').toEqual([]);
    const errors = await heard('error');
    expect(errors).toEqual([
      expect.objectContaining({
        id: 'it',
        kind: 'engine',
        message: expect.stringContaining('unreachable'),
      }),
    ]);
    expect(said).toEqual([expect.stringMatching(SAID)]);

    await expectOthersToGoOn(page, server, slow);
    expect(said, 'and nothing else').toHaveLength(1);
    expect(await engines()).toBe(2);
  });
}

test('one that ends while it looks for news costs that article only', async ({
  page,
  server,
  watch,
}) => {
  watch.expect(TRAPPED);
  const { engines, heard, slow } = await company(page, server);
  give(server, 'followed', POISON);
  slow.release();
  await expect(at(page, 'slow').headline).toHaveText('Slow');
  const lost = await read(page);
  await at(page, 'followed').element.evaluate((node) => node.append('In other words'));
  await page.clock.runFor(70_000);
  await expectBroken(page, 'followed');
  await expect.poll(engines).toBe(2);
  await expect(at(page, 'it').headline).toHaveText('dormant');
  await expect(at(page, 'long').headline).toBeAttached();
  expect(await lost()).toEqual([]);
  expect(await heard('error')).toHaveLength(1);
  await expect(at(page, 'slow').headline).toHaveText('Slow');
});

test('one that has used up its stack costs that article only', async ({ page, server, watch }) => {
  watch.expect(/^error: newsprint .*call stack/);
  const { engines, heard, said, slow } = await company(page, server);
  const lost = await read(page);
  give(server, 'next', small([{ type: 'paragraph', text: 'depth' }]));
  await turn(page, 'next');
  await expectBroken(page, 'it');
  await expect.poll(engines).toBe(2);
  await expect(at(page, 'long').headline).toBeAttached();
  expect(await lost()).toEqual([]);
  expect(await heard('error')).toHaveLength(1);
  expect(said).toEqual([expect.stringContaining('Maximum call stack size exceeded')]);
  await expectOthersToGoOn(page, server, slow);
});

test('two that end one after the other cost two articles', async ({ page, server, watch }) => {
  watch.expect(TRAPPED);
  const { engines, heard, said, slow } = await company(page, server);
  const lost = await read(page);
  give(server, 'next', POISON);
  for (const [id, count] of /** @type {const} */ ([
    ['it', 2],
    ['followed', 3],
  ])) {
    await at(page, id).element.evaluate((node, src) => {
      node.textContent = 'In other words';
      node.setAttribute('src', src);
    }, path('next'));
    await expectBroken(page, id);
    await expect.poll(engines).toBe(count);
  }
  await expectBroken(page, 'it');
  await expect(at(page, 'long').headline).toBeAttached();
  expect(await lost()).toEqual([]);
  expect((await heard('error')).map(({ id }) => id)).toEqual(['it', 'followed']);
  expect(said).toHaveLength(2);
  slow.release();
  await expect(at(page, 'slow').headline).toHaveText('Slow');
});

test('many articles that end it all are lost, and the others are shown', async ({
  page,
  server,
  watch,
}) => {
  watch.expect(TRAPPED);
  const { heard, said } = await poison(page);
  give(server, 'good', named('Good'));
  const numbers = [1, 2, 3, 4, 5, 6];
  for (const number of numbers) give(server, `venom-${number}`, POISON);
  const body = numbers.map(
    (number) =>
      element(`venom-${number}`, `id="venom-${number}"`, 'In other words') +
      element('good', `id="good-${number}"`),
  );
  await page.goto(blankPage(server, body.join('')));
  for (const number of numbers) {
    await expectBroken(page, `venom-${number}`);
    await expect(at(page, `good-${number}`).headline).toHaveText('Good');
  }
  expect(await heard('error')).toHaveLength(6);
  expect(said).toHaveLength(6);
});

test.describe('an element that has lost its article', () => {
  /** @param {Page} page @param {Server} server */
  async function broken(page, server) {
    give(server, 'it', POISON);
    give(server, 'good', named('Good'));
    const seen = await poison(page);
    await page.goto(blankPage(server, element('it', 'id="it"', '<p>In other words</p>')));
    await expectBroken(page, 'it');
    return { ...seen, ...at(page, 'it') };
  }

  test('shows the next one', async ({ page, server, watch }) => {
    watch.expect(TRAPPED);
    const { element: it, engines, error, headline } = await broken(page, server);
    await it.evaluate((node, src) => node.setAttribute('src', src), path('good'));
    await expect(headline).toHaveText('Good');
    await expect(error).toHaveCount(0);
    await expect(it.getByText('In other words')).toBeHidden();
    expect(await it.evaluate((node) => node.matches(':state(ready)'))).toBe(true);
    expect(await engines()).toBe(2);
  });

  test('loads its own again when it is told to', async ({ page, server, watch }) => {
    watch.expect(TRAPPED);
    const { element: it, error, headline } = await broken(page, server);
    give(server, 'it', named('Mended'));
    await it.evaluate((node) => /** @type {any} */ (node).reload());
    await expect(headline).toHaveText('Mended');
    await expect(error).toHaveCount(0);
  });

  test('loses it again where it is the same', async ({ page, server, watch }) => {
    watch.expect(TRAPPED);
    const { element: it, heard } = await broken(page, server);
    await it.evaluate((node) => /** @type {any} */ (node).reload());
    await expect.poll(async () => (await heard('error')).length).toBe(2);
    await expectBroken(page, 'it');
  });

  test('does not begin with it on the next visit', async ({ page, server, watch }) => {
    watch.expect(TRAPPED);
    await broken(page, server);
    // It takes a while to be put away.
    give(server, 'it', { ...POISON, more: 'x'.repeat(9e6) });
    await page.reload();
    await expectBroken(page, 'it');
    const forgotten = () => page.evaluate(() => /** @type {any} */ (globalThis).world.forgotten);
    await expect.poll(forgotten, 'the copy is given up').toBe(1);
    give(server, 'it', named('Mended'));
    await page.reload();
    await expect(at(page, 'it').headline).toHaveText('Mended');
  });

  test('lets who waits for it know', async ({ page, server, watch }) => {
    watch.expect(TRAPPED);
    const { element: it } = await broken(page, server);
    const outcome = it.evaluate((node) =>
      /** @type {any} */ (node).reload().then(() => node.matches(':state(error)')),
    );
    expect(await outcome).toBe(true);
  });

  test('is removed, and is whole when it is put back', async ({ page, server, watch }) => {
    watch.expect(TRAPPED);
    const { element: it, headline } = await broken(page, server);
    give(server, 'it', named('Mended'));
    await it.evaluate(async (node) => {
      const parent = node.parentElement;
      node.remove();
      await new Promise((resolve) => setTimeout(resolve));
      parent?.append(node);
    });
    await expect(headline).toHaveText('Mended');
  });

  test('keeps to its fallback where the host says the rest', async ({ page, server, watch }) => {
    watch.expect(TRAPPED);
    await page.addInitScript(() => {
      addEventListener('newsprint-error', (event) => event.preventDefault(), true);
    });
    give(server, 'it', POISON);
    await poison(page);
    await page.goto(blankPage(server, element('it', 'id="it"', '<p>In other words</p>')));
    const { article, element: it, error, frame } = at(page, 'it');
    await expect(frame).toHaveAttribute('data-state', 'error');
    await expect(it.getByText('In other words')).toBeVisible();
    await expect(error).toHaveCount(0);
    await expect(article).toHaveCount(0);
  });
});

test('one that is removed as the engine ends is no more', async ({ page, server, watch }) => {
  watch.expect(TRAPPED);
  const { engines, slow } = await company(page, server);
  give(server, 'next', POISON);
  await page.evaluate((src) => {
    const it = document.getElementById('it');
    addEventListener('error', () => it?.remove(), { capture: true, once: true });
    it?.setAttribute('src', src);
  }, path('next'));
  await expect(at(page, 'it').element).toHaveCount(0);
  await expect.poll(engines).toBe(2);
  await expectOthersToGoOn(page, server, slow);
});

test('one that ends as it removes the last article is replaced for the next', async ({
  page,
  server,
  watch,
}) => {
  // No element is there any more to report it, so the browser does.
  watch.expect('uncaught: RuntimeError: unreachable');
  give(server, 'it', named('It'));
  give(server, 'good', named('Good'));
  const { engines } = await poison(page);
  // It waits for the next look, and gives that up when it is removed.
  await page.goto(blankPage(server, element('it', 'id="it" refresh="60"')));
  await expect(at(page, 'it').headline).toHaveText('It');
  await at(page, 'it').element.evaluate((node) => {
    /** @type {any} */ (globalThis).world.isRemovalPoisoned = true;
    node.remove();
  });
  await page.waitForFunction(() => !(/** @type {any} */ (globalThis).world.isRemovalPoisoned));
  await page.evaluate((src) => {
    const next = document.createElement('newsprint-article');
    next.id = 'next';
    next.setAttribute('src', src);
    document.body.append(next);
  }, path('good'));
  await expect(at(page, 'next').headline).toHaveText('Good');
  expect(await engines()).toBe(2);
});

test('a given article is lost as others are, and the next one is shown', async ({
  page,
  server,
  watch,
}) => {
  watch.expect(TRAPPED);
  await poison(page);
  await page.goto(
    blankPage(server, '<newsprint-article id="it">In other words</newsprint-article>'),
  );
  await page.waitForFunction(() => customElements.get('newsprint-article'));
  const { element: it, headline } = at(page, 'it');
  const set = (/** @type {object} */ article) =>
    it.evaluate((node, given) => void Object.assign(node, { article: given }), article);
  await set(POISON);
  await expectBroken(page, 'it');
  await set(named('Good'));
  await expect(headline).toHaveText('Good');
});

test('a reply that ends it costs who has asked for it, not who was at work last', async ({
  page,
  server,
  watch,
}) => {
  watch.expect(TRAPPED);
  await page.addInitScript(() => {
    const url = Object.getOwnPropertyDescriptor(Response.prototype, 'url');
    Object.defineProperty(Response.prototype, 'url', {
      ...url,
      get() {
        const it = url?.get?.call(this);
        if (it.includes('venom')) /** @type {any} */ (globalThis).world.trap();
        return it;
      },
    });
  });
  const { engines, heard, slow } = await company(page, server);
  const lost = await read(page);
  const reply = server.hold(path('venom'), { body: JSON.stringify(named('Never seen')) });
  await turn(page, 'venom');
  await expect.poll(() => server.count(path('venom'))).toBe(1);
  await at(page, 'followed').element.evaluate((node) => node.setAttribute('heading-level', '2'));
  await expect(at(page, 'followed').article.locator('h2.headline')).toBeVisible();
  reply.release();
  await expectBroken(page, 'it');
  await expect.poll(engines).toBe(2);
  expect((await heard('error')).map(({ id }) => id)).toEqual(['it']);
  expect(await lost()).toEqual([]);
  await expectOthersToGoOn(page, server, slow);
});

test('a list that ends it costs the article that names it', async ({ page, server, watch }) => {
  watch.expect(TRAPPED);
  const { engines, heard, slow } = await company(page, server);
  const lost = await read(page);
  give(server, 'list', { items: [{ headline: 'poison', url: '/there' }] });
  give(server, 'next', small([], { latest: path('list') }));
  await at(page, 'it').element.evaluate((node) => {
    node.style.position = 'fixed';
    node.style.top = '0';
  });
  await turn(page, 'next');
  await expectBroken(page, 'it');
  await expect.poll(engines).toBe(2);
  expect((await heard('error')).map(({ id }) => id)).toEqual(['it']);
  expect(await lost()).toEqual([]);
  await expectOthersToGoOn(page, server, slow);
});

test('the focus stays in the element in which it was', async ({ page, server, watch }) => {
  watch.expect(TRAPPED);
  const linked = (/** @type {string} */ headline) =>
    small([{ type: 'paragraph', text: [{ text: 'a link', href: '/a' }] }], { headline });
  give(server, 'it', linked('dormant'));
  give(server, 'good', linked('Good'));
  await poison(page);
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return [activeElement?.id, !!activeElement?.shadowRoot?.activeElement];
    });
  for (const id of ['good', 'it']) {
    await page.goto(
      blankPage(server, element('it', 'id="it"', 'In other words') + element('good', 'id="good"')),
    );
    await expect(at(page, 'it').headline).toHaveText('dormant');
    await at(page, id).element.getByRole('link', { name: 'a link' }).focus();
    await at(page, 'it').element.evaluate((node) => {
      /** @type {any} */ (globalThis).world.poison = 'dormant';
      node.setAttribute('heading-level', '2');
    });
    await expectBroken(page, 'it');
    await expect(at(page, 'good').headline).toHaveText('Good');
    await expect.poll(focused).toEqual([id, true]);
  }
});
