// @ts-check
/** The host and the shell of `tests/browser.rs`. wasm-bindgen copies this file alone. */

/** @typedef {import('../shell/wire').Host} Host */
/** @typedef {import('../shell/wire').Shell} Shell */

/**
 * A browser without saved copies, and with a reader who always looks.
 * @param {Host['intl']} intl
 */
export function makeHost(intl) {
  /** @type {Host} */
  const host = {
    timeouts: { headers: 8000, body: 20000 },
    atWork: () => makeShell(() => {}),
    intl,
    wait(ms) {
      /** @type {ReturnType<typeof setTimeout>} */
      let timer;
      const outcome = new Promise((resolve) => {
        timer = setTimeout(resolve, ms);
      });
      return { outcome, cancel: () => clearTimeout(timer) };
    },
    attention: async () => {},
    send(url, credentials) {
      const abort = new AbortController();
      const outcome = fetch(url, { credentials, signal: abort.signal });
      return { outcome, cancel: () => abort.abort() };
    },
    findCopy: async () => undefined,
    keepCopy() {},
    forgetCopy() {},
    words: async () => undefined,
    cancelRequests() {},
  };
  return host;
}

/**
 * A shell that says which of its methods are called; not those that are called all the time.
 * @param {(method: string) => void} hear
 */
export function makeShell(hear) {
  /** @type {Shell} */
  const shell = {
    rendering: () => false,
    busy() {},
    rendered() {},
    changing() {},
    loading: () => hear('loading'),
    loaded: () => hear('loaded'),
    updated: () => hear('updated'),
    fresh: () => hear('fresh'),
    stale: () => hear('stale'),
    failed() {
      hear('failed');
      // The application's own words for a failure are welcome.
      return true;
    },
  };
  return shell;
}
