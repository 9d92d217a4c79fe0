// @ts-check
/** Nothing moves what follows an article, whatever comes into its place, and however high that is. */
import { readFileSync } from 'node:fs';

import { expect, paper, painted, small, test, watchShifts } from './support/fixtures.mjs';
import { FOLDER } from './support/server.mjs';
import { IT, PATH, site } from './support/site.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** The snippet of the README, with the path of the tests' article. */
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const SNIPPET = (
  /^ *<newsprint-article src="\/api.*?<\/newsprint-article>/ms.exec(README)?.[0] ?? ''
).replace('/api/articles/bridges.json', 'api/articles/it.json');
const RULE = /newsprint-article:not\(:defined\) {.*}/.exec(README)?.[0] ?? '';

const AFTER = '<footer><h2>What follows</h2><p>It stays where it is.</p></footer>';

const IMAGE = {
  src: '/news/favicon.svg',
  alt: 'A harbour',
  width: 64,
  height: 64,
  credit: 'A. Photographer',
};

const TEASERS = {
  title: 'Latest news',
  attribution: { text: 'A news agency', url: 'https://agency.example/' },
  items: [1, 2, 3].map((number) => ({
    headline: `Headline number ${number}`,
    standfirst: 'A few more words.',
    url: `/${number}`,
    image: IMAGE,
  })),
};

const WEATHER = {
  temperature: 9.5,
  unit: 'C',
  condition: 'rain',
  attribution: { text: 'A weather service', url: 'https://weather.example/' },
};

/** What comes, and what the server answers. @type {Record<string, object>} */
const ARTICLES = {
  'a headline alone': small([]),
  'a short article': small([{ type: 'paragraph', text: 'A few words.' }]),
  'a long article': small(Array(60).fill({ type: 'paragraph', text: 'Words. '.repeat(60) })),
  'a short article with lists and weather at addresses of their own': small(
    [{ type: 'paragraph', text: 'A few words.' }],
    {
      header: { date: '2024-03-18', place: 'London', weather: 'weather.json' },
      latest: 'latest.json',
      related: 'related.json',
      rights: 'All rights reserved',
    },
  ),
  'a long article with lists and weather at addresses of their own': small(
    Array(30).fill({ type: 'paragraph', text: 'Words. '.repeat(60) }),
    { header: { weather: 'weather.json' }, latest: 'latest.json', related: 'related.json' },
  ),
};

/** Weather of other widths, beside a place and a date. */
const SKIES = {
  'a digit': { temperature: 3 },
  'a long number': { temperature: -10.5, unit: 'F', condition: 'thunderstorm' },
  'a description': {
    temperature: 21,
    condition: 'clear',
    description: 'Sunny, with some wind later',
  },
};

for (const [what, weather] of Object.entries(SKIES)) {
  test(`weather of ${what} moves nothing beside it`, async ({ page, server }) => {
    // In a narrow window there is no room for all that weather could be.
    const width = what === 'a digit' ? 360 : 768;
    await page.setViewportSize({ width, height: 740 });
    const shifts = await watchShifts(page);
    const header = { place: 'London', weather: 'weather.json', date: '2024-03-18' };
    site(server, IT, { css: RULE, article: small([], { header }) });
    const held = server.hold(`${FOLDER}api/articles/weather.json`, {
      body: JSON.stringify(weather),
    });
    await page.goto('site.html');
    const place = paper(page).element.locator('.place');
    const before = await place.boundingBox();
    held.release();
    await expect(paper(page).element.locator('.weather')).toBeVisible();
    expect(await place.boundingBox()).toEqual(before);
    expect(await shifts()).toEqual([]);
  });
}

/** What fails, and what the console says of it. @type {[string, string | RegExp, string][]} */
const FAILURES = [
  ['a failure', PATH, 'newsprint: not-found'],
  ['an engine that fails', /_bg\.wasm$/, 'newsprint'],
];

/** Opens the page, and has what loads painted. @param {Page} page */
async function openLoading(page) {
  await page.goto('site.html');
  await expect(paper(page).frame).toHaveAttribute('data-state', 'loading');
  await painted(page);
}

const PLACES = {
  'without a fallback': IT,
  'with a fallback': SNIPPET,
};

for (const [width, height] of [
  [360, 740],
  [768, 1024],
  [1280, 720],
]) {
  for (const [where, element] of Object.entries(PLACES)) {
    for (const [what, article] of Object.entries(ARTICLES)) {
      test(`${what}, ${where}, moves nothing at ${width}`, async ({ page, server }) => {
        await page.setViewportSize({ width, height });
        const shifts = await watchShifts(page);
        site(server, `${element}${AFTER}`, { css: RULE, article });
        const parts = {
          weather: WEATHER,
          latest: TEASERS,
          related: { ...TEASERS, title: 'Related news' },
        };
        const held = Object.entries(parts).map(([name, part]) =>
          server.hold(`${FOLDER}api/articles/${name}.json`, { body: JSON.stringify(part) }),
        );
        const reply = server.hold(PATH, { body: JSON.stringify(article) });
        await openLoading(page);
        const { headline, element: its } = paper(page);
        reply.release();
        await expect(headline).toBeVisible();
        await painted(page);
        for (const { release } of held) {
          release();
          await painted(page);
        }
        if (what.startsWith('a short article with')) {
          await expect(its.locator('.teaser')).toHaveCount(6);
          await expect(its.locator('.header')).toContainText('9.5');
        }
        expect(await shifts()).toEqual([]);
      });
    }

    for (const [what, path, said] of FAILURES) {
      test(`${what} ${where} moves nothing at ${width}`, async ({ page, server, watch }) => {
        watch.expect('status of 404', said);
        await page.setViewportSize({ width, height });
        const shifts = await watchShifts(page);
        site(server, `${element}${AFTER}`, { css: RULE });
        const reply = server.hold(path, { status: 404 });
        await openLoading(page);
        reply.release();
        await expect(paper(page).error).toBeVisible();
        expect(await shifts()).toEqual([]);
      });
    }
  }

  test(`the gallery moves nothing at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const shifts = await watchShifts(page);
    await page.goto('gallery.html');
    await expect(page.locator('newsprint-article').first().locator('.headline')).toBeVisible();
    await page.evaluate(async () => {
      // Down to the end, by a screen at a time, as a reader would go.
      for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
        scrollTo(0, y);
        for (let frames = 0; frames < 10; frames++) await new Promise(requestAnimationFrame);
      }
    });
    await expect(page.locator('newsprint-article').last().locator('.frame')).not.toHaveAttribute(
      'data-state',
      'loading',
    );
    expect(await shifts()).toEqual([]);
  });
}

/** How high the element is. @param {Page} page */
const height = (page) =>
  page.locator('newsprint-article').evaluate((node) => node.getBoundingClientRect().height);

test('a short article is as high as the window while its end is in view, and then as high as it is', async ({
  page,
  server,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const blocks = [{ type: 'paragraph', text: 'A few words.' }];
  site(server, `<p style="height:600px">Before</p>${IT}${AFTER}`, {
    css: RULE,
    article: small(blocks),
    policy: '',
  });
  await page.goto('site.html');
  await expect(paper(page).headline).toBeVisible();
  // Its end is below the window: what follows can move without being seen.
  await expect.poll(() => height(page)).toBeLessThan(400);

  site(server, `${IT}${AFTER}`, { css: RULE, article: small(blocks) });
  await page.reload();
  await expect(paper(page).headline).toBeVisible();
  await painted(page);
  expect(await height(page)).toBe(740);

  // On paper there is no window.
  await page.emulateMedia({ media: 'print' });
  expect(await height(page)).toBeLessThan(400);
});

test('a page says how high it is at least', async ({ page, server }) => {
  const css = 'newsprint-article { display: block; --newsprint-reserve: 10em }';
  site(server, `${IT}${AFTER}`, { css, article: small([]) });
  const reply = server.hold(PATH);
  await page.goto('site.html');
  const { frame, skeleton } = paper(page);
  await expect(frame).toHaveAttribute('data-state', 'loading');
  await expect(skeleton).toBeVisible();
  expect(await height(page)).toBe(160);
  reply.release();
});

test('what has nothing to show takes no room', async ({ page, server }) => {
  site(server, `<newsprint-article></newsprint-article>${AFTER}`, { css: RULE });
  await page.goto('site.html');
  await expect(paper(page).frame).toHaveAttribute('data-state', 'idle');
  expect(await height(page)).toBe(0);
});
