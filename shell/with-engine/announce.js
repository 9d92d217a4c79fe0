// @ts-check
/** What a screen reader hears of loading: that it takes its time, and that it has ended. */

import { wordsAround } from './words.js';

/** What is said, in English; the build takes it from `words/en.json`. */
const ENGLISH = __NEWSPRINT_LOADING__;

/** The milliseconds after which a reader is told. What is there at once needs no words. */
const PATIENCE = 1000;

/** The elements that have a region for it. @type {WeakSet<HTMLElement>} */
const announcing = new WeakSet();

/**
 * Announces from now on what an element loads. The region is there before it says anything, because a
 * screen reader tells only what changes in it
 * ([aria-live](https://www.w3.org/TR/wai-aria-1.2/#aria-live)).
 * @param {HTMLElement} element
 */
export function announceLoading(element) {
  /** @type {HTMLElement | null | undefined} */
  const frame = element.shadowRoot?.querySelector('.frame');
  if (!frame || announcing.has(element)) return;
  announcing.add(element);
  const region = document.createElement('p');
  region.className = 'for-ears';
  region.ariaLive = 'polite';
  // Beside the frame, which is busy as long as it loads: what is busy is not announced.
  frame.after(region);
  /** Runs while a reader waits. Unlike a timer it stands still in a page that nobody looks at. @type {Animation | undefined} */
  let wait;
  const hear = () => {
    wait?.cancel();
    if (frame.dataset.state === 'loading') {
      wait = region.animate(null, PATIENCE);
      wait.onfinish = async () => {
        const found = await wordsAround(element, PATIENCE);
        if (frame.dataset.state !== 'loading') return;
        region.lang = found?.language ?? 'en';
        region.textContent = found?.words.loading ?? ENGLISH;
      };
    } else if (region.textContent) {
      // Of a failure the message itself tells.
      const headline = frame.dataset.state === 'ready' && frame.querySelector('.headline');
      region.lang = '';
      region.textContent = headline ? headline.textContent : '';
    }
  };
  new MutationObserver(hear).observe(frame, { attributeFilter: ['data-state'] });
  hear();
}
