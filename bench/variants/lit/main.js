import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { block } from './block.js';
import { figure } from './figure.js';
import { longDay, longMoment } from '../shared/format.js';

/** The article at `src`. It stands in the page itself, where the style sheet of the page is. */
class NewsArticle extends LitElement {
  static properties = { src: {}, article: { state: true } };

  createRenderRoot() {
    return this;
  }

  async willUpdate(changed) {
    if (!changed.has('src')) return;
    const response = await fetch(this.src);
    this.article = await response.json();
  }

  render() {
    const { article } = this;
    if (!article) return nothing;
    return html`<div class="frame">
      <article class="article" lang=${article.lang} dir="ltr" aria-label=${article.headline}>
        ${masthead(article)}
        <div class="hero">${figure(article.hero, { sizes: '100vw', fetchpriority: 'high' })}</div>
        <div class="columns">
          <div class="body">
            ${repeat(article.sections, (_, place) => place, section)}
            <p class="rights"><small>${article.rights}</small></p>
          </div>
        </div>
      </article>
    </div>`;
  }
}

const masthead = ({ lang, header, kicker, headline, standfirst, byline, published }) => html`
  <header class="masthead">
    <div class="header">
      <span class="place">${header.place}</span>
      <time class="date" datetime=${header.date}>${longDay(lang, header.date)}</time>
    </div>
    <p class="kicker">${kicker}</p>
    <h1 class="headline">${headline}</h1>
    <p class="standfirst">${standfirst}</p>
    <p class="byline">
      <bdi>Authored by</bdi>:
      ${byline.authors.map(
        (author) =>
          html`<a rel="author noopener" href=${author.url}
            ><bdi class="author">${author.name}</bdi></a
          >`,
      )}
    </p>
    <p class="times">
      <span>Published <time datetime=${published}>${longMoment(lang, published)}</time></span>
    </p>
  </header>
`;

const section = ({ heading, blocks }, place) => {
  const all = repeat(blocks, (_, at) => at, block);
  if (!heading) return html`<div part="section">${all}</div>`;
  return html`<section part="section" aria-labelledby="section-${place}">
    <h2 class="heading" id="section-${place}">${heading}</h2>
    ${all}
  </section>`;
};

customElements.define('news-article', NewsArticle);
