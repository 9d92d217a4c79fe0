import { For, Show, createResource } from 'solid-js';

import { Block } from './Block.jsx';
import { Figure } from './Figure.jsx';
import { longDay, longMoment } from '../shared/format.js';

/** The article at a URL. */
export function App(props) {
  const [article] = createResource(
    () => props.src,
    async (src) => (await fetch(src)).json(),
  );
  return <Show when={article()}>{(found) => <Article article={found()} />}</Show>;
}

function Article(props) {
  return (
    <div class="frame">
      <article
        class="article"
        lang={props.article.lang}
        dir="ltr"
        aria-label={props.article.headline}
      >
        <Masthead article={props.article} />
        <div class="hero">
          <Figure picture={props.article.hero} fetchpriority="high" sizes="100vw" />
        </div>
        <div class="columns">
          <div class="body">
            <For each={props.article.sections}>
              {(section, place) => <Section id={`section-${place()}`} section={section} />}
            </For>
            <p class="rights">
              <small>{props.article.rights}</small>
            </p>
          </div>
        </div>
      </article>
    </div>
  );
}

function Masthead(props) {
  return (
    <header class="masthead">
      <div class="header">
        <span class="place">{props.article.header.place}</span>
        <time class="date" datetime={props.article.header.date}>
          {longDay(props.article.lang, props.article.header.date)}
        </time>
      </div>
      <p class="kicker">{props.article.kicker}</p>
      <h1 class="headline">{props.article.headline}</h1>
      <p class="standfirst">{props.article.standfirst}</p>
      <p class="byline">
        <bdi>Authored by</bdi>:{' '}
        <For each={props.article.byline.authors}>
          {(author) => (
            <a rel="author noopener" href={author.url}>
              <bdi class="author">{author.name}</bdi>
            </a>
          )}
        </For>
      </p>
      <p class="times">
        <span>
          Published{' '}
          <time datetime={props.article.published}>
            {longMoment(props.article.lang, props.article.published)}
          </time>
        </span>
      </p>
    </header>
  );
}

function Section(props) {
  const blocks = () => <For each={props.section.blocks}>{(block) => <Block block={block} />}</For>;
  return (
    <Show when={props.section.heading} fallback={<div part="section">{blocks()}</div>}>
      <section part="section" aria-labelledby={props.id}>
        <h2 class="heading" id={props.id}>
          {props.section.heading}
        </h2>
        {blocks()}
      </section>
    </Show>
  );
}
