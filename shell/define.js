// @ts-check
/** Defining the element under a name, and the settings for all elements of a page. */

import { setWasmUrl } from './engine.js';
import { timeouts } from './requests.js';

/** A class of the element. @typedef {CustomElementConstructor & { version?: string, warned?: boolean }} ElementClass */

/**
 * Defines an element under a name. The first version on a page stays.
 * @param {ElementClass} made
 * @param {string} tag
 * @param {CustomElementRegistry} registry
 */
export function define(made, tag, registry) {
  /** @type {ElementClass | undefined} */
  const there = registry.get(tag);
  if (!there) {
    // A class can be defined once.
    const isUsual = tag === 'newsprint-article' && registry === globalThis.customElements;
    registry.define(tag, isUsual ? made : class extends made {});
  } else if (there.version !== made.version && !there.warned) {
    there.warned = true;
    console.warn(
      `newsprint ${made.version}: <${tag}> is defined already, by version ${there.version}, which ` +
        'stays. Load one version only.',
    );
  }
}

/**
 * Sets, before the first element needs it, where the WebAssembly is when it is not beside the module;
 * and how many milliseconds to wait for the headers of a response, and then for its body.
 * @param {{ wasmUrl?: string | URL, headersTimeout?: number, bodyTimeout?: number }} options
 */
export function configure(options) {
  if (options.wasmUrl !== undefined) setWasmUrl(options.wasmUrl);
  for (const name of /** @type {const} */ (['headers', 'body'])) {
    const value = Number(options[`${name}Timeout`]);
    // A longer timer than that would not wait at all.
    if (value > 0) timeouts[name] = Math.min(value, 2 ** 31 - 1);
  }
}
