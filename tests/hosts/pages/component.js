// A component of the site, whose shadow root articles stand in.
class SiteCard extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    for (const name of ['unnamed', 'none']) {
      const article = document.createElement('newsprint-article');
      article.setAttribute('src', `../articles/${name}.json`);
      root.append(article);
    }
  }
}
customElements.define('site-card', SiteCard);
