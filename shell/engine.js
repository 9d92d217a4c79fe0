// @ts-check
/** Fetching and starting the engine: once for all elements of a page, when the first needs it. */

import { fetchFile, importFile, ours, persistently, violation } from './files.js';
import { takeRequest } from './requests.js';
import { timeouts } from './timeouts.js';

/** @typedef {typeof import('__NEWSPRINT_ENGINE__')} WithEngine */

/** A running engine, and the module that came with it. @typedef {{ engine: import('./wire').Engine, withEngine: WithEngine }} Running */

/** @type {Promise<Running> | undefined} */
let running;

/** The module that came with the engine, if it is here. @type {WithEngine | undefined} */
export let loaded;

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
  ours.push(String(customWasmUrl));
}

/** Fetches the module that comes with the engine. */
export const importWithEngine = async () =>
  (loaded ??= await importFile(
    () => import('__NEWSPRINT_ENGINE__'),
    new URL('__NEWSPRINT_ENGINE__', import.meta.url),
  ));

/** Fetches and starts the engine. After a failure the next element tries again. */
export function startEngine() {
  running ??= (async () => {
    // The script need not be there before the WebAssembly is asked for.
    const early = fetchFile(wasmUrl());
    // What is wrong is found out when it is waited for.
    early.catch(() => {});
    const withEngine = await importWithEngine();
    host ??= withEngine.makeHost({ takeRequest, timeouts, stopEngine, whyTrapped });
    const started = (script = withEngine.default());
    await persistently((tries) =>
      started.start({ module_or_path: tries ? fetchFile(wasmUrl()) : early }),
    );
    return { engine: new started.Engine(host), withEngine };
  })().catch((error) => {
    running = undefined;
    throw error;
  });
  return running;
}

/** Ends an engine that has trapped: nothing that it has begun goes on. */
function stopEngine() {
  script?.stop();
  host?.cancelRequests();
  running = undefined;
}

/** What to say of an error that is a trap of the engine; nothing of any other. @param {unknown} error */
const whyTrapped = (error) => loaded?.whyTrapped(error, wasmUrl());

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
