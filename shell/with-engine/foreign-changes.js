// @ts-check
/**
 * What others change in an article: translators put elements around its text, extensions take nodes away.
 * The engine would go on writing to nodes that are no longer in the page, so that it has to make them
 * anew.
 */

/**
 * What watches an article, and whether something of it was taken away since it was rendered.
 * @typedef {{ observer: MutationObserver, isForeign: boolean, isRendering: boolean }} Watch
 */

/** @type {WeakMap<Element, Watch>} */
const watches = new WeakMap();

/** @param {Element} root */
function watch(root) {
  /** @type {Watch} */
  const it = {
    isForeign: false,
    isRendering: false,
    observer: new MutationObserver((records) => note(records)),
  };
  const note = (/** @type {MutationRecord[]} */ records) => {
    it.isForeign ||= !it.isRendering && records.some(({ removedNodes }) => removedNodes.length > 0);
  };
  it.observer.observe(root, { childList: true, subtree: true });
  watches.set(root, it);
  return it;
}

/**
 * Whether others have taken something out of an article that is about to be rendered anew.
 * @param {Element} root
 */
export function isForeign(root) {
  const it = watches.get(root) ?? watch(root);
  const records = it.observer.takeRecords();
  it.isForeign ||= !it.isRendering && records.some(({ removedNodes }) => removedNodes.length > 0);
  const { isForeign } = it;
  it.isForeign = false;
  it.isRendering = true;
  return isForeign;
}

/** Notes that an article was rendered: what changes from now on, others change. @param {Element} root */
export function noteRendered(root) {
  const it = watches.get(root);
  if (!it) return;
  it.observer.takeRecords();
  it.isRendering = false;
}
