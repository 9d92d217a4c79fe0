// @ts-check
/**
 * Recovery from a trap of the engine: the element that the engine was working for fails, and all
 * others go on with a new engine.
 */

/** @typedef {import('../wire').Shell} Shell */

/**
 * An element that uses the engine. `lost` tells it that the engine has trapped, and whether the engine
 * was working for this element.
 * @typedef {Shell & { lost: (isCause: boolean, error: unknown) => void }} Client
 */

/** All elements that use the engine. @type {Set<Client>} */
const clients = new Set();

/** The element that the engine worked for last. @type {Client | undefined} */
let current;

/** The element that the engine works for now. */
export const atWork = () => /** @type {Client} */ (current);

/** Notes that the engine works for an element from now on. @param {Client} client */
export function setAtWork(client) {
  current = client;
}

/**
 * Has the engine do something for an element, and recovers if it traps.
 * @param {Client} client
 * @param {() => void} task
 */
export function work(client, task) {
  current = client;
  try {
    task();
  } catch (error) {
    recover(error);
  }
}

/**
 * Has the engine begin with an element.
 * @param {Client} client
 * @param {() => void} task
 */
export function join(client, task) {
  clients.add(client);
  work(client, task);
}

/**
 * Has the engine end with an element, if it still works for that element.
 * @param {Client | undefined} client
 * @param {() => void} task
 */
export function leave(client, task) {
  if (client && clients.delete(client)) work(client, task);
}

/** Ends the engine. */
let stopEngine = () => {};

/** What to say of an error that is a trap of the engine. @type {(error: unknown) => string | undefined} */
let whyTrapped = () => '';

/**
 * Takes what is needed to recover.
 * @param {typeof stopEngine} stop
 * @param {typeof whyTrapped} why
 */
export function prepareRecovery(stop, why) {
  stopEngine = stop;
  whyTrapped = why;
}

/** Replaces an engine that has trapped. @param {unknown} error */
function recover(error) {
  const [cause, all] = [current, [...clients]];
  stopEngine();
  current = undefined;
  clients.clear();
  for (const client of all) client.lost(client === cause, error);
}

globalThis.window?.addEventListener('error', (event) => {
  if (!whyTrapped(event.error)) return;
  // The element reports it, and says what it means. One that was removed says nothing.
  if (current && clients.has(current)) event.preventDefault();
  recover(event.error);
});
