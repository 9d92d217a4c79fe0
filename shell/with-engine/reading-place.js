// @ts-check
/**
 * The reader's place, after a reload and on the way back from another page. The browser would restore it
 * by itself, but the article comes later than it tries to.
 */

/** The elements with an article. @type {Set<HTMLElement>} */
const elements = new Set();

const KEY = `newsprint ${globalThis.location?.href}`;

/** Where the reader was: in the window, and in boxes that scroll around elements. @type {number[]} */
let places = [];

/** The box that scrolls around an element, where that is not the window. @param {Element} element */
function scroller(element) {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (box === document.scrollingElement) return;
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
}

/** All places now. */
const now = () => [scrollY, ...[...elements].map((element) => scroller(element)?.scrollTop ?? 0)];

try {
  const [{ type }] = /** @type {PerformanceNavigationTiming[]} */ (
    performance.getEntriesByType('navigation')
  );
  if (type !== 'navigate') places = (sessionStorage.getItem(KEY) ?? '').split(',').map(Number);
} catch {
  // The page is not allowed to use storage, or this is no page.
}

globalThis.window?.addEventListener('pagehide', () => {
  try {
    sessionStorage.setItem(KEY, now().join());
  } catch {
    // Then the place is not kept.
  }
});

/** Begins with an element. @param {HTMLElement} element */
export const startPlace = (element) => elements.add(element);

/** Ends with an element that was removed. @param {HTMLElement} element */
export const endPlace = (element) => elements.delete(element);

/**
 * Goes to the reader's place, as far as the articles that are there allow. Returns whether there is one.
 * @param {import('../wire').Visit['reader']} reader
 */
export function restorePlace(reader) {
  // Who has scrolled meanwhile is somewhere else.
  if (reader.hasActed) places = [];
  const [inWindow, ...inBoxes] = places;
  // It may be further down too: while an article comes, the browser keeps in view what is below it.
  if (inWindow) scrollTo(0, inWindow);
  for (const [at, element] of [...elements].entries()) {
    const box = scroller(element);
    if (box && inBoxes[at]) box.scrollTop = inBoxes[at];
  }
  return places.some((place) => place > 0);
}
