// @ts-check
/** Telling the click that follows a link from those that ask the browser for something else. */

/**
 * Whether a click only asks to follow a link: not in another tab or window, and nobody has done so before.
 * @param {MouseEvent} event
 */
export const isPlainClick = (event) =>
  !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented);
