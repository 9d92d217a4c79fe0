// @ts-check
/**
 * The shell of Newsprint: defines `<newsprint-article>`, shows the fallback or a skeleton at once,
 * and fetches the engine (WebAssembly and its glue) when the first element needs it. Everything
 * that decides lives in the engine; Rust cannot extend `HTMLElement`, so that this can't.
 */

/** The version of this module. */
export const version = '__NEWSPRINT_VERSION__';

/** @typedef {'idle' | 'loading' | 'ready' | 'error'} State */

/** What a reader is told when the engine, which knows more words, can't start. */
const SORRY = {
  ar: 'تعذّر عرض هذا المقال الآن. يُرجى إعادة تحميل الصفحة.',
  de: 'Der Artikel lässt sich gerade nicht zeigen. Bitte laden Sie die Seite neu.',
  en: 'This article can’t be shown just now. Please reload the page.',
  es: 'No se puede mostrar el artículo en este momento. Vuelva a cargar la página.',
  fr: 'Cet article ne peut être affiché pour le moment. Veuillez recharger la page.',
  ru: 'Статью сейчас не удаётся показать. Обновите страницу.',
};

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

/**
 * What has to hold before the style sheet is there. What stands below an article stays below the
 * fold until it has come, and the article comes where the fallback was: nothing moves in sight.
 */
const holdPlace = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    // More specific than what resets the frame.
    ':host{display:grid;grid-template-columns:minmax(0,1fr)}[hidden]{display:none!important}' +
      '.fallback,.frame[data-state]{grid-area:1/1}.frame[data-state=error]{grid-area:2/1}' +
      '.frame[data-state=loading]{min-height:100vh}',
  );
  return sheet;
};

/** @type {CSSStyleSheet | undefined} */
let placeholder;

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

/** The elements whose article is on its way. @type {Set<NewsprintArticle>} */
const loading = new Set();

/**
 * A trap ends the engine in the middle of its work: what it was about to show never comes.
 * @param {ErrorEvent} event
 */
function onTrap({ error }) {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  for (const element of [...loading]) element.abandon(error);
}

globalThis.window?.addEventListener('error', onTrap);

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
  #fallback = make('div');
  #slot = make('slot');
  /** What is said when the engine did not start. */
  #sorry = make('p', 'error');
  /** What the engine mounted here. @type {any} */
  #mounted;
  /** Whether what is shown is about to follow what was set. */
  #pending = false;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    this.#frame.className = 'frame';
    this.#sorry.setAttribute('role', 'alert');
    this.#frame.append(this.#root, this.#skeleton);
    this.#frame.addEventListener('click', (event) => this.#click(event));
    this.#slot.addEventListener('slotchange', () => this.#enter());
    // The fallback keeps the host's dress, so that it stands outside of the frame.
    shadow.adoptedStyleSheets = [(placeholder ??= holdPlace())];
    this.#fallback.className = 'fallback';
    this.#fallback.append(this.#slot);
    shadow.append(this.#fallback, this.#frame);
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
    this.#changed();
  }

  disconnectedCallback() {
    // A move takes the element out and puts it back in one go.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /** Ends what the engine does here. */
  #leave() {
    loading.delete(this);
    this.#mounted?.unmount();
    this.#mounted = undefined;
  }

  attributeChangedCallback() {
    this.#changed();
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

  /** Shows what `src` names. */
  async #show() {
    this.#sorry.remove();
    if (!this.src) this.#leave();
    if (!this.hasAttribute('src')) return this.#enter('idle');
    if (!this.src) return this.#fail(`src="${this.getAttribute('src')}" is no URL.`);
    const update = () => this.#mounted?.update(this.src, languageAround(this));
    if (this.#mounted) return update();
    this.#enter('loading');
    try {
      const [sheet, glue] = await Promise.all([
        loadStyles().then((sheet) => this.#adopt(sheet)),
        startEngine(),
      ]);
      // Meanwhile the element may have left, or lost its article.
      if (!sheet || !this.isConnected || !this.src) return;
      if (this.#mounted) return update();
      this.#mounted = glue.mount(this.#root, this.src, languageAround(this), (state) =>
        this.#enter(state),
      );
    } catch (error) {
      this.#fail(
        'the engine did not start. Are its files beside newsprint.js, and does the content ' +
          "security policy of the page allow script-src 'wasm-unsafe-eval', and connect-src for " +
          'them?',
        error,
      );
    }
  }

  /**
   * Gives up an article that the engine will not finish.
   * @param {Error} cause
   */
  abandon(cause) {
    this.#mounted = undefined;
    this.#root.replaceChildren();
    this.#fail('the engine stopped in the middle of its work. Reload the page.', cause);
  }

  /**
   * Says that the article can't be shown: to the developer why, to the reader only that.
   * @param {string} why
   * @param {unknown} [cause]
   */
  #fail(why, cause = '') {
    console.error(`newsprint ${version}: the article can't be shown: ${why}`, cause);
    const [language] = languageAround(this).toLowerCase().split('-');
    this.#sorry.textContent = /** @type {any} */ (SORRY)[language] ?? SORRY.en;
    this.#frame.append(this.#sorry);
    this.#enter('error');
  }

  /** @param {CSSStyleSheet} sheet */
  #adopt(sheet) {
    const shadow = this.shadowRoot;
    if (shadow) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets.slice(0, 1), sheet];
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
    const isLoading = frame.dataset.state === 'loading';
    if (isLoading) loading.add(this);
    else loading.delete(this);
    // A trap may have been that of another program of the page.
    if (state === 'ready') this.#sorry.remove();
    frame.ariaBusy = String(isLoading);
    this.#fallback.hidden = frame.dataset.state === 'ready';
    this.#skeleton.hidden = !isLoading || this.#hasFallback();
  }

  /** Whether the host gave something to read until the article is there. */
  #hasFallback() {
    const nodes = /** @type {HTMLSlotElement} */ (this.#slot).assignedNodes();
    return nodes.some((node) => node.nodeType === 1 || node.nodeValue?.trim());
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('.retry')) {
      // The button is about to go; what was focused in it is the article's place now.
      this.#frame.tabIndex = -1;
      this.#frame.focus({ preventScroll: true });
      return this.#mounted?.retry();
    }
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
