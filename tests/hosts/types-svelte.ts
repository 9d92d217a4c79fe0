/**
 * The types of the package in the templates of Svelte, used well, and in ways that they have to
 * refuse. What a template says of an element is checked as an object of this type.
 */
import type { ArticleDocument } from 'newsprint-article';
import type {} from 'newsprint-article/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Attributes = SvelteHTMLElements['newsprint-article'];

const bridges: ArticleDocument = { headline: 'A harbour town counts its bridges', sections: [] };

export const right: Attributes[] = [
  {
    class: 'story',
    lang: 'en',
    src: '/api/articles/bridges.json',
    headingLevel: 2,
    theme: 'dark',
    'onnewsprint-load': ({ detail }) => console.log(detail.article.headline),
    'onnewsprint-update': ({ detail }) => console.log(detail.diagnostics[0]?.found),
    'onnewsprint-error': (event) => event.detail.kind === 'offline' && event.preventDefault(),
    'onnewsprint-navigate': ({ detail }) => console.log(detail.list),
    onclick: ({ currentTarget }) => currentTarget.reload(),
  },
  { article: bridges, 'heading-level': 3, loading: 'lazy' },
  { article: null, 'heading-level': '4', refresh: 60, hide: 'weather' },
];

export const wrong: Attributes[] = [
  // @ts-expect-error: a theme is a word that the element knows
  { theme: 'sepia' },
  // @ts-expect-error: an article is an object
  { article: '/api/articles/bridges.json' },
  // @ts-expect-error: a headline has no level 5
  { 'heading-level': 5 },
  // @ts-expect-error: there is no such property
  { url: '/api/articles/bridges.json' },
  // @ts-expect-error: a load has no kind
  { 'onnewsprint-load': ({ detail }) => console.log(detail.kind) },
  // @ts-expect-error: a number listens to nothing
  { 'onnewsprint-error': 1 },
];
