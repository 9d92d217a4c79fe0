// @ts-check
/** The attributes of the element besides `src`, `lang` and `dir`, and the properties that reflect them. */

/**
 * The words that each may have, the default first; none where it is not a word out of a list.
 * @type {Record<string, string[]>}
 */
export const ATTRIBUTES = {
  'heading-level': ['1', '2', '3', '4'],
  theme: ['auto', 'light', 'dark'],
  units: ['auto', 'c', 'f'],
  loading: ['eager', 'lazy'],
  navigation: ['page', 'in-place'],
  credentials: ['same-origin', 'omit', 'include'],
  refresh: [],
  hide: [],
};

/**
 * The properties that reflect them.
 * @typedef {object} Reflected
 * @property {1 | 2 | 3 | 4} headingLevel
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {'auto' | 'c' | 'f'} units
 * @property {'eager' | 'lazy'} loading
 * @property {'page' | 'in-place'} navigation
 * @property {RequestCredentials} credentials
 * @property {number} refresh
 * @property {string} hide
 */

/** The name of an attribute's property. @param {string} name */
const property = (name) => name.replace(/-(.)/, (_, letter) => letter.toUpperCase());

/** The names of all properties that can be set. */
const PROPERTIES = ['src', 'article', ...Object.keys(ATTRIBUTES).map(property)];

/**
 * What an attribute of an element says.
 * @param {Element} element
 * @param {string} name
 */
function read(element, name) {
  const said = element.getAttribute(name)?.trim() ?? '';
  const number = Number(said);
  if (name === 'refresh') return number > 0 ? Math.min(Math.max(number, 1), 1e6) : 0;
  const value = said.toLowerCase();
  if (name === 'hide') return value.replace(/\s+/g, ' ');
  const words = ATTRIBUTES[name];
  const word = words.includes(value) ? value : words[0];
  return words[0] === '1' ? Number(word) : word;
}

/**
 * Sets an attribute; removes it for `null` and `undefined`.
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
export function setAttribute(element, name, value) {
  if (value == null) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

/** Gives a class the properties. @param {HTMLElement} prototype */
export function defineProperties(prototype) {
  for (const name of Object.keys(ATTRIBUTES)) {
    Object.defineProperty(prototype, property(name), {
      configurable: true,
      enumerable: true,
      /** @this {Element} */
      get() {
        return read(this, name);
      },
      /** @this {Element} @param {unknown} value */
      set(value) {
        setAttribute(this, name, value);
      },
    });
  }
}

/**
 * Sets again what was set before the element was defined: until then a property of that name was the
 * element's own, and hides the accessor of its class.
 * @param {HTMLElement} element
 */
export function upgradeProperties(element) {
  const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (element));
  for (const name of PROPERTIES) {
    if (!Object.hasOwn(own, name)) continue;
    const value = own[name];
    delete own[name];
    try {
      own[name] = value;
    } catch (error) {
      // An article that is no JSON must not keep the other properties back.
      reportError(error);
    }
  }
}
