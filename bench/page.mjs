// @ts-check
/** Pages as text: the article as plain HTML, and the page around an article that a script makes. */
import { longDay, longMoment, srcset } from './variants/shared/format.js';

/** @typedef {import('./content.mjs').Article} Article */
/** @typedef {import('./content.mjs').Block} Block */
/** @typedef {import('./content.mjs').Picture} Picture */

/** @param {string} text */
export const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {import('./content.mjs').Text} spans */
function text(spans) {
  if (typeof spans === 'string') return escape(spans);
  return spans
    .map((span) => {
      if (typeof span === 'string') return escape(span);
      const words = escape(span.text);
      if (span.href) return `<a rel="noopener" href="${escape(span.href)}">${words}</a>`;
      const mark = span.marks?.includes('strong') ? 'strong' : 'em';
      return `<${mark}>${words}</${mark}>`;
    })
    .join('');
}

/**
 * @param {Picture} picture
 * @param {boolean} isFirst
 */
function figure(picture, isFirst) {
  const urgency = isFirst ? 'fetchpriority="high"' : 'loading="lazy"';
  const sizes = isFirst ? '100vw' : 'auto, 100vw';
  return (
    `<figure class="figure"><img class="picture" alt="${escape(picture.alt)}" decoding="async" ` +
    `width="${picture.width}" height="${picture.height}" ${urgency} sizes="${sizes}" ` +
    `srcset="${escape(srcset(picture.srcset))}" src="${escape(picture.src)}">` +
    `<figcaption><span>${escape(picture.caption)}</span> ` +
    `<span class="credit">${escape(picture.credit)}</span></figcaption></figure>`
  );
}

/** @param {Block} block */
function html(block) {
  switch (block.type) {
    case 'paragraph':
      return `<p>${text(block.text)}</p>`;
    case 'heading':
      return `<h${block.level} class="subheading">${text(block.text)}</h${block.level}>`;
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li>${escape(item)}</li>`).join('');
      return `<${name} class="list">${items}</${name}>`;
    }
    case 'quote':
      return (
        `<figure class="quote"><blockquote><p>${escape(block.text)}</p></blockquote>` +
        `<figcaption>${escape(block.cite)}</figcaption></figure>`
      );
    case 'figure':
      return `<p class="big-number"><strong>${escape(block.value)}</strong> <span>${escape(block.label)}</span></p>`;
    case 'image':
      return figure(block, false);
  }
}

/**
 * The article as the variants show it.
 * @param {Article} article
 */
export function markup(article) {
  const { lang, header, byline } = article;
  const authors = byline.authors.map(
    (author) =>
      `<a rel="author noopener" href="${escape(author.url)}"><bdi class="author">${escape(author.name)}</bdi></a>`,
  );
  const sections = article.sections.map((section, place) => {
    const blocks = section.blocks.map(html).join('');
    if (!section.heading) return `<div part="section">${blocks}</div>`;
    const id = `section-${place}`;
    const heading = `<h2 class="heading" id="${id}">${escape(section.heading)}</h2>`;
    return `<section part="section" aria-labelledby="${id}">${heading}${blocks}</section>`;
  });
  return (
    `<div class="frame"><article class="article" lang="${lang}" dir="ltr" aria-label="${escape(article.headline)}">` +
    `<header class="masthead"><div class="header"><span class="place">${escape(header.place)}</span>` +
    `<time class="date" datetime="${header.date}">${longDay(lang, header.date)}</time></div>` +
    `<p class="kicker">${escape(article.kicker)}</p>` +
    `<h1 class="headline">${escape(article.headline)}</h1>` +
    `<p class="standfirst">${escape(article.standfirst)}</p>` +
    `<p class="byline"><bdi>Authored by</bdi>: ${authors.join(' and ')}</p>` +
    `<p class="times"><span>Published <time datetime="${article.published}">` +
    `${longMoment(lang, article.published)}</time></span></p></header>` +
    `<div class="hero">${figure(article.hero, true)}</div>` +
    `<div class="columns"><div class="body">${sections.join('')}` +
    `<p class="rights"><small>${escape(article.rights)}</small></p></div></div></article></div>`
  );
}

/**
 * A page.
 * @param {string} title
 * @param {string[]} head what stands in it besides what each page has
 * @param {string} body
 */
export const page = (title, head, body) =>
  `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
${head.map((line) => `${line}\n`).join('')}</head>
<body>
${body}
</body>
</html>
`;
