// @ts-check
/** The one sentence that is shown where the engine does not run. */

import { languageAround } from './language.js';

/** The sentence by language; the build takes it from `words/*.json`. */
const UNAVAILABLE = __NEWSPRINT_UNAVAILABLE__;

/** The sentence in the language around an element. @param {Element} element */
export function unavailable(element) {
  const [language] = languageAround(element).toLowerCase().split('-');
  return UNAVAILABLE[language] ?? UNAVAILABLE.en;
}
