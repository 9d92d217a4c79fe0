// @ts-check
/**
 * The module that a page loads: it defines `<newsprint-article>`. This is JavaScript because Rust
 * can't extend `HTMLElement`; what an article shows is decided in the engine.
 */

import { NewsprintArticle as Own, version } from './element.js';

if (globalThis.customElements) Own.define();

/**
 * The class of `<newsprint-article>`. Where this module was loaded before, from another address or in
 * another version, it is that of the first: a browser makes elements of the class that it knows, and of
 * no other.
 */
export const NewsprintArticle = /** @type {typeof Own} */ (
  globalThis.customElements?.get('newsprint-article') ?? Own
);

export { version };
