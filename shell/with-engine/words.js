// @ts-check
/** The words of the interface in languages other than English, a module for each language. */

/** The build makes it of `words/*.json`. */
const MODULES = __NEWSPRINT_WORDS__;

/**
 * Fetches the words in a language. Those that don't come in time, or not at all, are missed: the
 * article is shown with English ones.
 * @param {string} language its primary subtag
 * @param {number} ms
 */
export async function loadWords(language, ms) {
  const load = MODULES[language];
  if (!load) return;
  const late = new Promise((/** @type {(nothing: void) => void} */ resolve) => {
    setTimeout(resolve, ms);
  });
  try {
    return (await Promise.race([load(), late]))?.default;
  } catch {
    // The module can't be had.
  }
}
