/**
 * `<newsprint-article>`: a news article, fetched as JSON and laid out as a newspaper would.
 *
 * Importing the module defines the element; where there is no DOM it does nothing.
 */

import type { Article } from './article.js';

export * from './article.js';

/** The version of this module. */
export declare const version: string;

/** What may be read of an element's properties and set on it; each is an attribute too, but `article`. */
// generated from contract/interface.json: properties
export interface NewsprintProperties {
  /** URL of the article's JSON, relative to the page. The property reads as the absolute URL, `""` when there is none. Another value loads another article; a reply for the old one is dropped */
  src: string;
  /** The article as an object; set, it is shown instead of what `src` names, until it is set to `null`. Reads as the article shown, `null` while there is none. */
  article: ArticleDocument | null;
  /** Level of the headline, 1 to 4. All other headings follow from it */
  headingLevel: 1 | 2 | 3 | 4;
  /** `auto` follows the page's `color-scheme`; `light` or `dark` does not, and gives the article a background of its own */
  theme: 'auto' | 'light' | 'dark';
  /** `c` or `f` for temperatures; `auto` as the document says, else as the language has it */
  units: 'auto' | 'c' | 'f';
  /** `lazy`: the article and the program are requested when the element is within one screen of the view. The styles are requested at once. */
  loading: 'eager' | 'lazy';
  /** `in-place`: a teaser is shown in the same element. */
  navigation: 'page' | 'in-place';
  /** `same-origin`, `omit` or `include`, as in `fetch`. Holds for the article and for the lists and weather that it names by URL */
  credentials: 'omit' | 'same-origin' | 'include';
  /** Seconds between looks for a newer version; 0 for none. */
  refresh: number;
  /** Names of what to leave out, white space between them */
  hide: string;
}
// /generated

// The class has all of them, without naming each again.
export interface NewsprintArticle extends NewsprintProperties {}

/** A news article: `<newsprint-article src="…">`. */
export declare class NewsprintArticle extends HTMLElement {
  /** The attributes that the element follows. */
  static readonly observedAttributes: readonly string[];

  /** The version of the element, that of the module. */
  static readonly version: string;

  /**
   * Defines the element, where it has another name than `newsprint-article` or another registry.
   * @param tag its name, `newsprint-article` by default
   * @param registry where it is defined, `customElements` by default
   */
  static define(tag?: string, registry?: CustomElementRegistry): void;

  /** Says where the WebAssembly is, if not beside the module; before the first element needs it. */
  static configure(options: NewsprintOptions): void;

  /** Fetches the article of `src` again. */
  reload(): Promise<void>;

  addEventListener<K extends keyof NewsprintArticleEventMap>(
    type: K,
    listener: (this: NewsprintArticle, event: NewsprintArticleEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof NewsprintArticleEventMap>(
    type: K,
    listener: (this: NewsprintArticle, event: NewsprintArticleEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What can be set for all elements of the page. */
export interface NewsprintOptions {
  /** URL of the WebAssembly. */
  wasmUrl?: string | URL;
  /** For how many milliseconds the headers of a reply are waited for; 8000 when absent. */
  headersTimeout?: number;
  /** For how many milliseconds its body is waited for from then on; 20000 when absent. */
  bodyTimeout?: number;
}

/** The element's own events. */
// generated from contract/interface.json: events
export interface NewsprintEventMap {
  /** `{ article, diagnostics, source }`: an article is shown. `source` is `network`, `cache` (a copy that was kept; what the backend says comes behind it), `property` or `prerendered` */
  'newsprint-load': CustomEvent<NewsprintLoadDetail>;
  /** `{ article, diagnostics }`: another version has taken the place of the one shown, after a refresh or after a copy */
  'newsprint-update': CustomEvent<NewsprintUpdateDetail>;
  /** `{ kind, status, message, retryable }`: the article can't be shown. `preventDefault()` keeps the element's own message away; the fallback stays */
  'newsprint-error': CustomEvent<NewsprintErrorDetail>;
  /** `{ url, teaser, list }`: a teaser is about to be followed. `preventDefault()` stops that */
  'newsprint-navigate': CustomEvent<NewsprintNavigateDetail>;
}
// /generated

/** All events of the element. */
export interface NewsprintArticleEventMap extends HTMLElementEventMap, NewsprintEventMap {}

/** Something in a document that could not be read as it stands. */
export interface NewsprintDiagnostic {
  /** Where it stands: a JSON Pointer. */
  pointer: string;
  /** What was expected there. */
  expected: string;
  /** What was found. */
  found: string;
}

/** Where an article comes from. */
// generated from contract/interface.json: sources
export type NewsprintSource =
  | 'network'
  | 'cache'
  | 'property'
  | 'prerendered';
// /generated

/** What `newsprint-load` says. */
export interface NewsprintLoadDetail {
  article: ArticleDocument;
  diagnostics: NewsprintDiagnostic[];
  source: NewsprintSource;
}

/** What `newsprint-update` says. */
export interface NewsprintUpdateDetail {
  article: ArticleDocument;
  diagnostics: NewsprintDiagnostic[];
}

/** Why there is no article. `engine`: WebAssembly itself could not start. */
// generated from contract/interface.json: errorKinds
export type NewsprintErrorKind =
  | 'offline'
  | 'timeout'
  | 'network'
  | 'not-found'
  | 'gone'
  | 'forbidden'
  | 'rate-limited'
  | 'server'
  | 'not-json'
  | 'not-an-article'
  | 'too-large'
  | 'engine';
// /generated

/** What `newsprint-error` says. */
export interface NewsprintErrorDetail {
  kind: NewsprintErrorKind;
  /** The status of the reply, where there was one. */
  status?: number;
  /** For developers, in English. */
  message: string;
  /** Whether another try may help. */
  retryable: boolean;
}

/** What `newsprint-navigate` says. */
export interface NewsprintNavigateDetail {
  /** Where the teaser leads. */
  url: string;
  teaser: {
    headline: string;
    url: string;
    /** URL of its JSON, where the document names it. */
    article?: string;
  };
  /** The list that it stands in. */
  list: 'latest' | 'related';
}

/** An article as a document. */
export interface ArticleDocument extends Article {
  /** For editors; the element ignores it. */
  $schema?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'newsprint-article': NewsprintArticle;
  }
}
