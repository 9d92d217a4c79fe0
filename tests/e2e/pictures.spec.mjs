// @ts-check
/** Pictures and films: their place, their size, what is fetched for it, and whether they can be seen. */
import { expect, overflow, paper, small, test } from './support/fixtures.mjs';
import { IT, site } from './support/site.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * A picture of a size, in one colour.
 * @param {number} width
 * @param {number} height
 */
const svg = (width, height) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#258"/></svg>`;

/** Serves pictures by the size in their name: `/img/640x360.svg`. @param {import('./support/server.mjs').Server} server */
function serve(server) {
  for (const [width, height] of [
    [40, 20],
    [160, 320],
    [320, 180],
    [640, 360],
    [1080, 1920],
    [1600, 900],
    [3200, 1800],
  ]) {
    server.answer(`/img/${width}x${height}.svg`, {
      headers: { 'content-type': 'image/svg+xml' },
      body: svg(width, height),
    });
  }
}

const image = (/** @type {number} */ width, /** @type {number} */ height, more = {}) => ({
  src: `/img/${width}x${height}.svg`,
  alt: `${width} by ${height}`,
  width,
  height,
  ...more,
});

test.beforeEach(({ server }) => serve(server));

/** @param {Page} page */
async function loaded(page) {
  await expect(paper(page).headline).toBeVisible();
  await expect
    .poll(() =>
      paper(page)
        .article.locator('img')
        .evaluateAll((all) =>
          all.every((img) => {
            /** @type {HTMLImageElement} */ (img).loading = 'eager';
            return /** @type {HTMLImageElement} */ (img).naturalWidth > 0;
          }),
        ),
    )
    .toBe(true);
}

test('the whole picture is fetched where smaller ones would be a blur', async ({
  page,
  server,
}) => {
  const srcset = [{ src: '/img/320x180.svg', width: 320 }];
  const hero = image(1600, 900, { srcset });
  const block = { type: 'image', layout: 'full', ...image(1600, 900, { srcset }) };
  await page.goto(server.article('whole', small([block], { hero })));
  await loaded(page);
  for (const img of await paper(page).article.locator('img').all()) {
    expect(await img.evaluate((it) => /** @type {HTMLImageElement} */ (it).currentSrc)).toContain(
      '1600x900',
    );
  }
});

test('in a narrow element the small picture is enough', async ({ page, server }) => {
  const srcset = [320, 640].map((width) => ({
    src: `/img/${width}x${(width * 9) / 16}.svg`,
    width,
  }));
  const hero = image(1600, 900, { srcset });
  site(server, `<div class="narrow">${IT}</div>`, {
    article: small([{ type: 'image', ...hero }], { hero }),
    css: '.narrow { width: 300px }',
  });
  await page.goto('site.html');
  await loaded(page);
  for (const img of await paper(page).article.locator('img').all()) {
    expect(await img.evaluate((it) => /** @type {HTMLImageElement} */ (it).currentSrc)).toContain(
      '320x180',
    );
  }
});

for (const width of [360, 1280]) {
  test(`no picture is blown up far beyond its size at ${width}`, async ({ page, server }) => {
    await page.setViewportSize({ width, height: 740 });
    const known = image(320, 180);
    const unknown = { src: '/img/40x20.svg' };
    const oneSize = { src: '/img/320x180.svg', width: 320 };
    const layouts = ['column', 'wide', 'full'];
    const blocks = [
      ...layouts.map((layout) => ({ type: 'image', layout, ...known })),
      ...layouts.map((layout) => ({ type: 'image', layout, ...unknown })),
      ...layouts.map((layout) => ({ type: 'image', layout, ...oneSize })),
      { type: 'gallery', images: [known, unknown, oneSize] },
    ];
    await page.goto(server.article('blown', small(blocks, { hero: known })));
    await loaded(page);
    const scales = await paper(page)
      .article.locator('img')
      .evaluateAll((all) =>
        all.map((it) => {
          const img = /** @type {HTMLImageElement} */ (it);
          const { objectFit } = getComputedStyle(img);
          const fits = Math.min(
            img.clientWidth / img.naturalWidth,
            img.clientHeight / img.naturalHeight,
          );
          return objectFit === 'scale-down' ? Math.min(fits, 1) : fits;
        }),
      );
    expect(scales).toHaveLength(13);
    for (const scale of scales) expect(scale).toBeLessThanOrEqual(1.5);
  });

  test(`nothing is higher than the window at ${width}`, async ({ page, server, watch }) => {
    watch.expect(/media-src/);
    await page.setViewportSize({ width, height: 740 });
    const upright = image(1080, 1920);
    const film = { width: 1080, height: 1920 };
    const blocks = [
      ...['column', 'wide', 'full'].map((layout) => ({ type: 'image', layout, ...upright })),
      { type: 'video', src: '/film.mp4', ...film },
      { type: 'embed', url: 'https://youtu.be/aaaaaaaaaaa', title: 'Film', ...film },
      { type: 'gallery', images: [upright] },
    ];
    await page.goto(server.article('upright', small(blocks, { hero: upright })));
    await loaded(page);
    const heights = await paper(page)
      .article.locator('img, video, .player')
      .evaluateAll((all) => all.map((node) => node.getBoundingClientRect().height));
    expect(heights).toHaveLength(7);
    for (const height of heights) expect(height).toBeLessThanOrEqual(740);
  });

  test(`nothing is wider than the box that it is in at ${width}`, async ({
    page,
    server,
    watch,
  }) => {
    watch.expect(/media-src/);
    await page.setViewportSize({ width, height: 740 });
    const inside = [
      ...['wide', 'full'].map((layout) => ({ type: 'image', layout, ...image(1600, 900) })),
      { type: 'gallery', layout: 'full', images: [image(1600, 900), image(640, 360)] },
      { type: 'video', src: '/film.mp4', layout: 'full', width: 1600, height: 900 },
    ];
    const blocks = [
      { type: 'aside', title: 'T', blocks: inside },
      { type: 'details', summary: 'S', blocks: inside },
      { type: 'timeline', events: [{ date: '1', title: 'T', blocks: inside }] },
      { type: 'questions', items: [{ question: 'Q', blocks: inside }] },
    ];
    await page.goto(server.article('boxes', small(blocks)));
    const { article } = paper(page);
    await expect(article).toBeVisible();
    await article
      .locator('details')
      .evaluateAll((all) => all.forEach((it) => it.setAttribute('open', '')));
    await loaded(page);
    const out = await article
      .locator('.aside, .details, .timeline li, .questions')
      .evaluateAll((all) =>
        all.flatMap((box) => {
          const { left, right } = box.getBoundingClientRect();
          return [...box.querySelectorAll('*')].flatMap((node) => {
            const it = node.getBoundingClientRect();
            return it.width > 0 && (it.left < left - 1 || it.right > right + 1)
              ? [`${node.localName} in ${box.className || box.localName}`]
              : [];
          });
        }),
      );
    expect(out).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
}

test('what comes late moves nothing, whichever size is lacking', async ({
  page,
  server,
  watch,
}) => {
  watch.expect(/media-src/);
  const held = server.hold(/\/img\/.*\.svg/, {
    headers: { 'content-type': 'image/svg+xml' },
    body: svg(1600, 900),
  });
  const blocks = [
    { type: 'image', src: '/img/1600x900.svg' },
    { type: 'image', src: '/img/1600x900.svg', width: 1600 },
    { type: 'image', src: '/img/1600x900.svg', height: 900 },
    { type: 'video', src: '/film.mp4', poster: '/img/1600x900.svg' },
    { type: 'video', src: '/film.mp4', poster: '/img/1600x900.svg', width: 640 },
    { type: 'video', src: '/film.mp4', poster: '/img/1600x900.svg', height: 360 },
    { type: 'paragraph', text: 'After' },
  ];
  await page.goto(server.article('late', small(blocks, { hero: { src: '/img/1600x900.svg' } })));
  const after = paper(page).article.getByText('After');
  const top = () => after.evaluate((node) => node.getBoundingClientRect().top);
  await expect(after).toBeVisible();
  const before = await top();
  held.release();
  await loaded(page);
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType('resource').length))
    .toBeGreaterThan(2);
  expect(await top()).toBe(before);
});

test('black lines on a transparent ground can be seen in the dark', async ({ page, server }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(
    server.article(
      'lines',
      small([{ type: 'image', ...image(640, 360) }], { hero: image(640, 360) }),
    ),
  );
  await loaded(page);
  for (const img of await paper(page).article.locator('img').all()) {
    const light = await img.evaluate((node) => {
      const [r, g, b] =
        getComputedStyle(node)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      const linear = (/** @type {number} */ it) => (it / 255) ** 2.2;
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    });
    // The ratio of contrast to black.
    expect((light + 0.05) / 0.05).toBeGreaterThan(3);
  }
});

test('a film whose captions are elsewhere is asked for with CORS', async ({
  page,
  server,
  watch,
}) => {
  watch.expect(/media-src|CORS|cdn\.example/);
  const tracks = (/** @type {string} */ src) => [{ src, kind: 'captions', lang: 'en', label: 'E' }];
  const blocks = [
    { type: 'video', src: '/film.mp4', tracks: tracks('https://cdn.example/a.vtt') },
    { type: 'video', src: '/film.mp4', tracks: tracks('/a.vtt') },
    { type: 'video', src: 'https://cdn.example/film.mp4' },
    { type: 'audio', src: '/a.mp3', tracks: tracks('https://cdn.example/a.vtt') },
  ];
  await page.goto(server.article('captions', small(blocks)));
  const films = paper(page).article.locator('video, audio');
  await expect(films).toHaveCount(4);
  await expect
    .poll(() => films.evaluateAll((all) => all.map((it) => it.getAttribute('crossorigin'))))
    .toEqual(['anonymous', null, null, 'anonymous']);
});

test('the page of a film given as a film is an embed', async ({ page, server, watch }) => {
  watch.expect('newsprint: /sections/0/blocks/0: expected the address of a film');
  const src = 'https://www.youtube.com/watch?v=aaaaaaaaaaa';
  await page.goto(server.article('page', small([{ type: 'video', src, caption: 'A film' }])));
  const { article } = paper(page);
  await expect(article.locator('.load')).toBeVisible();
  await expect(article.getByRole('link', { name: src })).toBeVisible();
  await expect(article.locator('video')).toHaveCount(0);
  await expect(article.getByText('A film')).toBeVisible();
});

test('the place of an attribution that comes later is free', async ({ page, server }) => {
  const weather = { temperature: 9.5, attribution: { text: 'Weather of the coast', url: '/w' } };
  const held = server.hold('/news/api/weather.json', { body: JSON.stringify(weather) });
  site(server, IT, {
    article: small([], { header: { date: '2024-03-18', weather: '../weather.json' } }),
  });
  await page.goto('site.html');
  const { headline, article } = paper(page);
  await expect(headline).toBeVisible();
  const top = () => headline.evaluate((node) => node.getBoundingClientRect().top);
  const before = await top();
  held.release();
  await expect(article.locator('.attribution')).toBeVisible();
  expect(await top()).toBe(before);
});
