// @ts-check
/** The language around an element. */

/**
 * The value of the nearest `lang` attribute, also outside of the shadow roots around an element.
 * @param {Element | null} element
 */
export function languageAround(element) {
  while (element) {
    const ancestor = element.closest('[lang]');
    if (ancestor) return ancestor.getAttribute('lang') ?? '';
    const root = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}
