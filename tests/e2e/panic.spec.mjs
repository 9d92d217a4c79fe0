// @ts-check
/** What is left of a page when the engine traps: one article is lost, and nothing else. */
import { expect, painted, paper, small, test } from './fixtures.mjs';
import { POLICY } from './server.mjs';
import { element, give, listen, paragraphs, path, stage } from './stage.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./server.mjs').Server} Server */

const SORRY = 'This article can’t be shown just now.';
/** What the console says of a trap: which version, and what the browser calls it. */
const SAID = /^newsprint \d+\.\d+\.\d+: engine: .*in the middle of its work.*\(unreachable\)$/;

/**
 * Prepares a page in which a poison ends the engine: a real trap, in what the engine has called.
 * @param {Page} page
 */
async function poison(page) {
  await page.addInitScript(() => {
    // (module (func (export "trap") unreachable))
    const module = Uint8Array.of(
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
      ...[0x03, 0x02, 0x01, 0x00, 0x07, 0x08, 0x01, 0x04, 0x74, 0x72, 0x61, 0x70, 0x00, 0x00],
      ...[0x0a, 0x05, 0x01, 0x03, 0x00, 0x00, 0x0b],
    );
    const trap = () => {
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module));
      /** @type {any} */ (exports).trap();
    };
    /** @param {number} depth @returns {number} */
    const overflow = (depth) => 1 + overflow(depth + 1);
    const world = { poison: 'poison', engines: 0, forgotten: 0, trap };
    Object.assign(globalThis, { world });

    const { createTextNode } = Document.prototype;
    Document.prototype.createTextNode = function (text) {
      if (text === world.poison) trap();
      if (text === 'depth') {
        // Who called it all stands at the end of the stack.
        /** @type {any} */ (Error).stackTraceLimit = Infinity;
        overflow(0);
      }
      return createTextNode.call(this, text);
    };
    const origin = Object.getOwnPropertyDescriptor(URL.prototype, 'origin');
    Object.defineProperty(URL.prototype, 'origin', {
      ...origin,
      get() {
        if (this.href.includes('/poison')) trap();
        return origin?.get?.call(this);
      },
    });
    const { delete: forget } = Cache.prototype;
    Cache.prototype.delete = async function (...parts) {
      const outcome = await forget.apply(this, parts);
      world.forgotten += 1;
      return outcome;
    };
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = (...parts) => {
      world.engines += 1;
      return instantiateStreaming.apply(WebAssembly, parts);
    };
  });
  /** @type {string[]} */
  const said = [];
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  const heard = await listen(page);
  return {
    /** What the console has said so far. */
    said,
    heard,
    /** How many engines have been started. */
    engines: () => page.evaluate(() => /** @type {any} */ (globalThis).world.engines),
  };
}

/** An article that ends the engine when it is shown. */
const POISON = small([{ type: 'paragraph', text: 'poison' }], { headline: 'Poisoned' });
/** One that does so when its heading is made anew. */
const DORMANT = small([], { headline: 'dormant' });
const LONG = small(paragraphs(60), { headline: 'Long' });

/** The same, for the watch. */
const TRAPPED = /^error: newsprint .*(unreachable|call stack)/;

/** @param {string} headline */
const named = (headline) => small(paragraphs(3), { headline });

/** The element of an id. @param {Page} page @param {string} id */
function at(page, id) {
  const it = page.locator(`#${id}`);
  return {
    element: it,
    article: it.locator('article'),
    headline: it.locator('.headline'),
    error: it.locator('.error'),
    frame: it.locator('.frame'),
    paragraphs: it.locator('[part=paragraph]'),
  };
}

/** Lets `#it` show another article. @param {Page} page @param {string} name */
const turn = (page, name) =>
  at(page, 'it').element.evaluate((node, src) => node.setAttribute('src', src), path(name));

/**
 * The element has given up its article, and nothing half-drawn is left.
 * @param {Page} page
 * @param {string} id
 */
async function expectBroken(page, id) {
  const { article, element: it, error, frame } = at(page, id);
  await expect(error).toHaveText(SORRY);
  await expect(error).toHaveRole('alert');
  await expect(frame).toHaveAttribute('data-state', 'error');
  await expect(it.getByText('In other words')).toBeVisible();
  await expect(article).toHaveCount(0);
  expect(await it.evaluate((node) => node.matches(':state(error)'))).toBe(true);
  await expect(it).toHaveJSProperty('article', null);
}

/**
 * A page with an element for each thing that an element can be doing: one is read in its middle,
 * one waits for its article, one is lazy and far away, one looks for news every minute. `#it` is
 * where things go wrong.
 * @param {Page} page
 * @param {Server} server
 * @param {object} [it] the article of `#it`
 */
async function company(page, server, it = DORMANT) {
  give(server, 'long', LONG);
  give(server, 'slow', named('Slow'));
  give(server, 'lazy', named('Lazy'));
  give(server, 'followed', named('Followed'));
  give(server, 'good', named('Good'));
  give(server, 'it', it);
  const slow = server.hold(path('slow'), { body: JSON.stringify(named('Slow')) });
  const body =
    element('long', 'id="long"') +
    element('it', 'id="it"', '<p>In other words</p>') +
    element('slow', 'id="slow"') +
    element('followed', 'id="followed" refresh="60"') +
    '<p>Between</p>'.repeat(100) +
    element('lazy', 'id="lazy" loading="lazy"');
  const seen = await poison(page);
  await page.clock.install();
  await page.goto(stage(server, body));
  await expect(at(page, 'long').headline).toHaveText('Long');
  await expect(at(page, 'followed').headline).toHaveText('Followed');
  await expect.poll(() => server.count(path('slow'))).toBe(1);
  return { ...seen, slow };
}

/**
 * Lets the reader be in the middle of the long article, and looks at it in every frame.
 * @param {Page} page
 */
async function read(page) {
  await page.evaluate(() => {
    const host = document.querySelector('#long');
    const shadow = /** @type {ShadowRoot} */ (host?.shadowRoot);
    const paragraph = () => shadow.querySelectorAll('[part=paragraph]')[30];
    paragraph().scrollIntoView();
    const place = () => [scrollY, paragraph()?.getBoundingClientRect().top ?? NaN];
    const [y, top] = place();
    /** @type {string[]} */
    const lost = [];
    const look = (/** @type {string} */ when) => {
      const [nowY, nowTop] = place();
      const headline = shadow.querySelector('.headline');
      if (!headline?.checkVisibility()) lost.push(`${when}: no headline`);
      if (Math.abs(nowY - y) > 1) lost.push(`${when}: scrolled from ${y} to ${nowY}`);
      if (!(Math.abs(nowTop - top) <= 1)) lost.push(`${when}: moved from ${top} to ${nowTop}`);
    };
    let frames = 0;
    const frame = () => {
      frames += 1;
      look(`frame ${frames}`);
      /** @type {any} */ (globalThis).framesSoFar = frames;
      realFrame(frame);
    };
    const realFrame = requestAnimationFrame.bind(globalThis);
    new MutationObserver(() => look('mutation')).observe(shadow, {
      childList: true,
      subtree: true,
      attributes: true,
    });
    Object.assign(globalThis, { lost, stillThere: paragraph() });
    frame();
  });
  return () => page.evaluate(() => /** @type {any} */ (globalThis).lost);
}

/**
 * All that were not at fault go on, and new ones come.
 * @param {Page} page
 * @param {Server} server
 * @param {{ release: () => void }} slow
 */
async function expectOthersToGoOn(page, server, slow) {
  await expect(at(page, 'long').headline).toBeAttached();
  await at(page, 'long').element.evaluate((node) => node.setAttribute('heading-level', '2'));
  await expect(at(page, 'long').article.locator('h2.headline')).toHaveText('Long');

  slow.release();
  await expect(at(page, 'slow').headline).toHaveText('Slow');

  give(server, 'followed', named('Followed further'));
  await page.clock.runFor(70_000);
  await expect(at(page, 'followed').headline).toHaveText('Followed further');

  expect(server.count(path('lazy')), 'far away').toBe(0);
  await at(page, 'lazy').element.scrollIntoViewIfNeeded();
  await expect(at(page, 'lazy').headline).toHaveText('Lazy');

  await at(page, 'long').element.evaluate((node) => /** @type {any} */ (node).reload());
  await expect(at(page, 'long').paragraphs).toHaveCount(60);

  await page.evaluate((src) => {
    const other = document.createElement('newsprint-article');
    other.id = 'new';
    other.setAttribute('src', src);
    document.body.append(other);
  }, path('good'));
  await expect(at(page, 'new').headline).toHaveText('Good');
}

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
  for (const number of numbers) give(server, `poison-${number}`, POISON);
  const body = numbers.map(
    (number) =>
      element(`poison-${number}`, `id="poison-${number}"`, 'In other words') +
      element('good', `id="good-${number}"`),
  );
  await page.goto(stage(server, body.join('')));
  for (const number of numbers) {
    await expectBroken(page, `poison-${number}`);
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
    await page.goto(stage(server, element('it', 'id="it"', '<p>In other words</p>')));
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
    await page.goto(stage(server, element('it', 'id="it"', '<p>In other words</p>')));
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

test('a given article is lost as others are, and the next one is shown', async ({
  page,
  server,
  watch,
}) => {
  watch.expect(TRAPPED);
  await poison(page);
  await page.goto(stage(server, '<newsprint-article id="it">In other words</newsprint-article>'));
  await page.waitForFunction(() => customElements.get('newsprint-article'));
  const { element: it, headline } = at(page, 'it');
  const set = (/** @type {object} */ article) =>
    it.evaluate((node, given) => void Object.assign(node, { article: given }), article);
  await set(POISON);
  await expectBroken(page, 'it');
  await set(named('Good'));
  await expect(headline).toHaveText('Good');
});

test.describe('the trap of another program', () => {
  /** How others end. @type {[string, () => void][]} */
  const OTHERS = [
    [
      'that was not fetched as a file',
      () => queueMicrotask(() => /** @type {any} */ (globalThis).world.trap()),
    ],
    [
      'that ends itself from script',
      () =>
        queueMicrotask(() => {
          throw new WebAssembly.RuntimeError('unreachable');
        }),
    ],
    [
      'that is a file',
      () => {
        const error = new WebAssembly.RuntimeError('unreachable');
        const place = 'https://other.example/x.wasm:wasm-function[1]:0x1';
        error.stack = `RuntimeError: unreachable\n    at ${place}`;
        queueMicrotask(() => {
          throw error;
        });
      },
    ],
    [
      'that has used up its stack',
      () => {
        /** @param {number} depth @returns {number} */
        const overflow = (depth) => 1 + overflow(depth + 1);
        queueMicrotask(() => void overflow(0));
      },
    ],
  ];

  for (const [which, end] of OTHERS) {
    test(`${which} touches nothing`, async ({ page, server, watch }) => {
      watch.expect(/^uncaught: .*(unreachable|call stack)/);
      const { engines, heard, said, slow } = await company(page, server);
      const lost = await read(page);
      const over = page.waitForEvent('pageerror');
      await page.evaluate(end);
      await over;
      await painted(page);
      expect(await heard('error')).toEqual([]);
      expect(said).toEqual([]);
      expect(await lost()).toEqual([]);
      expect(
        await page.evaluate(() => /** @type {any} */ (globalThis).stillThere.isConnected),
        'nothing is shown anew',
      ).toBe(true);
      expect(await engines()).toBe(1);
      await expect(at(page, 'it').headline).toHaveText('dormant');
      slow.release();
      await expect(at(page, 'slow').headline).toHaveText('Slow');
    });
  }
});

test.describe('the engine’s own trap', () => {
  /** How browsers write down where it was. @type {[string, string, string][]} */
  const STACKS = [
    ['Chrome', 'RuntimeError', 'RuntimeError: unreachable\n    at IT:wasm-function[7]:0x1a'],
    ['Firefox', 'RuntimeError', '@IT:wasm-function[7]:0x1a\n'],
    ['Safari', 'RuntimeError', '<?>.wasm-function[7]@[wasm code]\nwasm-stub@[wasm code]'],
    ['Chrome', 'RangeError', 'RangeError: Maximum\n    at IT:wasm-function[7]:0x1a'],
    ['Safari', 'RangeError', '<?>.wasm-function[7]@[wasm code]\nwasm-stub@[wasm code]'],
    ['Safari 26', 'RuntimeError', '7@<?>:wasm-function[7]\n@<?>:wasm-function[8]'],
    ['Safari 26', 'RangeError', '7@<?>:wasm-function[7]\n@<?>:wasm-function[8]'],
  ];

  for (const [browser, kind, stack] of STACKS) {
    test(`is known by the stack of a ${kind} in ${browser}`, async ({ page, server, watch }) => {
      watch.expect(TRAPPED);
      await poison(page);
      give(server, 'it', named('Good'));
      await page.goto(stage(server, element('it', 'id="it"', 'In other words')));
      await expect(at(page, 'it').headline).toHaveText('Good');
      await page.evaluate(
        ([name, text]) => {
          const wasm = performance
            .getEntriesByType('resource')
            .find((entry) => entry.name.endsWith('.wasm'))?.name;
          const Kind = name === 'RangeError' ? RangeError : WebAssembly.RuntimeError;
          const isRange = name === 'RangeError';
          const error = new Kind(isRange ? 'Maximum call stack size exceeded' : 'unreachable');
          error.stack = text.replace('IT', String(wasm));
          dispatchEvent(new ErrorEvent('error', { error }));
        },
        [kind, stack],
      );
      await expectBroken(page, 'it');
    });
  }
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
