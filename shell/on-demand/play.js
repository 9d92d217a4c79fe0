// @ts-check
/** The action of an embed's button: shows the player of another site, now that the reader asks. */

/**
 * Puts a frame after the button and over it. The engine changes the button alone, so that a newer
 * version of the article leaves the frame where it is.
 * @param {HTMLButtonElement} button its `value` is the address of the player, `data-allow` what that
 *   may do
 */
export function run(button) {
  // A newer version may have taken the button away while this module was on its way.
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
  // It stands where the button stood.
  frame.focus({ preventScroll: true });
}
