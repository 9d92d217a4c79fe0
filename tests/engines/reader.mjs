// @ts-check
/** Somebody who reads a site in a browser: what the cases do with a page, and what they see of it. */
import { deepEqual } from 'node:assert/strict';

import { pause } from './browsers/interface.mjs';

/** How long what should happen may take, in milliseconds. On a busy machine much takes long. */
const SOON = 20_000;

export class Reader {
  /** @type {import('./browsers/interface.mjs').Page} */
  #page;
  /** @type {import('./site.mjs').Site} */
  #site;

  /**
   * @param {import('./browsers/interface.mjs').Page} page
   * @param {import('./site.mjs').Site} site
   */
  constructor(page, site) {
    this.#page = page;
    this.#site = site;
  }

  /** Goes to a page of the site. @param {string} path */
  open = (path) => this.#page.open(new URL(path, this.#site.url).href);

  back = () => this.#page.back();

  /** @param {number} width @param {number} height */
  resize = (width, height) => this.#page.resize(width, height);

  /** @param {string} key @param {number} [times] */
  async press(key, times = 1) {
    for (let time = 0; time < times; time++) await this.#page.press(key);
  }

  /**
   * Calls a function in the page.
   * @template T
   * @template {unknown[]} A
   * @param {(...args: A) => T | Promise<T>} body
   * @param {A} args
   * @returns {Promise<T>}
   */
  evaluate = async (body, ...args) => {
    const call = `(${body})(...${JSON.stringify(args)})`;
    // In JSON all browsers tell the same of what is undefined.
    const json = await this.#page.evaluate(
      `(async () => JSON.stringify({ value: (await ${call}) ?? null }))()`,
    );
    return JSON.parse(json).value;
  };

  /**
   * Waits until what the page shows is this, and fails with what it is instead.
   * @template {unknown[]} A
   * @param {string} what
   * @param {unknown} expected
   * @param {(...args: A) => unknown} look
   * @param {A} args
   */
  async sees(what, expected, look, ...args) {
    await this.waits(what, expected, () => this.evaluate(look, ...args));
  }

  /**
   * Waits until something outside of the page is this.
   * @param {string} what
   * @param {unknown} expected
   * @param {() => unknown} look
   */
  async waits(what, expected, look) {
    const deadline = Date.now() + SOON;
    for (;;) {
      try {
        deepEqual(await look(), expected);
        return;
      } catch (error) {
        if (Date.now() > deadline) {
          throw new Error(`${what}: ${/** @type {Error} */ (error).message}`, { cause: error });
        }
        await pause(20);
      }
    }
  }

  /**
   * Clicks on what a function finds in the page, as soon as it is there and seen.
   * @param {string} what
   * @param {() => HTMLElement | null | undefined} find
   */
  async click(what, find) {
    const look = `JSON.stringify((() => {
      const node = (${find})();
      if (!node || !shown(node)) return null;
      node.scrollIntoView({ block: 'center', behavior: 'instant' });
      // A link in a text may be broken over two lines.
      const { x, y, width, height } = node.getClientRects()[0];
      return [x + width / 2, y + height / 2];
    })())`;
    /** @type {number[]} */
    let place = [];
    await this.waits(`${what} can be clicked`, true, async () => {
      place = JSON.parse(await this.#page.evaluate(look)) ?? [];
      return place.length > 0;
    });
    await this.#page.clickAt(place[0], place[1]);
  }

  /** The headline that is shown. @param {string} headline @param {string} [selector] */
  headline = (headline, selector) =>
    this.sees(
      `the headline of ${selector ?? 'the article'}`,
      headline,
      (which) => (shown(paper(which).find('.headline')) ? paper(which).text('.headline') : ''),
      selector ?? 'newsprint-article',
    );

  /** The path of the page in the address bar, in the folder of the site. */
  address = async () => (await this.evaluate(() => location.pathname)).replace('/news/', '');

  /** What was heard of an event: of which element, and what it says. @param {string} type */
  heard = async (type) =>
    (await this.evaluate(() => __result.heard)).filter((one) => one.type === type);
}
