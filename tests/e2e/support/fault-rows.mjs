// @ts-check
/** Every fault between the element and its backend, and what has to come of it: a line for each. */
import { HUGE } from './faults.mjs';
import { expect } from './fixtures.mjs';

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
 * @property {(story: import('./fault-story.mjs').Story, play: string) => Promise<void>} [tell] the story, where it is another than to ask once
 * @property {keyof typeof DEADLINES} [hangs] for what the page waits in vain
 * @property {(string | RegExp)[]} [log] what the console says of it
 */

/** @typedef {Plan & Outcome} Row */

/** What `Math.random` is here: every wait is half of what it may be at most. */
export const RANDOM = 0.5;

/** The waits before the second, third and fourth request. */
const WAITS = [1000, 2000, 4000].map((most) => most * RANDOM);

export const DEADLINES = { headers: 8000, body: 20_000 };

export const ARTICLE = 'the article';

export const COPY = 'the copy, and from when it is';

export const UNREACHABLE = 'fallback, ‘can’t be reached’';

export const GONE = 'fallback, ‘no longer here’';

export const CLOSED = 'fallback, ‘not open to you’';

export const BROKEN = 'fallback, ‘something is wrong’';

export const OFFLINE = 'fallback, ‘offline’, button';

/** A time of the page, as the table has it. @param {number} milliseconds */
export function words(milliseconds) {
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
export const ROWS = [
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
    fault: 'with a copy, from another origin with CORS: nothing new',
    tell: async (story) => {
      await story.visits(['cors-etag'], ['cors-etag']);
      // The browser's cache sends the condition, and asks for no leave before.
      const asked = story.server.faults.headers('etag');
      expect(asked.map((sent) => typeof sent['if-none-match'])).toEqual(['undefined', 'string']);
    },
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
      tell: async (/** @type {import('./fault-story.mjs').Story} */ story) => {
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
