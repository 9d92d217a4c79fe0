// @ts-check
/** Places that have to be kept: that of an article, and that of what is being read in it. */

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * What has to hold before the style sheet is there. What stands below an article stays below the
 * fold until it has come, and the article comes where the fallback was: nothing moves in sight.
 */
export function keepPlace() {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(
    // More specific than what resets the frame.
    ':host{display:grid;grid-template-columns:minmax(0,1fr)}[hidden]{display:none!important}' +
      '.fallback,.frame[data-state]{grid-area:1/1}.frame[data-state=error]{grid-area:2/1}' +
      '.frame[data-state=loading]{min-height:100vh}' +
      // The fallback stands below: it is seen and clicked through the empty frame.
      '.frame[data-state=loading]:has(>.skeleton[hidden]){background:none!important;pointer-events:none}',
  );
  return sheet;
}

/**
 * What is being read stays where it is while something above it changes. Where the browser does not
 * see to that itself, the first block that is still there afterwards is to be moved back.
 * @param {Element} root
 * @returns {(() => void) | undefined} what moves it back
 */
export function markPlace(root) {
  if (!scrollY || CSS.supports('overflow-anchor', 'auto')) return;
  const top = (/** @type {Element} */ block) => block.getBoundingClientRect().top;
  const blocks = [...root.querySelectorAll('[part=section]>*')];
  const from = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
  const places = blocks
    .slice(from, from + 50)
    .map((block) => /** @type {const} */ ([block, top(block)]));
  return () => {
    const place = places.find(([block]) => block.isConnected);
    if (place) scrollBy(0, top(place[0]) - place[1]);
  };
}
