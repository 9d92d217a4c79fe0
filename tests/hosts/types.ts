/** The types of the package, used well, and in ways that they have to refuse. Nothing runs this. */
import {
  NewsprintArticle,
  version,
  type ArticleDocument,
  type NewsprintErrorKind,
} from 'newsprint-article';

const numbers: string = version + NewsprintArticle.version;

const bridges: ArticleDocument = {
  $schema: './article.schema.json',
  lang: 'en-GB',
  header: {
    date: '2024-03-18',
    weather: { temperature: 9.5, unit: 'C', condition: 'partlyCloudy' },
  },
  headline: 'A harbour town counts its bridges',
  kicker: null,
  hero: { src: 'harbour.webp', alt: 'The harbour', width: 1600, height: 900 },
  sections: [
    {
      heading: 'What the engineers found',
      blocks: [
        {
          type: 'paragraph',
          text: ['It is ', { text: 'done', href: '/survey', marks: ['emphasis'] }, '.'],
        },
        { type: 'list', items: ['One', { text: 'Two', items: ['Three'] }], ordered: true },
        { type: 'image', src: 'a.webp', layout: 'wide', id: 'picture' },
        { type: 'details', summary: 'More', blocks: [{ type: 'divider' }] },
        { type: 'table', rows: [['1', '2']], rowHeader: true },
      ],
    },
  ],
  latest: { items: [{ headline: 'Ferry timetable restored', url: '/ferry' }] },
  related: '/api/related.json',
};

const element = document.createElement('newsprint-article');
const same: NewsprintArticle = element;
element.src = '/api/articles/bridges.json';
element.article = bridges;
element.article = null;
element.headingLevel = 2;
element.theme = 'dark';
element.units = 'f';
element.loading = 'lazy';
element.refresh = 60;
element.navigation = 'in-place';
element.hide = 'weather latest';
element.credentials = 'include';
const done: Promise<void> = element.reload();

element.addEventListener('newsprint-load', function ({ detail }) {
  const headline: string = detail.article.headline;
  const places: string[] = detail.diagnostics.map(({ pointer }) => pointer);
  this.theme = detail.source === 'property' ? 'light' : 'auto';
  console.log(headline, places);
  // @ts-expect-error: a load has no kind
  console.log(detail.kind);
});
element.addEventListener('newsprint-update', ({ detail }) => console.log(detail.article.sections));
element.addEventListener('newsprint-error', (event) => {
  const kind: NewsprintErrorKind = event.detail.kind;
  if (event.detail.retryable && event.detail.status === 503) event.preventDefault();
  // @ts-expect-error: there is no such kind
  if (kind === 'boredom') console.log(kind);
});
element.addEventListener('newsprint-navigate', ({ detail }) => {
  console.log(detail.teaser.headline, detail.url, detail.list === 'latest');
});
element.addEventListener('click', (event) => console.log(event.clientX), { once: true });

NewsprintArticle.define();
NewsprintArticle.define('my-article', customElements);
NewsprintArticle.configure({ wasmUrl: new URL('https://static.example/newsprint.wasm') });

// @ts-expect-error: a headline has no level 5
element.headingLevel = 5;
// @ts-expect-error: a theme is a word that the element knows
element.theme = 'sepia';
// @ts-expect-error: a number of seconds
element.refresh = '60';
// @ts-expect-error: an article is an object
element.article = '/api/articles/bridges.json';
// @ts-expect-error: an article has a headline
element.article = { sections: [] };
// @ts-expect-error: a block has a type that there is
element.article = { headline: 'A', sections: [{ blocks: [{ type: 'poem', text: 'A' }] }] };
// @ts-expect-error: a paragraph has a text
element.article = { headline: 'A', sections: [{ blocks: [{ type: 'paragraph' }] }] };
// @ts-expect-error: configure takes an object
NewsprintArticle.configure('newsprint.wasm');

export { done, numbers, same };
