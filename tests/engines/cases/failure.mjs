// @ts-check
/** What keeps an article away, what the reader is told, and how it comes after all. */
import { deepEqual } from 'node:assert/strict';

import { small, tries } from '../../e2e/support/documents.mjs';
import { element, give, path } from '../../e2e/support/blank-page.mjs';

const UNREACHABLE = 'The article can’t be reached just now. Please try again in a moment.';
const GONE = 'This article is no longer here, or never was. Please check the link.';

const IT = { body: JSON.stringify(small()) };

/** What browsers say of replies themselves. */
const OF_BROWSERS = /Failed to load resource|net::ERR_/;

const look = () => {
  const { host, find, text } = paper();
  return {
    sentence: text('.error p'),
    button: text('.error .retry'),
    skeleton: shown(find('.skeleton')),
    fallback: shown(host.querySelector('p')),
    isError: host.matches(':state(error)'),
  };
};

/** @param {string} sentence @param {string} button */
const told = (sentence, button) => ({
  sentence,
  button,
  skeleton: false,
  fallback: true,
  isError: true,
});

const PAGE = element('it', '', '<p>In other words</p>');

const focus = () => focused()?.className ?? '';

/** @type {import('../run.mjs').Case[]} */
export const cases = [
  .../** @type {const} */ (['click', 'key']).map((by) => ({
    name: `status 503, and trying again by ${by}`,
    /** @param {import('../run.mjs').Context} context */
    async run({ reader, site, watch }) {
      watch.expect(/^error: newsprint.* server: .*status 503/);
      watch.allow(OF_BROWSERS);
      site.answer(path('it'), ...tries(503), IT);
      await reader.open(site.page(PAGE));
      await reader.sees('the message', told(UNREACHABLE, 'Try again'), look);
      if (by === 'click') {
        await reader.click('the button', () => paper().find('.retry'));
      } else {
        await reader.press('Tab');
        await reader.sees('what has the focus', 'retry', focus);
        await reader.press('Enter');
      }
      await reader.headline('A small article');
      await reader.sees('the message', '', () => paper().text('.error'));
      await reader.sees('what has the focus', 'frame', focus);
      deepEqual(site.count(path('it')), 5, 'requests');
    },
  })),
  {
    name: 'status 503 once is not told',
    async run({ reader, site, watch }) {
      watch.allow(OF_BROWSERS);
      site.answer(path('it'), { status: 503, body: '' }, IT);
      await reader.open(site.page(PAGE));
      await reader.headline('A small article');
      deepEqual(await reader.heard('error'), []);
    },
  },
  {
    name: 'status 404',
    async run({ reader, site, watch }) {
      watch.expect(/^error: newsprint.* not-found: .*status 404/);
      watch.allow(OF_BROWSERS);
      site.answer(path('it'), { status: 404, body: '' });
      await reader.open(site.page(PAGE));
      await reader.sees('the message', told(GONE, ''), look);
      deepEqual(
        (await reader.heard('error')).map(({ kind }) => kind),
        ['not-found'],
      );
      deepEqual(site.count(path('it')), 1, 'requests');
    },
  },
  {
    name: 'no backend, and one again',
    async run({ reader, site, watch }) {
      watch.expect(/^error: newsprint.* network: .*could not be fetched/);
      watch.allow(OF_BROWSERS);
      site.abort(path('it'));
      await reader.open(site.page(PAGE));
      await reader.sees('the message', told(UNREACHABLE, 'Try again'), look);
      give(site, 'it', small());
      await reader.click('the button', () => paper().find('.retry'));
      await reader.headline('A small article');
    },
  },
];
