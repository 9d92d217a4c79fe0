// @ts-check
/** Fetching our own files. A failure that may pass is tried again as often as one of an article. */

/** How often a file is asked for again. `retry.rs` has the same for articles. */
const RETRIES = 3;

/** The longest first wait, in milliseconds. It doubles for each wait after that. */
const FIRST_WAIT = 1000;

/** The last time that the page's policy stopped something of ours. @type {SecurityPolicyViolationEvent | undefined} */
export let violation;

/** How the addresses of what is ours begin, where a policy stops it. */
export const ours = ['wasm', import.meta.url.replace(/[^/]*$/, '')];

globalThis.document?.addEventListener('securitypolicyviolation', (event) => {
  if (ours.some((start) => event.blockedURI.startsWith(start))) violation = event;
});

/**
 * Asks for a file.
 * @param {string | URL} url
 * @param {RequestInit} [init]
 * @throws {Error} when there is no file; a `TypeError`, as `fetch` itself throws it, if that may pass
 */
export async function fetchFile(url, init) {
  const response = await fetch(url, init);
  if (response.ok) return response;
  const { status } = response;
  throw new (/408|425|429|50[0234]/.test(`${status}`) ? TypeError : Error)(
    `${url} answered with status ${status}`,
  );
}

/**
 * Imports a module of ours, again after a failure that may pass.
 * @template T
 * @param {() => Promise<T>} load imports it, by a literal that bundlers see
 * @param {URL} url where it is
 * @returns {Promise<T>}
 */
export const importFile = (load, url) =>
  persistently(async (tries) => {
    if (!tries) return load();
    // Browsers remember an import that has failed, by its address.
    const again = `${url}?${Date.now()}`;
    // An import does not say why it failed.
    await fetchFile(again);
    return import(again);
  });

/**
 * Does something with the network, and again after a failure that may pass.
 * @template T
 * @param {(tries: number) => Promise<T>} task is told how often it was done before
 */
export async function persistently(task) {
  for (let tries = 0; ; tries++) {
    try {
      return await task(tries);
    } catch (error) {
      // With a `TypeError` browsers say that there was no answer.
      if (tries === RETRIES || !(error instanceof TypeError) || !navigator.onLine || violation)
        throw error;
      const longest = FIRST_WAIT * 2 ** tries;
      await new Promise((resume) => setTimeout(resume, longest * Math.random()));
    }
  }
}
