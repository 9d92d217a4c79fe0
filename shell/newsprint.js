// @ts-check
/**
 * The shell of Newsprint: defines `<newsprint-article>`, shows the fallback or a skeleton at once,
 * and fetches the engine (WebAssembly and its glue) when the first element needs it. Everything
 * that decides lives in the engine; Rust cannot extend `HTMLElement`, so that this can't.
 */

import { ask, early, key, leave } from './early.js';
import { isTrap, loadStyles, setWasmUrl, startEngine, stopEngine, whyNoEngine } from './engine.js';
import { make } from './make.js';
import { keepPlace, markPlace } from './place.js';
import { openPlayer } from './on-demand/player.js';
import { languageAround, sorry } from './words.js';

/** The version of this module. */
export const version = '__NEWSPRINT_VERSION__';

/** @typedef {'idle' | 'loading' | 'ready' | 'error'} State */

/**
 * The attributes besides `src`: the words that each may say, the first of which is the default;
 * none for those that say something else.
 * @type {Record<string, string[]>}
 */
const ATTRIBUTES = {
  'heading-level': ['1', '2', '3', '4'],
  theme: ['auto', 'light', 'dark'],
  units: ['auto', 'c', 'f'],
  loading: ['eager', 'lazy'],
  navigation: ['page', 'in-place'],
  credentials: ['same-origin', 'omit', 'include'],
  refresh: [],
  hide: [],
};

/** By how much more than is in view is looked at, in every box that scrolls. */
const scrolls = 'scrollMargin';

/** The JSON of an article that came along with the page. */
const DATA = ':scope > script[type="application/json"]';

/** The property of an attribute. @param {string} name */
const property = (name) => name.replace('-l', 'L');

// Where there is no DOM (on a server, in a test) importing this does nothing.
const Base = globalThis.HTMLElement ?? class {};

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

  /** The elements that the reader has led to another article. @type {Set<NewsprintArticle>} */
  static #travelled = new Set();

  /** Waits for lazy elements, and the places of late parts, to come within a screen of what is in view. */
  static #watch = globalThis.IntersectionObserver
    ? new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries) {
            if (isIntersecting) this.#arrive(/** @type {HTMLElement} */ (target));
          }
        },
        // Where there are both, one would be added to the other.
        { [scrolls in IntersectionObserver.prototype ? scrolls : 'rootMargin']: '100%' },
      )
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
      /** @type {NewsprintArticle} */ (root.host).#mounted?.near(part);
    }
  }

  /**
   * The engine trapped: where it was at work there is no article now, and the others go on with a
   * new one.
   * @param {Error} cause
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
    // What is begun for an element may end the engine while that is at work elsewhere.
    early.work = () => {
      const busy = /** @type {NewsprintArticle} */ (this.#busy);
      return busy.#hear.bind(busy);
    };
    const view = globalThis.window;
    view?.addEventListener('error', (event) => {
      if (!this.#all.size || !isTrap(event.error)) return;
      // It is said in our own words.
      event.preventDefault();
      this.#recover(event.error);
    });
    view?.addEventListener('popstate', ({ state }) => {
      for (const element of this.#travelled) element.#return(state);
    });

    for (const name of Object.keys(ATTRIBUTES)) {
      Object.defineProperty(this.prototype, property(name), {
        configurable: true,
        enumerable: true,
        /** @this {NewsprintArticle} */
        get() {
          const value = this.getAttribute(name)?.trim() ?? '';
          const words = ATTRIBUTES[name];
          if (name === 'hide') return value.toLowerCase().replace(/\s+/g, ' ');
          const seconds = Number(value);
          if (name === 'refresh') return seconds > 0 ? Math.min(Math.max(seconds, 1), 1e6) : 0;
          const word = words.includes(value.toLowerCase()) ? value.toLowerCase() : words[0];
          return words[0] === '1' ? Number(word) : word;
        },
        /** @this {NewsprintArticle} @param {unknown} value */
        set(value) {
          this.#set(name, value);
        },
      });
    }
  }

  /**
   * Defines the element under a name. The first version on a page stays.
   * @param {string} [tag]
   * @param {CustomElementRegistry} [registry]
   */
  static define(tag = 'newsprint-article', registry = customElements) {
    const there = /** @type {any} */ (registry.get(tag));
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
    for (const name of /** @type {const} */ (['headersTimeout', 'bodyTimeout'])) {
      const ms = Number(options[name]);
      // What is more than a timer takes would be nothing to it.
      if (ms > 0) early[name] = Math.min(ms, 2 ** 31 - 1);
    }
  }

  #frame = make('div');
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
  /**
   * For which article the host has written the fallback, once the reader was led to another.
   * @type {string | undefined}
   */
  #home;
  /** By what the history of the tab knows the element. */
  #number = ++NewsprintArticle.#count;
  /** What `src` names, resolved when it was set: in-place navigation moves the page's own URL. */
  #url = '';
  /** What the engine mounted here. @type {any} */
  #mounted;
  /** Whether what is shown is about to follow what was set. */
  #pending = false;
  /** The article that was given instead of a URL, and its JSON. @type {[object, string] | undefined} */
  #given;
  /** What was given when the reader was led elsewhere. @type {[object, string] | undefined} */
  #left;
  /** What the URLs of an article are relative to that the page itself has given. */
  #base = '';
  /** The article shown. @type {any} */
  #article = null;
  /** Whether the element may load: it is not lazy, or near the view. */
  #isNear = false;
  /** How far the page was scrolled when the history led away from an article. @type {Map<string, number>} */
  #places = new Map();
  /** Where to scroll to when the article is there. @type {number | undefined} */
  #scroll;
  /** Moves what is read back to where it was. @type {(() => void) | undefined} */
  #backToPlace;
  /** Those who wait for the outcome. @type {(() => void)[]} */
  #waiting = [];

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
    // The fallback keeps the host's dress, so that it stands outside of the frame.
    shadow.adoptedStyleSheets = [keepPlace()];
    this.#fallback.className = 'fallback';
    this.#fallback.append(this.#slot);
    shadow.append(this.#fallback, this.#frame);
  }

  /** URL of the article's JSON, resolved against the page. */
  get src() {
    return this.#url;
  }

  set src(url) {
    this.#set('src', url);
  }

  /** The article shown; setting one shows it instead of what `src` names. */
  get article() {
    return this.#article;
  }

  set article(article) {
    const json = article == null ? undefined : JSON.stringify(article);
    if (this.#article && json && this.#given?.[1] === json) this.#article = article;
    this.#base = this.baseURI;
    this.#given = json ? [article, json] : undefined;
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
    for (const name of ['src', 'article', ...Object.keys(ATTRIBUTES).map(property)]) {
      if (!Object.hasOwn(this, name)) continue;
      const self = /** @type {any} */ (this);
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
    // The reader may have been led here before the page was loaded again.
    if (history.state?.newsprint?.[this.#key]) NewsprintArticle.#travelled.add(this);
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

  /**
   * @param {string} name
   * @param {unknown} value
   */
  #set(name, value) {
    if (value == null) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }

  /** Ends what goes on here. */
  #leave() {
    NewsprintArticle.#travelled.delete(this);
    NewsprintArticle.#watch?.unobserve(this);
    this.#isNear = false;
    const mounted = this.#mounted;
    this.#mounted = undefined;
    NewsprintArticle.#busy = this;
    if (NewsprintArticle.#all.delete(this)) mounted.unmount();
    leave(this);
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

  /** What the engine is to show, and how; without a URL there is nothing to show. */
  #settings() {
    const self = /** @type {any} */ (this);
    // Until the page is there, the JSON may be there only in part.
    const isWhole = document.readyState !== 'loading';
    const data = isWhole && !this.hasAttribute('src') ? this.querySelector(DATA) : null;
    const json = this.#given?.[1] ?? data?.textContent;
    const url = json ? this.#base : this.src;
    return {
      url,
      json,
      source: this.#given ? 'property' : 'prerendered',
      lang: languageAround(this),
      credentials: self.credentials,
      refresh: self.refresh,
      level: self.headingLevel,
      units: self.units,
      hide: self.hide,
    };
  }

  /** Shows what `article` or `src` names. */
  async #show() {
    const self = /** @type {any} */ (this);
    this.#sorry.remove();
    this.#frame.dataset.theme = self.theme;
    const { url, json } = this.#settings();
    if (!url) {
      this.#leave();
      if (!this.hasAttribute('src')) return this.#enter('idle');
      return this.#fail('network', `src="${this.getAttribute('src')}" is no URL.`);
    }
    if (this.#mounted) return this.#update();
    this.#enter('loading');
    if (self.loading === 'lazy' && !this.#isNear && !json) {
      loadStyles().then(
        (sheet) => this.#adopt(sheet),
        () => {},
      );
      return NewsprintArticle.#watch?.observe(this);
    }
    if (!json) ask(url, self.credentials, this);
    try {
      const [, glue] = await Promise.all([
        loadStyles().then((sheet) => this.#adopt(sheet)),
        startEngine(),
      ]);
      // Meanwhile the element may have left, or lost its article.
      const settings = this.#settings();
      if (!this.isConnected || !settings.url) return;
      if (this.#mounted) return this.#update();
      NewsprintArticle.#busy = this;
      NewsprintArticle.#all.add(this);
      this.#mounted = glue.mount(this.#root, settings, this.#hear.bind(this), early);
      // A mark by which Yew finds the program that an event is meant for. Ours listens to none, and
      // another program around the element would take the number for one of its own.
      delete (/** @type {any} */ (this.#root).__yew_subtree_id);
    } catch (error) {
      if (NewsprintArticle.#all.has(this))
        return NewsprintArticle.#recover(/** @type {Error} */ (error));
      leave(this);
      // What the policy forbids is told a moment after it failed.
      await new Promise((resolve) => setTimeout(resolve));
      this.#fail('engine', whyNoEngine(error), error);
      if (!navigator.onLine) addEventListener('online', () => this.#changed(), { once: true });
    }
  }

  /** Shows something else, or the same in another way. */
  #update() {
    const settings = this.#settings();
    leave(this, key(settings.url, settings.credentials));
    NewsprintArticle.#busy = this;
    try {
      this.#mounted.update(settings);
    } catch (error) {
      NewsprintArticle.#recover(/** @type {Error} */ (error));
    }
  }

  /**
   * Gives up an article that the engine will not finish.
   * @param {Error} cause
   */
  #abandon(cause) {
    this.#root.replaceChildren();
    // The next visit should not begin with what can't be shown.
    /** @type {any} */ (early).forget(this.src);
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
   * @param {any} [cause]
   */
  #fail(kind, why, cause) {
    const message = cause ? `${why} (${cause.message ?? cause})` : why;
    console.error(`newsprint ${version}: ${kind}: ${message}`);
    this.#sorry.textContent = sorry(this);
    const isWelcome = this.#hear('error', { kind, message, retryable: false });
    if (isWelcome) this.#frame.append(this.#sorry);
  }

  /** @param {CSSStyleSheet} sheet */
  #adopt(sheet) {
    const shadow = this.shadowRoot;
    if (shadow) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets.slice(0, 1), sheet];
  }

  /**
   * What happens here, as the engine has it; `false` when the host keeps an error view away.
   * @param {string} what
   * @param {any} detail
   */
  #hear(what, detail) {
    if (what === 'busy') {
      NewsprintArticle.#busy = this;
      return;
    }
    if (what === 'changing') return (this.#backToPlace = markPlace(this.#root));
    if (what === 'rendered') {
      this.#backToPlace?.();
      this.#backToPlace = undefined;
      for (const place of this.#root.querySelectorAll('.awaited')) {
        NewsprintArticle.#watch?.observe(place);
      }
      return;
    }
    if (what === 'loading' || what === 'error') {
      this.#article = null;
      this.#enter(what);
      const isWelcome = !detail || this.#tell('error', detail, true);
      if (detail) this.#settle();
      return isWelcome;
    }
    if (!detail) {
      this.#settle();
      return this.#state('stale', what === 'stale');
    }
    this.#article = this.#given?.[0] ?? JSON.parse(new TextDecoder().decode(detail.body));
    this.#enter('ready');
    if (this.#scroll !== undefined) scrollTo(0, this.#scroll);
    this.#scroll = undefined;
    const { diagnostics, source } = detail;
    const article = this.#article;
    this.#tell(what, { article, diagnostics, ...(what === 'load' && { source }) });
    // Behind a copy comes what the backend says.
    if (source !== 'cache') this.#settle();
  }

  /**
   * Dispatches an event. `false` when the host prevented what it announces.
   * @param {string} name
   * @param {object} detail
   * @param {boolean} [cancelable]
   * @param {boolean} [bubbles]
   */
  #tell(name, detail, cancelable = false, bubbles = false) {
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
    // What the host wrote of one article is nothing to say of another.
    const isElsewhere = this.#home !== undefined && this.#home !== this.#here;
    this.#fallback.hidden = frame.dataset.state === 'ready' || !!this.#shown || isElsewhere;
    this.#skeleton.hidden = !isLoading || !!this.#shown || (!isElsewhere && this.#hasFallback());
  }

  /** Whether the host gave something to read until the article is there. */
  #hasFallback() {
    const nodes = /** @type {HTMLSlotElement} */ (this.#slot).assignedNodes();
    return nodes.some((node) => node.nodeName !== 'SCRIPT' && node.textContent?.trim());
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = event.target instanceof Element ? event.target : null;
    // What the host put into a slot is the host's.
    if (target?.getRootNode() !== this.shadowRoot) return;
    if (target?.closest('.retry')) {
      this.#focus();
      return this.#mounted?.retry();
    }
    const button = /** @type {HTMLButtonElement | null | undefined} */ (target?.closest('.load'));
    if (button) return openPlayer(button);
    const link = /** @type {HTMLAnchorElement | null | undefined} */ (target?.closest('a[href]'));
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented) return;
    const href = link.getAttribute('href') ?? '';
    if (!href.startsWith('#')) return this.#follow(link, event);
    // The browser looks for `#id` in the page only, never in a shadow root.
    event.preventDefault();
    const place = this.shadowRoot?.getElementById(href.slice(1));
    if (!place) return;
    for (let box; (box = place.closest('details:not([open])'));) box.setAttribute('open', '');
    place.scrollIntoView();
    // What is read next is what stands there, for the keyboard and the screen reader too.
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  /** What was focused is about to go; the article's place takes over. */
  #focus() {
    this.#frame.tabIndex = -1;
    this.#frame.focus({ preventScroll: true });
  }

  /**
   * Follows a teaser, unless the host does: to its page, or in place where that is wished.
   * @param {HTMLAnchorElement} link
   * @param {MouseEvent} event
   */
  #follow(link, event) {
    const item = link.closest('.teaser-headline')?.closest('.teaser');
    const list = item?.closest('nav')?.getAttribute('part');
    if (!item || !list) return;
    const url = link.href;
    const article = item.getAttribute('data-article') ?? undefined;
    const teaser = { headline: link.textContent, url, article };
    if (!this.#tell('navigate', { url, teaser, list }, true, true)) return event.preventDefault();
    if (/** @type {any} */ (this).navigation === 'page' || !teaser.article) return;
    const entry = (/** @type {string} */ src) => {
      const newsprint = { ...history.state?.newsprint, [this.#key]: [src, scrollY] };
      return { ...history.state, newsprint };
    };
    try {
      history.replaceState(entry(this.#here), '');
      history.pushState(entry(teaser.article), '', url);
    } catch {
      // The address bar can't show an address of another origin: the link leads there.
      return;
    }
    event.preventDefault();
    NewsprintArticle.#travelled.add(this);
    this.#home ??= this.#here;
    this.#left ??= this.#given;
    this.#given = undefined;
    this.src = teaser.article;
    this.#focus();
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }

  /** What the history calls the article that is shown; nothing, where the page gave it. */
  get #here() {
    return this.#given ? '' : this.src;
  }

  /** What the history calls this element. */
  get #key() {
    return this.id || this.#number;
  }

  /**
   * The reader goes back or on to an article that was here. @param {any} state
   */
  #return(state) {
    const [src, y] = state?.newsprint?.[this.#key] ?? [];
    if (src === undefined || src === this.#here) return;
    // What the history knows is where the reader was when a teaser led on.
    this.#places.set(this.#here, scrollY);
    this.#scroll = this.#places.get(src) ?? y;
    this.#given = src ? undefined : this.#left;
    if (src) this.src = src;
    // What stood in the page stands there still; what a script gave went with the page.
    else if (this.querySelector(DATA)) this.removeAttribute('src');
    else if (!this.#left) location.reload();
    this.#changed();
  }
}

if (globalThis.customElements) NewsprintArticle.define();
