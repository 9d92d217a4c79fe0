// @ts-check
/** The first styles, which are in this module, and the style sheet of the article, which is fetched. */

/** @type {CSSStyleSheet | undefined} */
let first;

/**
 * The styles that apply until the style sheet is there. They keep what is in view from moving: while
 * an element loads it is as high as the window, so what follows it is out of sight, and the article
 * appears where the fallback was.
 */
export function firstStyles() {
  if (first) return first;
  first = new CSSStyleSheet();
  first.replaceSync(
    // The page may give the element another display; what is in it stands in one place all the same.
    ':host{display:block}:host([hidden]:not([hidden=until-found])),[hidden]{display:none!important}' +
      '.stack{display:grid;grid-template-columns:minmax(0,1fr)}' +
      // The state makes these selectors more specific than the style sheet's reset of the frame.
      '.fallback,.frame[data-state]{grid-area:1/1}.frame[data-state=error]{grid-area:2/1}' +
      // A frame that is made as high as its document would grow without end.
      `.frame[data-state=loading]{min-height:${parent === self ? '100vh' : '30em'}}` +
      // The fallback lies under the empty frame, and must be seen and clicked through it.
      '.frame[data-state=loading]:has(>.skeleton[hidden]){background:none!important;pointer-events:none}',
  );
  return first;
}

/** @type {Promise<CSSStyleSheet> | undefined} */
let styles;

/** Fetches the style sheet that all elements share. After a failure the next element tries again. */
export function loadStyles() {
  styles ??= (async () => {
    // Some servers answer with a script, unless the request says that it wants a style sheet.
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
