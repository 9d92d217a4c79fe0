// @ts-check
/**
 * Gives back the room that an element takes while it loads. Where the article is short, or a message came
 * in its place, that has to wait until its end is out of sight: what follows would be seen moving.
 */

const observer =
  globalThis.IntersectionObserver &&
  new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect, intersectionRect } of entries) {
        // Its end is below the window, or below what is seen of a box that scrolls.
        if (isIntersecting && boundingClientRect.bottom > intersectionRect.bottom + 1) end(target);
      }
    },
    { threshold: [0, 1] },
  );

/** Gives the room back. @param {Element} frame */
function end(frame) {
  observer.unobserve(frame);
  frame.parentElement?.removeAttribute('data-reserve');
}

/**
 * Gives the room back when that is not seen, now that there is an article or a message.
 * @param {import('../wire').Frame} frame
 */
export function endReserve({ box }) {
  // What follows an article in a frame is in another document, and the frame may be as high as this one.
  if (parent === self) observer.observe(box);
  else end(box);
}

/** Stops waiting, because the element was removed. @param {import('../wire').Frame} frame */
export const forgetReserve = ({ box }) => observer.unobserve(box);
