import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'newsprint-article';

import { FIRST, SECOND, heard } from '../articles.js';

function Site() {
  const [article, setArticle] = useState(FIRST);
  const [words, setWords] = useState([]);
  const listen = (event) => setWords((words) => [...words, heard(event)]);
  return (
    <>
      <button onClick={() => setArticle(SECOND)}>Another article</button>
      <pre id="heard">{words.join('\n')}</pre>
      <newsprint-article
        article={article}
        heading-level={2}
        onnewsprint-load={listen}
        onnewsprint-error={listen}
      >
        <p>The fallback</p>
      </newsprint-article>
    </>
  );
}

createRoot(document.getElementById('root')).render(<Site />);
