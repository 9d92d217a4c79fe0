import { useEffect, useState } from 'preact/hooks';

import { Blocks } from './Blocks.jsx';
import { Figure } from './Figure.jsx';
import { longDay, longMoment } from '../shared/format.js';

/** The article at a URL. */
export function App({ src }) {
  const [article, setArticle] = useState();
  useEffect(() => {
    let isCurrent = true;
    fetch(src)
      .then((response) => response.json())
      .then((found) => isCurrent && setArticle(found));
    return () => {
      isCurrent = false;
    };
  }, [src]);
  return article && <Article article={article} />;
}

function Article({ article }) {
  return (
    <div class="frame">
      <article class="article" lang={article.lang} dir="ltr" aria-label={article.headline}>
        <Masthead article={article} />
        <div class="hero">
          <Figure picture={article.hero} fetchpriority="high" sizes="100vw" />
        </div>
        <div class="columns">
          <div class="body">
            {article.sections.map((section, place) => (
              <Section key={place} id={`section-${place}`} section={section} />
            ))}
            <p class="rights">
              <small>{article.rights}</small>
            </p>
          </div>
        </div>
      </article>
    </div>
  );
}

function Masthead({ article }) {
  const { lang, header, byline, published } = article;
  return (
    <header class="masthead">
      <div class="header">
        <span class="place">{header.place}</span>
        <time class="date" datetime={header.date}>
          {longDay(lang, header.date)}
        </time>
      </div>
      <p class="kicker">{article.kicker}</p>
      <h1 class="headline">{article.headline}</h1>
      <p class="standfirst">{article.standfirst}</p>
      <p class="byline">
        <bdi>Authored by</bdi>:{' '}
        {byline.authors.map((author) => (
          <a key={author.url} rel="author noopener" href={author.url}>
            <bdi class="author">{author.name}</bdi>
          </a>
        ))}
      </p>
      <p class="times">
        <span>
          Published <time datetime={published}>{longMoment(lang, published)}</time>
        </span>
      </p>
    </header>
  );
}

function Section({ id, section }) {
  if (!section.heading)
    return (
      <div part="section">
        <Blocks blocks={section.blocks} />
      </div>
    );
  return (
    <section part="section" aria-labelledby={id}>
      <h2 class="heading" id={id}>
        {section.heading}
      </h2>
      <Blocks blocks={section.blocks} />
    </section>
  );
}
