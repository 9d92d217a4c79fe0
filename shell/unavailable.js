// @ts-check
/** The one sentence that is shown where the engine does not run. */

import { loaded } from './engine.js';

/** The sentence in English; the build takes it from `words/en.json`. */
const ENGLISH = __NEWSPRINT_UNAVAILABLE__;

/**
 * The sentence and its language, as properties of what says it: those around an element, where its words
 * can be had.
 * @param {Element} element
 */
export const unavailable = async (element) =>
  (await loaded?.unavailable(element)) ?? { textContent: ENGLISH, lang: 'en' };
