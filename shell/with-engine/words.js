// @ts-check
/** Fetching the words of the interface in languages other than English, a module for each language. */

import { languageAround } from './language.js';

/** The modules by language; the build makes them of `words/*.json`. */
const MODULES = __NEWSPRINT_WORDS__;

/**
 * Fetches the words of a language. If they don't come in time, or not at all, the words are English.
 * @param {string} language its primary subtag
 * @param {number} ms how long to wait for them
 */
export async function loadWords(language, ms) {
  const load = MODULES[language];
  if (!load) return;
  const timeout = new Promise((/** @type {(nothing: void) => void} */ resolve) => {
    setTimeout(resolve, ms);
  });
  try {
    return (await Promise.race([load(), timeout]))?.default;
  } catch {
    // The module can't be fetched.
  }
}

/**
 * Fetches the words of the language around an element, and says which it is. Nothing where the words are
 * English.
 * @param {Element} element
 * @param {number} ms how long to wait for them
 */
export async function wordsAround(element, ms) {
  const [language] = languageAround(element).toLowerCase().split('-');
  const words = await loadWords(language, ms);
  return words && { words, language };
}
