// @ts-check
/** Clicks on what leads somewhere: to a destination in the article, to another article, past a message. */

import { isPlainClick } from '../plain-click.js';
import { addEntry, reveal } from './fragments.js';
import { followTeaser } from './navigation.js';

/**
 * Follows a link where the browser alone would not do, or not as the page has asked.
 * @param {import('../wire').Visit} visit
 * @param {Element} target what was clicked
 * @param {MouseEvent} event
 */
export function followLink(visit, target, event) {
  const message = target.closest('.close')?.parentElement;
  if (message) {
    visit.frame.focus();
    message.hidden = true;
    return;
  }
  /** @type {HTMLAnchorElement | null} */
  const link = target.closest('a[href]');
  if (!link || !isPlainClick(event)) return;
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#')) return followTeaser(visit, link, event);
  // The browser does not find an `id` that is in a shadow root.
  event.preventDefault();
  const destination = visit.element.shadowRoot?.getElementById(href.slice(1));
  if (!destination) return;
  addEntry(destination.id);
  reveal(destination).focus({ preventScroll: true });
}
