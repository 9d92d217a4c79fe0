// @ts-check

/**
 * Keeps what the reader is reading in its place while something above it changes, in browsers without
 * scroll anchoring. Call it before the change, and what it returns after: that scrolls so that the
 * first block in view that is still there is where it was.
 * @param {Element} root
 * @returns {(() => void) | undefined}
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
