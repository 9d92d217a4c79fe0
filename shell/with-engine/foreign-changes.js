// @ts-check
/**
 * What others change in an article: translators put elements around its text, extensions take nodes away.
 * The engine would go on writing to nodes that are no longer in the page, so that it has to make them
 * anew.
 */

/**
 * What watches an article between one rendering and the next, and whether something was taken out of it.
 * @typedef {{ observer: MutationObserver, isForeign: boolean }} Watch
 */

/** @type {WeakMap<Element, Watch>} */
const watches = new WeakMap();

/** Whether something was removed. @param {MutationRecord[]} records */
const isRemoval = (records) => records.some(({ removedNodes }) => removedNodes.length > 0);

/**
 * Whether others have taken something out of an article that is about to be rendered anew. What the
 * engine itself changes from now on does not count.
 * @param {Element} root
 */
export function isForeign(root) {
  const watch = watches.get(root);
  if (!watch) return false;
  const isIt = isRemoval(watch.observer.takeRecords()) || watch.isForeign;
  watch.observer.disconnect();
  watch.isForeign = false;
  return isIt;
}

/** Notes that an article was rendered: what changes from now on, others change. @param {Element} root */
export function noteRendered(root) {
  const watch = watches.get(root) ?? makeWatch(root);
  watch.observer.observe(root, { childList: true, subtree: true });
}

/** @param {Element} root */
function makeWatch(root) {
  /** @type {Watch} */
  const watch = {
    isForeign: false,
    observer: new MutationObserver((records) => {
      watch.isForeign ||= isRemoval(records);
    }),
  };
  watches.set(root, watch);
  return watch;
}
