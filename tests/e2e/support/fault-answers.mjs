// @ts-check
/**
 * How each fault is answered, and what the server knows of its requests. It has no clock of its own
 * and waits for nobody: what takes its time takes it until a test says so.
 */
import { Readable, pipeline } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';

/** The folder of a host in which the faults are. */
export const FAULTS = '/faults/';

/** How many bytes the huge article has. */
export const HUGE = 100_000_000;

/** How many blocks the long article has, and how many levels the deep one. */
export const MANY = { blocks: 100_000, levels: 10_000 };

/** What the articles of this server say. */
export const HEADLINE = 'The article came';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse<Request>} Response */

/**
 * A request that came.
 * @typedef {object} Asked
 * @property {string} name of the fault
 * @property {string} url with its query
 * @property {import('node:http').IncomingHttpHeaders} headers
 */

/**
 * A request that is being answered.
 * @typedef {object} Exchange
 * @property {string} name
 * @property {URLSearchParams} query
 * @property {Request} request
 * @property {Response} response
 */

/**
 * A request whose answer waits for the test.
 * @typedef {object} Held
 * @property {string} name
 * @property {Response} response
 * @property {() => void} finish Gives the answer, or the rest of it.
 * @property {() => void} [tick] Lets a second pass.
 */

/** An article as a backend would send it. @param {string} [headline] */
const article = (headline = HEADLINE) =>
  JSON.stringify({
    lang: 'en-GB',
    headline,
    sections: [{ blocks: [{ type: 'paragraph', text: 'It has some words.' }] }],
  });

/**
 * Answers. Articles are sent as a news backend should: to be asked for each time.
 * @param {Exchange} exchange
 * @param {string | Buffer} [body]
 * @param {import('node:http').OutgoingHttpHeaders} [headers] `undefined` leaves one out
 * @param {number} [status]
 */
export function send({ query, response }, body = article(), headers = {}, status = 200) {
  const all = {
    'cache-control': 'no-cache',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'access-control-allow-origin': query.has('cors') ? '*' : undefined,
    ...headers,
  };
  const said = Object.entries(all).filter(([, value]) => value !== undefined);
  response.writeHead(status, Object.fromEntries(said));
  response.end(body);
}

/**
 * Sends the head of an answer and the first half of its body, and then does something worse.
 * @param {Exchange} exchange
 * @param {import('node:http').OutgoingHttpHeaders} headers
 * @param {() => void} then
 */
function half({ response }, headers, then) {
  const body = article();
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.write(body.slice(0, body.length / 2), then);
}

/**
 * Sends pieces no faster than they are taken, and makes each only then.
 * @param {Exchange} exchange
 * @param {Iterable<string>} pieces
 * @param {boolean} [zipped]
 */
function stream({ response }, pieces, zipped = false) {
  response.writeHead(200, {
    'cache-control': 'no-cache',
    'content-type': 'application/json',
    ...(zipped && { 'content-encoding': 'gzip' }),
  });
  const source = Readable.from(pieces, { objectMode: false, highWaterMark: 1 << 16 });
  // Who asked may go away at any time.
  const over = () => {};
  if (zipped) pipeline(source, createGzip({ level: 1 }), response, over);
  else pipeline(source, response, over);
}

/** An article of one endless word. @param {(bytes: number) => void} sent */
function* endless(sent) {
  const start = `{"headline":"${HEADLINE}","sections":[{"blocks":[{"type":"paragraph","text":"`;
  const end = '"}]}]}';
  const piece = 'a'.repeat(1 << 16);
  sent(start.length);
  yield start;
  for (let left = HUGE - start.length - end.length; left > 0; left -= piece.length) {
    const next = left < piece.length ? piece.slice(0, left) : piece;
    sent(next.length);
    yield next;
  }
  sent(end.length);
  yield end;
}

/** An article of very many paragraphs. */
function* blocks() {
  yield `{"lang":"en-GB","headline":"${HEADLINE}","sections":[{"blocks":[`;
  for (let number = 1; number <= MANY.blocks; number++) {
    yield `${number > 1 ? ',' : ''}{"type":"paragraph","text":"${number}"}`;
  }
  yield ']}]}';
}

/** An article of details in details in details. */
function* levels() {
  yield `{"headline":"${HEADLINE}","sections":[{"blocks":[`;
  for (let level = 1; level <= MANY.levels; level++) {
    yield '{"type":"details","summary":"More","blocks":[';
  }
  for (let level = 1; level <= MANY.levels; level++) yield ']}';
  yield ']}]}';
}

/** What one server knows; all of it is forgotten after a test. */
export class Memory {
  /** @type {Asked[]} */
  asked = [];
  /** @type {Set<Held>} */
  held = new Set();
  /** @type {Set<Response>} */
  open = new Set();
  /** What a test has planned, by name: the faults to come. @type {Map<string, string[]>} */
  plans = new Map();
  /** How often the articles with validators were changed. */
  version = 1;
  /** What time the page believes it is. @type {number | undefined} */
  time;
  /** How many bytes were made for the huge articles. */
  sent = 0;

  /** @param {string} name */
  count = (name) => this.asked.filter((one) => one.name === name).length;

  /** The time of the page in whole seconds, as HTTP has it. @param {number} [later] seconds */
  date = (later = 0) => new Date((this.time ?? Date.now()) + later * 1000).toUTCString();

  /** When the article of this version was made. */
  modified = () => new Date(Date.UTC(2024, 2, this.version)).toUTCString();

  /**
   * Keeps an answer back until the test asks for it, or who waits goes away.
   * @param {Exchange} exchange
   * @param {Omit<Held, 'name' | 'response'>} more
   */
  hold({ name, response }, more) {
    const held = { name, response, ...more };
    this.held.add(held);
    response.on('close', () => this.held.delete(held));
  }
}

/**
 * How each fault is played.
 * @type {Record<string, (exchange: Exchange, memory: Memory) => void>}
 */
export const PLAYS = {
  /** No fault: an article, with nothing by which a change of it could be told. */
  article: (exchange) => send(exchange),
  'no-store': (exchange) => send(exchange, article(), { 'cache-control': 'no-store' }),

  'reset-before-headers': ({ request }) => void request.socket.resetAndDestroy(),
  'reset-in-headers': ({ request: { socket } }) =>
    void socket.write('HTTP/1.1 200 OK\r\nContent-Type: appl', () => socket.resetAndDestroy()),
  'reset-in-body': (exchange) =>
    half(exchange, { 'content-length': article().length }, () =>
      exchange.request.socket.resetAndDestroy(),
    ),

  never: (exchange, memory) => memory.hold(exchange, { finish: () => send(exchange) }),
  /** The head of an answer comes at once, and its body never. */
  'never-body': (exchange, memory) => {
    const { response } = exchange;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    memory.hold(exchange, { finish: () => response.end(article()) });
  },
  drip: (exchange, memory) => {
    const { response } = exchange;
    const body = article();
    let at = 0;
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.flushHeaders();
    memory.hold(exchange, {
      finish: () => response.end(body.slice(at)),
      tick: () => {
        response.write(body[at]);
        at += 1;
        if (at === body.length) response.end();
      },
    });
  },
  /** The first answer comes only when the second is there. */
  'slow-first': (exchange, memory) => {
    if (memory.count(exchange.name) === 1) {
      return memory.hold(exchange, { finish: () => send(exchange, article('The slow first')) });
    }
    exchange.response.on('finish', () => release(memory, exchange.name));
    send(exchange, article('The fast second'));
  },

  truncated: (exchange) => half(exchange, {}, () => exchange.request.socket.destroy()),
  'length-too-long': (exchange) => {
    const { request, response } = exchange;
    const body = article();
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': 2 * body.length,
    });
    response.write(body, () => request.socket.destroy());
  },
  'length-too-short': ({ request: { socket } }) => {
    const body = article();
    const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close';
    socket.end(`${head}\r\nContent-Length: ${Math.floor(body.length / 2)}\r\n\r\n${body}`);
  },
  'corrupt-gzip': (exchange) => {
    const zipped = gzipSync(article());
    // Behind the ten bytes of its head the data are no data any more.
    zipped.fill(0xff, 12, zipped.length - 8);
    send(exchange, zipped, { 'content-encoding': 'gzip' });
  },
  'redirect-loop': (exchange) => {
    const times = Number(exchange.query.get('times') ?? 0) + 1;
    send(exchange, '', { location: `${FAULTS}redirect-loop?times=${times}` }, 302);
  },

  html: (exchange) =>
    send(exchange, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
  empty: (exchange) => send(exchange, ''),
  'byte-order-mark': (exchange) => send(exchange, `\u{feff}${article()}`),
  'invalid-utf-8': (exchange) => {
    const [before, after] = article('Broken # word').split('#');
    send(exchange, Buffer.concat([Buffer.from(before), Buffer.of(0xff), Buffer.from(after)]));
  },
  'type-html': (exchange) => send(exchange, article(), { 'content-type': 'text/html' }),
  'type-none': (exchange) => send(exchange, article(), { 'content-type': undefined }),

  huge: (exchange, memory) =>
    stream(
      exchange,
      endless((bytes) => (memory.sent += bytes)),
    ),
  /** As large, and on its way a hundredth of that. */
  'huge-gzip': (exchange, memory) =>
    stream(
      exchange,
      endless((bytes) => (memory.sent += bytes)),
      true,
    ),
  'many-blocks': (exchange) => stream(exchange, blocks()),
  deep: (exchange) => stream(exchange, levels()),

  etag: (exchange, memory) => {
    const etag = `"version-${memory.version}"`;
    if (exchange.request.headers['if-none-match'] === etag) {
      return send(exchange, '', { etag, 'content-length': undefined }, 304);
    }
    send(exchange, article(`Version ${memory.version}`), { etag });
  },
  'last-modified': (exchange, memory) => {
    const modified = { 'last-modified': memory.modified() };
    const since = Date.parse(exchange.request.headers['if-modified-since'] ?? '');
    if (since >= Date.parse(memory.modified())) {
      return send(exchange, '', { ...modified, 'content-length': undefined }, 304);
    }
    send(exchange, article(`Version ${memory.version}`), modified);
  },
  /** The article changes like those two, and nothing but its bytes tells of it. */
  'no-validators': (exchange, memory) => send(exchange, article(`Version ${memory.version}`)),
  'unasked-304': (exchange) => send(exchange, '', { 'content-length': undefined }, 304),
};

/** The faults that an answer of this server can be, besides the statuses. */
export const PLAYED = Object.keys(PLAYS);

/**
 * Gives the answers that were held back.
 * @param {Memory} memory
 * @param {string} name
 */
export function release(memory, name) {
  for (const held of memory.held) if (held.name === name) held.finish();
}
