/**
 * `<newsprint-article>` in the templates of Vue 3. There is nothing to run here:
 *
 *     import 'newsprint-article';
 *     import type {} from 'newsprint-article/vue';
 *
 * Tell Vue's compiler that the tag is a custom element (`isCustomElement`).
 */
import type { HTMLAttributes } from 'vue';

import type { NewsprintArticle, NewsprintEventMap, NewsprintProperties } from './newsprint.js';

/** The handlers: `@newsprint-load` in a template. */
type Handlers = {
  [K in keyof NewsprintEventMap as `on${Capitalize<K>}`]?: (event: NewsprintEventMap[K]) => void;
};

/** What the element takes in a template. */
export type NewsprintArticleProps = HTMLAttributes &
  Partial<NewsprintProperties> &
  Handlers & {
    /** The attribute of `headingLevel`. */
    'heading-level'?: NewsprintProperties['headingLevel'] | `${NewsprintProperties['headingLevel']}`;
  };

declare module 'vue' {
  interface GlobalComponents {
    'newsprint-article': new () => NewsprintArticle & {
      /** @deprecated Only for the type checker of templates. */
      $props: NewsprintArticleProps;
    };
  }
}
