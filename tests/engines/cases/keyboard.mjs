// @ts-check
/** The keyboard alone: where it stops, in which order, and what the Enter key does there. */
import { deepEqual } from 'node:assert/strict';

import { small } from '../../e2e/support/documents.mjs';
import { POLICY } from '../../e2e/support/server.mjs';
import { element, give } from '../../e2e/support/blank-page.mjs';

/** Whom the player of the embed would be asked of; nobody answers there. */
const PLAYER = 'https://www.youtube-nocookie.com';

const FILM = { type: 'embed', url: 'https://youtu.be/a_B-1', title: 'The bridge from above' };
const link = (/** @type {string} */ text, /** @type {string} */ href) => ({
  type: 'paragraph',
  text: [{ text, href }],
});

/** What has the focus, and whether one can see that. */
const stop = () => {
  const focus = focused();
  if (!focus) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(focus);
  return {
    name: focus.textContent?.trim() ?? '',
    element: focus.localName,
    isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
  };
};

/** @type {import('../run.mjs').Case[]} */
export const cases = [
  {
    name: 'Tab goes through an article in order',
    async run({ reader }) {
      await reader.open('articles/ice-core-cold-store.html');
      await reader.sees('that it is there', true, () => shown(paper().find('.headline')));
      // Boxes that scroll are stops in some browsers and not in others.
      const wanted = await reader.evaluate(() =>
        paper()
          .all('article a[href], article button, article summary')
          .filter((it) => shown(it))
          .map((it) => it.textContent?.trim() ?? ''),
      );
      const found = [];
      while (found.length < wanted.length) {
        await reader.press('Tab');
        const at = await reader.evaluate(stop);
        if (!at) throw new Error(`the focus is lost after ${JSON.stringify(found)}`);
        if (!at.isSeen) throw new Error(`it is not seen that ${JSON.stringify(at)} has the focus`);
        const isInside = await reader.evaluate(() => focused()?.getRootNode() !== document);
        if (isInside && ['a', 'button', 'summary'].includes(at.element)) found.push(at.name);
      }
      deepEqual(found, wanted);
      if (wanted.length < 10) throw new Error(`only ${wanted.length} stops`);
    },
  },
  {
    name: 'Enter opens, leads and loads',
    async run({ reader, site, watch }) {
      watch.allow(/net::ERR_|youtube-nocookie/);
      const blocks = [
        link('See below', '#inside'),
        {
          type: 'details',
          summary: 'More',
          blocks: [{ type: 'paragraph', id: 'inside', text: 'Here it is' }],
        },
        FILM,
      ];
      give(site, 'it', small(blocks));
      await reader.open(site.page(element('it'), { policy: `${POLICY}; frame-src ${PLAYER}` }));
      await reader.headline('A small article');

      const isOpen = () => /** @type {HTMLDetailsElement} */ (paper().find('details')).open;
      await reader.press('Tab', 2);
      await reader.sees('the stop', 'More', () => focused()?.textContent);
      await reader.press('Enter');
      await reader.sees('that it is open', true, isOpen);
      await reader.press('Enter');
      await reader.sees('that it is open', false, isOpen);

      await reader.evaluate(() => paper().find('a[href^="#"]')?.focus());
      await reader.press('Enter');
      await reader.sees('where the link leads', ['Here it is', true], () => {
        const focus = focused();
        return [focus?.textContent, shown(focus)];
      });
      await reader.sees('that it is open', true, isOpen);

      // On from there: the place is before the film.
      await reader.press('Tab');
      await reader.sees('the stop', 'button', () => focused()?.localName);
      await reader.press('Enter');
      await reader.sees('the player', [`${PLAYER}/embed/a_B-1`, false, 'iframe'], () => [
        /** @type {HTMLIFrameElement} */ (paper().find('iframe')).src,
        shown(paper().find('.load')),
        focused()?.localName,
      ]);
    },
  },
];
