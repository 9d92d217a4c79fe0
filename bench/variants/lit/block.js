import { html } from 'lit';

import { figure } from './figure.js';

/** A block, as its type says. */
export const block = (block) => kinds[block.type](block);

const kinds = {
  paragraph: ({ text }) => html`<p>${words(text)}</p>`,
  // All headings of blocks are of one level: Lit has no names of elements that are values.
  heading: ({ text }) => html`<h3 class="subheading">${text}</h3>`,
  list: ({ ordered, items }) => {
    const all = items.map((item) => html`<li>${item}</li>`);
    return ordered
      ? html`<ol class="list">
          ${all}
        </ol>`
      : html`<ul class="list">
          ${all}
        </ul>`;
  },
  quote: ({ text, cite }) =>
    html`<figure class="quote">
      <blockquote><p>${text}</p></blockquote>
      <figcaption>${cite}</figcaption>
    </figure>`,
  figure: ({ value, label }) =>
    html`<p class="big-number"><strong>${value}</strong> <span>${label}</span></p>`,
  image: (picture) => figure(picture, { loading: 'lazy', sizes: 'auto, 100vw' }),
};

/** Words with their links and marks. */
const words = (text) => (typeof text === 'string' ? text : text.map(span));

const span = (span) => {
  if (typeof span === 'string') return span;
  if (span.href) return html`<a rel="noopener" href=${span.href}>${span.text}</a>`;
  return span.marks.includes('strong')
    ? html`<strong>${span.text}</strong>`
    : html`<em>${span.text}</em>`;
};
