// @ts-check
import { make } from '../make.js';

/**
 * Lets another site show what the button stands for, now that the reader has asked. The engine
 * changes the button alone, so that a newer version of the article leaves the frame where it is.
 * @param {HTMLButtonElement} button
 */
export function openPlayer(button) {
  const frame = Object.assign(make('iframe'), {
    // Spotify plays no whole track without, and shows nothing that fills a screen.
    allow: button.value.includes('//open.spotify') ? 'encrypted-media' : 'fullscreen',
    referrerPolicy: 'strict-origin',
    sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    src: button.value,
    title: button.parentNode?.nextSibling?.textContent,
  });
  button.after(frame);
  // It stands where the button stood.
  frame.focus({ preventScroll: true });
}
