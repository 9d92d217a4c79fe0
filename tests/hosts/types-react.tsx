/** The types of the package in JSX, used well, and in ways that they have to refuse. */
import { useRef } from 'react';
import type { ArticleDocument, NewsprintArticle } from 'newsprint-article';
import type {} from 'newsprint-article/react';

export function Site({ article }: { article: ArticleDocument }) {
  const element = useRef<NewsprintArticle>(null);
  return (
    <>
      <newsprint-article
        ref={element}
        className="story"
        lang="en"
        src="/api/articles/bridges.json"
        headingLevel={2}
        theme="dark"
        onnewsprint-load={({ detail }) => console.log(detail.article.headline)}
        onnewsprint-update={({ detail }) => console.log(detail.diagnostics[0]?.found)}
        onnewsprint-error={(event) => event.detail.kind === 'offline' && event.preventDefault()}
        onnewsprint-navigate={({ detail }) => console.log(detail.list)}
        onClick={() => element.current?.reload()}
      >
        <p>The fallback</p>
      </newsprint-article>
      <newsprint-article article={article} heading-level={3} loading="lazy" />
      <newsprint-article article={null} heading-level="4" refresh={60} hide="weather" />

      {/* @ts-expect-error: a theme is a word that the element knows */}
      <newsprint-article theme="sepia" />
      {/* @ts-expect-error: an article is an object */}
      <newsprint-article article="/api/articles/bridges.json" />
      {/* @ts-expect-error: a headline has no level 5 */}
      <newsprint-article heading-level={5} />
      {/* @ts-expect-error: there is no such property */}
      <newsprint-article url="/api/articles/bridges.json" />
      {/* @ts-expect-error: a load has no kind */}
      <newsprint-article onnewsprint-load={({ detail }) => console.log(detail.kind)} />
    </>
  );
}
