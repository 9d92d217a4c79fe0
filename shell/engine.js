// @ts-check
/** Fetching and starting the engine: once for all elements of a page, when the first needs it. */

import { copies, findCopy } from './copies.js';
import { takeRequest, timeouts } from './requests.js';

/** @typedef {typeof import('__NEWSPRINT_ENGINE__')} WithEngine */

/** A running engine, and the module that came with it. @typedef {{ engine: import('./wire').Engine, withEngine: WithEngine }} Running */

/** @type {Promise<Running> | undefined} */
let running;

/** The module that came with the engine. @type {WithEngine | undefined} */
let loaded;

/** Another address of the engine's script, once the first has failed. */
let again = '';

/** The script of the engine that was started last. @type {import('./wire').EngineModule | undefined} */
let script;

/** What the browser offers to engines, the same for all. @type {import('./wire').Host | undefined} */
let host;

/** The URL of the WebAssembly that the page has set. @type {URL | undefined | ''} */
let customWasmUrl;

/** The URL of the WebAssembly: beside this module, unless the page says otherwise. */
const wasmUrl = () => customWasmUrl || new URL('__NEWSPRINT_WASM__', import.meta.url);

/** @param {string | URL | undefined} url */
export function setWasmUrl(url) {
  customWasmUrl = url && new URL(url, document.baseURI);
}

/**
 * Fetches and starts the engine. After a failure the next element tries again.
 * @param {() => import('./wire').Shell} atWork returns the element that the engine works for
 */
export function startEngine(atWork) {
  running ??= (async () => {
    const withEngine = (loaded = await (again ? import(again) : import('__NEWSPRINT_ENGINE__')));
    host ??= withEngine.makeHost({ copies, findCopy, takeRequest, timeouts, atWork });
    const started = (script = withEngine.default());
    await started.start({ module_or_path: wasmUrl() });
    return { engine: new started.Engine(host), withEngine };
  })().catch((error) => {
    running = undefined;
    // Browsers remember an import that has failed, by its address.
    again = `${new URL('__NEWSPRINT_ENGINE__', import.meta.url)}?${Date.now()}`;
    throw error;
  });
  return running;
}

/** Ends an engine that has trapped: nothing that it has begun goes on. */
export function stopEngine() {
  script?.stop();
  host?.cancelRequests();
  running = undefined;
}

/** Deletes the saved copy of an article. @param {string} url */
export const forgetCopy = (url) => host?.forgetCopy(url);

/** What to say of an error that is a trap of the engine; nothing of any other. @param {unknown} error */
export const whyTrapped = (error) => loaded?.whyTrapped(error, wasmUrl());

/** The last time that the page's policy stopped something of ours. @type {SecurityPolicyViolationEvent | undefined} */
let violation;

globalThis.document?.addEventListener('securitypolicyviolation', (event) => {
  const ours = ['wasm', new URL('.', import.meta.url).href, String(customWasmUrl)];
  if (ours.some((start) => event.blockedURI.startsWith(start))) violation = event;
});

/**
 * Says why the engine does not run, as far as can be known, and what to do.
 * @param {unknown} error
 */
export function whyNoEngine(error) {
  const trapped = whyTrapped(error);
  if (trapped) return trapped;
  if (!violation) return 'The engine did not start. Are its files beside newsprint.js?';
  const { effectiveDirective, blockedURI } = violation;
  const missing = blockedURI.startsWith('wasm') ? "'wasm-unsafe-eval'" : blockedURI;
  return `The policy of the page stopped the engine: add ${missing} to ${effectiveDirective}.`;
}
