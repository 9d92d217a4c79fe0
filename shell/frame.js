// @ts-check
/** The shadow root of an element: the page's fallback, a skeleton, the article, its failure. */

import { unavailable } from './unavailable.js';
import { firstStyles } from './styles.js';

/** @typedef {'idle' | 'loading' | 'ready' | 'error'} State */

/**
 * Makes an element without parsing markup, which a page's policy could forbid.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {object} [properties]
 */
const make = (name, properties) => Object.assign(document.createElement(name), properties);

/**
 * Fills the shadow root of an element, and shows the part of it that its state asks for.
 * @param {import('./element.js').NewsprintArticle} host
 * @param {() => boolean} isElsewhere whether the reader has gone on to another article than the one
 *   that the page's fallback is for
 */
export function makeFrame(host, isElsewhere) {
  const { states, shadowRoot } = host.attachInternals();
  /** A root that `newsprint render` has written into the page, with the article. */
  const written = shadowRoot?.querySelector('link + .stack article') && shadowRoot;
  // It empties any other root that is there.
  const shadow = written || host.attachShadow({ mode: 'open' });
  /** Whether the article is shown that was in the page before any script. */
  let isWritten = !!written;
  /** A part that is there, or a new one. @param {string} className */
  const part = (className) =>
    /** @type {HTMLElement | null} */ (shadow.querySelector('.' + className)) ??
    make('div', { className });
  /** Holds fallback and frame, one below the other, and keeps their room. */
  const stack = part('stack');
  const box = part('frame');
  const skeleton = make('div', { className: 'skeleton', part: 'skeleton' });
  // It is outside of the frame, which resets the styles that come from the page.
  const fallback = part('fallback');
  const slot = fallback.querySelector('slot') ?? make('slot');
  const failure = make('p', { className: 'error', part: 'error', role: 'alert' });
  /** Our style sheets: the first, and that of the article. */
  const sheets = [firstStyles()];
  /** Where the engine puts the article. */
  let root = /** @type {HTMLElement | null} */ (box.firstElementChild) ?? make('div');
  /** The root of an engine that has trapped. @type {HTMLElement | undefined} */
  let oldRoot;

  /** Whether the page has put something to read into the element. */
  const hasFallback = () =>
    slot.assignedNodes().some((node) => node.nodeName !== 'SCRIPT' && node.textContent?.trim());

  /**
   * Sets or clears a state that style sheets can select with `:state()`.
   * @param {string} name
   * @param {boolean} isSet
   */
  const setState = (name, isSet) => {
    try {
      states[isSet ? 'add' : 'delete'](name);
    } catch {
      // Older browsers have no such states, or only take names that begin with `--`.
    }
  };

  /**
   * Enters a state, or shows the present one anew. Until there is an article the fallback is shown;
   * where there is none, a skeleton.
   * @param {State} [state]
   */
  const enter = (state) => {
    if (state) {
      box.dataset.state = state;
      if (state === 'idle' || state === 'loading')
        stack.toggleAttribute('data-reserve', state === 'loading');
      for (const name of ['loading', 'ready', 'error']) setState(name, name === state);
      setState('stale', false);
    }
    const isLoading = box.dataset.state === 'loading';
    if (!isLoading) {
      root.hidden = false;
      oldRoot?.remove();
      oldRoot = undefined;
    }
    box.ariaBusy = String(isLoading);
    fallback.hidden = box.dataset.state === 'ready' || !!oldRoot || isElsewhere();
    skeleton.hidden = !isLoading || !!oldRoot || (!isElsewhere() && hasFallback());
  };

  slot.addEventListener('slotchange', () => enter());
  shadow.adoptedStyleSheets = sheets;
  if (!written) {
    fallback.append(slot);
    box.append(root);
    stack.append(fallback, box);
    shadow.append(stack);
  }
  box.append(skeleton);

  return {
    box,
    setState,
    enter,

    /** Where the engine puts the article. */
    get root() {
      return root;
    },

    sheets,

    /** Whether the article is shown that was in the page before any script. */
    get isWritten() {
      return isWritten;
    },

    /** Adds the style sheet of the article, before those that others have added. @param {CSSStyleSheet} sheet */
    adopt(sheet) {
      sheets[1] = sheet;
      // In another document `adoptStyles` does it.
      if (host.ownerDocument === document)
        shadow.adoptedStyleSheets = [...new Set([...sheets, ...shadow.adoptedStyleSheets])];
    },

    /** Makes a new root, for a new engine. Until that shows the article, the old root is shown. */
    renew() {
      oldRoot?.remove();
      oldRoot = root;
      root = make('div', { hidden: true });
      oldRoot.after(root);
      isWritten = false;
    },

    /** Tells the reader that the article can't be shown. */
    async showFailure() {
      const said = await unavailable(host);
      if (box.dataset.state !== 'error') return;
      Object.assign(failure, said);
      box.append(failure);
    },

    /** Prepares for what will be shown next. */
    reset() {
      failure.remove();
      box.dataset.theme = host.theme;
    },

    /** Takes the focus, before what has it is removed. */
    focus() {
      box.tabIndex = -1;
      box.focus({ preventScroll: true });
    },
  };
}
