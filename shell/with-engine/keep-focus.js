// @ts-check
/**
 * The focus, where an article goes away under it: after a takedown, or when the engine has trapped.
 * Otherwise the browser would begin at the top of the page again.
 */

/** @typedef {import('../wire').Visit} Visit */

/** Moves the focus to the frame, when a message takes the place of the article. @param {Visit} visit */
export function leaveArticle(visit) {
  const { activeElement } = visit.element.shadowRoot ?? {};
  if (activeElement && !activeElement.matches('.frame')) visit.frame.focus();
}

/** The same, when a new engine shows the article in place of the last one. @param {Visit} visit */
export function leaveOldRoot(visit) {
  const { activeElement } = visit.element.shadowRoot ?? {};
  if (activeElement?.matches('.frame > div:has(+ div:not(.skeleton)) *')) visit.frame.focus();
}
