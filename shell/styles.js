// @ts-check
/** The styles: those that hold at once, and the style sheet of the article, which is fetched. */

/** @type {CSSStyleSheet | undefined} */
let first;

/**
 * The styles that hold before the style sheet is there. An element that loads is as high as the
 * window, so that what stands below stays out of sight; the article comes where the fallback was. So
 * nothing moves in view.
 */
export function firstStyles() {
  if (first) return first;
  first = new CSSStyleSheet();
  first.replaceSync(
    // More specific than what resets the frame.
    ':host{display:grid;grid-template-columns:minmax(0,1fr)}[hidden]{display:none!important}' +
      '.fallback,.frame[data-state]{grid-area:1/1}.frame[data-state=error]{grid-area:2/1}' +
      '.frame[data-state=loading]{min-height:100vh}' +
      // The fallback stands below: it is seen and clicked through the empty frame.
      '.frame[data-state=loading]:has(>.skeleton[hidden]){background:none!important;pointer-events:none}',
  );
  return first;
}

/** @type {Promise<CSSStyleSheet> | undefined} */
let styles;

/** Fetches the style sheet that all elements share; after a failure the next element tries again. */
export function loadStyles() {
  styles ??= (async () => {
    // Some servers answer with a script where no style sheet is asked for.
    const headers = { accept: 'text/css' };
    const response = await fetch(new URL('__NEWSPRINT_STYLES__', import.meta.url), { headers });
    if (!response.ok) throw new Error(`${response.url} answered with status ${response.status}`);
    return new CSSStyleSheet().replace(await response.text());
  })().catch((error) => {
    styles = undefined;
    throw error;
  });
  return styles;
}
