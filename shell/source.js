// @ts-check
/** Where the article of an element comes from. */

/** Where a page can put the JSON of the article. */
const DATA = ':scope > script[type="application/json"]';

/**
 * Where the article comes from. Where the URL is empty there is nothing to show.
 * @param {import('./element.js').NewsprintArticle} element
 * @param {string} url the URL in `src`
 * @param {import('./wire').Given | undefined} given
 * @param {string} base what the URLs of an article are relative to that the page gave
 * @returns {import('./wire').Source}
 */
export function sourceOf(element, url, given, base) {
  // While the page is still being read, the JSON may not be complete.
  const isComplete = document.readyState !== 'loading';
  const data = isComplete && !element.hasAttribute('src') ? element.querySelector(DATA) : null;
  const json = given?.[1] ?? data?.textContent ?? undefined;
  const address = json ? base : url;
  return {
    // `fetch` refuses the name and password with which the page may have been opened, and they belong
    // into no message.
    url: address && String(Object.assign(new URL(address), { username: '', password: '' })),
    json,
    source: given ? 'property' : 'prerendered',
  };
}
