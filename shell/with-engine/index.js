// @ts-check
/** What is needed only with an engine. The build puts it into one file with wasm-bindgen's script. */

import { adoptStyles } from './adopt-styles.js';
import { announceLoading } from './announce.js';
import { allowCaptions } from './captions.js';
import { arrive, endFragments, startFragments } from './fragments.js';
import { leaveArticle } from './keep-focus.js';
import { endNavigation, startNavigation } from './navigation.js';
import { endPlace, restorePlace, startPlace } from './reading-place.js';
import { endReserve, forgetReserve } from './reserve.js';
import { makeShell } from './shell.js';

export { adoptStyles } from './adopt-styles.js';
export { followLink } from './links.js';
export { makeHost } from './platform.js';
export { join, leave, work } from './recovery.js';
export { whyTrapped } from './trap.js';

/**
 * Begins with an element, when an engine begins to fill it. Returns what that engine calls.
 * @param {import('../wire').Visit} visit
 * @param {typeof import('../near.js').whenNear} whenNear
 */
export function startVisit(visit, whenNear) {
  const { element } = visit;
  if (element.ownerDocument !== document) adoptStyles(element, visit.frame.sheets);
  startNavigation(visit);
  startFragments(visit);
  startPlace(element);
  announceLoading(element);
  if (!known.has(element)) listen(visit);
  return makeShell(visit, whenNear);
}

/** The elements that are heard already. @type {WeakSet<Element>} */
const known = new WeakSet();

/** @param {import('../wire').Visit} visit */
function listen(visit) {
  const { element } = visit;
  known.add(element);
  for (const event of ['newsprint-load', 'newsprint-update'])
    element.addEventListener(event, () => allowCaptions(element.shadowRoot));
  for (const event of ['newsprint-load', 'newsprint-error'])
    element.addEventListener(event, () => endReserve(visit.frame));
  element.addEventListener('newsprint-load', () => restorePlace(visit.reader) || arrive(visit));
  element.addEventListener('newsprint-error', () => leaveArticle(visit));
}

/**
 * Ends with an element that was removed.
 * @param {import('../wire').Visit} visit
 */
export function endVisit(visit) {
  endNavigation(visit);
  endFragments(visit);
  endPlace(visit.element);
  forgetReserve(visit.frame);
}
