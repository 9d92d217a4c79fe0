// @ts-check
/** The engine: fetched and started once for all elements of the page, when the first needs it. */

import { copies, findCopy } from './copies.js';
import { takeRequest, timeouts } from './requests.js';

/** @typedef {typeof import('__NEWSPRINT_ENGINE__')} WithEngine */

/** What an element works with once the engine runs. @typedef {{ engine: import('./wire').Engine, tools: WithEngine }} Running */

/** @type {Promise<Running> | undefined} */
let running;

/** The script of the engine that was started last. @type {import('./wire').EngineModule | undefined} */
let script;

/** What the browser offers, the same for all engines. @type {import('./wire').Host | undefined} */
let host;

/** Where the WebAssembly is, when it is not beside this module. @type {URL | undefined | ''} */
let elsewhere;

const wasmUrl = () => elsewhere || new URL('__NEWSPRINT_WASM__', import.meta.url);

/** @param {string | URL | undefined} url */
export function setWasmUrl(url) {
  elsewhere = url && new URL(url, document.baseURI);
}

/**
 * Fetches and starts the engine; after a failure the next element tries again.
 * @param {() => import('./wire').Shell} atWork the element at which the engine is at work
 */
export function startEngine(atWork) {
  running ??= (async () => {
    const tools = await import('__NEWSPRINT_ENGINE__');
    const page = (host ??= tools.makeHost({ copies, findCopy, takeRequest, timeouts, atWork }));
    const made = (script = tools.default());
    await made.start({ module_or_path: wasmUrl() });
    return { engine: new made.Engine(page), tools };
  })().catch((error) => {
    running = undefined;
    throw error;
  });
  return running;
}

/** Gives up an engine that has trapped: nothing it was about to do happens any more. */
export function stopEngine() {
  script?.stop();
  host?.cancelRequests();
  running = undefined;
}

/** Deletes the saved copy of an article. @param {string} url */
export const forgetCopy = (url) => host?.forgetCopy(url);

/**
 * Whether the engine trapped, and not another program of the page. It can't go on then, because what
 * it was about to do is half done. A used up stack ends it as well.
 * @param {unknown} error
 */
export function isTrap(error) {
  if (!(error instanceof Error)) return false;
  // What called a script of the page that threw is further down. Safari names no file, and writes
  // `@[wasm code]` before version 26 and `@<?>:wasm-function[7]` since.
  const [first] = /^.*(\.|\[|>:)wasm.*$/m.exec(String(error.stack)) ?? [''];
  const isOurs = first.includes(wasmUrl().href) || /@[[<]/.test(first);
  const isRuntimeError = error instanceof WebAssembly.RuntimeError;
  return isOurs && (isRuntimeError || /call stack|recursion/.test(error.message));
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
