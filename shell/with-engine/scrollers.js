// @ts-check
/**
 * Tables and code that are wider than the text: only while they scroll are they a place of their own for
 * the keyboard and the screen reader, by the name in `data-scrolls`.
 */

const observer =
  globalThis.ResizeObserver &&
  new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (!target.isConnected) observer.unobserve(target);
      const box = target.closest('[data-scrolls]');
      if (box) update(box);
    }
  });

/** @param {Element} box */
function update(box) {
  const name = box.scrollWidth > box.clientWidth && box.getAttribute('data-scrolls');
  for (const [attribute, value] of [
    ['tabindex', '0'],
    ['role', 'region'],
    ['aria-label', name || ''],
  ]) {
    if (name) box.setAttribute(attribute, value);
    // What has the focus keeps it.
    else if (!box.matches(':focus')) box.removeAttribute(attribute);
  }
}

/** Watches those of an article. @param {Element} root */
export function watchScrollers(root) {
  for (const box of root.querySelectorAll('[data-scrolls], [data-scrolls] > *'))
    observer.observe(box);
}
