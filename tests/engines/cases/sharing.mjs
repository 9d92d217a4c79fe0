// @ts-check
/** Thirty elements of a page share an engine, the styles, and requests for the same article. */
import { small } from '../../e2e/support/documents.mjs';
import { element, give, path } from '../../e2e/support/blank-page.mjs';

const NAMES = Array.from({ length: 10 }, (_, index) => `a${index}`);

/** @type {import('../run.mjs').Case[]} */
export const cases = [
  {
    name: '30 elements share an engine and requests',
    async run({ reader, site }) {
      for (const name of NAMES) give(site, name, small([], { headline: name }));
      const elements = [...NAMES, ...NAMES, ...NAMES];
      await reader.open(
        site.page(elements.map((name) => element(name)).join(''), { poison: true }),
      );
      await reader.sees('headlines', elements, () =>
        [...document.querySelectorAll('newsprint-article')].map(
          (host) => host.shadowRoot?.querySelector('.headline')?.textContent,
        ),
      );
      await reader.sees('engines', 1, () => engines);
      await reader.waits('loads', 30, async () => (await reader.heard('load')).length);
      const files = [
        /_bg\.wasm$/,
        /newsprint-[^/]*\.css$/,
        /newsprint-[^/]*\.js$/,
        /newsprint\.js$/,
      ];
      await reader.waits(
        'requests for each file, and for each article',
        [...files.map(() => 1), ...NAMES.map(() => 1)],
        () => [...files, ...NAMES.map(path)].map((it) => site.count(it)),
      );
    },
  },
];
