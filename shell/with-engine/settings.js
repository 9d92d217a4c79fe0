// @ts-check
/** The settings of an element for the engine: what to show, and how. */

import { languageAround } from './language.js';

/**
 * @param {import('../element.js').NewsprintArticle} element
 * @param {import('../wire').Source} source
 * @returns {import('../wire').Settings}
 */
export const settingsOf = (element, source) => ({
  ...source,
  lang: languageAround(element),
  credentials: element.credentials,
  refresh: element.refresh,
  level: element.headingLevel,
  units: element.units,
  hide: element.hide,
  width: element.clientWidth,
});
