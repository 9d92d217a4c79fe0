// @ts-check
/**
 * What the cases ask of a browser: as little as a WebDriver of any maker can do. Each engine has an
 * implementation beside this file, and nothing else in these tests knows which one it is.
 */

/**
 * A page of its own: nothing that another page has stored is there.
 * @typedef {object} Page
 * @property {(url: string) => Promise<void>} open Goes to an address and waits for the document.
 * @property {(script: string) => Promise<any>} evaluate Evaluates an expression in the page: a
 *   string, or a promise of one.
 * @property {(key: string) => Promise<void>} press Presses a key of `KEYS`.
 * @property {(x: number, y: number) => Promise<void>} clickAt Clicks at a place of the viewport.
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {() => Promise<void>} back As the browser's own button does; it need not wait for
 *   what comes of it.
 * @property {() => string[]} said What the browser itself has told so far of errors in the page;
 *   always nothing where it tells nobody.
 * @property {() => Promise<void>} close
 */

/**
 * A browser that runs.
 * @typedef {object} Browser
 * @property {string} version its name and version
 * @property {() => Promise<Page>} newPage
 * @property {() => Promise<void>} close Ends it, and all that it has started.
 */

/**
 * How to start one.
 * @typedef {object} Engine
 * @property {'chromium' | 'firefox' | 'webkit'} name
 * @property {() => string | undefined} missing Why it can't be had; nothing when it can.
 * @property {() => Promise<Browser>} launch
 */

/** What an engine, or the way to drive it, has not, so that a case can't be tried in it. */
export class Unable extends Error {}

/** The keys that the cases press, as WebDriver writes them. @type {Record<string, string>} */
export const KEYS = { Tab: '\uE004', Enter: '\uE007' };

/** How long a browser may take to start, or to answer anything it is asked, in milliseconds. */
export const PATIENCE = 60_000;

/** The size of the window of a page that nobody has resized. */
export const SIZE = { width: 1280, height: 800 };

/** Something has not come to an end: the browser, or what drives it, hangs. */
export class Hung extends Error {}

/**
 * The outcome, or after a while a failure that says what was waited for.
 * @template T
 * @param {number} ms
 * @param {string} what
 * @param {Promise<T>} outcome
 * @returns {Promise<T>}
 */
export async function within(ms, what, outcome) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Hung(`${what} took more than ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([outcome, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * What a variable of the environment says, set by `cargo xtask test --engines`.
 * @param {string} name
 */
export const variable = (name) => process.env[name] || undefined;
