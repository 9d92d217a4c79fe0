// @ts-check
/** Waiting for something to come near what is in view: within one screen of it. */

const margin = () => {
  // `scrollMargin` counts in every box that scrolls, `rootMargin` for the window alone. Where there
  // are both, they would be added up.
  const name = 'scrollMargin' in IntersectionObserver.prototype ? 'scrollMargin' : 'rootMargin';
  return { [name]: '100%' };
};

/**
 * Calls back with each element that it observes and that is near, once; nothing where there is no
 * DOM.
 * @param {(target: HTMLElement) => void} arrived
 */
export function watchNear(arrived) {
  if (!globalThis.IntersectionObserver) return undefined;
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      arrived(/** @type {HTMLElement} */ (target));
    }
  }, margin());
  return observer;
}
