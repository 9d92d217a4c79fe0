// @ts-check
/** The action of an embed's button: shows the player of another site, because the reader asks for it. */

/**
 * Adds a frame after the button, which covers it. The button stays: the engine goes on to change that
 * alone, so a newer version of the article leaves the frame as it is.
 * @param {HTMLButtonElement} button its `value` is the URL of the player, its `data-allow` what that is
 *   allowed to do
 */
export function run(button) {
  // A newer version may have removed the button while this module was being fetched.
  if (!button.isConnected) return;
  const frame = document.createElement('iframe');
  frame.allow = button.dataset.allow ?? '';
  frame.referrerPolicy = 'strict-origin';
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  );
  frame.src = button.value;
  frame.title = button.parentElement?.nextElementSibling?.textContent ?? '';
  button.after(frame);
  // The button had the focus, and is covered now.
  frame.focus({ preventScroll: true });
}
