// @ts-check
/** An article that was written into the page: shows the place that is wanted, and looks for a newer version. */

import { request } from '../requests.js';
import { arrive } from './fragments.js';
import { attention } from './platform.js';

/** @typedef {import('../wire').Visit} Visit */

/** The elements whose article is looked after. @type {WeakSet<HTMLElement>} */
const watched = new WeakSet();

/** Whether a body is the one with this hash, as far as can be known here. @param {ArrayBuffer} body @param {string | undefined} hash */
async function isSame(body, hash) {
  // A page without HTTPS has no such thing.
  const digest = await globalThis.crypto.subtle?.digest('SHA-256', body);
  return !!digest && `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` === hash;
}

/** The parts that an element has hidden. @type {WeakMap<HTMLElement, HTMLElement[]>} */
const hidden = new WeakMap();

/** Hides what the engine would leave out. @param {Visit} visit */
function hideParts({ element, frame }) {
  for (const part of hidden.get(element) ?? []) part.hidden = false;
  const names = element.hide.split(' ').map((name) => `.${CSS.escape(name)}`);
  /** @type {HTMLElement[]} */
  const parts = element.hide
    ? [...frame.root.querySelectorAll(/** @type {any} */ (names.join()))]
    : [];
  for (const part of parts) part.hidden = true;
  hidden.set(element, parts);
}

/**
 * Does for an article that was written into the page what it can't do by itself.
 * @param {Visit} visit
 */
export function arriveWritten(visit) {
  hideParts(visit);
  arrive(visit);
  const { element } = visit;
  if (!element.refresh || watched.has(element)) return;
  watched.add(element);
  watch(visit).finally(() => watched.delete(element));
}

/** Looks for a newer version, as often as the page wants. The engine shows it. @param {Visit} visit */
async function watch({ element, frame }) {
  while (element.isConnected && element.refresh && frame.isWritten) {
    // Spread by chance, so that not all readers ask at once.
    const ms = element.refresh * 1000 * (0.9 + 0.2 * Math.random());
    await new Promise((resolve) => setTimeout(resolve, ms));
    await attention();
    try {
      const { src, credentials } = element;
      const response = await request(src, credentials).response;
      // What may pass is asked for again at the next interval. Of the rest the engine knows what to do.
      if (response.status >= 500 || response.status === 429) continue;
      const hash = frame.box.dataset.json;
      if (response.ok && (await isSame(await response.arrayBuffer(), hash))) continue;
    } catch {
      continue;
    }
    if (frame.isWritten) element.reload();
    return;
  }
}
