/**
 * The article. These types say what a well-formed document holds, as the JSON Schema does: they
 * are made from it. The element reads more than that, and leaves out what it can't read: see the
 * diagnostics of `newsprint-load`. What it leaves out is still in `detail.article`, if it was in
 * the document. `null` means the same as leaving a member out.
 */

/** A news article. */
export interface Article {
  /** The headline. */
  headline: string;
  /** The body; the first section usually has no heading and is the lead. */
  sections: Section[];
  /** The people shown in full after the body. */
  authorCards?: Person[] | null;
  /** Who it is by. */
  byline?: Byline | null;
  /** What was put right since it was published. */
  corrections?: Correction[] | null;
  /** The direction of the text, where it does not follow from the language. */
  dir?: Direction | null;
  /** The weather header. */
  header?: Header | null;
  /** The leading picture or film. */
  hero?: Hero | null;
  /** A name of the article that stays when its headline changes. */
  id?: string | null;
  /** A word or two above the headline. */
  kicker?: string | null;
  /** The language of the text. */
  lang?: Language | null;
  /** 'Latest news', or the URL that answers with it. */
  latest?: LinkListOrUrl | null;
  /** When it was published. */
  published?: Moment | null;
  /** 'Related news', or the URL that answers with it. */
  related?: LinkListOrUrl | null;
  /** The copyright line. */
  rights?: string | null;
  /** Summary under the headline. */
  standfirst?: Text | null;
  /** What else it is about. */
  tags?: Link[] | null;
  /** What the article is about, first and foremost. */
  topic?: Link | null;
  /** When it was last changed. */
  updated?: Moment | null;
  /** Its canonical address. */
  url?: LinkUrl | null;
  /** Version of the contract that the document follows. */
  version?: number | null;
}

/** Someone who wrote, drew or edited. */
export interface Person {
  /** The name as it is printed. */
  name: string;
  /** A few sentences about the person. */
  bio?: Text | null;
  /** A portrait. */
  image?: Image | null;
  /** Where else the person is to be found. */
  links?: Link[] | null;
  /** What the person is: 'Foreign editor'. */
  role?: string | null;
  /** The person's page. */
  url?: LinkUrl | null;
}

/** Who the article is by. */
export interface Byline {
  /** The people, in the order in which they are named. */
  authors: Person[];
  /** The words before the names, where they are not the language's for 'Authored by'. */
  label?: string | null;
}

/** Something that was put right. */
export interface Correction {
  /** What. */
  text: Text;
  /** When. */
  date?: Moment | null;
}

/** The direction in which a text is written. */
export type Direction =
  /** From left to right. */
  | 'ltr'
  /** From right to left. */
  | 'rtl';

/** The line at the very top of the page. */
export interface Header {
  /** The date of the page. */
  date?: Day | null;
  /** Where the paper appears. */
  place?: string | null;
  /** The weather, or the URL that answers with it. */
  weather?: WeatherOrUrl | null;
}

/** The leading picture or film. */
export type Hero = (Media & { type: 'video' }) | (Image & { type?: 'image' | null });

/** A language tag (BCP 47). */
export type Language = string;

/** A part that stands in the document, or the URL that answers with it. */
export type LinkListOrUrl = LinkList | DataUrl;

/** When something happened: a moment, or only the day. */
export type Moment = Instant | Day;

/** A part of the body under one heading. */
export interface Section {
  /** What it says. */
  blocks: Block[];
  /** Its heading. */
  heading?: Text | null;
  /** The name by which links inside the article point here. */
  id?: string | null;
}

/** Running text: a string, or an array of strings and spans. There is no HTML in a string. */
export type Text = string | (string | Span)[];

/** A link with its words. Without a URL that the policy allows it is only its words. */
export interface Link {
  /** The words. */
  text: string;
  /** Where they lead. */
  url: string;
}

/** A URL, absolute or relative to the document: http, https, mailto or tel. */
export type LinkUrl = string;

/** A picture. */
export interface Image {
  /** Where it comes from. */
  src: MediaUrl;
  /** What it shows, for those who don't see it. Absent for a picture that only decorates. */
  alt?: string | null;
  /** What the reader should know of it. */
  caption?: Text | null;
  /** Who made it. */
  credit?: string | null;
  /** Its height in pixels. */
  height?: number | null;
  /** The same picture in other widths. */
  srcset?: ImageSource[] | null;
  /** Its width in pixels, which keeps its space while it loads. */
  width?: number | null;
}

/** A day of the calendar, the same everywhere. */
export type Day = string;

/** A part that stands in the document, or the URL that answers with it. */
export type WeatherOrUrl = Weather | DataUrl;

/** A film or a sound. */
export interface Media {
  /** What the reader should know of it. */
  caption?: Text | null;
  /** Who made it. */
  credit?: string | null;
  /** Its height in pixels. */
  height?: number | null;
  /** What is shown before it plays. */
  poster?: MediaUrl | null;
  /** The same film or sound in one format or more, the best first. */
  sources?: MediaSource[] | null;
  /** Where it comes from, when there is one format only. */
  src?: MediaUrl | null;
  /** Subtitles, captions and descriptions. */
  tracks?: Track[] | null;
  /** What is said in it. */
  transcript?: Text | null;
  /** Its width in pixels. */
  width?: number | null;
}

/** A list of other articles: 'Latest news', 'Related news'. */
export interface LinkList {
  /** The articles, the most important first. */
  items: Teaser[];
  /** Where there is more. */
  more?: Link | null;
  /** Its heading, where it is not the usual one. */
  title?: string | null;
}

/** The URL of more JSON: http or https. */
export type DataUrl = string;

/** A moment (RFC 3339). */
export type Instant = string;

/** What every Block may have. */
export interface AnyBlock {
  /** The name by which links inside the article point here; no other block has it. */
  id?: string | null;
}

/** A paragraph. */
export interface ParagraphBlock extends AnyBlock {
  type: 'paragraph';
  /** Its words. */
  text: Text;
}

/** A heading within a section. */
export interface HeadingBlock extends AnyBlock {
  type: 'heading';
  /** Its words. */
  text: Text;
  /** Its level, from 3 to 6; a section's own heading is of level 2. */
  level?: 3 | 4 | 5 | 6 | null;
}

/** A list. */
export interface ListBlock extends AnyBlock {
  type: 'list';
  /** Its items. */
  items: ListItem[];
  /** Whether its items are numbered. */
  ordered?: boolean | null;
  /** The number of its first item. */
  start?: number | null;
}

/** A quotation, a paragraph or more. */
export interface QuoteBlock extends AnyBlock {
  type: 'quote';
  /** Its paragraphs. */
  text: Text | Text[];
  /** Whom or what it is from. */
  cite?: Text | null;
}

/** A sentence of the article, set large beside it. */
export interface PullQuoteBlock extends AnyBlock {
  type: 'pullQuote';
  /** Its words. */
  text: Text;
  /** Whose they are. */
  cite?: Text | null;
}

/** A picture in the body. */
export interface ImageBlock extends AnyBlock {
  type: 'image';
  /** Where it comes from. */
  src: MediaUrl;
  /** What it shows, for those who don't see it. Absent for a picture that only decorates. */
  alt?: string | null;
  /** What the reader should know of it. */
  caption?: Text | null;
  /** Who made it. */
  credit?: string | null;
  /** Its height in pixels. */
  height?: number | null;
  /** How much room it takes. */
  layout?: Layout | null;
  /** The same picture in other widths. */
  srcset?: ImageSource[] | null;
  /** Its width in pixels, which keeps its space while it loads. */
  width?: number | null;
}

/** Several pictures that belong together. */
export interface GalleryBlock extends AnyBlock {
  type: 'gallery';
  /** The pictures. */
  images: Image[];
  /** What the reader should know of them all. */
  caption?: Text | null;
}

/** A film. */
export interface VideoBlock extends AnyBlock, Media {
  type: 'video';
}

/** A sound. */
export interface AudioBlock extends AnyBlock, Media {
  type: 'audio';
}

/** Something that another site shows. Nothing is asked of that site until the reader asks. */
export interface EmbedBlock extends AnyBlock {
  type: 'embed';
  /** Where it stands. */
  url: LinkUrl;
  /** What the reader should know of it. */
  caption?: Text | null;
  /** Its height in pixels. */
  height?: number | null;
  /** A picture that stands for it. */
  poster?: MediaUrl | null;
  /** Who shows it. */
  provider?: string | null;
  /** What it is called. */
  title?: string | null;
  /** Its width in pixels. */
  width?: number | null;
}

/** A table. */
export interface TableBlock extends AnyBlock {
  type: 'table';
  /** Its rows, cell by cell. */
  rows: Text[][];
  /** What it shows. */
  caption?: Text | null;
  /** The headings of its columns. */
  header?: Text[] | null;
  /** Whether the first cell of each row is its heading. */
  rowHeader?: boolean | null;
}

/** Computer code. */
export interface CodeBlock extends AnyBlock {
  type: 'code';
  /** The code, its lines and spaces kept. */
  code: string;
  /** The language that it is written in. */
  language?: string | null;
}

/** A box beside the story. */
export interface AsideBlock extends AnyBlock {
  type: 'aside';
  /** What is in it. */
  blocks: Block[];
  /** What kind of box it is. */
  kind?: AsideKind | null;
  /** Its title. */
  title?: Text | null;
}

/** Something that opens when the reader asks. */
export interface DetailsBlock extends AnyBlock {
  type: 'details';
  /** What the reader sees then. */
  blocks: Block[];
  /** What the reader sees before. */
  summary: Text;
  /** Whether it is open from the beginning. */
  open?: boolean | null;
}

/** What happened when. */
export interface TimelineBlock extends AnyBlock {
  type: 'timeline';
  /** The events, in the order in which they are told. */
  events: TimelineEvent[];
}

/** Questions and their answers. */
export interface QuestionsBlock extends AnyBlock {
  type: 'questions';
  /** The questions. */
  items: Question[];
}

/** A number, set large. */
export interface FigureBlock extends AnyBlock {
  type: 'figure';
  /** What it counts. */
  label: Text;
  /** The number, as it is printed. */
  value: string;
}

/** A file to take away. */
export interface FileBlock extends AnyBlock {
  type: 'file';
  /** What it is called. */
  title: string;
  /** Where it is to be had. */
  url: LinkUrl;
  /** Its size in bytes. */
  bytes?: number | null;
  /** Its media type, such as `application/pdf`. */
  mediaType?: string | null;
}

/** A pause between two parts. */
export interface DividerBlock extends AnyBlock {
  type: 'divider';
}

/** The notes that the text refers to. */
export interface FootnotesBlock extends AnyBlock {
  type: 'footnotes';
  /** The notes, in their order. */
  notes: Footnote[];
}

/** One block of an article's body. */
export type Block =
  | ParagraphBlock
  | HeadingBlock
  | ListBlock
  | QuoteBlock
  | PullQuoteBlock
  | ImageBlock
  | GalleryBlock
  | VideoBlock
  | AudioBlock
  | EmbedBlock
  | TableBlock
  | CodeBlock
  | AsideBlock
  | DetailsBlock
  | TimelineBlock
  | QuestionsBlock
  | FigureBlock
  | FileBlock
  | DividerBlock
  | FootnotesBlock;

/** A piece of text that looks and behaves the same from end to end. */
export interface Span {
  /** The characters. A newline is the end of a line. */
  text: string;
  /** Where they lead. */
  href?: Href | null;
  /** Their language, where it is not that of the article. */
  lang?: Language | null;
  /** How they are marked, each mark once. */
  marks?: Mark[] | null;
}

/**
 * The URL of a picture, film or sound: http, https, data: for pictures of the types png, jpeg, gif,
 * webp and avif, or blob: of the page's own origin.
 */
export type MediaUrl = string;

/** One width in which a picture is to be had. */
export interface ImageSource {
  /** Where it comes from. */
  src: MediaUrl;
  /** Its width in pixels. */
  width: number;
}

/** The weather at one place and time. */
export interface Weather {
  /** The temperature, in the unit below. */
  temperature: number;
  /** Whom the data is owed to. */
  attribution?: Link | null;
  /** What the sky does. */
  condition?: Condition | null;
  /** What the sky does, in the backend's own words. */
  description?: string | null;
  /** When it was observed. */
  observed?: Moment | null;
  /** Where it was observed. */
  place?: string | null;
  /** The unit of the temperature; degrees Celsius when it is not said. */
  unit?: Unit | null;
}

/** One format of a film or sound. */
export interface MediaSource {
  /** Where it comes from. */
  src: MediaUrl;
  /** Its media type, such as `video/mp4`. */
  mediaType?: string | null;
}

/** A timed text for a film or sound ([WebVTT](https://www.w3.org/TR/webvtt1/)). */
export interface Track {
  /** Where it comes from. */
  src: MediaUrl;
  /** What it is: `subtitles`, `captions`, `descriptions`, `chapters`. */
  kind?: TrackKind | null;
  /** What the reader chooses it by. */
  label?: string | null;
  /** Its language. */
  lang?: Language | null;
}

/** What invites a reader into another article. */
export interface Teaser {
  /** Its headline. */
  headline: string;
  /** Where the article stands. */
  url: string;
  /** Where its JSON is to be had, so that it can be shown in the place of this article. */
  article?: DataUrl | null;
  /** Its picture. */
  image?: Image | null;
  /** A word or two above the headline. */
  kicker?: string | null;
  /** When it was published. */
  published?: Moment | null;
  /** Summary under the headline. */
  standfirst?: Text | null;
}

/** A URL as in a link, or # and the id of something in the article. */
export type Href = string;

/** How a span is marked. */
export type Mark =
  /** Of strong importance. */
  | 'strong'
  /** Stressed. */
  | 'emphasis'
  /** Computer code. */
  | 'code'
  /** No longer accurate. */
  | 'strike'
  /** Set apart, as a misspelt word is. */
  | 'underline'
  /** Above the line. */
  | 'superscript'
  /** Below the line. */
  | 'subscript'
  /** Marked as with a pen. */
  | 'highlight';

/** What the sky does. */
export type Condition =
  /** No cloud to speak of. */
  | 'clear'
  /** Some clouds. */
  | 'partlyCloudy'
  /** Nothing but clouds. */
  | 'cloudy'
  /** Fog or mist. */
  | 'fog'
  /** Drizzle. */
  | 'drizzle'
  /** Rain or showers. */
  | 'rain'
  /** Sleet or freezing rain. */
  | 'sleet'
  /** Snow. */
  | 'snow'
  /** Thunder. */
  | 'thunderstorm';

/** A unit of temperature. */
export type Unit =
  /** Degrees Celsius. */
  | 'C'
  /** Degrees Fahrenheit. */
  | 'F';

/**
 * What a timed text is ([HTML](https://html.spec.whatwg.org/multipage/media.html#attr-track-kind)).
 */
export type TrackKind =
  /** What is said, in another language. */
  | 'subtitles'
  /** What is said and heard, for those who don't hear it. */
  | 'captions'
  /** What is seen, for those who don't see it. */
  | 'descriptions'
  /** The titles of its parts. */
  | 'chapters';

/** An item of a list: its text, or its text with the items under it. */
export type ListItem = Text | { text: Text; items?: ListItem[] | null };

/** How much room a picture takes. */
export type Layout =
  /** As wide as the text. */
  | 'column'
  /** Wider than the text. */
  | 'wide'
  /** As wide as the article. */
  | 'full';

/** What kind of box an aside is. */
export type AsideKind =
  /** Background, or a word from the editors. */
  | 'note'
  /** A fact file. */
  | 'facts'
  /** The story in a few points. */
  | 'keyPoints';

/** One event of a timeline. */
export interface TimelineEvent {
  /** When it happened, in words. */
  date: string;
  /** What happened. */
  blocks?: Block[] | null;
  /** What happened, in a few words. */
  title?: Text | null;
}

/** A question and its answer. */
export interface Question {
  /** What is answered. */
  blocks: Block[];
  /** What is asked. */
  question: Text;
}

/** One note. */
export interface Footnote {
  /** The name by which the text refers to it, with `"href": "#id"`. */
  id: string;
  /** Its words. */
  text: Text;
}
