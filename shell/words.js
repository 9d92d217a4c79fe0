// @ts-check
/** The few words that are needed where the engine, which knows more, does not run. */

/** What a reader is told then. */
const SORRY = {
  ar: 'تعذّر عرض هذا المقال الآن.',
  de: 'Der Artikel lässt sich gerade nicht zeigen.',
  en: 'This article can’t be shown just now.',
  es: 'No se puede mostrar el artículo en este momento.',
  fr: 'Cet article ne peut être affiché pour le moment.',
  ru: 'Статью сейчас не удаётся показать.',
};

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

/** What is told in the language around a node. @param {Element} node */
export function sorry(node) {
  const [language] = languageAround(node).toLowerCase().split('-');
  return /** @type {any} */ (SORRY)[language] ?? SORRY.en;
}
