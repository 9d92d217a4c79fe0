// @ts-check
/** What a reader sees until the article is there. */
import { deepEqual } from 'node:assert/strict';

import { small } from '../../e2e/support/documents.mjs';
import { element, give, path } from '../../e2e/support/blank-page.mjs';

const IT = { body: JSON.stringify(small()) };

const look = () => {
  const { host, find } = paper();
  return {
    fallback: shown(host.querySelector('p')),
    skeleton: shown(find('.skeleton')),
    isBusy: find('.frame')?.ariaBusy,
    isLoading: host.matches(':state(loading)'),
    isReady: host.matches(':state(ready)'),
  };
};

const READY = {
  fallback: false,
  skeleton: false,
  isBusy: 'false',
  isLoading: false,
  isReady: true,
};

const LOADING = { ...READY, isBusy: 'true', isLoading: true, isReady: false };

/** @type {import('../run.mjs').Case} */
const lazy = {
  name: 'a lazy article comes when it is near',
  async run({ reader, site }) {
    give(site, 'here', small([], { headline: 'Here' }));
    give(site, 'far', small([], { headline: 'Far' }));
    const between = '<p>Between</p>'.repeat(100);
    const far = element('far', 'id="far" loading="lazy"');
    await reader.open(site.page(element('here', 'id="here"') + between + far));
    await reader.headline('Here', '#here');
    deepEqual(site.count(path('far')), 0, 'requests while it is far away');
    await reader.evaluate(() => paper('#far').host.scrollIntoView({ behavior: 'instant' }));
    await reader.headline('Far', '#far');
  },
};

/** @type {import('../run.mjs').Case[]} */
const standIns = [
  ['a skeleton until the article comes', '', { ...LOADING, skeleton: true }],
  ['the fallback until the article comes', '<p>In other words</p>', { ...LOADING, fallback: true }],
].map(([name, fallback, expected]) => ({
  name: String(name),
  async run({ reader, site }) {
    const reply = site.hold(path('it'), IT);
    await reader.open(site.page(element('it', '', String(fallback))));
    await reader.waits('requests', 1, () => site.count(path('it')));
    await reader.sees('what stands in for it', expected, look);
    reply.release();
    await reader.headline('A small article');
    await reader.sees('what is there then', READY, look);
    await reader.waits('the event', ['network'], async () =>
      (await reader.heard('load')).map(({ source }) => source),
    );
  },
}));

export const cases = [...standIns, lazy];
