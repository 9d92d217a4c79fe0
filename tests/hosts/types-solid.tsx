/** @jsxImportSource solid-js */
/** The types of the package in the JSX of Solid, used well, and in ways that they have to refuse. */
import type { ArticleDocument, NewsprintArticle } from 'newsprint-article';
import type {} from 'newsprint-article/solid';

export function Site(props: { article: ArticleDocument }) {
  let element: NewsprintArticle | undefined;
  return (
    <>
      <newsprint-article
        ref={element}
        class="story"
        lang="en"
        src="/api/articles/bridges.json"
        heading-level="2"
        theme="dark"
        on:newsprint-load={({ detail }) => console.log(detail.article.headline)}
        on:newsprint-update={({ detail }) => console.log(detail.diagnostics[0]?.found)}
        on:newsprint-error={(event) => event.detail.kind === 'offline' && event.preventDefault()}
        on:newsprint-navigate={({ detail }) => console.log(detail.list)}
        onClick={() => element?.reload()}
      >
        <p>The fallback</p>
      </newsprint-article>
      <newsprint-article prop:article={props.article} heading-level={3} loading="lazy" />
      <newsprint-article prop:article={null} prop:headingLevel={4} refresh={60} hide="weather" />

      {/* @ts-expect-error: a theme is a word that the element knows */}
      <newsprint-article theme="sepia" />
      {/* @ts-expect-error: no attribute takes an article */}
      <newsprint-article article={props.article} />
      {/* @ts-expect-error: an article is an object */}
      <newsprint-article prop:article="/api/articles/bridges.json" />
      {/* @ts-expect-error: a headline has no level 5 */}
      <newsprint-article heading-level={5} />
      {/* @ts-expect-error: there is no such property */}
      <newsprint-article url="/api/articles/bridges.json" />
      {/* @ts-expect-error: a load has no kind */}
      <newsprint-article on:newsprint-load={({ detail }) => console.log(detail.kind)} />
      {/* @ts-expect-error: a number listens to nothing */}
      <newsprint-article on:newsprint-error={1} />
    </>
  );
}
