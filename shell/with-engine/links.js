// @ts-check
/** Clicks on links of an article: to places inside it, and to other articles. */

import { followTeaser } from './navigation.js';

/**
 * Follows a link where the browser would not, or not there.
 * @param {import('../wire').Visit} visit
 * @param {Element} target what was clicked
 * @param {MouseEvent} event
 */
export function followLink(visit, target, event) {
  /** @type {HTMLAnchorElement | null} */
  const link = target.closest('a[href]');
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || event.defaultPrevented) return;
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#')) return followTeaser(visit, link, event);
  // The browser looks for `#id` in the page only, never in a shadow root.
  event.preventDefault();
  const place = visit.element.shadowRoot?.getElementById(href.slice(1));
  if (!place) return;
  for (let box; (box = place.closest('details:not([open])'));) box.setAttribute('open', '');
  place.scrollIntoView();
  // What is read next is what stands there, for the keyboard and the screen reader too.
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
