// @ts-check
/**
 * The shell of Newsprint: defines `<newsprint-article>`, shows the fallback or a skeleton at once,
 * and fetches the engine (WebAssembly and its glue) when the first element needs it. Everything
 * that decides lives in the engine; Rust cannot extend `HTMLElement`, so that this can't.
 */

/** The version of this module. */
export const version = '__NEWSPRINT_VERSION__';

/** @typedef {'loading' | 'ready' | 'error'} State */

/** @type {Promise<any> | undefined} */
let engine;

/** Fetches and starts the engine, once for all elements; after a failure the next one tries again. */
function startEngine() {
  engine ??= (async () => {
    const glue = await import('__NEWSPRINT_ENGINE__');
    await glue.default({ module_or_path: new URL('__NEWSPRINT_WASM__', import.meta.url) });
    return glue;
  })().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

/** @type {Promise<CSSStyleSheet> | undefined} */
let styles;

/** Fetches the style sheet that all elements share. */
function loadStyles() {
  styles ??= (async () => {
    const response = await fetch(new URL('__NEWSPRINT_STYLES__', import.meta.url));
    if (!response.ok) throw new Error(`${response.url} answered with status ${response.status}`);
    return new CSSStyleSheet().replace(await response.text());
  })().catch((error) => {
    styles = undefined;
    throw error;
  });
  return styles;
}

/**
 * The language of the page around a node, found across shadow roots.
 * @param {Element | null} node
 */
function languageAround(node) {
  while (node) {
    const named = node.closest('[lang]');
    if (named) return named.getAttribute('lang') ?? '';
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/**
 * Makes an element without markup, so that no policy can object.
 * @param {string} name
 * @param {string} [part]
 */
function make(name, part) {
  const element = document.createElement(name);
  if (part) {
    element.className = part;
    element.setAttribute('part', part);
  }
  return element;
}

// Where there is no DOM (on a server, in a test) importing this does nothing.
const Base = globalThis.HTMLElement ?? class {};

/** A news article: `<newsprint-article src="…">`. */
export class NewsprintArticle extends Base {
  static observedAttributes = ['src', 'lang'];

  #frame = make('div');
  #root = make('div');
  #skeleton = make('div', 'skeleton');
  #slot = make('slot');
  /** What the engine mounted here. @type {any} */
  #mounted;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    this.#frame.className = 'frame';
    this.#frame.append(this.#root, this.#skeleton);
    this.#frame.addEventListener('click', (event) => this.#click(event));
    this.#slot.addEventListener('slotchange', () => this.#enter());
    // The fallback keeps the host's dress, so that it stands outside of the frame.
    shadow.append(this.#slot, this.#frame);
  }

  /** URL of the article's JSON, resolved against the page. */
  get src() {
    const src = this.getAttribute('src');
    return src && URL.canParse(src, this.baseURI) ? new URL(src, this.baseURI).href : '';
  }

  set src(url) {
    this.setAttribute('src', url);
  }

  connectedCallback() {
    // A property that was set before the element was defined hides the accessor of its name.
    if (Object.hasOwn(this, 'src')) {
      const url = this.src;
      delete (/** @type {any} */ (this).src);
      this.src = url;
    }
    this.#show();
  }

  disconnectedCallback() {
    // A move takes the element out and puts it back in one go.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#mounted?.unmount();
      this.#mounted = undefined;
    });
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#show();
  }

  /** Shows what `src` names. */
  async #show() {
    if (!this.src) return this.#enter('error');
    const update = () => this.#mounted?.update(this.src, languageAround(this));
    if (this.#mounted) return update();
    this.#enter('loading');
    try {
      const [sheet, glue] = await Promise.all([
        loadStyles().then((sheet) => this.#adopt(sheet)),
        startEngine(),
      ]);
      if (!sheet || !this.isConnected) return;
      if (this.#mounted) return update();
      this.#mounted = glue.mount(this.#root, this.src, languageAround(this), (state) =>
        this.#enter(state),
      );
    } catch (error) {
      console.error(
        `newsprint ${version}: the article can't be shown, because the engine did not start. ` +
          `Are its files beside newsprint.js, and does the page's content security policy allow ` +
          `script-src 'wasm-unsafe-eval' and connect-src for them?`,
        error,
      );
      this.#enter('error');
    }
  }

  /** @param {CSSStyleSheet} sheet */
  #adopt(sheet) {
    const shadow = this.shadowRoot;
    if (shadow) shadow.adoptedStyleSheets = [sheet];
    return sheet;
  }

  /**
   * Enters a state. The fallback stays in view until there is an article; without one a skeleton
   * keeps its place.
   * @param {State} [state]
   */
  #enter(state) {
    const frame = this.#frame;
    if (state) frame.dataset.state = state;
    const loading = frame.dataset.state === 'loading';
    const hasFallback = /** @type {HTMLSlotElement} */ (this.#slot)
      .assignedNodes()
      .some((node) => node.nodeType === 1 || node.nodeValue?.trim());
    frame.ariaBusy = String(loading);
    this.#slot.hidden = frame.dataset.state === 'ready';
    this.#skeleton.hidden = !loading || hasFallback;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('.retry')) return this.#mounted?.retry();
    const link = target?.closest('a[href^="#"]');
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain) return;
    // The browser looks for `#id` in the page only, never in a shadow root.
    event.preventDefault();
    const id = link.getAttribute('href')?.slice(1) ?? '';
    const place = this.shadowRoot?.getElementById(id);
    if (!place) return;
    for (let box; (box = place.closest('details:not([open])')); ) box.setAttribute('open', '');
    place.scrollIntoView();
    // What is read next is what stands there, for the keyboard and the screen reader too.
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
}

if (globalThis.customElements && !customElements.get('newsprint-article')) {
  customElements.define('newsprint-article', NewsprintArticle);
}
