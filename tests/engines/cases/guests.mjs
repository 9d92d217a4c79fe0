// @ts-check
/** What others do in an element, and where they put it. */
import { small } from '../../e2e/support/documents.mjs';
import { element, give, path } from '../../e2e/support/blank-page.mjs';

/** @type {import('../run.mjs').Case[]} */
export const cases = [
  {
    name: 'a translated article, and its newer version',
    async run({ reader, site }) {
      give(site, 'it', small([{ type: 'paragraph', text: 'Old.' }], { headline: 'Version 1' }));
      await reader.open(site.page(element('it')));
      await reader.headline('Version 1');
      await reader.evaluate(() => {
        const article = /** @type {HTMLElement} */ (paper().find('article'));
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        const all = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) all.push(node);
        for (const node of all) {
          const font = document.createElement('font');
          font.textContent = `«${node.nodeValue}»`;
          node.parentNode?.replaceChild(font, node);
        }
      });
      give(site, 'it', small([{ type: 'paragraph', text: 'New.' }], { headline: 'Version 2' }));
      await reader.evaluate(() => void paper().host.setAttribute('refresh', '1'));
      await reader.headline('Version 2');
      await reader.sees('the words', ['New.', 0], () => [
        paper().text('[part=paragraph]'),
        paper().all('font').length,
      ]);
    },
  },
  {
    name: 'an element in a frame has its styles',
    async run({ reader, site }) {
      give(site, 'it', small());
      await reader.open(site.page(`${element('it')}<iframe></iframe>`));
      await reader.headline('A small article');
      await reader.evaluate(() => {
        const frame = document.querySelector('iframe');
        frame?.contentDocument?.body.append(paper().host);
      });
      await reader.sees('the weight of the headline', '700', () => {
        const host = document
          .querySelector('iframe')
          ?.contentDocument?.querySelector('newsprint-article');
        const headline = host?.shadowRoot?.querySelector('.headline');
        return headline && getComputedStyle(headline).fontWeight;
      });
    },
  },
  {
    name: 'copies are found by the element alone',
    async run({ reader, site }) {
      give(site, 'it', small());
      await reader.open(site.page(element('it')));
      await reader.headline('A small article');
      await reader.sees(
        'that there is a copy, and who finds it',
        [true, false],
        async (url) => [
          Boolean(await caches.match(url, { ignoreVary: true })),
          Boolean(await caches.match(url)),
        ],
        path('it'),
      );
    },
  },
];
