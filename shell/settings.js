// @ts-check
/** What the engine is to show in an element, and how. */

import { languageAround } from './language.js';

/** The JSON of an article that came along with the page. */
const DATA = ':scope > script[type="application/json"]';

/**
 * The settings of an element; without a URL there is nothing to show.
 * @param {import('./element.js').NewsprintArticle} element
 * @param {string} url what `src` names
 * @param {import('./wire').Given | undefined} given
 * @param {string} base the base URL of an article that the page gave
 * @returns {import('./wire').Settings}
 */
export function settingsOf(element, url, given, base) {
  // Until the page is there, the JSON may be there only in part.
  const isWhole = document.readyState !== 'loading';
  const data = isWhole && !element.hasAttribute('src') ? element.querySelector(DATA) : null;
  const json = given?.[1] ?? data?.textContent ?? undefined;
  return {
    url: json ? base : url,
    json,
    source: given ? 'property' : 'prerendered',
    lang: languageAround(element),
    credentials: element.credentials,
    refresh: element.refresh,
    level: element.headingLevel,
    units: element.units,
    hide: element.hide,
  };
}
