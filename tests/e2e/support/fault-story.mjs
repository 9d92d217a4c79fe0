// @ts-check
/**
 * A reader at a page, and what happens to them while a fault is played.
 *
 * The page's clock stands still. It goes on when nothing but time can bring the story further, and
 * then just to the moment for which the page has set its next timer.
 */
import { readFileSync } from 'node:fs';

import { ARTICLE, COPY, DEADLINES, RANDOM, words } from './fault-rows.mjs';
import { FAULTS, HEADLINE } from './faults.mjs';
import { expect } from './fixtures.mjs';
import { POLICY } from './server.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./server.mjs').Server} Server */

/** When a story begins, for the page. */
const START = Date.UTC(2024, 2, 18, 12);

const PAGE = '/hosts/pages/empty.html';

const FALLBACK = 'In other words';

/** By what the sentences for the reader are known, and what the table calls them. */
const SENTENCES = [
  ['You seem to be offline', '‘offline’'],
  ['can’t be reached just now', '‘can’t be reached’'],
  ['no longer here, or never was', '‘no longer here’'],
  ['not open to you', '‘not open to you’'],
  ['Something is wrong with this article', '‘something is wrong’'],
];

/**
 * Watches the page from inside: its events, its timers, its requests for what is played.
 * @param {number} random
 */
function watchInside(random) {
  Math.random = () => random;
  /** @type {{ type: string, id: string, detail: any }[]} */
  const heard = [];
  /** When each timer is due, by its number. @type {Map<unknown, number>} */
  const timers = new Map();
  const seen = {
    heard,
    timers,
    started: 0,
    answered: 0,
    /** How many replies wait until the copy is shown. */
    held: 0,
    /** Settles when the copy is shown, where there is one. */
    copyShown: Promise.resolve(),
    fetch: globalThis.fetch.bind(globalThis),
  };
  Object.assign(globalThis, { seen });
  for (const type of ['load', 'update', 'error']) {
    addEventListener(
      `newsprint-${type}`,
      (event) => {
        const { id } = /** @type {Element} */ (event.target);
        const { kind, source } = /** @type {CustomEvent} */ (event).detail;
        heard.push({ type, id, detail: kind ?? source });
      },
      true,
    );
  }
  const { setTimeout, clearTimeout, fetch } = globalThis;
  const later = (/** @type {any} */ handler, delay = 0, /** @type {any[]} */ ...rest) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      handler(...rest);
    }, delay);
    timers.set(timer, Date.now() + delay);
    return timer;
  };
  const never = (/** @type {any} */ timer) => {
    timers.delete(timer);
    clearTimeout(timer);
  };
  const ask = async (/** @type {Parameters<typeof fetch>} */ ...parts) => {
    const [what] = parts;
    const url = what instanceof Request ? what.url : String(what);
    if (!url.includes('/faults/')) return fetch(...parts);
    seen.started += 1;
    try {
      return await fetch(...parts);
    } finally {
      // The copy is there first, as with any backend that is not on the same machine.
      seen.held += 1;
      await seen.copyShown;
      seen.held -= 1;
      seen.answered += 1;
    }
  };
  Object.assign(globalThis, { setTimeout: later, clearTimeout: never, fetch: ask });
}

/** A reader at a page, and what happens to them. */
export class Story {
  /** How many requests are over. */
  #over = 0;
  /** @type {keyof typeof DEADLINES | undefined} */
  #hangs;
  /** When the element was put into the page. */
  #from = START;
  /** Whether nothing has happened in the page yet. */
  #isFresh = false;
  #number = 0;

  /**
   * @param {Page} page
   * @param {Server} server
   * @param {keyof typeof DEADLINES} [hangs]
   */
  constructor(page, server, hangs) {
    this.page = page;
    this.server = server;
    this.element = page.locator('#it');
    this.#hangs = hangs;
  }

  /** Prepares the page, whose clock stands still. */
  async begin() {
    const { page, server } = this;
    const { origin, refused } = server.faults;
    const policy = POLICY.replace("connect-src 'self'", `connect-src 'self' ${origin} ${refused}`);
    for (const name of ['empty.html', 'plain.css']) {
      const body = readFileSync(new URL(`../../hosts/pages/${name}`, import.meta.url));
      const headers = { 'content-security-policy': policy };
      server.answer(`/hosts/pages/${name}`, { body, headers });
    }
    const isPlayed = (/** @type {import('@playwright/test').Request} */ request) =>
      request.url().includes(FAULTS) || request.url().startsWith(refused);
    page.on('requestfailed', (request) => {
      if (isPlayed(request)) this.#over += 1;
    });
    page.on('requestfinished', async (request) => {
      const status = (await request.response())?.status() ?? 0;
      const isOver = status < 300 || status === 304 || status >= 400;
      if (isOver && isPlayed(request)) this.#over += 1;
    });
    // It goes on until it is told to stand still.
    await page.clock.install({ time: START - 3_600_000 });
    await page.clock.pauseAt(START);
    await page.addInitScript(watchInside, RANDOM);
  }

  /** Under what the story's faults are planned; no cache knows it from a story before. */
  get name() {
    return `it-${this.#number}`;
  }

  /** Begins anew. */
  async again() {
    this.server.faults.reset();
    this.#number += 1;
    await this.offline(false);
    await this.arrive();
  }

  /** Opens the page anew. The engine is there before the story begins, so that only the story takes time. */
  async arrive() {
    const { page } = this;
    await page.goto(PAGE);
    await page.waitForFunction(() => customElements.get('newsprint-article'), undefined, {
      polling: 20,
    });
    await page.evaluate(() => {
      const first = globalThis.document.createElement('newsprint-article');
      Object.assign(first, { article: { headline: 'The engine is there', sections: [] } });
      globalThis.document.querySelector('aside')?.append(first);
    });
    await expect(page.locator('aside .headline')).toHaveText('The engine is there');
    this.#isFresh = true;
  }

  /** Takes the element away. */
  async leave() {
    await this.element.evaluate((node) => node.remove());
  }

  /** Puts an element into the page that asks for a fault. @param {string} name */
  async put(name) {
    this.#isFresh = false;
    const { origin, refused } = this.server.faults;
    /** @type {Record<string, string>} */
    const places = {
      refused: `${refused}${FAULTS}article`,
      'cors-refused': `${origin}${FAULTS}article`,
      cors: `${origin}${FAULTS}article?cors`,
      'cors-etag': `${origin}${FAULTS}etag?cors`,
    };
    const src = places[name] ?? FAULTS + name;
    this.#over = 0;
    this.server.faults.clock(await this.page.evaluate(() => Date.now()));
    this.#from = await this.page.evaluate(async ([url, words]) => {
      const { document, caches } = globalThis;
      const { seen } = /** @type {any} */ (globalThis);
      const copy = await caches.match(url, { cacheName: 'newsprint', ignoreVary: true });
      const copyShown =
        copy &&
        new Promise((resolve) => {
          addEventListener('newsprint-load', resolve, { capture: true, once: true });
        });
      Object.assign(seen, { started: 0, answered: 0, held: 0, copyShown });
      seen.heard.length = 0;
      document.getElementById('it')?.remove();
      const element = document.createElement('newsprint-article');
      element.id = 'it';
      element.textContent = words;
      element.setAttribute('src', url);
      document.querySelector('main')?.append(element);
      return Date.now();
    }, /** @type {const} */ ([src, FALLBACK]));
  }

  /** Visits the page while these are played, one after the other. @param {...string} plays */
  async visit(...plays) {
    if (!this.#isFresh) await this.arrive();
    await this.visitHere(...plays);
  }

  /** The same in the page that is open. @param {...string} plays */
  async visitHere(...plays) {
    this.server.faults.plan(this.name, ...plays);
    await this.put(/cors|refused/.test(plays[0]) ? plays[0] : this.name);
    await this.ends();
  }

  /** Visits one time after the other. @param {...string[]} visits */
  async visits(...visits) {
    for (const plays of visits) await this.visit(...plays);
  }

  /** @param {boolean} isAway */
  offline(isAway) {
    return this.page.context().setOffline(isAway);
  }

  /** A browser without a screen hides no page. @param {boolean} isAway */
  hide(isAway) {
    return this.page.evaluate((hidden) => {
      const { document } = globalThis;
      const state = hidden ? 'hidden' : 'visible';
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isAway);
  }

  /**
   * The first request fails. The reader is away for a minute, in which nothing is asked for, and has
   * the article when back.
   * @param {(isAway: boolean) => Promise<void>} away
   */
  async pause(away) {
    this.server.faults.plan(this.name, '503', 'article');
    await this.put(this.name);
    await expect.poll(() => this.#over).toBe(1);
    await this.#settled();
    await away(true);
    await this.page.clock.runFor(60_000);
    await this.#settled();
    expect((await this.look()).started, 'nothing is asked for meanwhile').toBe(1);
    await away(false);
    await this.ends();
  }

  /** How many copies are kept. */
  copies() {
    return this.page.evaluate(async () => {
      if (!(await caches.has('newsprint'))) return 0;
      return (await (await caches.open('newsprint')).keys()).length;
    });
  }

  /** What can be seen in the page. */
  look() {
    return this.page.evaluate((fallback) => {
      const { seen, document } = /** @type {any} */ (globalThis);
      const element = document.getElementById('it');
      const find = (/** @type {string} */ selector) => element?.shadowRoot?.querySelector(selector);
      const isIn = (/** @type {string} */ state) => {
        try {
          return element.matches(`:state(${state})`);
        } catch {
          return false;
        }
      };
      const { heard, timers, started, answered, held } = seen;
      return {
        now: Date.now(),
        next: timers.size ? Math.min(...timers.values()) : undefined,
        started,
        answered,
        held,
        heard: heard.filter((/** @type {any} */ one) => one.id === 'it'),
        isStale: isIn('stale'),
        headline: find('.headline')?.textContent,
        paragraphs: element?.shadowRoot?.querySelectorAll('[part=paragraph]').length ?? 0,
        sentence: find('.error p')?.textContent,
        button: Boolean(find('.error button')),
        line: find('.saved-copy:not(:empty), .notice:not(:empty)')?.textContent,
        fallback: Boolean(
          element?.checkVisibility() &&
          element.textContent === fallback &&
          find('slot:not([name])')?.assignedNodes()[0]?.parentElement &&
          !find('.fallback')?.hidden,
        ),
      };
    }, FALLBACK);
  }

  /** Lets the page have heard of all that came: what comes after it, by the same way, is there. */
  #settled() {
    return this.page.evaluate(async () => {
      const { seen } = /** @type {any} */ (globalThis);
      if (navigator.onLine) await (await seen.fetch('/news/favicon.svg')).text();
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage('');
      });
    });
  }

  /**
   * Goes on until the story is over, by default when the element says how it ended, and nothing more
   * is asked for; with a copy that is shown at once the end is what came of asking for another.
   * @param {(view: Awaited<ReturnType<Story['look']>>) => boolean} [isOver]
   */
  async ends(isOver = ({ heard }) => heard.length > 0) {
    const { faults } = this.server;
    const step = async () => {
      const view = await this.look();
      const under = view.started - this.#over;
      const isHanging =
        this.#hangs !== undefined &&
        under > 0 &&
        faults.waiting(this.#hangs === 'headers' ? 'never' : 'drip') +
          faults.waiting('never-body') >=
          1 &&
        (this.#hangs === 'headers' || view.answered === view.started);
      // As long as the copy is on its way, time must not pass.
      if (view.held > 0 || (under > 0 && !isHanging)) return false;
      await this.#settled();
      const after = await this.look();
      const isQuiet = view.started === after.started && view.next === after.next;
      if (!isQuiet || view.heard.length !== after.heard.length) return false;
      if (!isHanging && after.next === undefined && isOver(after)) return true;
      if (after.next === undefined) return false;
      faults.clock(after.next);
      await this.page.clock.runFor(Math.max(after.next - after.now, 1));
      return false;
    };
    await expect.poll(step, { intervals: [5, 5, 10, 10, 20, 50], timeout: 20_000 }).toBe(true);
  }

  /** @returns {Promise<import('./fault-rows.mjs').Outcome>} */
  async outcome() {
    const view = await this.look();
    return {
      saw: this.#saw(view),
      events: view.heard
        .map((/** @type {any} */ { type, detail }) => (detail ? `${type}: ${detail}` : type))
        .join(', '),
      requests: view.started,
      within: words(view.now - this.#from),
    };
  }

  /**
   * What a reader sees, in the words of the table.
   * @param {Awaited<ReturnType<Story['look']>>} view
   */
  #saw({ headline, paragraphs, sentence, button, line, fallback, isStale }) {
    if (headline) {
      if (isStale && line) return COPY;
      if (headline === 'Version 2') return `the newer version, and ‘${line}’`;
      if (isStale || line) return `the article, ${isStale ? 'stale without a word' : line}`;
      if (headline.includes('\u{fffd}')) return 'the article, with U+FFFD';
      if (paragraphs > 1) return `the first ${paragraphs.toLocaleString('en')} blocks`;
      const all = [HEADLINE, 'Version 1', 'The fast second'];
      return all.includes(headline) ? ARTICLE : `another article, ‘${headline}’`;
    }
    const named = SENTENCES.find(([start]) => sentence?.includes(start))?.[1];
    const said = sentence && (named ?? `‘${sentence}’`);
    return [fallback && 'fallback', said, button && 'button'].filter(Boolean).join(', ');
  }
}
