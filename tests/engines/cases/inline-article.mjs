// @ts-check
/** An article that comes with the page. */
import { deepEqual } from 'node:assert/strict';

import { small } from '../../e2e/support/documents.mjs';

const BLOCKS = [{ type: 'paragraph', text: 'It is </script> & more.' }];
const IN_PAGE = JSON.stringify(small(BLOCKS, { headline: 'In the page' })).replaceAll(
  '<',
  '\\u003c',
);

/** @type {import('../run.mjs').Case[]} */
export const cases = [
  {
    name: 'JSON in the page, then a property',
    async run({ reader, site }) {
      await reader.open(
        site.page(`<newsprint-article><h1>Fallback</h1>
          <script type="application/json">${IN_PAGE}</script></newsprint-article>`),
      );
      await reader.headline('In the page');
      await reader.sees('the rest', ['It is </script> & more.', false], () => [
        paper().text('[part=paragraph]'),
        shown(paper().host.querySelector('h1')),
      ]);
      await reader.evaluate(
        (article) => {
          Object.assign(paper().host, { article });
        },
        small([], { headline: 'From script' }),
      );
      await reader.headline('From script');
      await reader.waits('where the articles came from', ['prerendered', 'property'], async () =>
        (await reader.heard('load')).map(({ source }) => source),
      );
      deepEqual(site.count(/\.json$/), 0, 'requests for JSON');
    },
  },
];
