/**
 * `<newsprint-article>`: a news article, fetched as JSON and laid out as a newspaper would.
 *
 * Importing the module defines the element; where there is no DOM it does nothing.
 */

/** The version of this module. */
export declare const version: string;

/** A value that may be absent: `null` means the same as leaving it out. */
type Maybe<T> = T | null;

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

/*
 * The article. These types say what a well-formed document holds, as the JSON Schema does. The
 * element reads more than that, and leaves out what it can't read: see the diagnostics of
 * `newsprint-load`. What it leaves out is still in `detail.article`, if it was in the document.
 */

/** A URL, absolute or relative to the document. */
type Url = string;

/** A moment (RFC 3339), or only the day. */
type Moment = string;

/** A language tag (BCP 47). */
type Language = string;

/** A news article. */
export interface ArticleDocument {
  /** For editors; the element ignores it. */
  $schema?: string;
  /** Version of the contract that the document follows. */
  version?: Maybe<number>;
  /** A name of the article that stays when its headline changes. */
  id?: Maybe<string>;
  /** Its canonical address. */
  url?: Maybe<Url>;
  /** The language of the text. */
  lang?: Maybe<Language>;
  /** The direction of the text, where it does not follow from the language. */
  dir?: Maybe<'ltr' | 'rtl'>;
  /** The weather header. */
  header?: Maybe<Header>;
  /** A word or two above the headline. */
  kicker?: Maybe<string>;
  /** The headline. */
  headline: string;
  /** Summary under the headline. */
  standfirst?: Maybe<Text>;
  /** Who it is by. */
  byline?: Maybe<Byline>;
  /** When it was published. */
  published?: Maybe<Moment>;
  /** When it was last changed. */
  updated?: Maybe<Moment>;
  /** The leading picture or film. */
  hero?: Maybe<Hero>;
  /** The body; the first section usually has no heading and is the lead. */
  sections: Section[];
  /** What was put right since it was published. */
  corrections?: Maybe<Correction[]>;
  /** What the article is about, first and foremost. */
  topic?: Maybe<Link>;
  /** What else it is about. */
  tags?: Maybe<Link[]>;
  /** The people shown in full after the body. */
  authorCards?: Maybe<Person[]>;
  /** 'Latest news', or the URL that answers with it. */
  latest?: Maybe<LinkList | Url>;
  /** 'Related news', or the URL that answers with it. */
  related?: Maybe<LinkList | Url>;
  /** The copyright line. */
  rights?: Maybe<string>;
}

/** The line at the very top of the page. */
export interface Header {
  /** The date of the page, as `2024-03-18`. */
  date?: Maybe<string>;
  /** Where the paper appears. */
  place?: Maybe<string>;
  /** The weather, or the URL that answers with it. */
  weather?: Maybe<Weather | Url>;
}

/** The weather at one place and time. */
export interface Weather {
  temperature: number;
  unit?: Maybe<'C' | 'F'>;
  condition?: Maybe<
    | 'clear'
    | 'partlyCloudy'
    | 'cloudy'
    | 'fog'
    | 'drizzle'
    | 'rain'
    | 'sleet'
    | 'snow'
    | 'thunderstorm'
  >;
  /** What the sky does, in the backend's own words. */
  description?: Maybe<string>;
  place?: Maybe<string>;
  observed?: Maybe<Moment>;
  /** Whom the data is owed to. */
  attribution?: Maybe<Link>;
}

/** Running text. There is no HTML in a string. */
export type Text = string | (string | Span)[];

/** A piece of text that looks and behaves the same from end to end. */
export interface Span {
  text: string;
  marks?: Maybe<
    (
      | 'strong'
      | 'emphasis'
      | 'code'
      | 'strike'
      | 'underline'
      | 'superscript'
      | 'subscript'
      | 'highlight'
    )[]
  >;
  /** Where it leads: a URL, or # and the id of something in the article. */
  href?: Maybe<string>;
  lang?: Maybe<Language>;
}

/** A link with its words. */
export interface Link {
  text: string;
  url: Url;
}

/** Who the article is by. */
export interface Byline {
  /** The words before the names, where they are not the language's for 'Authored by'. */
  label?: Maybe<string>;
  authors: Person[];
}

/** Someone who wrote, drew or edited. */
export interface Person {
  name: string;
  role?: Maybe<string>;
  url?: Maybe<Url>;
  image?: Maybe<Image>;
  bio?: Maybe<Text>;
  links?: Maybe<Link[]>;
}

/** A picture. */
export interface Image {
  src: Url;
  /** The same picture in other widths. */
  srcset?: Maybe<{ src: Url; width: number }[]>;
  width?: Maybe<number>;
  height?: Maybe<number>;
  /** What it shows, for those who don't see it. Absent for a picture that only decorates. */
  alt?: Maybe<string>;
  caption?: Maybe<Text>;
  credit?: Maybe<string>;
}

/** A film or a sound. */
export interface Media {
  /** Where it comes from, when there is one format only. */
  src?: Maybe<Url>;
  /** The same in one format or more, the best first. */
  sources?: Maybe<{ src: Url; mediaType?: Maybe<string> }[]>;
  poster?: Maybe<Url>;
  width?: Maybe<number>;
  height?: Maybe<number>;
  tracks?: Maybe<
    {
      src: Url;
      kind?: Maybe<'subtitles' | 'captions' | 'descriptions' | 'chapters'>;
      lang?: Maybe<Language>;
      label?: Maybe<string>;
    }[]
  >;
  /** What is said in it. */
  transcript?: Maybe<Text>;
  caption?: Maybe<Text>;
  credit?: Maybe<string>;
}

/** The leading picture or film. */
export type Hero = (Media & { type: 'video' }) | (Image & { type?: 'image' });

/** A part of the body under one heading. */
export interface Section {
  /** The name by which links inside the article point here. */
  id?: Maybe<string>;
  heading?: Maybe<Text>;
  blocks: Block[];
}

/** What every block may have. */
interface Named {
  /** The name by which links inside the article point here; no other block has it. */
  id?: Maybe<string>;
}

/** One block of an article's body. */
export type Block = Named &
  (
    | { type: 'paragraph'; text: Text }
    | { type: 'heading'; text: Text; level?: Maybe<3 | 4 | 5 | 6> }
    | { type: 'list'; items: ListItem[]; ordered?: Maybe<boolean>; start?: Maybe<number> }
    /** Its text is a paragraph, or several when each is an array of its own. */
    | { type: 'quote'; text: Text | Text[]; cite?: Maybe<Text> }
    | { type: 'pullQuote'; text: Text; cite?: Maybe<Text> }
    | (Image & { type: 'image'; layout?: Maybe<'column' | 'wide' | 'full'> })
    | { type: 'gallery'; images: Image[]; caption?: Maybe<Text> }
    | (Media & { type: 'video' | 'audio' })
    | {
        type: 'embed';
        url: Url;
        title?: Maybe<string>;
        provider?: Maybe<string>;
        poster?: Maybe<Url>;
        width?: Maybe<number>;
        height?: Maybe<number>;
        caption?: Maybe<Text>;
      }
    | {
        type: 'table';
        caption?: Maybe<Text>;
        header?: Maybe<Text[]>;
        rows: Text[][];
        /** Whether the first cell of each row is its heading. */
        rowHeader?: Maybe<boolean>;
      }
    | { type: 'code'; code: string; language?: Maybe<string> }
    | {
        type: 'aside';
        blocks: Block[];
        title?: Maybe<Text>;
        kind?: Maybe<'note' | 'facts' | 'keyPoints'>;
      }
    | { type: 'details'; summary: Text; blocks: Block[]; open?: Maybe<boolean> }
    | { type: 'timeline'; events: TimelineEvent[] }
    | { type: 'questions'; items: { question: Text; blocks: Block[] }[] }
    | { type: 'figure'; value: string; label: Text }
    | {
        type: 'file';
        url: Url;
        title: string;
        mediaType?: Maybe<string>;
        bytes?: Maybe<number>;
      }
    | { type: 'divider' }
    | { type: 'footnotes'; notes: { id: string; text: Text }[] }
  );

/** An item of a list: its text, or its text with the items under it. */
export type ListItem = Text | { text: Text; items?: Maybe<ListItem[]> };

/** One event of a timeline; it has a title, or blocks, or both. */
export interface TimelineEvent {
  /** When it happened, in words. */
  date: string;
  title?: Maybe<Text>;
  blocks?: Maybe<Block[]>;
}

/** Something that was put right. */
export interface Correction {
  date?: Maybe<Moment>;
  text: Text;
}

/** A list of other articles: 'Latest news', 'Related news'. */
export interface LinkList {
  title?: Maybe<string>;
  items: Teaser[];
  more?: Maybe<Link>;
}

/** What invites a reader into another article. */
export interface Teaser {
  headline: string;
  url: Url;
  /** URL of its JSON, so that it can be shown in the place of this article. */
  article?: Maybe<Url>;
  kicker?: Maybe<string>;
  standfirst?: Maybe<Text>;
  image?: Maybe<Image>;
  published?: Maybe<Moment>;
}

declare global {
  interface HTMLElementTagNameMap {
    'newsprint-article': NewsprintArticle;
  }
}
