// @ts-check
/** Defining the element under a name, and the settings for all elements of a page. */

import { setWasmUrl } from './engine.js';
import { timeouts } from './timeouts.js';

/** The class of an element. @typedef {CustomElementConstructor & { version?: string, warned?: boolean }} ElementClass */

/**
 * Defines an element under a name. If another version has that name already, it stays, and a warning
 * says so.
 * @param {ElementClass} elementClass
 * @param {string} tag
 * @param {CustomElementRegistry} registry
 */
export function define(elementClass, tag, registry) {
  /** @type {ElementClass | undefined} */
  const existing = registry.get(tag);
  if (!existing) {
    // A class can be defined only once, so every other name gets a class of its own.
    const isDefault = tag === 'newsprint-article' && registry === globalThis.customElements;
    registry.define(tag, isDefault ? elementClass : class extends elementClass {});
  } else if (existing.version !== elementClass.version && !existing.warned) {
    existing.warned = true;
    console.warn(
      `newsprint ${elementClass.version}: <${tag}> is defined already, by version ${existing.version}.`,
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
    // A timer that is set to more than this does not wait at all.
    if (value > 0) timeouts[name] = Math.min(value, 2 ** 31 - 1);
  }
}
