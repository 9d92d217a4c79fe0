// @ts-check
/** The attributes of the element other than `src`, `lang` and `dir`, and the properties that reflect them. */

/**
 * The keywords that each attribute takes, the default first. An attribute without keywords takes
 * other values.
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
 * The properties that reflect the attributes.
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

/** The name of the property that reflects an attribute. @param {string} name */
const property = (name) => name.replace(/-(.)/, (_, letter) => letter.toUpperCase());

/** All properties that can be set. */
const PROPERTIES = ['src', 'article', ...Object.keys(ATTRIBUTES).map(property)];

/**
 * The value of an attribute: its default where it is missing or not valid.
 * @param {Element} element
 * @param {string} name
 */
function read(element, name) {
  const text = element.getAttribute(name)?.trim() ?? '';
  const number = Number(text);
  if (name === 'refresh') return number > 0 ? Math.min(Math.max(number, 1), 1e6) : 0;
  const value = text.toLowerCase();
  if (name === 'hide') return value.replace(/\s+/g, ' ');
  const keywords = ATTRIBUTES[name];
  const keyword = keywords.includes(value) ? value : keywords[0];
  return keywords[0] === '1' ? Number(keyword) : keyword;
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

/** Adds the properties to a class. @param {HTMLElement} prototype */
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
 * Sets those properties again that were set before the element was defined. Such a property belongs
 * to the element itself and hides the accessor of the class.
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
      // An article that can't be written as JSON must not stop the other properties.
      reportError(error);
    }
  }
}
