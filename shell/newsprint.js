// @ts-check
/**
 * The shell of Newsprint, what a page loads: defines `<newsprint-article>`. The decisions are
 * made in the engine. Rust can't extend `HTMLElement`, so this has to be JavaScript.
 */

import { NewsprintArticle, version } from './element.js';

export { NewsprintArticle, version };

if (globalThis.customElements) NewsprintArticle.define();
