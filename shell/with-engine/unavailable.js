// @ts-check
/** The sentence that is shown where the engine does not run, in the language around an element. */

import { languageAround } from './language.js';
import { loadWords } from './words.js';

/** The milliseconds that it may wait for its own language. */
const PATIENCE = 2000;

/**
 * The sentence and its language; nothing where there are no words in it.
 * @param {Element} element
 */
export async function unavailable(element) {
  const [language] = languageAround(element).toLowerCase().split('-');
  const words = await loadWords(language, PATIENCE);
  return words && [words.unavailable, language];
}
