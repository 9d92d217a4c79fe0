// @ts-check
/**
 * The class of the element: it shows what its attributes and properties say, and has the engine
 * fetched when it needs it.
 */

import { act } from './actions.js';
import { ATTRIBUTES, defineProperties, setAttribute, upgradeProperties } from './attributes.js';
import { configure, define } from './define.js';
import { dispatch } from './dispatch.js';
import { importWithEngine, startEngine, whyNoEngine } from './engine.js';
import { makeFrame } from './frame.js';
import { toJson } from './json.js';
import { whenNear } from './near.js';
import { isPlainClick } from './plain-click.js';
import { reader } from './reader.js';
import { dropRequests, requestEarly, requestKey } from './requests.js';
import { sourceOf } from './source.js';
import { loadStyles } from './styles.js';

/** The version of this module. */
export const version = '__NEWSPRINT_VERSION__';

// On a server there is no such class, and importing this module must not fail.
const Base = globalThis.HTMLElement ?? class {};

/** How many elements have been made. */
let count = 0;

/** A news article: `<newsprint-article src="…">`. */
export class NewsprintArticle extends Base {
  static observedAttributes = ['src', 'lang', 'dir', ...Object.keys(ATTRIBUTES)];

  static version = version;

  static {
    defineProperties(this.prototype);
  }

  /**
   * Defines the element under a name, unless another version has that name.
   * @param {string} [tag]
   * @param {CustomElementRegistry} [registry]
   */
  static define(tag = 'newsprint-article', registry = customElements) {
    define(this, tag, registry);
  }

  static configure = configure;

  #frame = makeFrame(this, () => {
    const { fallbackKey, articleKey } = this.#visit;
    return fallbackKey !== undefined && fallbackKey !== articleKey();
  });
  /**
   * The URL in `src`. It is resolved when it is set, because navigation in place changes the URL of
   * the page, and a relative URL would then mean something else.
   */
  #url = '';
  /** The article that the engine shows here. @type {import('./wire').Mounted | undefined} */
  #mounted;
  /** The module that came with the engine. @type {import('./engine.js').WithEngine | undefined} */
  #withEngine;
  /** Whether `#show` will run soon. */
  #pending = false;
  /** What the URLs of an article are relative to that the page gave. */
  #base = '';
  /** The article shown. @type {object | null} */
  #article = null;
  /** Waits until a lazy element is near. @type {IntersectionObserver | undefined} */
  #near;
  /** Whether a lazy element may load: it has been near the view, or the page asked for it. */
  #isNear = false;
  /**
   * Whether the article is still as it was written into the page; `undefined` until the element has begun
   * with it. @type {boolean | undefined}
   */
  #staysWritten;
  /** Resolves the promises of `reload()`. @type {(() => void)[]} */
  #reloads = [];
  /** What the history of the tab calls this element if it has no `id`. */
  #number = ++count;
  /** @type {import('./wire').Visit} */
  #visit = {
    element: this,
    elementKey: () => this.id || this.#number,
    articleKey: () => (this.#visit.given ? '' : this.#url),
    show: () => this.#requestShow(),
    frame: this.#frame,
    reader,
    setArticle: (article) => {
      this.#article = article;
    },
    settle: () => this.#settle(),
    failed: (kind, message, retryable, status) => {
      this.#article = null;
      this.#frame.enter('error');
      const isAllowed = dispatch(this, 'error', { kind, status, message, retryable }, true);
      this.#withEngine?.noteFailure(this.#visit);
      this.#settle();
      return isAllowed;
    },
    loadPart: (part) => this.#mounted?.load_part(part),
    lost: (error) => {
      this.#mounted = undefined;
      if (error) this.#fail('engine', whyNoEngine(error), error);
      else this.#requestShow();
    },
  };
  /** What the engine tells of this element. @type {import('./with-engine/recovery.js').Client | undefined} */
  #shell;

  constructor() {
    super();
    this.#frame.box.addEventListener('click', (event) => this.#click(event));
    // Until the page is complete, the JSON of an article in it may not be.
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.#requestShow(), { once: true });
    }
  }

  /** URL of the article's JSON, resolved against the page. */
  get src() {
    return this.#url;
  }

  set src(url) {
    setAttribute(this, 'src', url);
  }

  /** The article that is shown. Setting one shows it instead of the one in `src`. */
  get article() {
    return this.#article;
  }

  set article(article) {
    const visit = this.#visit;
    const json = article == null ? undefined : toJson(article);
    if (this.#article && json && visit.given?.[1] === json) this.#article = article;
    this.#base = this.baseURI;
    this.#staysWritten = false;
    visit.given = json ? [/** @type {object} */ (article), json] : undefined;
    this.#requestShow();
  }

  /** Loads the article again. Resolves when it is shown, or has failed. */
  reload() {
    const outcome = new Promise((/** @type {(nothing: void) => void} */ resolve) => {
      this.#reloads.push(resolve);
    });
    this.#isNear = true;
    this.#staysWritten = false;
    if (!this.isConnected) this.#settle();
    else if (this.#mounted) this.#mounted.retry();
    else this.#requestShow();
    return outcome;
  }

  connectedCallback() {
    upgradeProperties(this);
    this.#base ||= this.baseURI;
    this.#requestShow();
  }

  adoptedCallback() {
    this.#withEngine?.adoptStyles(this, this.#frame.sheets);
  }

  disconnectedCallback() {
    // Moving an element removes it and adds it again at once; that must not end what it does.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
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
    // Only the engine can follow these. As the page opens, they are what the article was written with.
    if (/src|lang|level|units/.test(name)) this.#staysWritten &&= false;
    this.#requestShow();
  }

  /** Ends what the element does. */
  #stop() {
    this.#withEngine?.endVisit(this.#visit);
    this.#near = void this.#near?.disconnect();
    this.#isNear = false;
    const mounted = this.#mounted;
    this.#mounted = undefined;
    this.#withEngine?.leave(this.#shell, () => mounted?.unmount());
    dropRequests(this);
    this.#article = null;
    this.#settle();
  }

  /** Resolves the promises of `reload()`. */
  #settle() {
    for (const resolve of this.#reloads.splice(0)) resolve();
  }

  /** Has `#show` called soon: once, however much a script sets at a time. */
  #requestShow() {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (this.isConnected) this.#show();
    });
  }

  /** Where the article comes from. */
  #source() {
    return sourceOf(this, this.#url, this.#visit.given, this.#base);
  }

  /** Shows the article that the page gave, or the one in `src`. */
  async #show() {
    this.#frame.reset();
    if (this.#frame.isWritten && this.#showsWritten()) return;
    const { url, json } = this.#source();
    if (!url) {
      this.#stop();
      if (!this.hasAttribute('src')) return this.#frame.enter('idle');
      return this.#fail('network', `src="${this.getAttribute('src')}" is no URL.`);
    }
    if (this.#mounted) return this.#update();
    if (this.#frame.isWritten) this.#frame.renew();
    this.#frame.enter('loading');
    const styles = loadStyles().then((sheet) => this.#frame.adopt(sheet));
    if (this.loading === 'lazy' && !this.#isNear && !json) {
      styles.catch(() => {});
      this.#near ??= whenNear(this, () => {
        this.#isNear = true;
        this.#requestShow();
      });
      return;
    }
    if (!json) requestEarly(url, this.credentials, this);
    try {
      const [{ engine, withEngine }] = await Promise.all([startEngine(), styles]);
      // Meanwhile the element may have been removed, or its `src`.
      const source = this.#source();
      if (!this.isConnected || !source.url) return;
      if (this.#mounted) return this.#update();
      this.#withEngine = withEngine;
      const shell = (this.#shell = withEngine.startVisit(this.#visit, whenNear));
      const { root } = this.#frame;
      withEngine.join(shell, () => {
        this.#mounted = engine.mount(root, withEngine.settingsOf(this, source), shell);
      });
    } catch (error) {
      dropRequests(this);
      // The browser reports a violation of the policy only a moment after the failure.
      await new Promise((resolve) => setTimeout(resolve));
      this.#fail('engine', whyNoEngine(error), error);
      if (!navigator.onLine) addEventListener('online', () => this.#requestShow(), { once: true });
    }
  }

  /** Leaves the article as it was written into the page, until something needs the engine. */
  #showsWritten() {
    if (this.#staysWritten === undefined) {
      this.#staysWritten = true;
      this.#frame.enter('ready');
      dispatch(this, 'load', { article: null, diagnostics: [], source: 'prerendered' });
      for (const place of this.#frame.root.querySelectorAll('.awaited'))
        whenNear(place, () => this.reload());
    }
    const hidesMore = this.hide !== (this.#frame.box.dataset.hide ?? '');
    if (this.#withEngine || hidesMore || this.refresh || location.hash)
      // Without it the article can be read all the same.
      this.#startWritten().catch(() => {});
    return this.#staysWritten;
  }

  /** Fetches what a written article needs beyond what it can do by itself. */
  async #startWritten() {
    const withEngine = (this.#withEngine = await importWithEngine());
    if (this.#frame.isWritten) withEngine.startWritten(this.#visit, whenNear);
  }

  /** Shows another article, or the same with other settings. */
  #update() {
    const source = this.#source();
    dropRequests(this, requestKey(source.url, this.credentials));
    const withEngine = this.#withEngine;
    if (!withEngine || !this.#shell) return;
    withEngine.work(this.#shell, () => this.#mounted?.update(withEngine.settingsOf(this, source)));
  }

  /**
   * Fails. The developer is told why, the reader only that the article can't be shown.
   * @param {string} kind
   * @param {string} why
   * @param {unknown} [cause]
   */
  #fail(kind, why, cause) {
    const message = cause ? `${why} (${/** @type {Error} */ (cause).message ?? cause})` : why;
    console.error(`newsprint ${version}: ${kind}: ${message}`);
    if (this.#visit.failed(kind, message, false)) this.#frame.showFailure();
  }

  /** Handles all clicks. @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    // A click on what the page has put into a slot is not ours.
    if (target.getRootNode() !== this.shadowRoot) return;
    /** @type {HTMLButtonElement | null} */
    const button = target.closest('[data-action]');
    if (!button) return this.#followLink(target, event);
    if (button.dataset.action !== 'retry') return act(button);
    this.#frame.focus();
    this.#mounted?.retry();
  }

  /**
   * Follows a link where the browser alone would not do.
   * @param {Element} target
   * @param {MouseEvent} event
   */
  #followLink(target, event) {
    if (this.#withEngine) return this.#withEngine.followLink(this.#visit, target, event);
    /** @type {HTMLAnchorElement | null} */
    const link = target.closest('[href^="#"], .teaser a');
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    this.#startWritten().then(
      () => link.click(),
      () => (location.href = link.href),
    );
  }
}
