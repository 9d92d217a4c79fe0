/**
 * `<newsprint-article>` in the templates of Svelte 5. There is nothing to run here:
 *
 *     import 'newsprint-article';
 *     import type {} from 'newsprint-article/svelte';
 */
import type { HTMLAttributes } from 'svelte/elements';

import type { NewsprintArticle, NewsprintEventMap, NewsprintProperties } from './newsprint.js';

/** The handlers: `onnewsprint-load` and so on. */
type Handlers = {
  [K in keyof NewsprintEventMap as `on${K}`]?: (event: NewsprintEventMap[K]) => void;
};

/** What the element takes in a template. */
export type NewsprintArticleProps = HTMLAttributes<NewsprintArticle> &
  Partial<NewsprintProperties> &
  Handlers & {
    /** The attribute of `headingLevel`. */
    'heading-level'?: NewsprintProperties['headingLevel'] | `${NewsprintProperties['headingLevel']}`;
  };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'newsprint-article': NewsprintArticleProps;
  }
}
