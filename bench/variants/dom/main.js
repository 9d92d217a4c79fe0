// @ts-check
/** The article by hand: elements made one by one, and put into the page at once. */
import { longDay, longMoment, srcset } from '../shared/format.js';

/** @typedef {import('../../content.mjs').Block} Block */
/** @typedef {import('../../content.mjs').Picture} Picture */

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    made.setAttribute(attribute, String(value));
  made.append(...children);
  return made;
}

/** @param {import('../../content.mjs').Text} spans */
const text = (spans) =>
  typeof spans === 'string'
    ? [spans]
    : spans.map((span) => {
        if (typeof span === 'string') return span;
        if (span.href) return element('a', { rel: 'noopener', href: span.href }, span.text);
        return element(span.marks?.includes('strong') ? 'strong' : 'em', {}, span.text);
      });

/**
 * @param {Picture} picture
 * @param {Record<string, string>} urgency
 */
const figure = (picture, urgency) =>
  element(
    'figure',
    { class: 'figure' },
    element('img', {
      class: 'picture',
      alt: picture.alt,
      decoding: 'async',
      width: picture.width,
      height: picture.height,
      ...urgency,
      srcset: srcset(picture.srcset),
      src: picture.src,
    }),
    element(
      'figcaption',
      {},
      element('span', {}, picture.caption),
      ' ',
      element('span', { class: 'credit' }, picture.credit),
    ),
  );

/** @param {Block} block */
function show(block) {
  switch (block.type) {
    case 'paragraph':
      return element('p', {}, ...text(block.text));
    case 'heading':
      return element(`h${block.level}`, { class: 'subheading' }, block.text);
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        { class: 'list' },
        ...block.items.map((item) => element('li', {}, item)),
      );
    case 'quote':
      return element(
        'figure',
        { class: 'quote' },
        element('blockquote', {}, element('p', {}, block.text)),
        element('figcaption', {}, block.cite),
      );
    case 'figure':
      return element(
        'p',
        { class: 'big-number' },
        element('strong', {}, block.value),
        ' ',
        element('span', {}, block.label),
      );
    case 'image':
      return figure(block, { loading: 'lazy', sizes: 'auto, 100vw' });
  }
}

/** @param {import('../../content.mjs').Article} article */
function whole(article) {
  const { lang, header } = article;
  const authors = article.byline.authors.flatMap((author, place) => [
    place ? ' and ' : '',
    element(
      'a',
      { rel: 'author noopener', href: author.url },
      element('bdi', { class: 'author' }, author.name),
    ),
  ]);
  const sections = article.sections.map((section, place) => {
    const blocks = section.blocks.map(show);
    if (!section.heading) return element('div', { part: 'section' }, ...blocks);
    const id = `section-${place}`;
    const heading = element('h2', { class: 'heading', id }, section.heading);
    return element('section', { part: 'section', 'aria-labelledby': id }, heading, ...blocks);
  });
  return element(
    'div',
    { class: 'frame' },
    element(
      'article',
      { class: 'article', lang, dir: 'ltr', 'aria-label': article.headline },
      element(
        'header',
        { class: 'masthead' },
        element(
          'div',
          { class: 'header' },
          element('span', { class: 'place' }, header.place),
          element('time', { class: 'date', datetime: header.date }, longDay(lang, header.date)),
        ),
        element('p', { class: 'kicker' }, article.kicker),
        element('h1', { class: 'headline' }, article.headline),
        element('p', { class: 'standfirst' }, article.standfirst),
        element('p', { class: 'byline' }, element('bdi', {}, 'Authored by'), ': ', ...authors),
        element(
          'p',
          { class: 'times' },
          element(
            'span',
            {},
            'Published ',
            element('time', { datetime: article.published }, longMoment(lang, article.published)),
          ),
        ),
      ),
      element(
        'div',
        { class: 'hero' },
        figure(article.hero, { fetchpriority: 'high', sizes: '100vw' }),
      ),
      element(
        'div',
        { class: 'columns' },
        element(
          'div',
          { class: 'body' },
          ...sections,
          element('p', { class: 'rights' }, element('small', {}, article.rights)),
        ),
      ),
    ),
  );
}

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
const response = await fetch(/** @type {string} */ (app.dataset.src));
app.append(whole(await response.json()));
