// @ts-check
/**
 * The element: it follows what the page sets, and fetches the engine when the first element needs
 * it.
 */

import { act } from './actions.js';
import { ATTRIBUTES, defineProperties, setAttribute, upgradeProperties } from './attributes.js';
import { configure, define } from './define.js';
import { forgetCopy, startEngine, whyNoEngine } from './engine.js';
import { dispatch } from './events.js';
import { makeFrame } from './frame.js';
import { cancelWhenNear, whenNear } from './near.js';
import { atWork, release, setAtWork, work } from './recovery.js';
import { dropRequests, requestEarly, requestKey } from './requests.js';
import { settingsOf } from './settings.js';
import { loadStyles } from './styles.js';

/** The version of this module. */
export const version = '__NEWSPRINT_VERSION__';

// Where there is no DOM (on a server, in a test) importing this does nothing.
const Base = globalThis.HTMLElement ?? class {};

/** How many elements there have been. */
let count = 0;

/** A news article: `<newsprint-article src="…">`. */
export class NewsprintArticle extends Base {
  static observedAttributes = ['src', 'lang', 'dir', ...Object.keys(ATTRIBUTES)];

  static version = version;

  static {
    defineProperties(this.prototype);
  }

  /**
   * Defines the element under a name. The first version on a page stays.
   * @param {string} [tag]
   * @param {CustomElementRegistry} [registry]
   */
  static define(tag = 'newsprint-article', registry = customElements) {
    define(this, tag, registry);
  }

  static configure = configure;

  #frame = makeFrame(this, () => {
    const { home, here } = this.#visit;
    return home !== undefined && home !== here();
  });
  /** What `src` names, resolved when it was set: navigation in place moves the page's own URL. */
  #url = '';
  /** What the engine mounted here. @type {import('./wire').Mounted | undefined} */
  #mounted;
  /** What came along with the engine. @type {import('./engine.js').WithEngine | undefined} */
  #tools;
  /** Whether `#show` is about to run. */
  #pending = false;
  /** The base URL of an article that the page itself gave. */
  #base = '';
  /** The article shown. @type {object | null} */
  #article = null;
  /** Whether the element may load: it is not lazy, or near the view. */
  #isNear = false;
  /** Scrolls back to what the reader was reading. @type {(() => void) | undefined} */
  #backToPosition;
  /** The promises of `reload()` that wait for the outcome. @type {(() => void)[]} */
  #waiting = [];
  /** What history calls an element without an `id`. */
  #number = ++count;
  /** @type {import('./wire').Visit} */
  #visit = {
    element: this,
    key: () => this.id || this.#number,
    here: () => (this.#visit.given ? '' : this.#url),
    changed: () => this.#changed(),
    focus: () => this.#frame.focus(),
    announce: (detail) => dispatch(this, 'navigate', detail, true, true),
  };
  /** @type {import('./recovery.js').Client} */
  #shell = {
    busy: () => setAtWork(this.#shell),
    loading: () => {
      this.#article = null;
      this.#frame.enter('loading');
    },
    changing: () => {
      this.#backToPosition = this.#tools?.markPosition(this.#frame.root);
    },
    rendered: () => {
      this.#backToPosition?.();
      this.#backToPosition = undefined;
      /** @type {NodeListOf<HTMLElement>} */
      const places = this.#frame.root.querySelectorAll('.awaited');
      for (const place of places) {
        whenNear(place, () => {
          const { part } = place.dataset;
          // The part may have come meanwhile, and stand in the same place.
          if (part && place.isConnected) this.#mounted?.load_part(part);
        });
      }
    },
    loaded: (body, source, diagnostics) => {
      const article = this.#ready(body);
      dispatch(this, 'load', { article, diagnostics, source });
      // What the backend says comes after a copy.
      if (source !== 'cache') this.#settle();
    },
    updated: (body, source, diagnostics) => {
      const article = this.#ready(body);
      dispatch(this, 'update', { article, diagnostics });
      if (source !== 'cache') this.#settle();
    },
    fresh: () => {
      this.#settle();
      this.#frame.state('stale', false);
    },
    stale: () => {
      this.#settle();
      this.#frame.state('stale', true);
    },
    failed: (kind, message, retryable, status) => {
      this.#article = null;
      this.#frame.enter('error');
      const isWelcome = dispatch(this, 'error', { kind, status, message, retryable }, true);
      this.#settle();
      return isWelcome;
    },
    lost: (isCause, error) => {
      this.#mounted = undefined;
      if (isCause) this.#abandon(error);
      else {
        this.#frame.renew();
        this.#changed();
      }
    },
  };

  constructor() {
    super();
    this.#frame.box.addEventListener('click', (event) => this.#click(event));
    // Until then the article may still be coming along with the page.
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.#changed(), { once: true });
    }
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
    if (!this.isConnected) this.#settle();
    else if (this.#mounted) this.#mounted.retry();
    else this.#changed();
    return outcome;
  }

  connectedCallback() {
    upgradeProperties(this);
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
    cancelWhenNear(this);
    this.#isNear = false;
    const mounted = this.#mounted;
    this.#mounted = undefined;
    if (release(this.#shell)) mounted?.unmount();
    dropRequests(this);
    this.#article = null;
    this.#settle();
  }

  #settle() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Shows what was set, once for all that a script sets in one go. */
  #changed() {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (this.isConnected) this.#show();
    });
  }

  /** What the engine is to show, and how. */
  #settings() {
    return settingsOf(this, this.#url, this.#visit.given, this.#base);
  }

  /** Shows what `article` or `src` names. */
  async #show() {
    const { theme, loading, credentials } = this;
    this.#frame.begin(theme);
    const { url, json } = this.#settings();
    if (!url) {
      this.#leave();
      if (!this.hasAttribute('src')) return this.#frame.enter('idle');
      return this.#fail('network', `src="${this.getAttribute('src')}" is no URL.`);
    }
    if (this.#mounted) return this.#update();
    this.#frame.enter('loading');
    const styles = loadStyles().then((sheet) => this.#frame.adopt(sheet));
    if (loading === 'lazy' && !this.#isNear && !json) {
      styles.catch(() => {});
      return whenNear(this, () => {
        this.#isNear = true;
        this.#changed();
      });
    }
    if (!json) requestEarly(url, credentials, this);
    try {
      const [{ engine, tools }] = await Promise.all([startEngine(atWork), styles]);
      // Meanwhile the element may have left, or lost its article.
      const settings = this.#settings();
      if (!this.isConnected || !settings.url) return;
      if (this.#mounted) return this.#update();
      this.#tools = tools;
      tools.arrive(this.#visit);
      const { root } = this.#frame;
      work(this.#shell, () => {
        this.#mounted = engine.mount(root, settings, this.#shell);
      });
      // Yew marks the root to find the program that an event is meant for. Ours listens to none, and
      // another Yew program around the element would take the number for one of its own.
      Reflect.deleteProperty(root, '__yew_subtree_id');
    } catch (error) {
      dropRequests(this);
      // The browser reports a violation of the policy a moment after the failure.
      await new Promise((resolve) => setTimeout(resolve));
      this.#fail('engine', whyNoEngine(error), error);
      if (!navigator.onLine) addEventListener('online', () => this.#changed(), { once: true });
    }
  }

  /** Shows something else, or the same in another way. */
  #update() {
    const settings = this.#settings();
    dropRequests(this, requestKey(settings.url, settings.credentials));
    work(this.#shell, () => this.#mounted?.update(settings));
  }

  /**
   * Gives up an article that the engine will not finish.
   * @param {unknown} cause
   */
  #abandon(cause) {
    this.#frame.root.replaceChildren();
    // The next visit should not begin with what can't be shown.
    forgetCopy(this.#url);
    this.#fail('engine', whyNoEngine(cause), cause);
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
    if (this.#shell.failed(kind, message, false)) this.#frame.apologize();
  }

  /**
   * The article is shown.
   * @param {Uint8Array} body its JSON
   */
  #ready(body) {
    const visit = this.#visit;
    const article = visit.given?.[0] ?? JSON.parse(new TextDecoder().decode(body));
    this.#article = article;
    this.#frame.enter('ready');
    if (visit.scroll !== undefined) scrollTo(0, visit.scroll);
    visit.scroll = undefined;
    return article;
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
    this.#frame.focus();
    this.#mounted?.retry();
  }
}
