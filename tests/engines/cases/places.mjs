// @ts-check
/** Links to a place in an article, and the way back. */
import { small } from '../../e2e/support/documents.mjs';
import { element, give, paragraphs } from '../../e2e/support/blank-page.mjs';

const LONG = small([], {
  sections: [
    {
      blocks: [
        { type: 'paragraph', text: [{ text: 'To the end', href: '#the-end' }] },
        ...paragraphs(60),
      ],
    },
    { id: 'the-end', heading: 'The end', blocks: paragraphs(60) },
  ],
});

/** @type {import('../run.mjs').Case[]} */
export const cases = [
  {
    name: 'a link to a section, and back',
    async run({ reader, site }) {
      give(site, 'it', LONG);
      await reader.open(site.page(element('it')));
      await reader.headline('A small article');
      // A real click: on the way back, browsers pass over what no person has added to the history.
      await reader.click('the link', () => paper().find('a[href^="#"]'));
      const isAtTop = () => {
        const end = paper()
          .all('.heading')
          .find((it) => it.textContent === 'The end');
        const top = end?.getBoundingClientRect().top ?? -1;
        return [top > -5 && top < 150, location.hash];
      };
      await reader.sees('that the section is at the top', [true, '#the-end'], isAtTop);
      await reader.evaluate(() => void history.back());
      await reader.sees('that the link is in view again', [true, ''], () => [
        scrollY < 50,
        location.hash,
      ]);
    },
  },
  {
    name: 'a page that is opened at a section',
    async run({ reader, site }) {
      give(site, 'it', LONG);
      await reader.open(`${site.page(element('it'))}#the-end`);
      await reader.headline('A small article');
      await reader.sees('that the section is at the top', true, () => {
        const end = paper()
          .all('.heading')
          .find((it) => it.textContent === 'The end');
        const top = end?.getBoundingClientRect().top ?? -1;
        return top > -5 && top < 150;
      });
    },
  },
];
