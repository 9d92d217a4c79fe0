// @ts-check
/** Waiting until an element is near the view: less than one screen away from it. */

const margin = () => {
  // `scrollMargin` works in every box that scrolls, `rootMargin` in the window alone. A browser that
  // knows both adds them up, so only one may be set.
  const name = 'scrollMargin' in IntersectionObserver.prototype ? 'scrollMargin' : 'rootMargin';
  return { [name]: '100%' };
};

/**
 * Calls back once, when an element is near. To disconnect what is returned is to wait no more.
 * @param {Element} element
 * @param {() => void} callback
 */
export function whenNear(element, callback) {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      observer.disconnect();
      callback();
    }
  }, margin());
  observer.observe(element);
  return observer;
}
