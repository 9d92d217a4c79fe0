// @ts-check
/** The sentence that is shown where the engine does not run, in the language around an element. */

import { wordsAround } from './words.js';

/** The milliseconds that it may wait for its own language. */
const PATIENCE = 2000;

/**
 * The sentence and its language, as properties of what says it; nothing where there are no words in it.
 * @param {Element} element
 */
export async function unavailable(element) {
  const found = await wordsAround(element, PATIENCE);
  return found && { textContent: found.words.unavailable, lang: found.language };
}
