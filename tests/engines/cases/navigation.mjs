// @ts-check
/** Teasers that are followed in place, and the way back. */
import { small } from '../../e2e/support/documents.mjs';
import { FOLDER } from '../../e2e/support/server.mjs';
import { element, give, paragraphs, path } from '../../e2e/support/blank-page.mjs';

/** A list with one teaser. @param {string} name */
const leadTo = (name) => ({
  items: [{ headline: `To ${name}`, url: `${FOLDER}${name}.html`, article: path(name) }],
});

/** @type {import('../run.mjs').Case[]} */
export const cases = [
  {
    name: 'in place, and back',
    async run({ reader, site }) {
      give(site, 'one', small(paragraphs(60), { headline: 'One', related: leadTo('two') }));
      give(site, 'two', small(paragraphs(60), { headline: 'Two', related: leadTo('three') }));
      give(site, 'three', small([], { headline: 'Three' }));
      // In one column the teaser stands below the article, out of view at first.
      await reader.resize(460, 800);
      await reader.open(site.page(element('one', 'navigation="in-place"')));
      await reader.headline('One');
      const start = await reader.address();
      await reader.evaluate(() => void Object.assign(paper().host, { isTheSame: true }));

      await reader.click('the teaser', () => paper().find('.teaser a'));
      await reader.headline('Two');
      await reader.waits('the address', 'two.html', reader.address);
      await reader.sees('that it is read from its beginning', true, () => {
        const { top } = paper().host.getBoundingClientRect();
        return top >= -1 && top < innerHeight;
      });

      await reader.evaluate(() => paper().find('.teaser a')?.focus());
      await reader.press('Enter');
      await reader.headline('Three');
      await reader.waits('the address', 'three.html', reader.address);

      await reader.back();
      await reader.headline('Two');
      await reader.waits('the address', 'two.html', reader.address);
      await reader.back();
      await reader.headline('One');
      await reader.waits('the address', start, reader.address);
      await reader.sees('that the teaser is in view again', true, () => {
        const { top, bottom } = /** @type {Element} */ (
          paper().find('.teaser a')
        ).getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      await reader.sees('that the page was never left', true, () => 'isTheSame' in paper().host);
    },
  },
];
