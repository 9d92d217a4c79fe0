// @ts-check
/**
 * The module that a page loads: it defines `<newsprint-article>`. This is JavaScript because Rust
 * can't extend `HTMLElement`; what an article shows is decided in the engine.
 */

import { NewsprintArticle, version } from './element.js';

export { NewsprintArticle, version };

if (globalThis.customElements) NewsprintArticle.define();
