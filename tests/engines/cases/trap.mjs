// @ts-check
/** An engine that ends in the middle of its work: one article is lost, and nothing else. */
import { deepEqual, match } from 'node:assert/strict';

import { small } from '../../e2e/support/documents.mjs';
import { element, give, path } from '../../e2e/support/blank-page.mjs';

const SORRY = 'This article can’t be shown just now.';

/** @param {string} headline */
const named = (headline) => small([{ type: 'paragraph', text: 'Words.' }], { headline });

/** @type {import('../run.mjs').Case[]} */
export const cases = [
  ['a trap costs one article', 'poison', /unreachable/i],
  ['a stack that is used up costs one article', 'depth', /call stack|recursion/],
].map(([name, word, cause]) => ({
  name: String(name),
  async run({ reader, site, watch }) {
    watch.expect(/^error: newsprint .*engine: .*in the middle of its work/);
    give(site, 'it', named('Good so far'));
    give(site, 'other', named('Other'));
    give(site, 'next', small([{ type: 'paragraph', text: word }]));
    const body = element('it', 'id="it"', '<p>In other words</p>') + element('other', 'id="other"');
    await reader.open(site.page(body, { poison: true }));
    await reader.headline('Good so far', '#it');
    await reader.headline('Other', '#other');
    deepEqual(await reader.evaluate(() => engines), 1);

    await reader.evaluate((src) => paper('#it').host.setAttribute('src', src), path('next'));
    await reader.sees('what is left of it', [SORRY, true, false, true], () => {
      const { host, find, text } = paper('#it');
      const fallback = shown(host.querySelector('p'));
      return [text('.error'), fallback, Boolean(find('article')), host.matches(':state(error)')];
    });
    await reader.sees('engines', 2, () => engines);
    const errors = await reader.heard('error');
    deepEqual(
      errors.map(({ id, kind }) => [id, kind]),
      [['it', 'engine']],
    );
    const said = (await reader.evaluate(() => __result.said)).filter((it) => it.includes('engine'));
    deepEqual(said.length, 1);
    match(said[0], /** @type {RegExp} */ (cause));

    await reader.headline('Other', '#other');
    await reader.evaluate(() => paper('#other').host.setAttribute('heading-level', '2'));
    await reader.sees('that the other one goes on', 'Other', () =>
      paper('#other').text('h2.headline'),
    );
    await reader.evaluate((src) => paper('#it').host.setAttribute('src', src), path('it'));
    await reader.headline('Good so far', '#it');
    await reader.sees('engines', 2, () => engines);
  },
}));
