// @ts-check
/** What is needed only with an engine. The build puts it into one file with wasm-bindgen's script. */

import { allowCaptions } from './captions.js';
import { arrive, endFragments, startFragments } from './fragments.js';
import { endNavigation, startNavigation } from './navigation.js';

export { followLink } from './links.js';
export { makeHost } from './platform.js';
export { markPosition } from './scroll-anchor.js';
export { isTrap } from './trap.js';

/**
 * Begins with an element, when an engine begins to fill it.
 * @param {import('../wire').Visit} visit
 */
export function startVisit(visit) {
  const { element } = visit;
  startNavigation(visit);
  startFragments(visit);
  for (const event of ['newsprint-load', 'newsprint-update'])
    element.addEventListener(event, () => allowCaptions(element.shadowRoot));
  element.addEventListener('newsprint-load', () => arrive(visit));
}

/**
 * Ends with an element that was removed.
 * @param {import('../wire').Visit} visit
 */
export function endVisit(visit) {
  endNavigation(visit);
  endFragments(visit);
}
