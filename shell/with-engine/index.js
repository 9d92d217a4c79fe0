// @ts-check
/** What is needed once there is an engine. It comes in one file with the script of wasm-bindgen. */

export { followLink } from './links.js';
export { arrive, depart } from './navigation.js';
export { makeHost } from './platform.js';
export { markPosition } from './scroll-anchor.js';
export { isTrap } from './trap.js';
