/**
 * `<newsprint-article>` in the JSX of React 19 and newer. There is nothing to run here:
 *
 *     import 'newsprint-article';
 *     import type {} from 'newsprint-article/react';
 *
 * React sets what it finds as a property on the element (`article`, `src`, `headingLevel`), and
 * everything else as an attribute. When it renders on a server it knows no properties, so that
 * `heading-level` is the better name there.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

import type { NewsprintArticle, NewsprintEventMap, NewsprintProperties } from './newsprint.js';

/** The handlers: `onnewsprint-load` and so on. */
type Handlers = {
  [K in keyof NewsprintEventMap as `on${K}`]?: (event: NewsprintEventMap[K]) => void;
};

/** What the element takes in JSX. */
export type NewsprintArticleProps = DetailedHTMLProps<
  HTMLAttributes<NewsprintArticle>,
  NewsprintArticle
> &
  Partial<NewsprintProperties> &
  Handlers & {
    /** The attribute of `headingLevel`. */
    'heading-level'?: NewsprintProperties['headingLevel'] | `${NewsprintProperties['headingLevel']}`;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'newsprint-article': NewsprintArticleProps;
    }
  }
}
