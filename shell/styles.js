// @ts-check
/** The first styles, which are in this module, and the style sheet of the article, which is fetched. */

import { fetchFile, persistently } from './files.js';

/** @type {CSSStyleSheet | undefined} */
let first;

/**
 * The styles that apply until the style sheet is there. They keep what is in view from moving: an
 * element is at least as high as the window, so what follows it is out of sight, and the article
 * appears where the fallback was. `with-engine/reserve.js` ends that.
 */
export function firstStyles() {
  if (first) return first;
  first = new CSSStyleSheet();
  first.replaceSync(
    ':host{display:block}:host([hidden]:not([hidden=until-found])),[hidden]{display:none!important}' +
      // The page may give the element another display; what is in it stands in a block all the same.
      // A frame that is made as high as its document would grow without end.
      `.stack{display:flow-root;--reserve:var(--newsprint-reserve,${parent === self ? '100vh' : '30em'})}` +
      '.stack[data-reserve]{min-height:var(--reserve)}',
  );
  return first;
}

/** @type {Promise<CSSStyleSheet> | undefined} */
let styles;

/** Fetches the style sheet that all elements share. After a failure the next element tries again. */
export function loadStyles() {
  styles ??= persistently(async () => {
    // Some servers answer with a script, unless the request says that it wants a style sheet.
    const headers = { accept: 'text/css' };
    const response = await fetchFile(new URL('__NEWSPRINT_STYLES__', import.meta.url), { headers });
    return new CSSStyleSheet().replace(await response.text());
  }).catch((error) => {
    styles = undefined;
    throw error;
  });
  return styles;
}
