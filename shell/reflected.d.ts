/** The properties that `defineProperties` adds to the class of the element. */

import type { Reflected } from './attributes.js';

declare module './element.js' {
  interface NewsprintArticle extends Reflected {}
}
