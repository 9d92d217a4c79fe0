// @ts-check
/**
 * Actions: what buttons of an article do, by the name in their `data-action`. Each is a module of
 * `on-demand/`, fetched when it is first used. It works on markup alone, whoever made that.
 */

/** @type {Record<string, () => Promise<import('./wire').ActionModule>>} */
const ACTIONS = {
  // Only what stands here is an action, not what every object has.
  // @ts-expect-error TypeScript takes it for a member.
  __proto__: null,
  play: () => import('__NEWSPRINT_ACTION_PLAY__'),
};

/** The buttons whose action is being fetched. @type {WeakSet<HTMLButtonElement>} */
const waiting = new WeakSet();

/**
 * Does what a button says. A second click while the module is on its way does not do it twice. When
 * the module can't be fetched, the button stays as it was and can be tried again.
 * @param {HTMLButtonElement} button
 */
export async function act(button) {
  const load = ACTIONS[button.dataset.action ?? ''];
  if (!load || waiting.has(button)) return;
  waiting.add(button);
  try {
    await (await load()).run(button);
  } catch (error) {
    console.error(`newsprint: the action "${button.dataset.action}" did not work: ${error}`);
  }
  waiting.delete(button);
}
