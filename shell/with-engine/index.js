// @ts-check
/** What is needed only with an engine. The build puts it into one file with wasm-bindgen's script. */

import { adoptStyles } from './adopt-styles.js';
import { announceLoading } from './announce.js';
import { endFragments, startFragments } from './fragments.js';
import { leaveArticle } from './keep-focus.js';
import { endNavigation, startNavigation } from './navigation.js';
import { endPlace, startPlace } from './reading-place.js';
import { endReserve, forgetReserve } from './reserve.js';
import { makeShell } from './shell.js';
import { arriveWritten } from './written.js';

export { adoptStyles } from './adopt-styles.js';
export { followLink } from './links.js';
export { makeHost } from './platform.js';
export { join, leave, work } from './recovery.js';
export { settingsOf } from './settings.js';
export { whyTrapped } from './trap.js';
export { unavailable } from './unavailable.js';

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
  return makeShell(visit, whenNear);
}

/**
 * Begins with an element whose article was written into the page, or goes on with it.
 * @param {import('../wire').Visit} visit
 * @param {typeof import('../near.js').whenNear} whenNear
 */
export function startWritten(visit, whenNear) {
  startVisit(visit, whenNear);
  arriveWritten(visit);
}

/**
 * Goes on when a message takes the place of the article.
 * @param {import('../wire').Visit} visit
 */
export function noteFailure(visit) {
  endReserve(visit.frame);
  leaveArticle(visit);
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
