// @ts-check
/**
 * Runs first in every page of these tests, as a script of the page: no WebDriver of all three
 * engines can put one there. It notes in `window.__result` what the page does that a test wants to
 * know, over all pages of a tab, and gives the tests the words to look at an article with.
 */
(() => {
  const KEY = 'newsprint-result';

  /** @type {Result} */
  const result = JSON.parse(sessionStorage.getItem(KEY) ?? '{ "said": [], "heard": [] }');
  const keep = () => sessionStorage.setItem(KEY, JSON.stringify(result));
  /** @param {string} what */
  const say = (what) => {
    result.said.push(what);
    keep();
  };

  for (const kind of /** @type {const} */ (['error', 'warn'])) {
    const { [kind]: usual } = console;
    console[kind] = (...parts) => {
      usual.apply(console, parts);
      const text = parts.map(String).join(' ');
      if (kind === 'error' || text.startsWith('newsprint')) say(`${kind}: ${text}`);
    };
  }
  addEventListener('error', (event) => {
    // The element says in its own words what it has dealt with.
    setTimeout(() => event.defaultPrevented || say(`uncaught: ${event.message}`));
  });
  addEventListener('unhandledrejection', (event) => say(`uncaught: ${event.reason}`));
  addEventListener('securitypolicyviolation', (event) => {
    say(`violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
  for (const type of ['load', 'update', 'error']) {
    addEventListener(
      `newsprint-${type}`,
      (event) => {
        const { id } = /** @type {Element} */ (event.target);
        const { kind = '', source = '' } = /** @type {CustomEvent} */ (event).detail;
        result.heard.push({ type, id, kind, source });
        keep();
      },
      true,
    );
  }
  // What chance would spread over a second, so that backends are spared, comes at once.
  Math.random = () => 0;

  /** @type {typeof globalThis.paper} */
  const paper = (selector = 'newsprint-article') => {
    const host = /** @type {HTMLElement} */ (document.querySelector(selector));
    const find = (/** @type {string} */ part) =>
      /** @type {HTMLElement | null} */ (host.shadowRoot?.querySelector(part) ?? null);
    return {
      host,
      find,
      all: (part) => [.../** @type {any} */ (host.shadowRoot?.querySelectorAll(part) ?? [])],
      text: (part) => find(part)?.textContent ?? '',
    };
  };

  /** @type {typeof globalThis.shown} */
  const shown = (node) => {
    if (!node?.checkVisibility({ checkVisibilityCSS: true })) return false;
    // How large a line of text is depends on the fonts of the machine, which may lack the letter.
    if (getComputedStyle(node).display === 'inline') return node.getClientRects().length > 0;
    const { width, height } = node.getBoundingClientRect();
    return width > 0 && height > 0;
  };

  /** @type {typeof globalThis.focused} */
  const focused = () => {
    let focus = document.activeElement;
    while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    return /** @type {HTMLElement | null} */ (focus === document.body ? null : focus);
  };

  Object.assign(globalThis, { __result: result, paper, shown, focused });
})();
