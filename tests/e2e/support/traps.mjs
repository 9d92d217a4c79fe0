// @ts-check
/** A page in which the engine traps, and what has to be left of it. */
import { blankPage, element, give, listen, paragraphs, path } from './blank-page.mjs';
import { expect, small } from './fixtures.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./server.mjs').Server} Server */

export const SORRY = 'This article can’t be shown just now.';

/** What the console says of a trap: which version, and what the browser calls it. */
export const SAID =
  /^newsprint \d+\.\d+\.\d+: engine: .*in the middle of its work.*\(unreachable\)$/;

/**
 * Prepares a page in which a poison ends the engine: a real trap, in what the engine has called.
 * @param {Page} page
 */
export async function poison(page) {
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
    const world = { poison: 'poison', engines: 0, forgotten: 0, isRemovalPoisoned: false, trap };
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
    const { clearTimeout } = globalThis;
    globalThis.clearTimeout = (timer) => {
      if (world.isRemovalPoisoned) {
        world.isRemovalPoisoned = false;
        trap();
      }
      clearTimeout(timer);
    };
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
export const POISON = small([{ type: 'paragraph', text: 'poison' }], { headline: 'Poisoned' });

/** One that does so when its heading is made anew. */
export const DORMANT = small([], { headline: 'dormant' });

export const LONG = small(paragraphs(60), { headline: 'Long' });

/** The same, for the watch. */
export const TRAPPED = /^error: newsprint .*(unreachable|call stack)/;

/** @param {string} headline */
export const named = (headline) => small(paragraphs(3), { headline });

/** The element of an id. @param {Page} page @param {string} id */
export function at(page, id) {
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
export const turn = (page, name) =>
  at(page, 'it').element.evaluate((node, src) => node.setAttribute('src', src), path(name));

/**
 * The element has given up its article, and nothing half-drawn is left.
 * @param {Page} page
 * @param {string} id
 */
export async function expectBroken(page, id) {
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
export async function company(page, server, it = DORMANT) {
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
  await page.goto(blankPage(server, body));
  await expect(at(page, 'long').headline).toHaveText('Long');
  await expect(at(page, 'followed').headline).toHaveText('Followed');
  await expect.poll(() => server.count(path('slow'))).toBe(1);
  return { ...seen, slow };
}

/**
 * Lets the reader be in the middle of the long article, and looks at it in every frame.
 * @param {Page} page
 */
export async function read(page) {
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
export async function expectOthersToGoOn(page, server, slow) {
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
