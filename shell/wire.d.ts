/**
 * The types of what the shell and the engine call on each other, and of what the files of the shell
 * pass on. On the engine's side these are `src/wire.rs` and `src/mount.rs`.
 */

/** What the script of wasm-bindgen offers. Each engine has its own. */
export interface EngineModule {
  /** Fetches and starts the WebAssembly. */
  start(options: { module_or_path: Promise<Response> }): Promise<unknown>;
  /** Ends the engine: no promise, timer or event calls it any more. */
  stop(): void;
  Engine: new (host: Host) => Engine;
}

/** The engine, one for all elements of a page. */
export interface Engine {
  /** Shows the article of these settings in `root`, and keeps it up to date. */
  mount(root: Element, settings: Settings, shell: Shell): Mounted;
}

/** An article that the engine shows in an element. */
export interface Mounted {
  /** Shows what new settings say. */
  update(settings: Settings): void;
  /** Loads the article again. */
  retry(): void;
  /** Loads a part at a URL of its own: `weather`, `latest` or `related`. */
  load_part(part: string): void;
  /** Removes the article, and ends what is under way for it. */
  unmount(): void;
}

/** Where the article of an element comes from. */
export interface Source {
  /** The absolute URL of the article's JSON. With `json`, the URL that its URLs are relative to. */
  url: string;
  /** The JSON of an article that the page gave. */
  json: string | undefined;
  /** Where `json` comes from. */
  source: 'property' | 'prerendered';
}

/** What to show in an element, and how. */
export interface Settings extends Source {
  /** The nearest `lang` attribute. */
  lang: string;
  credentials: RequestCredentials;
  /** The seconds until the backend is asked again; 0 for never. */
  refresh: number;
  /** The level of the headline, 1 to 4. */
  level: number;
  /** The unit of temperatures. */
  units: 'auto' | 'c' | 'f';
  /** The parts to leave out, separated by spaces. */
  hide: string;
  /** How wide the element is, in pixels; 0 where it has no box. */
  width: number;
}

/** Something in a document that was not as expected, and was left out. */
export interface Diagnostic {
  /** Where: a JSON pointer. */
  pointer: string;
  expected: string;
  found: string;
}

/** What the engine tells an element. */
export interface Shell {
  /** The engine is about to work for this element. If it traps, this element is the cause. */
  busy(): void;
  /**
   * What is shown is about to be rendered. Returns whether others have taken something out of it since it
   * was rendered last, so that it has to be made anew.
   */
  rendering(): boolean | undefined;
  /** The article that was shown is no longer, and another is being loaded. */
  loading(): void;
  /** Another version of the article is about to be rendered. */
  changing(): void;
  /** The article was rendered, or rendered anew. */
  rendered(): void;
  /** An article is shown. `body` is its JSON, `diagnostics` what was left out of it. */
  loaded(body: Uint8Array, source: string, diagnostics: Diagnostic[]): void;
  /** A newer version of the article is shown. */
  updated(body: Uint8Array, source: string, diagnostics: Diagnostic[]): void;
  /** The backend has no newer version. */
  fresh(): void;
  /** The backend could not be asked whether there is a newer version. */
  stale(): void;
  /** The article can't be shown. Returns whether the engine may tell the reader so. */
  failed(kind: string, message: string, retryable: boolean, status?: number): boolean;
}

/** Something under way that can be cancelled. */
export interface Cancelable {
  /** Settles when it is done. */
  outcome: Promise<unknown>;
  cancel(): void;
}

/** What the browser offers to the engine: requests, timers, saved copies, whether the reader looks. */
export interface Host {
  /** How long to wait for the headers of a response, and then for its body, in milliseconds. */
  timeouts: { headers: number; body: number };
  /** The element that the engine works for now. */
  atWork(): Shell;
  intl: Formats;
  /** Waits for so many milliseconds. */
  wait(ms: number): Cancelable;
  /** Resolves when the browser is online and the page is visible. */
  attention(): Promise<void>;
  /** Asks for a document: for its newest version, whatever the browser's cache has. */
  send(url: string, credentials: RequestCredentials): Cancelable;
  /** The saved copy of a document. */
  findCopy(url: string): Promise<Response | undefined>;
  /** Saves a copy of what came from another URL, or from this one. */
  keepCopy(url: string, from: string, body: Uint8Array<ArrayBuffer>): void;
  /** Deletes the copy. */
  forgetCopy(url: string): void;
  /** The words of the interface in a language; `undefined` if there are none, or they can't be fetched. */
  words(language: string): Promise<Words | undefined>;
  /** Cancels all requests of an engine that has trapped. */
  cancelRequests(): void;
}

/**
 * How the browser writes dates, numbers and lists, by the tag of a language; `undefined` where it can't.
 * Times are in milliseconds since 1970 in UTC.
 */
export interface Formats {
  /** Whether the browser knows the language. */
  isKnown(locale: string): boolean;
  /** A day in words with its weekday. */
  weekday(locale: string, ms: number): string | undefined;
  /** A day in words. */
  day(locale: string, ms: number): string | undefined;
  /** A moment in words. */
  moment(locale: string, ms: number): string | undefined;
  /** The time of day. */
  time(locale: string, ms: number): string | undefined;
  /** A number with all its digits. */
  decimal(locale: string, text: string): string;
  /** A number with at most one digit after the point. */
  tenths(locale: string, number: number): string;
  /** What stands between these names in a list. */
  separators(locale: string, names: string[]): string[];
  /** The script in which a language is written. */
  script(locale: string): string | undefined;
}

/** The words of the interface in one language, by key. */
export type Words = Record<string, string>;

/** A module of `on-demand/`: does what its button says. A promise that it returns is waited for. */
export interface ActionModule {
  run(button: HTMLButtonElement): void | Promise<void>;
}

/** An article that a script of the page gave in place of a URL, and its JSON. */
export type Given = readonly [article: object, json: string];

/** The shadow root of an element, and what is shown in it. */
export interface Frame {
  /** What holds all that is ours. */
  readonly box: HTMLElement;
  /** Where the engine puts the article. */
  readonly root: HTMLElement;
  /** Our style sheets: the first, and that of the article. */
  readonly sheets: CSSStyleSheet[];
  /** Enters a state. */
  enter(state: 'idle' | 'loading' | 'ready' | 'error'): void;
  /** Sets or clears a state that style sheets can select. */
  setState(name: string, isSet: boolean): void;
  /** Whether the article is shown that was in the page before any script. */
  readonly isWritten: boolean;
  /** Makes a new root, for a new engine. */
  renew(): void;
  /** Takes the focus. */
  focus(): void;
}

/** What the module that comes with the engine knows and changes of an element. */
export interface Visit {
  readonly element: HTMLElement & {
    src: string;
    readonly navigation: 'page' | 'in-place';
    readonly refresh: number;
    readonly hide: string;
    readonly credentials: RequestCredentials;
    reload(): Promise<void>;
  };
  /** What the history of the tab calls the element. It must be the same after a reload of the page. */
  elementKey(): string | number;
  /** What the history calls the article that is shown: its URL, or '' for one that the page gave. */
  articleKey(): string;
  /** The article that a script gave, if it is the one to show. */
  given?: Given | undefined;
  /** The article that a script gave before the reader followed a teaser, for the way back. */
  givenBefore?: Given | undefined;
  /** The key of the article that the page's fallback is for, once the reader has followed a teaser. */
  fallbackKey?: string | undefined;
  /** Where the reader followed the first teaser, if the site's own state of that entry could not hold it. */
  origin?: { href: string; entry: [src: string, y: number] };
  /** How far to scroll the page when the article is shown. */
  scrollTop?: number | undefined;
  /** By key, how far the page was scrolled when the reader left an article by the history. */
  positions?: Map<string, number>;
  /** Shows the article that `given` or `src` now names. */
  show(): void;
  /** The shadow root, and what is shown in it. */
  readonly frame: Frame;
  /** What the reader has done on the page. */
  readonly reader: { hasActed: boolean };
  /** Sets the property `article`. */
  setArticle(article: object | null): void;
  /** Resolves the promises of `reload()`. */
  settle(): void;
  /** See `Shell`. */
  failed: Shell['failed'];
  /** Has the engine load a part at a URL of its own. */
  loadPart(part: string): void;
  /** The engine has trapped; an error if it was working for this element. */
  lost(error?: unknown): void;
}
