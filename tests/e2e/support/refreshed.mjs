// @ts-check
/** An article that is looked at again every minute, and what stays the same in it. */
import { blankPage, element, give, listen } from './blank-page.mjs';
import { expect, paper, small } from './fixtures.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./server.mjs').Server} Server */

/** When the page is opened, for the page. */
export const START = Date.UTC(2024, 2, 18, 9);

/** @param {string} text @param {string} [id] */
export const paragraph = (text, id) => ({ type: 'paragraph', text, ...(id && { id }) });

/** @param {object[]} blocks @param {object} [more] */
export const article = (blocks, more) => small(blocks, { headline: 'It', ...more });

/**
 * A page with an element that looks for news every minute, and shows this.
 * @param {Page} page
 * @param {Server} server
 * @param {object} first
 * @param {string} [body]
 */
export async function follow(page, server, first, body = element('it', 'refresh="60"')) {
  give(server, 'it', first);
  const heard = await listen(page);
  await page.clock.install({ time: START });
  await page.goto(blankPage(server, body));
  const parts = paper(page);
  await expect(parts.headline).toHaveText('It');
  return {
    ...parts,
    heard,
    status: parts.element.getByRole('status'),
    /** Brings another version. @param {object} next @param {number} [number] which */
    async update(next, number = 1) {
      give(server, 'it', next);
      await page.clock.fastForward(61_000);
      await expect.poll(async () => (await heard('update')).length).toBe(number);
    },
  };
}

/**
 * Marks all elements of an article, so that they are known again: by their words and their number.
 * @param {import('@playwright/test').Locator} host
 * @param {string} selector
 */
export const mark = (host, selector) =>
  host.evaluate((node, what) => {
    const all = [...(node.shadowRoot?.querySelectorAll(what) ?? [])];
    all.forEach((one, index) => Object.assign(one, { mark: `${index} ${one.textContent}` }));
    return all.length;
  }, selector);

/**
 * What the elements are now, in order: their words, and the mark of each that is still the same.
 * @param {import('@playwright/test').Locator} host
 * @param {string} selector
 */
export const marks = (host, selector) =>
  host.evaluate(
    (node, what) =>
      [...(node.shadowRoot?.querySelectorAll(what) ?? [])].map((one) => [
        one.textContent,
        /** @type {any} */ (one).mark ?? 'new',
      ]),
    selector,
  );
