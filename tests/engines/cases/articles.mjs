// @ts-check
/** Every article of the demo, under the strict policy. The watch of every case hears what is wrong. */
import { NAMES, document, plain } from '../../e2e/support/documents.mjs';

/** Narrow, and not narrower than the window of each browser can be. */
const NARROW = 460;

/** @typedef {import('../run.mjs').Case} Case */

/** What is seen of an article. */
const look = () => {
  const { host, find, all, text } = paper();
  const root = globalThis.document.documentElement;
  return {
    headline: text('.headline'),
    isShown: shown(find('.headline')),
    sections: all('[part=section]').filter(shown).length,
    headings: all('[part=section] > [part=heading]:first-child')
      .filter(shown)
      .map((it) => it.textContent),
    isReady: host.matches(':state(ready)'),
    fallback: [...host.children].some((child) => shown(/** @type {HTMLElement} */ (child))),
    skeleton: shown(find('.skeleton')),
    error: text('.error'),
    sideways: root.scrollWidth - root.clientWidth,
  };
};

/** Scrolls to a picture that has not come, and says which are missing. */
const missingPictures = () => {
  const all = /** @type {HTMLImageElement[]} */ (paper().all('img'));
  const missing = all.filter((img) => img.naturalWidth === 0);
  missing[0]?.scrollIntoView({ behavior: 'instant' });
  return missing.map((img) => img.src);
};

/** @param {string} name @returns {Case} */
const one = (name) => ({
  name: `article ${name}`,
  async run({ reader }) {
    const { headline, sections } = document(name);
    const expected = {
      headline,
      isShown: true,
      sections: sections.length,
      headings: sections.flatMap((/** @type {any} */ it) => it.heading ?? []),
      isReady: true,
      fallback: false,
      skeleton: false,
      error: '',
      sideways: 0,
    };
    await reader.open(`articles/${name}.html`);
    await reader.sees('the article', expected, look);
    await reader.sees('pictures that are missing', [], missingPictures);

    const texts = sections
      .flatMap((/** @type {any} */ section) => section.blocks)
      .filter((/** @type {any} */ block) => block.type === 'paragraph')
      .map((/** @type {any} */ block) => plain(block.text));
    await reader.sees(
      'paragraphs that are missing',
      [],
      (all) => {
        const there = paper()
          .all('p[part=paragraph]')
          .filter(shown)
          .map((it) => it.textContent);
        return all.filter((/** @type {string} */ text) => !there.includes(text));
      },
      texts,
    );

    await reader.resize(NARROW, 800);
    await reader.sees('the article in a narrow window', expected, look);
  },
});

/** @type {Case[]} */
export const cases = NAMES.map(one);
