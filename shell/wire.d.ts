/**
 * What the shell and the engine say to each other. The engine's side is `src/wire.rs` and
 * `src/mount.rs`.
 */

/** What the script of wasm-bindgen offers, made anew for each engine. */
export interface EngineModule {
  /** Fetches and starts the WebAssembly. */
  start(options: { module_or_path: URL }): Promise<unknown>;
  /** Cuts the engine off: nothing that it has begun reaches it any more. */
  stop(): void;
  Engine: new (host: Host) => Engine;
}

/** The program, once for all elements of a page. */
export interface Engine {
  /** Fills an element's place with the article that the settings name, and keeps it filled. */
  mount(root: Element, settings: Settings, shell: Shell): Mounted;
}

/** An article in an element. */
export interface Mounted {
  /** Shows what other settings say. */
  update(settings: Settings): void;
  /** Loads the article again. */
  retry(): void;
  /** Loads a part at a URL of its own: `weather`, `latest` or `related`. */
  load_part(part: string): void;
  /** Empties the place and ends what is under way. */
  unmount(): void;
}

/** What an element is to show, and how. */
export interface Settings {
  /** The absolute URL of the article's JSON; with `json`, what its URLs are relative to. */
  url: string;
  /** The JSON of the article itself. */
  json: string | undefined;
  /** Where `json` comes from. */
  source: 'property' | 'prerendered';
  /** The language of the page around the element. */
  lang: string;
  credentials: RequestCredentials;
  /** Every how many seconds the backend is asked again; never for 0. */
  refresh: number;
  /** The level of the headline, 1 to 4. */
  level: number;
  /** The unit of temperatures. */
  units: 'auto' | 'c' | 'f';
  /** The parts to leave out, a space between each two. */
  hide: string;
}

/** What was left out of a document. */
export interface Diagnostic {
  pointer: string;
  expected: string;
  found: string;
}

/** What the engine tells an element. */
export interface Shell {
  /** The engine is about to work for this element; should it trap, it was here. */
  busy(): void;
  /** There is no article, until one comes. */
  loading(): void;
  /** Another version of the article is about to be rendered. */
  changing(): void;
  /** Something was rendered. */
  rendered(): void;
  /** An article is shown: its JSON, where it came from, what was left out. */
  loaded(body: Uint8Array, source: string, diagnostics: Diagnostic[]): void;
  /** A newer version is shown. */
  updated(body: Uint8Array, source: string, diagnostics: Diagnostic[]): void;
  /** The backend has nothing newer. */
  fresh(): void;
  /** The backend could not be asked whether there is something newer. */
  stale(): void;
  /** There is no article. Returns whether the engine may say so to the reader. */
  failed(kind: string, message: string, retryable: boolean, status?: number): boolean;
}

/** Something that was begun and can be ended. */
export interface Cancelable {
  /** Settles when it is over. */
  outcome: Promise<unknown>;
  /** Ends it. */
  cancel(): void;
}

/** What the browser offers to the engine: requests, timers, copies, the reader's attention. */
export interface Host {
  timeouts: { headers: number; body: number };
  /** The element at which the engine is at work. */
  atWork(): Shell;
  /** Waits so many milliseconds. */
  wait(ms: number): Cancelable;
  /** Settles when the reader is online and looks at the page. */
  attention(): Promise<void>;
  /** Asks for a document, with the conditions of the version that is known. */
  send(url: string, credentials: RequestCredentials, etag?: string, modified?: string): Cancelable;
  /** The saved copy of a document. */
  findCopy(url: string): Promise<Response | undefined>;
  /** Saves a copy. */
  keepCopy(url: string, body: Uint8Array<ArrayBuffer>, headers: string[][]): void;
  /** Dates the copy anew: it is still the newest version. */
  renewCopy(url: string): Promise<void>;
  /** Deletes the copy. */
  forgetCopy(url: string): void;
  /** The words of the interface in a language; nothing where there are none or they don't come. */
  words(language: string): Promise<Words | undefined>;
  /** Ends all requests: the engine that made them is no more. */
  cancelRequests(): void;
}

/** The words of the interface in one language, by key. */
export type Words = Record<string, string>;

/** A module of `on-demand/`. */
export interface ActionModule {
  run(button: HTMLButtonElement): void;
}

/** The article that a page gave to an element in place of a URL, and its JSON. */
export type Given = readonly [article: object, json: string];

/** What navigation in place has to know of an element, and may change. */
export interface Visit {
  readonly element: HTMLElement & { src: string; readonly navigation: 'page' | 'in-place' };
  /** By what the history of the tab knows the element. */
  key(): string | number;
  /** What the history calls the article that is shown: its URL, or '' where the page gave it. */
  here(): string;
  /** The article that the page gave. */
  given?: Given | undefined;
  /** What was given when the reader was led elsewhere. */
  left?: Given | undefined;
  /** For which article the page has written the fallback, once the reader was led elsewhere. */
  home?: string | undefined;
  /** Where to scroll to when the article is there. */
  scroll?: number | undefined;
  /** How far the page was scrolled when the history led away from an article. */
  positions?: Map<string, number>;
  /** Shows what was set. */
  changed(): void;
  /** Moves the focus to the place of the article. */
  focus(): void;
  /** Dispatches `newsprint-navigate`; `false` when the page prevents it. */
  announce(detail: object): boolean;
}
