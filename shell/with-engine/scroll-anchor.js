// @ts-check

/**
 * Keeps what is being read where it is while something above it changes, in browsers that do not see
 * to that themselves: the first block in view that is still there afterwards is moved back.
 * @param {Element} root
 * @returns {(() => void) | undefined} what moves it back
 */
export function markPosition(root) {
  if (!scrollY || CSS.supports('overflow-anchor', 'auto')) return;
  const top = (/** @type {Element} */ block) => block.getBoundingClientRect().top;
  const blocks = [...root.querySelectorAll('[part=section]>*')];
  const from = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
  const positions = blocks
    .slice(from, from + 50)
    .map((block) => /** @type {const} */ ([block, top(block)]));
  return () => {
    const position = positions.find(([block]) => block.isConnected);
    if (position) scrollBy(0, top(position[0]) - position[1]);
  };
}
