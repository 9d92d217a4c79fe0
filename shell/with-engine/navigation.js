// @ts-check
/** Navigation in place: the article of a teaser is shown in the same element, and added to the history. */

import { dispatch } from '../dispatch.js';

/** @typedef {import('../wire').Visit} Visit */

/** The elements with an article. @type {Set<Visit>} */
const visits = new Set();

globalThis.window?.addEventListener('popstate', ({ state }) => {
  for (const visit of visits) goBack(visit, state);
});

/** Begins with an element. @param {Visit} visit */
export function startNavigation(visit) {
  visits.add(visit);
}

/** Ends with an element that was removed. @param {Visit} visit */
export function endNavigation(visit) {
  visits.delete(visit);
}

/**
 * Tells the page that a teaser was clicked. If the page does not prevent it, its article is shown in
 * place, or the browser follows the link.
 * @param {Visit} visit
 * @param {HTMLAnchorElement} link
 * @param {MouseEvent} event
 */
export function followTeaser(visit, link, event) {
  const { element } = visit;
  const item = link.closest('.teaser-headline')?.closest('.teaser');
  const list = item?.closest('nav')?.getAttribute('part');
  if (!item || !list) return;
  const url = link.href;
  const article = item.getAttribute('data-article') ?? undefined;
  const teaser = { headline: link.textContent, url, article };
  if (!dispatch(element, 'navigate', { url, teaser, list }, true, true))
    return event.preventDefault();
  if (element.navigation === 'page' || !article) return;
  const { state } = history;
  const entry = (/** @type {string} */ src) => {
    const newsprint = { ...state?.newsprint, [visit.elementKey()]: [src, scrollY] };
    return isObject(state) ? { ...state, newsprint } : { newsprint };
  };
  try {
    const key = visit.articleKey();
    // What the site has there as a string, a number or a list stays, and has no room for more.
    if (state === null || isObject(state)) history.replaceState(entry(key), '');
    else visit.origin = { href: location.href, entry: [key, scrollY] };
    history.pushState(entry(article), '', url);
  } catch {
    // A URL of another origin can't be added to the history, so the browser follows the link.
    return;
  }
  event.preventDefault();
  visit.fallbackKey ??= visit.articleKey();
  visit.givenBefore ??= visit.given;
  visit.given = undefined;
  element.src = article;
  visit.frame.focus();
  if (element.getBoundingClientRect().top < 0) element.scrollIntoView();
}

/** Whether what a site has in its history is an object like ours. @param {unknown} state */
const isObject = (state) => !!state && Object.getPrototypeOf(state) === Object.prototype;

/**
 * Shows the article to which the reader goes back or forward.
 * @param {Visit} visit
 * @param {PopStateEvent['state']} state
 */
function goBack(visit, state) {
  const { element } = visit;
  const { origin } = visit;
  const own = origin?.href === location.href ? origin.entry : [];
  const [src, y] = state?.newsprint?.[visit.elementKey()] ?? own;
  if (src === undefined || src === visit.articleKey()) return;
  // The history's own entry says only how far the page was scrolled when a teaser was followed.
  const positions = (visit.positions ??= new Map());
  positions.set(visit.articleKey(), scrollY);
  visit.scrollTop = positions.get(src) ?? y;
  visit.given = src ? undefined : visit.givenBefore;
  if (src) element.src = src;
  // JSON in the page is still there. What a script gave is lost if the page was reloaded meanwhile:
  // then only a reload brings it back.
  else if (element.querySelector(':scope > script[type="application/json"]'))
    element.removeAttribute('src');
  else if (!visit.givenBefore) location.reload();
  visit.show();
}
