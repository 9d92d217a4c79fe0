// @ts-check
/** What is needed only with an engine. The build puts it into one file with wasm-bindgen's script. */

export { followLink } from './links.js';
export { endVisit, startVisit } from './navigation.js';
export { makeHost } from './platform.js';
export { markPosition } from './scroll-anchor.js';
export { isTrap } from './trap.js';
