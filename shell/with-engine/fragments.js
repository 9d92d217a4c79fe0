// @ts-check
/**
 * Fragments of the page's address: `#id` leads to a place in an article. The browser alone does not find
 * an `id` that is in a shadow root, and there it has the name of its article before it.
 */

/** @typedef {import('../wire').Visit} Visit */

/** The elements with an article. @type {Set<Visit>} */
const visits = new Set();

/** The fragment with which the page was opened, until it has been followed. */
let wanted = globalThis.location?.hash;

/** Whether the reader goes through the history. Then the browser itself finds the place again. */
let isTraversal = false;
// Not every browser has the Navigation API.
globalThis.navigation?.addEventListener('navigate', ({ navigationType }) => {
  isTraversal = navigationType === 'traverse';
});

globalThis.window?.addEventListener('hashchange', () => {
  wanted = isTraversal ? '' : location.hash;
  for (const visit of visits) followFragment(visit)?.focus({ preventScroll: true });
});

/** Begins with an element. @param {Visit} visit */
export function startFragments(visit) {
  visits.add(visit);
}

/**
 * Shows the place with which the page was opened, once its article is there.
 * @param {Visit} visit
 */
export function arrive(visit) {
  if (visit.scrollTop !== undefined) {
    scrollTo(0, visit.scrollTop);
    visit.scrollTop = undefined;
    return;
  }
  // Who has scrolled already reads something else.
  if (!scrollY) followFragment(visit);
}

/** Ends with an element that was removed. @param {Visit} visit */
export function endFragments(visit) {
  visits.delete(visit);
}

/**
 * Shows the place that is wanted, if it is in this article and not in the page, and returns it.
 * @param {Visit} visit
 */
function followFragment({ element: { shadowRoot } }) {
  const id = wanted.slice(1);
  const scope = shadowRoot?.querySelector('[id]')?.id.match(/^newsprint-\d+/)?.[0];
  if (!id || !scope || document.getElementById(id)) return;
  let decoded = id;
  try {
    decoded = decodeURIComponent(id);
  } catch {
    // It has a percent sign of its own.
  }
  for (const name of [id, decoded]) {
    const escaped = name.replace(/[\s%]/gu, (sign) => `%${sign.codePointAt(0)?.toString(16)};`);
    const destination = shadowRoot?.getElementById(`${scope}-to-${escaped}`);
    if (!destination) continue;
    wanted = '';
    return reveal(destination);
  }
}

/**
 * Adds an entry to the history, so that the way back leads to where the reader was.
 * @param {string} id of the destination, in its article
 */
export function addEntry(id) {
  const [, escaped] = id.split(/-to-(.*)/s);
  const url = new URL(location.href);
  // Some sites have their own route in the fragment. There, and on the way back from a note, the
  // address stays.
  if (escaped && !/^#[/!]/.test(url.hash)) {
    url.hash = escaped.replace(/%([\da-f]+);/g, (_, code) =>
      String.fromCodePoint(parseInt(code, 16)),
    );
    // As with any link to where the reader is already.
    if (url.href === location.href) return;
  }
  try {
    history.pushState(history.state, '', url);
  } catch {
    // A document without an address of its own has no such history.
  }
}

/**
 * Brings a place in an article into view, and returns it: the keyboard and the screen reader can go on
 * from there.
 * @param {HTMLElement} destination
 */
export function reveal(destination) {
  for (let details; (details = destination.closest('details:not([open])'));)
    details.setAttribute('open', '');
  destination.scrollIntoView();
  if (destination.tabIndex < 0) destination.tabIndex = -1;
  return destination;
}
