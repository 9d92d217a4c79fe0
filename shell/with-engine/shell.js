// @ts-check
/** What the engine tells of an article, and what follows from it for the element and for the page. */

import { dispatch } from '../dispatch.js';
import { articleOf, awaitParts } from './arrival.js';
import { allowCaptions } from './captions.js';
import { isForeign, noteRendered } from './foreign-changes.js';
import { arrive } from './fragments.js';
import { host } from './platform.js';
import { restorePlace } from './reading-place.js';
import { setAtWork } from './recovery.js';
import { endReserve } from './reserve.js';
import { markPosition } from './scroll-anchor.js';
import { watchScrollers } from './scrollers.js';

/**
 * Makes what the engine calls for an element.
 * @param {import('../wire').Visit} visit
 * @param {typeof import('../near.js').whenNear} whenNear
 * @returns {import('./recovery.js').Client}
 */
export function makeShell(visit, whenNear) {
  const { element, frame } = visit;
  /** What scrolls to what the reader was reading before a change. @type {(() => void) | undefined} */
  let backToPosition;

  /**
   * Tells the page of an article that is shown.
   * @param {string} event
   * @param {Uint8Array} body
   * @param {string} source
   * @param {object} detail
   */
  const show = (event, body, source, detail) => {
    const article = articleOf(visit, body);
    visit.setArticle(article);
    frame.enter('ready');
    dispatch(element, event, { article, ...detail });
    allowCaptions(element.shadowRoot);
    // After a copy, the backend is still asked.
    if (source !== 'cache') visit.settle();
  };

  /** @param {boolean} isStale */
  const setStale = (isStale) => {
    visit.settle();
    frame.setState('stale', isStale);
  };

  /** @type {import('./recovery.js').Client} */
  const shell = {
    busy: () => setAtWork(shell),
    rendering: () => isForeign(frame.root),
    loading() {
      visit.setArticle(null);
      frame.enter('loading');
    },
    changing() {
      backToPosition = markPosition(frame.root);
    },
    rendered() {
      const { root } = frame;
      // Yew writes a number on the root, by which it finds the program that handles an event. Ours
      // handles none, and another Yew program on the page would take the number for one of its own.
      Reflect.deleteProperty(root, '__yew_subtree_id');
      backToPosition?.();
      backToPosition = undefined;
      noteRendered(root);
      awaitParts(root, whenNear, visit.loadPart);
      watchScrollers(root);
    },
    loaded(body, source, diagnostics) {
      show('load', body, source, { diagnostics, source });
      endReserve(frame);
      if (!restorePlace(visit.reader)) arrive(visit);
    },
    updated: (body, source, diagnostics) => show('update', body, source, { diagnostics }),
    fresh: () => setStale(false),
    stale: () => setStale(true),
    failed: visit.failed,
    lost(isCause, error) {
      if (!isCause) {
        frame.renew();
        return visit.lost();
      }
      // Otherwise the next visit would begin with the copy, and trap again.
      host.forgetCopy(visit.articleKey());
      visit.lost(error);
      frame.root.replaceChildren();
    },
  };
  return shell;
}
