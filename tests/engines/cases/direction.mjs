// @ts-check
/** An article that is written from right to left, and what in it is not. */
import { small } from '../../e2e/support/documents.mjs';
import { element, give } from '../../e2e/support/blank-page.mjs';

/** @type {import('../run.mjs').Case[]} */
export const cases = [
  {
    name: 'from right to left',
    async run({ reader }) {
      await reader.open('articles/coast-mobile-library.html');
      await reader.sees('the article', ['ar', 'rtl'], () => {
        const article = paper().find('article');
        return [article?.lang, article && getComputedStyle(article).direction];
      });
      await reader.sees('what does not begin on the right', [], () => {
        const { all } = paper();
        const wrong = [];
        for (const it of all('.headline, [part=paragraph]')) {
          const box = it.getBoundingClientRect();
          const range = document.createRange();
          range.selectNodeContents(it);
          const [first] = range.getClientRects();
          if (!(Math.abs(first.right - box.right) <= 2)) wrong.push(it.textContent);
        }
        return all('[part=paragraph]').length > 2 ? wrong : ['no paragraphs'];
      });
      await reader.sees('that the list beside the body is on its left', true, () => {
        const { find } = paper();
        const [list, text] = ['[part=latest], [part=related]', '[part=paragraph]'].map((part) =>
          /** @type {HTMLElement} */ (find(part)).getBoundingClientRect(),
        );
        return list.right <= text.left;
      });
    },
  },
  {
    name: 'each in its own direction',
    async run({ reader, site }) {
      const blocks = [
        { type: 'figure', value: '-12%', label: 'א' },
        { type: 'table', rows: [['א', '-12%', 'Look!']] },
        { type: 'paragraph', text: ['א ', { text: 'f(x);', marks: ['code'] }] },
      ];
      give(site, 'it', small(blocks, { lang: 'he', tags: [{ text: 'Look!', url: '/a' }] }));
      await reader.open(site.page(element('it')));
      await reader.headline('A small article');
      await reader.sees('that each reads from left to right', [], () =>
        paper()
          .all('.big-number strong, td:nth-child(2), td:nth-child(3), p code, .tags a')
          .filter((it) => {
            const text = /** @type {Text} */ (it.firstChild);
            const x = [...text.data].map((_, at) => {
              const range = document.createRange();
              range.setStart(text, at);
              range.setEnd(text, at + 1);
              return range.getBoundingClientRect().x;
            });
            return x.some((place, at) => at > 0 && place < (x[at - 1] ?? 0));
          })
          .map((it) => it.textContent),
      );
    },
  },
  {
    name: 'scripts that have no italics',
    async run({ reader, site }) {
      const blocks = [{ type: 'quote', text: ['地獄', [{ text: '門', marks: ['emphasis'] }]] }];
      give(site, 'it', small(blocks, { lang: 'ja' }));
      await reader.open(site.page(element('it')));
      await reader.headline('A small article');
      await reader.sees('how they stand', ['normal', 'normal', 1.4], () => {
        const headline = getComputedStyle(/** @type {Element} */ (paper().find('.headline')));
        return [
          ...paper()
            .all('.quote p:first-child, .quote em')
            .map((it) => getComputedStyle(it).fontStyle),
          Math.round((parseFloat(headline.lineHeight) / parseFloat(headline.fontSize)) * 10) / 10,
        ];
      });
    },
  },
];
