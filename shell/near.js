// @ts-check
/** Waiting for an element to come near what is in view: within one screen of it. */

const margin = () => {
  // `scrollMargin` counts in every box that scrolls, `rootMargin` in the window alone. A browser that
  // knows both would add them up, so only one is set.
  const name = 'scrollMargin' in IntersectionObserver.prototype ? 'scrollMargin' : 'rootMargin';
  return { [name]: '100%' };
};

/** What to do when an element is near. @type {WeakMap<Element, () => void>} */
const callbacks = new WeakMap();

// Where there is no DOM there is no observer, and nothing to wait for.
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
 * Calls back once when an element is near.
 * @param {Element} element
 * @param {() => void} callback
 */
export function whenNear(element, callback) {
  callbacks.set(element, callback);
  observer.observe(element);
}

/** Stops waiting for an element. @param {Element} element */
export const stopWaiting = (element) => observer.unobserve(element);
