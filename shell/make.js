// @ts-check

/**
 * Makes an element without markup, so that no policy can object.
 * @param {string} name
 * @param {string} [part]
 */
export function make(name, part) {
  const element = document.createElement(name);
  if (part) {
    element.className = part;
    element.setAttribute('part', part);
  }
  return element;
}
