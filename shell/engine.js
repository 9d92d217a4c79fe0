// @ts-check
/** The engine: fetched and started once for all elements of the page, when the first needs it. */

import { copies, findCopy } from './copies.js';
import { takeRequest, timeouts } from './requests.js';

/** @typedef {typeof import('__NEWSPRINT_ENGINE__')} WithEngine */

/** What an element works with once the engine runs. @typedef {{ engine: import('./wire').Engine, tools: WithEngine }} Running */

/** @type {Promise<Running> | undefined} */
let running;

/** What came along with it. @type {WithEngine | undefined} */
let tools;

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
    const came = (tools = await import('__NEWSPRINT_ENGINE__'));
    const page = (host ??= came.makeHost({ copies, findCopy, takeRequest, timeouts, atWork }));
    const made = (script = came.default());
    await made.start({ module_or_path: wasmUrl() });
    return { engine: new made.Engine(page), tools: came };
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

/** Whether the engine trapped: see `with-engine/trap.js`. @param {unknown} error */
export const isTrap = (error) => tools?.isTrap(error, wasmUrl());

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
