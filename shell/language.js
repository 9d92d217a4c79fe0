// @ts-check
/** The language around an element, and the one sentence that is shown where the engine does not run. */

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

/** The sentence by language; the build takes it from `words/*.json`. */
const UNAVAILABLE = __NEWSPRINT_UNAVAILABLE__;

/** The sentence in the language around an element. @param {Element} element */
export function unavailable(element) {
  const [language] = languageAround(element).toLowerCase().split('-');
  return UNAVAILABLE[language] ?? UNAVAILABLE.en;
}
