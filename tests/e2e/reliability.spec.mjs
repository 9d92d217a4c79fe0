// @ts-check
/**
 * What a reader sees of every fault between the element and its backend, in one table, which
 * stands in docs/reliability.md too. What is expected is in `ROWS`, a line for each fault.
 *
 * The page's clock stands still. It goes on when nothing but time can bring the story further, and
 * then just to the moment for which the page has set its next timer.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { FAULTS, HEADLINE, HUGE } from './faults.mjs';
import { expect, paper, test } from './fixtures.mjs';
import { POLICY } from './server.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').TestInfo} TestInfo */
/** @typedef {import('./server.mjs').Server} Server */

const DOCUMENT = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));
/** Between these two lines the table stands in the document. */
const MARKS = ['<!-- The table as it was seen. -->', '<!-- The end of the table. -->'];

const PAGE = '/hosts/pages/empty.html';
const FALLBACK = 'In other words';

/** When a story begins, for the page. */
const START = Date.UTC(2024, 2, 18, 12);

/** What `Math.random` is here: every wait is half of what it may be at most. */
const RANDOM = 0.5;
/** The waits before the second, third and fourth request. */
const WAITS = [1000, 2000, 4000].map((most) => most * RANDOM);
const DEADLINES = { headers: 8000, body: 20_000 };

/** By what the sentences for the reader are known, and what the table calls them. */
const SENTENCES = [
  ['You seem to be offline', '‘offline’'],
  ['can’t be reached just now', '‘can’t be reached’'],
  ['no longer here, or never was', '‘no longer here’'],
  ['not open to you', '‘not open to you’'],
  ['Something is wrong with this article', '‘something is wrong’'],
];

const ARTICLE = 'the article';
const COPY = 'the copy, and from when it is';
const UNREACHABLE = 'fallback, ‘can’t be reached’';
const GONE = 'fallback, ‘no longer here’';
const CLOSED = 'fallback, ‘not open to you’';
const BROKEN = 'fallback, ‘something is wrong’';
const OFFLINE = 'fallback, ‘offline’, button';

/**
 * What came of a fault.
 * @typedef {object} Outcome
 * @property {string} saw what the reader saw in the end
 * @property {string} events
 * @property {number} requests
 * @property {string} within what time of the page
 */

/**
 * A line of the table: a fault, and what has to come of it.
 * @typedef {object} Plan
 * @property {string} fault what the table calls it
 * @property {string[]} [plays] the faults, of which each alone has to come to the same
 * @property {(story: Story, play: string) => Promise<void>} [tell] the story, where it is another than to ask once
 * @property {keyof typeof DEADLINES} [hangs] for what the page waits in vain
 * @property {(string | RegExp)[]} [log] what the console says of it
 */

/** @typedef {Plan & Outcome} Row */

/** A time of the page, as the table has it. @param {number} milliseconds */
function words(milliseconds) {
  if (milliseconds === 0) return 'at once';
  return milliseconds < 1000 ? '< 1 s' : `${Math.round(milliseconds / 100) / 10} s`;
}

/** @param {number[]} list */
const sum = (list) => list.reduce((total, one) => total + one, 0);

/**
 * What comes of a fault that is for good.
 * @param {string} kind
 * @param {string} saw
 * @returns {Outcome & Pick<Plan, 'log'>}
 */
const once = (kind, saw) => ({
  saw,
  events: `error: ${kind}`,
  requests: 1,
  within: words(0),
  log: [`newsprint: ${kind}`],
});

/**
 * What comes of a fault that may pass, and does not.
 * @param {string} kind
 * @param {number[]} [waits]
 * @returns {Outcome & Pick<Plan, 'log'>}
 */
const again = (kind, waits = WAITS) => ({
  ...once(kind, `${UNREACHABLE}, button`),
  requests: 4,
  within: words(sum(waits)),
});

/** What comes of a fault that is none. @returns {Outcome} */
const shown = () => ({ saw: ARTICLE, events: 'load: network', requests: 1, within: words(0) });

/** @param {string} saw @param {string} [kind] @returns {Outcome} */
const copied = (saw, kind) => ({
  saw,
  events: kind ? `load: cache, error: ${kind}` : 'load: cache',
  requests: 1,
  within: words(0),
});

const NET = /net::ERR_/;
const STATUS = 'Failed to load resource';

/** @type {[number, string, string][]} */
const FINAL = [
  [400, 'server', UNREACHABLE],
  [401, 'forbidden', CLOSED],
  [403, 'forbidden', CLOSED],
  [404, 'not-found', GONE],
  [405, 'server', UNREACHABLE],
  [410, 'gone', GONE],
  [413, 'too-large', BROKEN],
  [451, 'gone', GONE],
  [501, 'server', UNREACHABLE],
];

/** @type {[number, string][]} */
const PASSING = [
  [408, 'timeout'],
  [425, 'server'],
  [429, 'rate-limited'],
  [500, 'server'],
  [502, 'server'],
  [503, 'server'],
  [504, 'server'],
];

/** @type {Row[]} */
const ROWS = [
  { fault: 'no fault', plays: ['article', 'no-store'], ...shown() },

  // No reply, or none to the end.
  { fault: 'connection refused', plays: ['refused'], ...network() },
  {
    fault: 'connection reset before, in or after the headers',
    plays: ['reset-before-headers', 'reset-in-headers', 'reset-in-body'],
    ...network(),
  },
  {
    fault: 'no answer',
    plays: ['never'],
    hangs: 'headers',
    ...again('timeout', [...WAITS, ...Array(4).fill(DEADLINES.headers)]),
  },
  {
    fault: 'headers, and no body',
    plays: ['never-body'],
    hangs: 'body',
    ...again('timeout', [...WAITS, ...Array(4).fill(DEADLINES.body)]),
  },
  {
    fault: 'a byte a second',
    plays: ['drip'],
    hangs: 'body',
    ...again('timeout', [...WAITS, ...Array(4).fill(DEADLINES.body)]),
  },
  { fault: 'body cut short', plays: ['truncated', 'length-too-long'], ...network() },
  { fault: 'corrupt gzip', plays: ['corrupt-gzip'], ...network() },
  { fault: 'redirects without end', plays: ['redirect-loop'], ...network() },
  {
    fault: 'other origin, without CORS',
    plays: ['cors-refused'],
    ...again('network'),
    log: [NET, /CORS policy/, 'newsprint: network'],
  },
  { fault: 'other origin, with CORS', plays: ['cors'], ...shown() },

  // A reply that says what is wrong.
  ...FINAL.map(([status, kind, saw]) => {
    const plays = [`${status}`, `${status}?retry-after=2`, `${status}?retry-at=2`];
    const outcome = once(kind, saw);
    const log = [STATUS, ...(outcome.log ?? [])];
    return { fault: `status ${status}, with \`Retry-After\` or without`, plays, ...outcome, log };
  }),
  ...PASSING.flatMap(([status, kind]) => {
    const outcome = again(kind);
    const log = [STATUS, ...(outcome.log ?? [])];
    return [
      { fault: `status ${status}`, plays: [`${status}`], ...outcome, log },
      {
        fault: `status ${status}, \`Retry-After\` 2 s`,
        plays: [`${status}?retry-after=2`, `${status}?retry-at=2`],
        ...again(kind, [2000, 2000, 2000]),
        log,
      },
    ];
  }),
  {
    fault: 'status 503, `Retry-After` an hour',
    plays: ['503?retry-after=3600', '503?retry-at=3600'],
    ...again('server'),
    requests: 1,
    within: words(0),
    log: [STATUS, 'newsprint: server'],
  },
  {
    fault: 'status 503 twice, then the article',
    tell: (story) => story.visit('503', '503', 'article'),
    ...shown(),
    requests: 3,
    within: words(WAITS[0] + WAITS[1]),
    log: [STATUS],
  },
  {
    fault: 'status 304, without being asked',
    plays: ['unasked-304'],
    ...once('server', UNREACHABLE),
  },

  // A reply that is not what it should be.
  { fault: 'HTML with status 200', plays: ['html'], ...once('not-json', BROKEN) },
  { fault: 'empty body', plays: ['empty'], ...once('not-json', BROKEN) },
  {
    // Who reads has no way to know that more was to come.
    fault: '`Content-Length` too short',
    plays: ['length-too-short'],
    ...once('not-json', BROKEN),
  },
  { fault: '10,000 levels of nesting', plays: ['deep'], ...once('not-json', BROKEN) },
  {
    fault: '100 MB, with gzip or without',
    plays: ['huge', 'huge-gzip'],
    tell: async (story, play) => {
      await story.visit(play);
      // Zipped, all of it is on its way before anybody can say that it is too much.
      if (play === 'huge') expect(story.server.faults.sent()).toBeLessThan(HUGE / 2);
    },
    ...once('too-large', BROKEN),
    log: ['newsprint: too-large'],
  },
  {
    fault: '100,000 blocks',
    plays: ['many-blocks'],
    ...shown(),
    saw: 'the first 20,000 blocks',
    log: [/newsprint: .*20000 blocks/, /newsprint: .*250000 values/],
  },
  { fault: 'byte-order mark', plays: ['byte-order-mark'], ...shown() },
  {
    fault: 'invalid UTF-8',
    plays: ['invalid-utf-8'],
    ...shown(),
    saw: 'the article, with U+FFFD',
  },
  { fault: 'wrong `Content-Type`, or none', plays: ['type-html', 'type-none'], ...shown() },
  {
    fault: 'another article asked for, and the first reply comes late',
    tell: async (story) => {
      await story.put('slow-first?1');
      await expect.poll(() => story.server.faults.waiting('slow-first')).toBe(1);
      await story.element.evaluate((node) => node.setAttribute('src', '/faults/slow-first?2'));
      await story.ends();
    },
    ...shown(),
    requests: 2,
  },

  // A reader who was here before.
  {
    fault: 'with a copy: nothing new, `ETag` or `Last-Modified`',
    plays: ['etag', 'last-modified'],
    tell: async (story, play) => {
      await story.visit(play);
      await story.visit(play);
      const [first, second] = story.server.faults.headers(story.name);
      const condition = play === 'etag' ? 'if-none-match' : 'if-modified-since';
      expect([first[condition], typeof second[condition]]).toEqual([undefined, 'string']);
    },
    ...copied(ARTICLE),
  },
  {
    fault: 'with a copy: nothing new, without both',
    plays: ['no-validators'],
    tell: (story, play) => story.visits([play], [play]),
    ...copied(ARTICLE),
  },
  {
    // What a browser has to ask another origin for leave to say is not said.
    fault: 'with a copy, from another origin with CORS: nothing new',
    tell: (story) => story.visits(['cors-etag'], ['cors-etag']),
    ...copied(ARTICLE),
  },
  {
    fault: 'with a copy: a newer version',
    plays: ['etag', 'last-modified', 'no-validators'],
    tell: async (story, play) => {
      await story.visit(play);
      story.server.faults.publish();
      await story.visit(play);
    },
    ...copied(ARTICLE),
    saw: 'the newer version, and ‘Updated 12:00’',
    events: 'load: cache, update',
  },
  {
    fault: 'with a copy: connection reset',
    plays: ['reset-in-headers', 'reset-in-body'],
    tell: (story, play) => story.visits(['etag'], [play]),
    ...copied(COPY),
    requests: 4,
    within: words(sum(WAITS)),
    log: [NET, 'newsprint'],
  },
  {
    fault: 'with a copy: status 503',
    tell: (story) => story.visits(['etag'], ['503']),
    ...copied(COPY),
    requests: 4,
    within: words(sum(WAITS)),
    log: [STATUS, 'newsprint'],
  },
  {
    fault: 'with a copy: no answer',
    tell: (story) => story.visits(['etag'], ['never']),
    hangs: 'headers',
    ...copied(COPY),
    requests: 4,
    within: words(sum(WAITS) + 4 * DEADLINES.headers),
    log: ['newsprint'],
  },
  {
    fault: 'with a copy: HTML with status 200',
    tell: (story) => story.visits(['etag'], ['html']),
    ...copied(COPY),
    log: ['newsprint'],
  },
  ...FINAL.filter(([, kind]) => /forbidden|not-found|gone/.test(kind)).map(
    ([status, kind, saw]) => ({
      fault: `with a copy: status ${status}`,
      tell: async (/** @type {Story} */ story) => {
        await story.visits(['etag'], [`${status}`]);
        expect(await story.copies(), 'the copy is gone').toBe(0);
      },
      ...copied(saw, kind),
      log: [STATUS, `newsprint: ${kind}`],
    }),
  ),
  {
    fault: '`Cache-Control: no-store`, the second visit',
    tell: async (story) => {
      await story.visits(['no-store'], ['no-store']);
      expect(await story.copies(), 'no copy is kept').toBe(0);
    },
    ...shown(),
  },

  // A reader without a network.
  {
    fault: 'offline',
    tell: async (story) => {
      await story.offline(true);
      await story.visitHere('article');
    },
    ...once('offline', OFFLINE),
    log: [NET, 'newsprint: offline'],
  },
  {
    fault: 'offline, and back',
    tell: async (story) => {
      await story.offline(true);
      await story.visitHere('article');
      await story.offline(false);
      await story.ends(({ heard }) => heard.length > 1);
    },
    ...shown(),
    events: 'error: offline, load: network',
    requests: 2,
    log: [NET, 'newsprint: offline'],
  },
  {
    fault: 'offline, with a copy',
    tell: async (story) => {
      await story.visit('etag');
      await story.leave();
      await story.offline(true);
      await story.visitHere('etag');
    },
    ...copied(COPY),
    log: [NET, 'newsprint'],
  },
  {
    fault: 'offline, with a copy, and back',
    tell: async (story) => {
      await story.visit('etag');
      await story.leave();
      await story.offline(true);
      await story.visitHere('etag');
      await story.offline(false);
      await story.ends(({ isStale }) => !isStale);
    },
    ...copied(ARTICLE),
    requests: 2,
    log: [NET, 'newsprint'],
  },
  {
    fault: 'offline for a minute after the first request failed',
    tell: (story) => story.pause((isAway) => story.offline(isAway)),
    ...shown(),
    events: 'error: offline, load: network',
    requests: 2,
    within: words(60_000),
    log: [STATUS, 'newsprint: offline'],
  },
  {
    fault: 'page hidden for a minute after the first request failed',
    tell: (story) => story.pause((isAway) => story.hide(isAway)),
    ...shown(),
    requests: 2,
    within: words(60_000),
    log: [STATUS],
  },
];

/** What comes of a connection of which the browser tells nothing. */
function network() {
  const outcome = again('network');
  return { ...outcome, log: [NET, ...(outcome.log ?? [])] };
}

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
  const seen = { heard, timers, started: 0, answered: 0, fetch: globalThis.fetch.bind(globalThis) };
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
      seen.answered += 1;
    }
  };
  Object.assign(globalThis, { setTimeout: later, clearTimeout: never, fetch: ask });
}

/** A reader at a page, and what happens to them. */
class Story {
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
      const body = readFileSync(new URL(`../hosts/pages/${name}`, import.meta.url));
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
    this.#from = await this.page.evaluate(([url, words]) => {
      const { document } = globalThis;
      const { seen } = /** @type {any} */ (globalThis);
      Object.assign(seen, { started: 0, answered: 0 });
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
      const { heard, timers, started, answered } = seen;
      return {
        now: Date.now(),
        next: timers.size ? Math.min(...timers.values()) : undefined,
        started,
        answered,
        heard: heard.filter((/** @type {any} */ one) => one.id === 'it'),
        isStale: isIn('stale'),
        headline: find('.headline')?.textContent,
        paragraphs: element?.shadowRoot?.querySelectorAll('[part=paragraph]').length ?? 0,
        sentence: find('.error p')?.textContent,
        button: Boolean(find('.error button')),
        line: find('[role=status]')?.textContent,
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
      if (under > 0 && !isHanging) return false;
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

  /** @returns {Promise<Outcome>} */
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

/** Where the lines are gathered, for workers come and go. @param {TestInfo} info */
const gathered = (info) => join(info.project.outputDir, 'reliability.jsonl');

/** @param {TestInfo} info @param {string} fault @param {Outcome} outcome */
function gather(info, fault, outcome) {
  mkdirSync(info.project.outputDir, { recursive: true });
  appendFileSync(gathered(info), `${JSON.stringify({ fault, ...outcome })}\n`);
}

/** The lines as a table. @param {(Outcome & { fault: string })[]} lines */
function table(lines) {
  const head = ['Fault', 'What the reader sees', 'Events', 'Requests', 'Within'];
  const rows = lines.map(({ fault, saw, events, requests, within }) =>
    [fault, saw, events, `${requests}`, within].map((cell) => cell.replaceAll('|', '\\|')),
  );
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

test.use({
  origins: ({ server }, use) => use([server.origin, server.faults.origin, server.faults.refused]),
});

// One after the other, so that the table is whole when the last one looks at it.
test.describe.configure({ mode: 'default' });

for (const row of ROWS) {
  const { fault, plays = [''], tell, hangs, log = [], saw, events, requests, within } = row;
  test(fault, async ({ page, server, watch }, info) => {
    if (log.length > 0) watch.expect(...log);
    const story = new Story(page, server, hangs);
    await story.begin();
    const expected = { saw, events, requests, within };
    /** @type {Outcome[]} */
    const outcomes = [];
    for (const play of plays) {
      await story.again();
      if (tell) await tell(story, play);
      else await story.visit(play);
      outcomes.push(await story.outcome());
    }
    // What is not as the others were is what has to be seen.
    const odd = outcomes.find((one) => JSON.stringify(one) !== JSON.stringify(expected));
    gather(info, fault, odd ?? expected);
    for (const [index, outcome] of outcomes.entries()) {
      expect(outcome, plays[index] || fault).toEqual(expected);
    }
  });
}

test('the document says what was seen', async ({}, info) => {
  /** @type {(Outcome & { fault: string })[]} */
  const lines = readFileSync(gathered(info), 'utf8')
    .trim()
    .split('\n')
    .map((it) => JSON.parse(it));
  const seen = table(lines);
  console.log(`\n${seen}\n`);
  test.skip(lines.length < ROWS.length, 'only a part of the table was seen');
  const text = readFileSync(DOCUMENT, 'utf8');
  const [before, rest] = text.split(MARKS[0]);
  const [old, after] = rest.split(MARKS[1]);
  if (process.env.NEWSPRINT_UPDATE_RELIABILITY) {
    writeFileSync(DOCUMENT, `${before}${MARKS[0]}\n\n${seen}\n\n${MARKS[1]}${after}`);
    return;
  }
  expect(old.trim(), 'NEWSPRINT_UPDATE_RELIABILITY=1 writes it anew').toBe(seen);
});
