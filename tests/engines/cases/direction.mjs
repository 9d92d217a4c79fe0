// @ts-check
/** An article that is written from right to left. */

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
];
