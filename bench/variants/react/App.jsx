import { useEffect, useState } from 'react';

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
    <div className="frame">
      <article className="article" lang={article.lang} dir="ltr" aria-label={article.headline}>
        <Masthead article={article} />
        <div className="hero">
          <Figure picture={article.hero} fetchPriority="high" sizes="100vw" />
        </div>
        <div className="columns">
          <div className="body">
            {article.sections.map((section, place) => (
              <Section key={place} id={`section-${place}`} section={section} />
            ))}
            <p className="rights">
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
    <header className="masthead">
      <div className="header">
        <span className="place">{header.place}</span>
        <time className="date" dateTime={header.date}>
          {longDay(lang, header.date)}
        </time>
      </div>
      <p className="kicker">{article.kicker}</p>
      <h1 className="headline">{article.headline}</h1>
      <p className="standfirst">{article.standfirst}</p>
      <p className="byline">
        <bdi>Authored by</bdi>:{' '}
        {byline.authors.map((author) => (
          <a key={author.url} rel="author noopener" href={author.url}>
            <bdi className="author">{author.name}</bdi>
          </a>
        ))}
      </p>
      <p className="times">
        <span>
          Published <time dateTime={published}>{longMoment(lang, published)}</time>
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
      <h2 className="heading" id={id}>
        {section.heading}
      </h2>
      <Blocks blocks={section.blocks} />
    </section>
  );
}
