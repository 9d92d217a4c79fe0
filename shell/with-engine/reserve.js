// @ts-check
/**
 * Ends that an element keeps a height while it loads. A short article, or a message in place of one, goes
 * on keeping it for as long as its end is in view: what follows it would move otherwise.
 */

const observer =
  globalThis.IntersectionObserver &&
  new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect, intersectionRect } of entries) {
        // Its end is out of sight, below the window or the box that scrolls; and with it what follows.
        if (isIntersecting && boundingClientRect.bottom > intersectionRect.bottom + 1) end(target);
      }
    },
    { threshold: [0, 1] },
  );

/** @param {Element} frame */
function end(frame) {
  observer.unobserve(frame);
  frame.parentElement?.removeAttribute('data-reserve');
}

/**
 * Ends it now or later, when an element has an article or a message.
 * @param {import('../wire').Frame} frame
 */
export function endReserve({ box }) {
  // What follows an article in a frame is in another document, and the frame may be as high as this one.
  if (parent === self) observer.observe(box);
  else end(box);
}

/** Looks no more at an element that was removed. @param {import('../wire').Frame} frame */
export const forgetReserve = ({ box }) => observer.unobserve(box);
