// @ts-check

/**
 * Makes an element without markup, so that no policy can object.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [part] its class, and the name under which a site can style it
 */
export function make(name, part) {
  const element = document.createElement(name);
  if (part) {
    element.className = part;
    element.setAttribute('part', part);
  }
  return element;
}
