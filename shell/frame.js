// @ts-check
/** What stands in the shadow root of an element: the page's fallback, a skeleton, the article. */

import { unavailable } from './language.js';
import { firstStyles } from './styles.js';

/** @typedef {'idle' | 'loading' | 'ready' | 'error'} State */
/** @typedef {ReturnType<typeof makeFrame>} Frame */

/**
 * Makes an element without markup, so that no policy can object.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {object} [properties]
 */
const make = (name, properties) => Object.assign(document.createElement(name), properties);

/**
 * Fills the shadow root of an element, and says which part of it is seen.
 * @param {HTMLElement} host
 * @param {() => boolean} isElsewhere whether the article is another than the fallback stands for
 */
export function makeFrame(host, isElsewhere) {
  const { states } = host.attachInternals();
  const shadow = host.attachShadow({ mode: 'open' });
  const box = make('div', { className: 'frame' });
  const skeleton = make('div', { className: 'skeleton', part: 'skeleton' });
  // It keeps the page's styles, so it stands outside of the frame.
  const fallback = make('div', { className: 'fallback' });
  const slot = make('slot');
  const sorry = make('p', { className: 'error', part: 'error', role: 'alert' });
  /** The place of the article. */
  let root = make('div');
  /** What an engine has shown that has trapped since. @type {HTMLElement | undefined} */
  let shown;

  /** Whether the page gave something to read until the article is there. */
  const hasFallback = () =>
    slot.assignedNodes().some((node) => node.nodeName !== 'SCRIPT' && node.textContent?.trim());

  /**
   * Sets or ends a state that style sheets can ask for.
   * @param {string} name
   * @param {boolean} isIn
   */
  const state = (name, isIn) => {
    try {
      states[isIn ? 'add' : 'delete'](name);
    } catch {
      // Older browsers know other names only.
    }
  };

  /**
   * Enters a state. The fallback stays in view until there is an article; without one a skeleton
   * keeps its place.
   * @param {State} [entered]
   */
  const enter = (entered) => {
    if (entered) {
      box.dataset.state = entered;
      for (const name of ['loading', 'ready', 'error']) state(name, name === entered);
      state('stale', false);
    }
    const isLoading = box.dataset.state === 'loading';
    if (!isLoading) {
      root.hidden = false;
      shown?.remove();
      shown = undefined;
    }
    box.ariaBusy = String(isLoading);
    fallback.hidden = box.dataset.state === 'ready' || !!shown || isElsewhere();
    skeleton.hidden = !isLoading || !!shown || (!isElsewhere() && hasFallback());
  };

  slot.addEventListener('slotchange', () => enter());
  shadow.adoptedStyleSheets = [firstStyles()];
  fallback.append(slot);
  box.append(root, skeleton);
  shadow.append(fallback, box);

  return {
    box,
    state,
    enter,

    /** The place of the article. */
    get root() {
      return root;
    },

    /** Adds the style sheet of the article. @param {CSSStyleSheet} sheet */
    adopt(sheet) {
      shadow.adoptedStyleSheets[1] = sheet;
    },

    /** Makes a new place for the article; what the old one shows stays until it is there. */
    renew() {
      shown?.remove();
      shown = root;
      root = make('div', { hidden: true });
      shown.after(root);
    },

    /** Tells the reader that the article can't be shown. */
    apologize() {
      sorry.textContent = unavailable(host);
      box.append(sorry);
    },

    /** Takes the apology back, and sets the theme. @param {string} theme */
    begin(theme) {
      sorry.remove();
      box.dataset.theme = theme;
    },

    /** Takes the focus over from something that is about to go. */
    focus() {
      box.tabIndex = -1;
      box.focus({ preventScroll: true });
    },
  };
}
