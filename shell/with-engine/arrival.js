// @ts-check
/** What happens when an article has come: it is read for the page, and the reader gets to the right place. */

import { leaveOldRoot } from './keep-focus.js';

/** @typedef {import('../wire').Visit} Visit */

/**
 * The article that is about to be shown, as an object: the page's own, or what is in its JSON.
 * @param {Visit} visit
 * @param {Uint8Array} body
 * @returns {object}
 */
export function articleOf(visit, body) {
  leaveOldRoot(visit);
  return visit.given?.[0] ?? JSON.parse(new TextDecoder().decode(body));
}

/**
 * Has the parts of an article that are at a URL of their own asked for when their place is near.
 * @param {Element} root
 * @param {typeof import('../near.js').whenNear} whenNear
 * @param {(part: string) => void} load
 */
export function awaitParts(root, whenNear, load) {
  for (const place of root.querySelectorAll('.awaited')) {
    whenNear(place, () => {
      const part = place.getAttribute('data-part');
      // The part may have come another way: then the place is gone, or is used for the part.
      if (part && place.isConnected) load(part);
    });
  }
}
