// @ts-check
/** Navigation in place: a teaser's article is shown in the same element, and the history knows. */

/** @typedef {import('../wire').Visit} Visit */

/** The elements that the reader has led to another article. @type {Set<Visit>} */
const travelled = new Set();

globalThis.window?.addEventListener('popstate', ({ state }) => {
  for (const visit of travelled) goBack(visit, state);
});

/** An element shows articles. The reader may have been led here before the page was reloaded. @param {Visit} visit */
export function arrive(visit) {
  if (history.state?.newsprint?.[visit.key()]) travelled.add(visit);
}

/** An element has left the page. @param {Visit} visit */
export function depart(visit) {
  travelled.delete(visit);
}

/**
 * Follows a teaser, unless the page does: to its page, or in place where that is wished.
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
  if (!visit.announce({ url, teaser, list })) return event.preventDefault();
  if (element.navigation === 'page' || !article) return;
  const entry = (/** @type {string} */ src) => {
    const newsprint = { ...history.state?.newsprint, [visit.key()]: [src, scrollY] };
    return { ...history.state, newsprint };
  };
  try {
    history.replaceState(entry(visit.here()), '');
    history.pushState(entry(article), '', url);
  } catch {
    // The address bar can't show an address of another origin: the link leads there.
    return;
  }
  event.preventDefault();
  travelled.add(visit);
  visit.home ??= visit.here();
  visit.left ??= visit.given;
  visit.given = undefined;
  element.src = article;
  visit.focus();
  if (element.getBoundingClientRect().top < 0) element.scrollIntoView();
}

/**
 * The reader goes back or forward to an article that was here.
 * @param {Visit} visit
 * @param {PopStateEvent['state']} state
 */
function goBack(visit, state) {
  const { element } = visit;
  const [src, y] = state?.newsprint?.[visit.key()] ?? [];
  if (src === undefined || src === visit.here()) return;
  // The history knows only how far the page was scrolled when a teaser led on.
  const positions = (visit.positions ??= new Map());
  positions.set(visit.here(), scrollY);
  visit.scroll = positions.get(src) ?? y;
  visit.given = src ? undefined : visit.left;
  if (src) element.src = src;
  // JSON in the page is there still; what a script gave went with the page.
  else if (element.querySelector(':scope > script[type="application/json"]'))
    element.removeAttribute('src');
  else if (!visit.left) location.reload();
  visit.changed();
}
