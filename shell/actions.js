// @ts-check
/**
 * Actions: what the buttons of an article do, by the name in their `data-action`. Each action is a
 * module of `on-demand/`, fetched when it is first used. It works on the markup alone, so it also
 * works in a page that was rendered on a server.
 */

import { importFile } from './files.js';

/** @type {Record<string, () => Promise<import('./wire').ActionModule>>} */
const ACTIONS = {
  // Without this, the methods of every object would be actions too, such as `toString`.
  // @ts-expect-error TypeScript takes it for an action.
  __proto__: null,
  play: () =>
    importFile(
      () => import('__NEWSPRINT_ACTION_PLAY__'),
      new URL('__NEWSPRINT_ACTION_PLAY__', import.meta.url),
    ),
};

/**
 * Runs the action of a button. A second click while its module is being fetched does nothing. If the
 * module can't be fetched, the button stays as it was, so the reader can try again.
 * @param {HTMLButtonElement} button
 */
export async function act(button) {
  const load = ACTIONS[button.dataset.action ?? ''];
  if (!load || button.ariaBusy) return;
  button.ariaBusy = 'true';
  try {
    await (await load()).run(button);
  } catch (error) {
    console.error(`newsprint: the action "${button.dataset.action}" did not work: ${error}`);
  }
  button.ariaBusy = null;
}
