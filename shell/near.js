// @ts-check
/** Waiting until an element is near the view: less than one screen away from it. */

const margin = () => {
  // `scrollMargin` works in every box that scrolls, `rootMargin` in the window alone. A browser that
  // knows both adds them up, so only one may be set.
  const name = 'scrollMargin' in IntersectionObserver.prototype ? 'scrollMargin' : 'rootMargin';
  return { [name]: '100%' };
};

/** What to call when an element is near. @type {WeakMap<Element, () => void>} */
const callbacks = new WeakMap();

// On a server there is no observer, and no element that could wait.
const observer =
  globalThis.IntersectionObserver &&
  new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      callbacks.get(target)?.();
    }
  }, margin());

/**
 * Calls back once, when an element is near.
 * @param {Element} element
 * @param {() => void} callback
 */
export function whenNear(element, callback) {
  callbacks.set(element, callback);
  observer.observe(element);
}

/** Stops waiting for an element. @param {Element} element */
export const cancelWhenNear = (element) => observer.unobserve(element);
