// @ts-check
/**
 * The engine (WebAssembly and the script around it) and the styles: fetched once for all elements
 * of the page, when the first of them needs them.
 */

import { early } from './early.js';

/** @type {Promise<any> | undefined} */
let engine;

/** What the engine offers, once it runs. @type {any} */
let glue;

/** Where the WebAssembly is, when it is not beside this module. @type {URL | undefined | ''} */
let elsewhere;

const wasmUrl = () => elsewhere || new URL('__NEWSPRINT_WASM__', import.meta.url);

/** @param {string | URL | undefined} url */
export function setWasmUrl(url) {
  elsewhere = url && new URL(url, document.baseURI);
}

/** Fetches and starts the engine; after a failure the next element tries again. */
export function startEngine() {
  engine ??= (async () => {
    const { complete, default: make } = await import('__NEWSPRINT_ENGINE__');
    complete(early);
    const it = make();
    await it.start({ module_or_path: wasmUrl() });
    return (glue = it);
  })().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

/** Gives up an engine that has trapped: nothing it was about to do happens any more. */
export function stopEngine() {
  glue?.stop();
  /** @type {any} */ (early).halt?.();
  engine = undefined;
}

/**
 * Whether the engine trapped, and not another program of the page: then it can't go on, because
 * what it was about to do is half done. A used up stack ends it as well.
 * @param {any} error
 */
export function isTrap(error) {
  // What called a script of the page that threw is further down. Safari names no file, and writes
  // `@[wasm code]` before version 26 and `@<?>:wasm-function[7]` since.
  const [first] = /^.*(\.|\[|>:)wasm.*$/m.exec(String(error?.stack)) ?? [''];
  const isOurs = first.includes(wasmUrl().href) || /@[[<]/.test(first);
  const isRuntimeError = error instanceof WebAssembly.RuntimeError;
  return isOurs && (isRuntimeError || /call stack|recursion/.test(error.message));
}

/** @type {Promise<CSSStyleSheet> | undefined} */
let styles;

/** Fetches the style sheet that all elements share. */
export function loadStyles() {
  styles ??= (async () => {
    // Some servers answer with a script to who does not ask for styles.
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

/** What the page's policy forbade of ours last. @type {SecurityPolicyViolationEvent | undefined} */
let violation;

globalThis.document?.addEventListener('securitypolicyviolation', (event) => {
  const ours = ['wasm', new URL('.', import.meta.url).href, String(elsewhere)];
  if (ours.some((start) => event.blockedURI.startsWith(start))) violation = event;
});

/**
 * Why the engine does not run, as far as can be known, and what to do.
 * @param {unknown} error
 */
export function whyNoEngine(error) {
  if (isTrap(error)) return 'The engine stopped in the middle of its work on this article.';
  if (!violation) return 'The engine did not start. Are its files beside newsprint.js?';
  const { effectiveDirective, blockedURI } = violation;
  const missing = blockedURI.startsWith('wasm') ? "'wasm-unsafe-eval'" : blockedURI;
  return `The content security policy of the page stopped the engine: add ${missing} to ${effectiveDirective}.`;
}
