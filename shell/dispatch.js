// @ts-check

/**
 * Dispatches an event of the element. Returns `false` when the page prevents what it announces.
 * @param {HTMLElement} element
 * @param {string} name without `newsprint-`
 * @param {object} detail
 * @param {boolean} [cancelable]
 * @param {boolean} [bubbles] whether listeners around the element, also across shadow roots, hear it
 */
export function dispatch(element, name, detail, cancelable = false, bubbles = false) {
  const options = { detail, cancelable, bubbles, composed: bubbles };
  return element.dispatchEvent(new CustomEvent(`newsprint-${name}`, options));
}
