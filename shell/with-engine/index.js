// @ts-check
/** What is needed only with an engine. The build puts it into one file with wasm-bindgen's script. */

import { adoptStyles } from './adopt-styles.js';
import { announceLoading } from './announce.js';
import { awaitParts } from './arrival.js';
import { allowCaptions } from './captions.js';
import { noteRendered } from './foreign-changes.js';
import { arrive, endFragments, startFragments } from './fragments.js';
import { leaveArticle } from './keep-focus.js';
import { endNavigation, startNavigation } from './navigation.js';
import { endPlace, restorePlace, startPlace } from './reading-place.js';
import { markPosition } from './scroll-anchor.js';
import { watchScrollers } from './scrollers.js';

export { adoptStyles } from './adopt-styles.js';
export { articleOf } from './arrival.js';
export { isForeign } from './foreign-changes.js';
export { followLink } from './links.js';
export { makeHost } from './platform.js';
export { whyTrapped } from './trap.js';

/**
 * Begins with an element, when an engine begins to fill it.
 * @param {import('../wire').Visit} visit
 * @param {CSSStyleSheet[]} sheets its style sheets
 */
export function startVisit(visit, sheets) {
  const { element } = visit;
  if (element.ownerDocument !== document) adoptStyles(element, sheets);
  startNavigation(visit);
  startFragments(visit);
  startPlace(element);
  announceLoading(element);
  for (const event of ['newsprint-load', 'newsprint-update'])
    element.addEventListener(event, () => allowCaptions(element.shadowRoot));
  element.addEventListener('newsprint-load', () => restorePlace() || arrive(visit));
  element.addEventListener('newsprint-error', () => leaveArticle(visit));
}

/** What scrolls to what the reader was reading before a change. @type {WeakMap<Element, (() => void) | undefined>} */
const backToPosition = new WeakMap();

/** Prepares for another version of the article. @param {Element} root */
export function changing(root) {
  backToPosition.set(root, markPosition(root));
}

/**
 * Goes on when an article was rendered.
 * @param {Element} root
 * @param {typeof import('../near.js').whenNear} whenNear
 * @param {(part: string) => void} load has the engine load a part of the article
 */
export function rendered(root, whenNear, load) {
  // Yew writes a number on the root, by which it finds the program that handles an event. Ours
  // handles none, and another Yew program on the page would take the number for one of its own.
  Reflect.deleteProperty(root, '__yew_subtree_id');
  backToPosition.get(root)?.();
  backToPosition.delete(root);
  noteRendered(root);
  awaitParts(root, whenNear, load);
  watchScrollers(root);
}

/**
 * Ends with an element that was removed.
 * @param {import('../wire').Visit} visit
 */
export function endVisit(visit) {
  endNavigation(visit);
  endFragments(visit);
  endPlace(visit.element);
}
