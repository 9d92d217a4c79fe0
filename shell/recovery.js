// @ts-check
/**
 * Which elements the engine works for, and what becomes of them when it traps: the one it was
 * working for fails, the others go on with a new engine.
 */

import { isTrap, stopEngine } from './engine.js';

/** @typedef {import('./wire').Shell} Shell */

/**
 * An element that the engine works for.
 * @typedef {Shell & { lost: (isCause: boolean, error: unknown) => void }} Client `lost` tells it that
 *   the engine is gone, and whether the engine was working for this element when it trapped
 */

/** All elements that the engine works for. @type {Set<Client>} */
const clients = new Set();

/** The element it worked for last. @type {Client | undefined} */
let current;

/** The element that the engine works for now. */
export const atWork = () => /** @type {Client} */ (current);

/** @param {Client} client */
export function setAtWork(client) {
  current = client;
}

/**
 * Lets the engine work for an element, and recovers when it traps.
 * @param {Client} client
 * @param {() => void} task
 */
export function work(client, task) {
  current = client;
  clients.add(client);
  try {
    task();
  } catch (error) {
    recover(error);
  }
}

/**
 * An element needs the engine no more. Returns whether it did until now.
 * @param {Client} client
 */
export function release(client) {
  current = client;
  return clients.delete(client);
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
  if (!clients.size || !isTrap(event.error)) return;
  // The element reports it in words of its own.
  event.preventDefault();
  recover(event.error);
});
