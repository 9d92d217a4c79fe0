// @ts-check
/** The events of the element, as a page hears them. */

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Notes every event of every element from the start, wherever it can be heard.
 * @param {Page} page
 */
export async function listen(page) {
  await page.addInitScript(() => {
    /** @type {object[]} */
    const heard = [];
    Object.assign(globalThis, { heard });
    for (const type of ['load', 'update', 'error', 'navigate']) {
      // Capture hears those too that don't bubble.
      addEventListener(
        `newsprint-${type}`,
        (event) => {
          const { bubbles, cancelable, composed, detail } = /** @type {CustomEvent} */ (event);
          const isCustom = event instanceof CustomEvent;
          heard.push({ type, bubbles, cancelable, composed, isCustom, detail });
        },
        true,
      );
    }
  });
  /**
   * What was heard so far.
   * @param {string} [type]
   * @returns {Promise<any[]>}
   */
  return async (type) => {
    const all = await page.evaluate(() => /** @type {any} */ (globalThis).heard);
    return type ? all.filter((/** @type {any} */ event) => event.type === type) : all;
  };
}
