// @ts-check
/**
 * The element: its life from the first attribute to the last, and what is seen while there is no
 * article. It fetches the engine when the first element needs it.
 */

import { act } from './actions.js';
import { ATTRIBUTES, PROPERTIES, defineProperties, setAttribute } from './attributes.js';
import { make } from './dom.js';
import { forgetCopy, isTrap, setWasmUrl, startEngine, stopEngine, whyNoEngine } from './engine.js';
import { languageAround, unavailable } from './language.js';
import { dropRequests, requestEarly, requestKey, timeouts } from './requests.js';
import { firstStyles, loadStyles } from './styles.js';

/** @typedef {import('./wire').Shell} Shell */

/** The version of this module. */
export const version = '__NEWSPRINT_VERSION__';

/** @typedef {'idle' | 'loading' | 'ready' | 'error'} State */

/** The JSON of an article that came along with the page. */
const DATA = ':scope > script[type="application/json"]';

/** How far beyond the view something is near: one screen, in every box that scrolls. */
const margin = () => {
  // `rootMargin` counts for the window alone. Where there are both, they would be added up.
  const name = 'scrollMargin' in IntersectionObserver.prototype ? 'scrollMargin' : 'rootMargin';
  return { [name]: '100%' };
};

// Where there is no DOM (on a server, in a test) importing this does nothing.
const Base = globalThis.HTMLElement ?? class {};

/**
 * The properties that `defineProperties` adds.
 * @typedef {object} Reflected
 * @property {1 | 2 | 3 | 4} headingLevel
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {'auto' | 'c' | 'f'} units
 * @property {'eager' | 'lazy'} loading
 * @property {'page' | 'in-place'} navigation
 * @property {RequestCredentials} credentials
 * @property {number} refresh
 * @property {string} hide
 */

/** A news article: `<newsprint-article src="…">`. */
export class NewsprintArticle extends Base {
  static observedAttributes = ['src', 'lang', 'dir', ...Object.keys(ATTRIBUTES)];

  static version = version;

  /** How many elements there have been. */
  static #count = 0;

  /** The elements in which the engine is at work. @type {Set<NewsprintArticle>} */
  static #all = new Set();

  /** Where it was at work last. @type {NewsprintArticle | undefined} */
  static #busy;

  /** Waits for lazy elements, and for the places of parts at a URL of their own, to come near. */
  static #watch = globalThis.IntersectionObserver
    ? new IntersectionObserver((entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) this.#arrive(/** @type {HTMLElement} */ (target));
        }
      }, margin())
    : undefined;

  /** Something comes near what is in view. @param {HTMLElement} target */
  static #arrive(target) {
    this.#watch?.unobserve(target);
    if (target instanceof NewsprintArticle) {
      target.#isNear = true;
      return target.#changed();
    }
    const root = target.getRootNode();
    const { part } = target.dataset;
    // The part may have come meanwhile, and stand in the same place.
    if (part && root instanceof ShadowRoot) {
      /** @type {NewsprintArticle} */ (root.host).#mounted?.load_part(part);
    }
  }

  /**
   * The engine trapped: where it was at work there is no article now, and the others go on with a
   * new one.
   * @param {unknown} cause
   */
  static #recover(cause) {
    const [busy, all] = [this.#busy, [...this.#all]];
    stopEngine();
    this.#busy = undefined;
    this.#all.clear();
    for (const element of all) {
      element.#mounted = undefined;
      if (element === busy) element.#abandon(cause);
      else element.#renew();
    }
  }

  static {
    globalThis.window?.addEventListener('error', (event) => {
      if (!this.#all.size || !isTrap(event.error)) return;
      // It is said in our own words.
      event.preventDefault();
      this.#recover(event.error);
    });
    defineProperties(this.prototype);
  }

  /**
   * Defines the element under a name. The first version on a page stays.
   * @param {string} [tag]
   * @param {CustomElementRegistry} [registry]
   */
  static define(tag = 'newsprint-article', registry = customElements) {
    /** @type {(CustomElementConstructor & { version?: string, warned?: boolean }) | undefined} */
    const there = registry.get(tag);
    if (!there) {
      // A class can be defined once.
      const isUsual = tag === 'newsprint-article' && registry === globalThis.customElements;
      registry.define(tag, isUsual ? this : class extends this {});
    } else if (there.version !== version && !there.warned) {
      there.warned = true;
      console.warn(
        `newsprint ${version}: <${tag}> is defined already, by version ${there.version}, which ` +
          'stays. Load one version only.',
      );
    }
  }

  /**
   * Says where the WebAssembly is, when it is not beside the module; and how many milliseconds the
   * headers of a reply, and then its body, are waited for. Before the first element needs it.
   * @param {{ wasmUrl?: string | URL, headersTimeout?: number, bodyTimeout?: number }} options
   */
  static configure(options) {
    if (options.wasmUrl !== undefined) setWasmUrl(options.wasmUrl);
    for (const [name, value] of /** @type {const} */ ([
      ['headers', options.headersTimeout],
      ['body', options.bodyTimeout],
    ])) {
      // A timer takes no more than that, and would not wait at all.
      if (Number(value) > 0) timeouts[name] = Math.min(Number(value), 2 ** 31 - 1);
    }
  }

  #frame = make('div');
  /** The place of the article. */
  #root = make('div');
  /** What an engine has shown that is no more. @type {HTMLElement | undefined} */
  #shown;
  #skeleton = make('div', 'skeleton');
  #fallback = make('div');
  #slot = make('slot');
  /** What is said when the engine did not start. */
  #sorry = make('p', 'error');
  /** @type {ElementInternals} */
  #internals;
  /** What `src` names, resolved when it was set: navigation in place moves the page's own URL. */
  #url = '';
  /** What the engine mounted here. @type {import('./wire').Mounted | undefined} */
  #mounted;
  /** What came along with the engine. @type {import('./engine.js').WithEngine | undefined} */
  #tools;
  /** Whether what is shown is about to follow what was set. */
  #pending = false;
  /** What the URLs of an article are relative to that the page itself has given. */
  #base = '';
  /** The article shown. @type {object | null} */
  #article = null;
  /** Whether the element may load: it is not lazy, or near the view. */
  #isNear = false;
  /** Moves what is read back to where it was. @type {(() => void) | undefined} */
  #backToPosition;
  /** Those who wait for the outcome. @type {(() => void)[]} */
  #waiting = [];
  /** @type {import('./wire').Visit} */
  #visit;
  /** @type {Shell} */
  #shell;

  constructor() {
    super();
    this.#internals = this.attachInternals();
    const shadow = this.attachShadow({ mode: 'open' });
    this.#frame.className = 'frame';
    this.#sorry.setAttribute('role', 'alert');
    this.#frame.append(this.#root, this.#skeleton);
    this.#frame.addEventListener('click', (event) => this.#click(event));
    this.#slot.addEventListener('slotchange', () => this.#enter());
    // Until then the article may still be coming along with the page.
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.#changed(), { once: true });
    }
    // The fallback keeps the page's styles, so it stands outside of the frame.
    shadow.adoptedStyleSheets = [firstStyles()];
    this.#fallback.className = 'fallback';
    this.#fallback.append(this.#slot);
    shadow.append(this.#fallback, this.#frame);

    const number = ++NewsprintArticle.#count;
    const element = this.#self;
    this.#visit = {
      element,
      get key() {
        return element.id || number;
      },
      get here() {
        return this.given ? '' : element.#url;
      },
      given: undefined,
      left: undefined,
      home: undefined,
      scroll: undefined,
      positions: new Map(),
      changed: () => this.#changed(),
      focus: () => this.#focus(),
      announce: (detail) => this.#dispatch('navigate', detail, true, true),
    };
    this.#shell = {
      busy: () => {
        NewsprintArticle.#busy = this;
      },
      loading: () => {
        this.#article = null;
        this.#enter('loading');
      },
      changing: () => {
        this.#backToPosition = this.#tools?.markPosition(this.#root);
      },
      rendered: () => {
        this.#backToPosition?.();
        this.#backToPosition = undefined;
        for (const place of this.#root.querySelectorAll('.awaited')) {
          NewsprintArticle.#watch?.observe(place);
        }
      },
      loaded: (body, source, diagnostics) => {
        const article = this.#ready(body);
        this.#dispatch('load', { article, diagnostics, source });
        // What the backend says comes after a copy.
        if (source !== 'cache') this.#settle();
      },
      updated: (body, source, diagnostics) => {
        const article = this.#ready(body);
        this.#dispatch('update', { article, diagnostics });
        if (source !== 'cache') this.#settle();
      },
      fresh: () => this.#checked(false),
      stale: () => this.#checked(true),
      failed: (kind, message, retryable, status) => {
        this.#article = null;
        this.#enter('error');
        const isWelcome = this.#dispatch('error', { kind, status, message, retryable }, true);
        this.#settle();
        return isWelcome;
      },
    };
  }

  /** URL of the article's JSON, resolved against the page. */
  get src() {
    return this.#url;
  }

  set src(url) {
    setAttribute(this, 'src', url);
  }

  /** The article shown; setting one shows it instead of what `src` names. */
  get article() {
    return this.#article;
  }

  set article(article) {
    const visit = this.#visit;
    const json = article == null ? undefined : JSON.stringify(article);
    if (this.#article && json && visit.given?.[1] === json) this.#article = article;
    this.#base = this.baseURI;
    visit.given = json ? [/** @type {object} */ (article), json] : undefined;
    this.#changed();
  }

  /** Loads the article again. Settles when it is shown, or the reason why not. */
  reload() {
    const outcome = new Promise((/** @type {(nothing: void) => void} */ resolve) => {
      this.#waiting.push(resolve);
    });
    this.#isNear = true;
    if (this.#mounted && this.isConnected) this.#mounted.retry();
    else if (this.isConnected) this.#changed();
    else this.#settle();
    return outcome;
  }

  connectedCallback() {
    // A property that was set before the element was defined hides the accessor of its name.
    const self = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = self[name];
      delete self[name];
      try {
        self[name] = value;
      } catch (error) {
        // An article that is no JSON must not keep the other properties back.
        reportError(error);
      }
    }
    this.#base ||= this.baseURI;
    this.#changed();
  }

  disconnectedCallback() {
    // A move takes the element out and puts it back in one go.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} _old
   * @param {string | null} value
   */
  attributeChangedCallback(name, _old, value) {
    if (name === 'src') {
      this.#url =
        value && URL.canParse(value, this.baseURI) ? new URL(value, this.baseURI).href : '';
    }
    this.#changed();
  }

  /** Ends what goes on here. */
  #leave() {
    this.#tools?.depart(this.#visit);
    NewsprintArticle.#watch?.unobserve(this);
    this.#isNear = false;
    const mounted = this.#mounted;
    this.#mounted = undefined;
    NewsprintArticle.#busy = this;
    if (NewsprintArticle.#all.delete(this)) mounted?.unmount();
    dropRequests(this);
    this.#article = null;
    this.#settle();
  }

  #settle() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Lets what is shown follow what was set, once for all that was set in one go. */
  #changed() {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (this.isConnected) this.#show();
    });
  }

  /**
   * What the engine is to show, and how; without a URL there is nothing to show.
   * @returns {import('./wire').Settings}
   */
  #settings() {
    const self = this.#self;
    const { given } = this.#visit;
    // Until the page is there, the JSON may be there only in part.
    const isWhole = document.readyState !== 'loading';
    const data = isWhole && !this.hasAttribute('src') ? this.querySelector(DATA) : null;
    const json = given?.[1] ?? data?.textContent ?? undefined;
    return {
      url: json ? this.#base : this.#url,
      json,
      source: given ? 'property' : 'prerendered',
      lang: languageAround(this),
      credentials: self.credentials,
      refresh: self.refresh,
      level: self.headingLevel,
      units: self.units,
      hide: self.hide,
    };
  }

  /** The element with the properties that reflect its attributes. */
  get #self() {
    return /** @type {NewsprintArticle & Reflected} */ (/** @type {unknown} */ (this));
  }

  /** Shows what `article` or `src` names. */
  async #show() {
    const { theme, loading, credentials } = this.#self;
    this.#sorry.remove();
    this.#frame.dataset.theme = theme;
    const { url, json } = this.#settings();
    if (!url) {
      this.#leave();
      if (!this.hasAttribute('src')) return this.#enter('idle');
      return this.#fail('network', `src="${this.getAttribute('src')}" is no URL.`);
    }
    if (this.#mounted) return this.#update();
    this.#enter('loading');
    const styles = loadStyles().then((sheet) => this.#adopt(sheet));
    if (loading === 'lazy' && !this.#isNear && !json) {
      styles.catch(() => {});
      return NewsprintArticle.#watch?.observe(this);
    }
    if (!json) requestEarly(url, credentials, this);
    try {
      const atWork = () => /** @type {NewsprintArticle} */ (NewsprintArticle.#busy).#shell;
      const [{ engine, tools }] = await Promise.all([startEngine(atWork), styles]);
      // Meanwhile the element may have left, or lost its article.
      const settings = this.#settings();
      if (!this.isConnected || !settings.url) return;
      if (this.#mounted) return this.#update();
      this.#tools = tools;
      tools.arrive(this.#visit);
      NewsprintArticle.#busy = this;
      NewsprintArticle.#all.add(this);
      this.#mounted = engine.mount(this.#root, settings, this.#shell);
      // Yew marks the root to find the program that an event is meant for. Ours listens to none, and
      // another Yew program around the element would take the number for one of its own.
      Reflect.deleteProperty(this.#root, '__yew_subtree_id');
    } catch (error) {
      if (NewsprintArticle.#all.has(this)) return NewsprintArticle.#recover(error);
      dropRequests(this);
      // What the policy forbids is told a moment after it failed.
      await new Promise((resolve) => setTimeout(resolve));
      this.#fail('engine', whyNoEngine(error), error);
      if (!navigator.onLine) addEventListener('online', () => this.#changed(), { once: true });
    }
  }

  /** Shows something else, or the same in another way. */
  #update() {
    const settings = this.#settings();
    dropRequests(this, requestKey(settings.url, settings.credentials));
    NewsprintArticle.#busy = this;
    try {
      this.#mounted?.update(settings);
    } catch (error) {
      NewsprintArticle.#recover(error);
    }
  }

  /**
   * Gives up an article that the engine will not finish.
   * @param {unknown} cause
   */
  #abandon(cause) {
    this.#root.replaceChildren();
    // The next visit should not begin with what can't be shown.
    forgetCopy(this.#url);
    this.#fail('engine', whyNoEngine(cause), cause);
  }

  /** Lets a new engine show the article; what the old one has shown stays until then. */
  #renew() {
    this.#shown?.remove();
    this.#shown = this.#root;
    this.#root = make('div');
    this.#root.hidden = true;
    this.#shown.after(this.#root);
    this.#changed();
  }

  /**
   * Says that the article can't be shown: to the developer why, to the reader only that.
   * @param {string} kind
   * @param {string} why
   * @param {unknown} [cause]
   */
  #fail(kind, why, cause) {
    const words = cause instanceof Error ? cause.message : cause;
    const message = cause ? `${why} (${words})` : why;
    console.error(`newsprint ${version}: ${kind}: ${message}`);
    this.#sorry.textContent = unavailable(this);
    if (this.#shell.failed(kind, message, false)) this.#frame.append(this.#sorry);
  }

  /** @param {CSSStyleSheet} sheet */
  #adopt(sheet) {
    const shadow = this.shadowRoot;
    if (shadow) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets.slice(0, 1), sheet];
  }

  /**
   * The article is shown.
   * @param {Uint8Array} body its JSON
   */
  #ready(body) {
    const visit = this.#visit;
    const article = visit.given?.[0] ?? JSON.parse(new TextDecoder().decode(body));
    this.#article = article;
    this.#enter('ready');
    if (visit.scroll !== undefined) scrollTo(0, visit.scroll);
    visit.scroll = undefined;
    return article;
  }

  /** The backend was asked whether there is something newer. @param {boolean} isStale */
  #checked(isStale) {
    this.#settle();
    this.#state('stale', isStale);
  }

  /**
   * Dispatches an event. `false` when the page prevents what it announces.
   * @param {string} name
   * @param {object} detail
   * @param {boolean} [cancelable]
   * @param {boolean} [bubbles]
   */
  #dispatch(name, detail, cancelable = false, bubbles = false) {
    const options = { detail, cancelable, bubbles, composed: bubbles };
    return this.dispatchEvent(new CustomEvent(`newsprint-${name}`, options));
  }

  /**
   * @param {string} name
   * @param {boolean} isIn
   */
  #state(name, isIn) {
    try {
      this.#internals.states[isIn ? 'add' : 'delete'](name);
    } catch {
      // Older browsers know other names only.
    }
  }

  /**
   * Enters a state. The fallback stays in view until there is an article; without one a skeleton
   * keeps its place.
   * @param {State} [state]
   */
  #enter(state) {
    const frame = this.#frame;
    if (state) {
      frame.dataset.state = state;
      for (const name of ['loading', 'ready', 'error']) this.#state(name, name === state);
      this.#state('stale', false);
    }
    const isLoading = frame.dataset.state === 'loading';
    if (!isLoading) {
      this.#root.hidden = false;
      this.#shown?.remove();
      this.#shown = undefined;
    }
    frame.ariaBusy = String(isLoading);
    // The fallback of one article is none for another.
    const { home, here } = this.#visit;
    const isElsewhere = home !== undefined && home !== here;
    this.#fallback.hidden = frame.dataset.state === 'ready' || !!this.#shown || isElsewhere;
    this.#skeleton.hidden = !isLoading || !!this.#shown || (!isElsewhere && this.#hasFallback());
  }

  /** Whether the page gave something to read until the article is there. */
  #hasFallback() {
    return this.#slot
      .assignedNodes()
      .some((node) => node.nodeName !== 'SCRIPT' && node.textContent?.trim());
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = event.target instanceof Element ? event.target : null;
    // What the page put into a slot is the page's.
    if (target?.getRootNode() !== this.shadowRoot) return;
    /** @type {HTMLButtonElement | null | undefined} */
    const button = target?.closest('[data-action]');
    if (!button) return target && this.#tools?.followLink(this.#visit, target, event);
    if (button.dataset.action !== 'retry') return act(button);
    this.#focus();
    this.#mounted?.retry();
  }

  /** What was focused is about to go; the article's place takes over. */
  #focus() {
    this.#frame.tabIndex = -1;
    this.#frame.focus({ preventScroll: true });
  }
}
