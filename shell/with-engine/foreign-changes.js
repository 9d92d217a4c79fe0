// @ts-check
/**
 * What others change in an article: translators put elements around its text, highlighters split it,
 * extensions take nodes away. The engine would go on writing to nodes that are no longer in the page, or
 * no longer all of it, so that it has to make them anew.
 */

/**
 * What watches an article between one rendering and the next, and whether words of it were moved.
 * @typedef {{ observer: MutationObserver, isForeign: boolean }} Watch
 */

/** @type {WeakMap<Element, Watch>} */
const watches = new WeakMap();

/** Whether something was removed, or words were added: part of ours, if others split them. @param {MutationRecord[]} records */
const movesWords = (records) =>
  records.some(
    ({ addedNodes, removedNodes }) =>
      removedNodes.length > 0 || [...addedNodes].some((node) => node.textContent),
  );

/**
 * Whether others have moved words of an article that is about to be rendered anew. What the engine itself
 * changes from now on does not count.
 * @param {Element} root
 */
export function isForeign(root) {
  const watch = watches.get(root);
  if (!watch) return false;
  const isIt = movesWords(watch.observer.takeRecords()) || watch.isForeign;
  watch.observer.disconnect();
  watch.isForeign = false;
  return isIt;
}

/** Notes that an article was rendered: what changes from now on, others change. @param {Element} root */
export function noteRendered(root) {
  // Who has put an element around the article kept the old one in it.
  for (const child of [...root.children]) if (child.querySelector('.article')) child.remove();
  const watch = watches.get(root) ?? makeWatch(root);
  watch.observer.observe(root, { childList: true, subtree: true });
}

/** @param {Element} root */
function makeWatch(root) {
  /** @type {Watch} */
  const watch = {
    isForeign: false,
    observer: new MutationObserver((records) => {
      watch.isForeign ||= movesWords(records);
    }),
  };
  watches.set(root, watch);
  return watch;
}
