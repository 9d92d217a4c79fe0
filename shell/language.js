// @ts-check
/** The language around an element, and the one sentence that is said where the engine does not run. */

/**
 * The language of the page around a node, found across shadow roots.
 * @param {Element | null} node
 */
export function languageAround(node) {
  while (node) {
    const named = node.closest('[lang]');
    if (named) return named.getAttribute('lang') ?? '';
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/** The sentence, by language; the build makes it of `words/*.json`. */
const UNAVAILABLE = __NEWSPRINT_UNAVAILABLE__;

/** The sentence in the language around a node. @param {Element} node */
export function unavailable(node) {
  const [language] = languageAround(node).toLowerCase().split('-');
  return UNAVAILABLE[language] ?? UNAVAILABLE.en;
}
