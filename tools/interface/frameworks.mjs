// @ts-check
/** The element in the JSX and the templates of frameworks. */

/** @typedef {import('./interface').Interface} Interface */

/** Attributes that have another name than their property, with the property. @param {Interface} element */
const renamed = (element) =>
  element.properties.filter((it) => it.attribute && it.attribute !== it.property);

/** Members for those attributes, as numbers or as the words that HTML has. @param {Interface} element */
const attributeMembers = (element) =>
  renamed(element)
    .map(
      ({ attribute, property }) =>
        `    /** The attribute of \`${property}\`. */\n` +
        `    '${attribute}'?: NewsprintProperties['${property}'] | \`\${NewsprintProperties['${property}']}\`;\n`,
    )
    .join('');

const IMPORT =
  "import type { NewsprintArticle, NewsprintEventMap, NewsprintProperties } from './newsprint.js';\n";

/** @param {Interface} element */
export const react = (element) => `/**
 * \`<${element.tag}>\` in the JSX of React 19 and newer. There is nothing to run here:
 *
 *     import 'newsprint-article';
 *     import type {} from 'newsprint-article/react';
 *
 * React sets what it finds as a property on the element (\`article\`, \`src\`, \`headingLevel\`), and
 * everything else as an attribute. When it renders on a server it knows no properties, so that
 * \`heading-level\` is the better name there.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

${IMPORT}
/** The handlers: \`onnewsprint-load\` and so on. */
type Handlers = {
  [K in keyof NewsprintEventMap as \`on\${K}\`]?: (event: NewsprintEventMap[K]) => void;
};

/** What the element takes in JSX. */
export type NewsprintArticleProps = DetailedHTMLProps<
  HTMLAttributes<${element.class}>,
  ${element.class}
> &
  Partial<NewsprintProperties> &
  Handlers & {
${attributeMembers(element)}  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      '${element.tag}': NewsprintArticleProps;
    }
  }
}
`;

/** @param {Interface} element */
export const solid = (element) => `/**
 * \`<${element.tag}>\` in the JSX of Solid. There is nothing to run here:
 *
 *     import 'newsprint-article';
 *     import type {} from 'newsprint-article/solid';
 *
 * Solid sets attributes on custom elements; \`prop:article\` sets the property, \`on:newsprint-load\`
 * adds a listener.
 */
import type { JSX } from 'solid-js';

${IMPORT}
/** The handlers: \`on:newsprint-load\` and so on. */
type Handlers = {
  [K in keyof NewsprintEventMap as \`on:\${K}\`]?: (event: NewsprintEventMap[K]) => void;
};

/** Properties: \`prop:article\` and so on. */
type Properties = {
  [K in keyof NewsprintProperties as \`prop:\${K}\`]?: NewsprintProperties[K];
};

/** What the element takes in JSX. */
export type NewsprintArticleProps = JSX.HTMLAttributes<${element.class}> &
  Partial<Omit<NewsprintProperties, 'article'>> &
  Properties &
  Handlers & {
${attributeMembers(element)}  };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      '${element.tag}': NewsprintArticleProps;
    }
  }
}
`;

/** @param {Interface} element */
export const svelte = (element) => `/**
 * \`<${element.tag}>\` in the templates of Svelte 5. There is nothing to run here:
 *
 *     import 'newsprint-article';
 *     import type {} from 'newsprint-article/svelte';
 */
import type { HTMLAttributes } from 'svelte/elements';

${IMPORT}
/** The handlers: \`onnewsprint-load\` and so on. */
type Handlers = {
  [K in keyof NewsprintEventMap as \`on\${K}\`]?: (event: NewsprintEventMap[K]) => void;
};

/** What the element takes in a template. */
export type NewsprintArticleProps = HTMLAttributes<${element.class}> &
  Partial<NewsprintProperties> &
  Handlers & {
${attributeMembers(element)}  };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    '${element.tag}': NewsprintArticleProps;
  }
}
`;

/** @param {Interface} element */
export const vue = (element) => `/**
 * \`<${element.tag}>\` in the templates of Vue 3. There is nothing to run here:
 *
 *     import 'newsprint-article';
 *     import type {} from 'newsprint-article/vue';
 *
 * Tell Vue's compiler that the tag is a custom element (\`isCustomElement\`).
 */
import type { HTMLAttributes } from 'vue';

${IMPORT}
/** The handlers: \`@newsprint-load\` in a template. */
type Handlers = {
  [K in keyof NewsprintEventMap as \`on\${Capitalize<K>}\`]?: (event: NewsprintEventMap[K]) => void;
};

/** What the element takes in a template. */
export type NewsprintArticleProps = HTMLAttributes &
  Partial<NewsprintProperties> &
  Handlers & {
${attributeMembers(element)}  };

declare module 'vue' {
  interface GlobalComponents {
    '${element.tag}': new () => ${element.class} & {
      /** @deprecated Only for the type checker of templates. */
      $props: NewsprintArticleProps;
    };
  }
}
`;
