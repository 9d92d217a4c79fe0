// Shows the article whose JSON is named in the page's address: article.html?src=api/articles/….json
const EXAMPLE = 'api/articles/kazakhstan-reform-and-balance.json';

const article = document.querySelector('newsprint-article');
const notice = document.getElementById('notice');

function link(text, href) {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function say(...paragraphs) {
  notice.hidden = false;
  notice.replaceChildren(
    ...paragraphs.map((parts) => {
      const paragraph = document.createElement('p');
      paragraph.append(...parts);
      return paragraph;
    }),
  );
}

function example() {
  const href = `?src=${EXAMPLE}`;
  return ['For example: ', link(`article.html${href}`, href)];
}

function sameOrigin(address) {
  let url;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    return null;
  }
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.origin === location.origin ? url : null;
}

const address = (new URLSearchParams(location.search).get('src') ?? '').trim();

if (address === '') {
  say(
    [
      'This page shows one article. Tell it which by adding ?src= and the address of the article’s JSON.',
    ],
    example(),
  );
} else {
  const url = sameOrigin(address);
  if (url) {
    article.hidden = false;
    article.setAttribute('src', url.href);
  } else {
    say(
      [
        `Sorry, only articles from this site (${location.origin}) can be shown here, and “${address}” is not one of them.`,
      ],
      [
        'To look at your own, serve it from the same origin as this page, or put this page beside it.',
      ],
      example(),
    );
  }
}
