// @ts-check
/**
 * Plays what goes wrong between a reader and a backend: on demand, by name, as often as asked.
 * `/faults/NAME` is answered as NAME says. It listens on this machine only.
 */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { FAULTS, Memory, PLAYED, PLAYS, release, send } from './fault-answers.mjs';

export { FAULTS, HEADLINE, HUGE, MANY, PLAYED } from './fault-answers.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse<Request>} Response */
/** @typedef {Awaited<ReturnType<typeof startFaults>>} Faults */
/** @typedef {import('./fault-answers.mjs').Exchange} Exchange */

/**
 * Plays a fault, or the next of those that were planned.
 * @param {Exchange} exchange
 * @param {Memory} memory
 */
function play(exchange, memory) {
  const { name, query } = exchange;
  const plan = memory.plans.get(name);
  if (plan) {
    const next = (plan.length > 1 ? plan.shift() : plan[0]) ?? 'article';
    const url = new URL(next, 'http://host');
    return play({ ...exchange, name: url.pathname.slice(1), query: url.searchParams }, memory);
  }
  if (Object.hasOwn(PLAYS, name)) return PLAYS[name](exchange, memory);
  const status = /^\d{3}$/.test(name) ? Number(name) : 404;
  const seconds = query.get('retry-after');
  const later = query.get('retry-at');
  const headers = {
    date: memory.date(),
    'retry-after': seconds ?? (later === null ? undefined : memory.date(Number(later))),
    'content-type': 'text/plain',
  };
  send(exchange, `Status ${status}\n`, headers, status);
}

/** @param {import('node:net').Server} server @returns {Promise<string>} its origin */
const listen = (server, port = 0) =>
  new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve(`http://127.0.0.1:${address.port}`);
    });
  });

/** @param {import('node:http').Server} server */
const close = (server) =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });

/**
 * Starts the server. It has an origin of its own, and plays the same at another server's that
 * hands its requests over.
 * @param {number} [port] the system chooses one when absent
 */
export async function startFaults(port) {
  let memory = new Memory();

  /**
   * Answers a request whose path is in the folder of the faults.
   * @param {Request} request
   * @param {Response} response
   */
  function handle(request, response) {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://host');
    const name = decodeURIComponent(pathname).slice(FAULTS.length);
    memory.asked.push({ name, url: request.url ?? '', headers: request.headers });
    // Who asked may go away at any time.
    request.on('error', () => {});
    response.on('error', () => {});
    const { open } = memory;
    open.add(response);
    response.on('close', () => open.delete(response));
    play({ name, query, request, response }, memory);
  }

  const server = createServer(handle);
  const origin = await listen(server, port);

  // Nobody listens any more where somebody just did.
  const other = createServer();
  const refused = await listen(other);
  await close(other);

  return {
    /** Another origin than that of a page, where the same is played. */
    origin,

    /** An origin where nobody listens. */
    refused,

    handle,

    /** The names of the requests that came, in order. */
    asked: () => memory.asked.map(({ name }) => name),

    /** How many requests there were. @param {string} name */
    count: (name) => memory.count(name),

    /** The headers of the requests, in order. @param {string} name */
    headers: (name) =>
      memory.asked.filter((one) => one.name === name).map(({ headers }) => headers),

    /** How many requests wait for their answer, or for the rest of it. @param {string} name */
    waiting: (name) => [...memory.held].filter((held) => held.name === name).length,

    /** How many requests are not over. */
    open: () => memory.open.size,

    /** How many bytes of the huge articles were asked of this server. */
    sent: () => memory.sent,

    /** Gives the answers that were held back, whole. @param {string} name */
    release: (name) => release(memory, name),

    /** Lets seconds pass for what drips. @param {number} [seconds] */
    tick(seconds = 1) {
      for (let second = 0; second < seconds; second++) {
        for (const held of memory.held) held.tick?.();
      }
    },

    /**
     * Plays one fault after the other under a name, and then always the last. A fault may have a
     * query: `503?retry-after=2`.
     * @param {string} name
     * @param {...string} faults
     */
    plan: (name, ...faults) => void memory.plans.set(name, faults),

    /** Changes the articles that have a version. */
    publish: () => void (memory.version += 1),

    /** Says what time it is for who asks, so that dates fit a page's own clock. @param {number} time */
    clock: (time) => void (memory.time = time),

    /** Forgets all, and lets nobody wait. */
    reset() {
      const { open } = memory;
      memory = new Memory();
      for (const response of open) response.destroy();
    },

    stop() {
      this.reset();
      return close(server);
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = await startFaults(Number(process.argv[2] ?? 8082));
  setInterval(() => faults.tick(), 1000);
  console.log(
    [...PLAYED, '503?retry-after=2'].map((name) => faults.origin + FAULTS + name).join('\n'),
  );
}
