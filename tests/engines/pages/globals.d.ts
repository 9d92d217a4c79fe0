/** What `in-page.js` and `poison.js` add to a page. */

/** What happened in the pages of a tab. */
interface Result {
  /** What should not have: errors, warnings of the element, violations of the policy. */
  said: string[];
  /** The events of all elements. */
  heard: { type: string; id: string; kind: string; source: string }[];
}

/** An element of the page, and what is inside it. */
interface Paper {
  host: HTMLElement;
  /** The first element inside that fits. */
  find(part: string): HTMLElement | null;
  all(part: string): HTMLElement[];
  /** The text of the first that fits; nothing where there is none. */
  text(part: string): string;
}

declare var __result: Result;

/** The element that fits, by default the first. */
declare var paper: (selector?: string) => Paper;

/** Whether there is something of a node to be seen. */
declare var shown: (node: HTMLElement | null) => boolean;

/** What has the focus, in whatever shadow root; nothing when only the page has it. */
declare var focused: () => HTMLElement | null;

/** How many engines were started. */
declare var engines: number;
