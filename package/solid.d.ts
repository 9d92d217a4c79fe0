/**
 * `<newsprint-article>` in the JSX of Solid. There is nothing to run here:
 *
 *     import 'newsprint-article';
 *     import type {} from 'newsprint-article/solid';
 *
 * Solid sets attributes on custom elements; `prop:article` sets the property, `on:newsprint-load`
 * adds a listener.
 */
import type { JSX } from 'solid-js';

import type { NewsprintArticle, NewsprintEventMap, NewsprintProperties } from './newsprint.js';

/** The handlers: `on:newsprint-load` and so on. */
type Handlers = {
  [K in keyof NewsprintEventMap as `on:${K}`]?: (event: NewsprintEventMap[K]) => void;
};

/** Properties: `prop:article` and so on. */
type Properties = {
  [K in keyof NewsprintProperties as `prop:${K}`]?: NewsprintProperties[K];
};

/** What the element takes in JSX. */
export type NewsprintArticleProps = JSX.HTMLAttributes<NewsprintArticle> &
  Partial<Omit<NewsprintProperties, 'article'>> &
  Properties &
  Handlers & {
    /** The attribute of `headingLevel`. */
    'heading-level'?: NewsprintProperties['headingLevel'] | `${NewsprintProperties['headingLevel']}`;
  };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'newsprint-article': NewsprintArticleProps;
    }
  }
}
