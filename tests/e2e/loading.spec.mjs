// @ts-check
/** What readers see while an article or its pictures are on their way. */
import {
  FLAGSHIP,
  box,
  document,
  expect,
  open,
  painted,
  paper,
  small,
  test,
  watchShifts,
} from './support/fixtures.mjs';
import { FOLDER } from './support/server.mjs';

const JSON_PATH = /^\/news\/api\/articles\//;
const IMAGES = /^\/news\/api\/images\//;
const READER = `article.html?src=api/articles/${FLAGSHIP}.json`;

/**
 * Where the words stand.
 * @param {import('@playwright/test').Locator} article
 */
const placesOfWords = (article) =>
  article.locator('h1, h2, h3, p, li, figcaption').evaluateAll((all) =>
    all.map((node) => {
      const { x, y, width } = node.getBoundingClientRect();
      return [x, y, width].map(Math.round).join(' ');
    }),
  );

test('the watch on shifts sees one', async ({ page }) => {
  const shifted = await watchShifts(page);
  await open(page, FLAGSHIP);
  const before = await shifted();
  await page.evaluate(() =>
    globalThis.document.querySelector('main')?.before(globalThis.document.createElement('hr')),
  );
  expect((await shifted()).length).toBeGreaterThan(before.length);
});

test.describe('the article', () => {
  for (const [width, height] of [
    [1280, 720],
    [360, 740],
  ]) {
    test(`a skeleton keeps its place until it is there, at ${width}`, async ({ page, server }) => {
      await page.setViewportSize({ width, height });
      const shifted = await watchShifts(page);
      const reply = server.hold(JSON_PATH);
      await page.goto(READER);
      const { article, skeleton, frame, headline } = paper(page);
      await expect.poll(() => server.count(JSON_PATH)).toBe(1);
      await expect(skeleton).toBeVisible();
      await expect(frame).toHaveAttribute('aria-busy', 'true');
      await expect(article).toHaveCount(0);
      const { height: held } = await box(skeleton);
      expect(held).toBeGreaterThan(height / 2);

      reply.release();
      await expect(headline).toBeVisible();
      await expect(skeleton).toBeHidden();
      await expect(frame).toHaveAttribute('aria-busy', 'false');
      expect(await shifted()).toEqual([]);
    });

    test(`the fallback is read until it is there, at ${width}`, async ({ page, server }) => {
      await page.setViewportSize({ width, height });
      const shifted = await watchShifts(page);
      const reply = server.hold(JSON_PATH);
      await page.goto(`articles/${FLAGSHIP}.html`);
      const { element, article, skeleton, headline } = paper(page);
      const fallback = element.locator('> h1');
      await expect.poll(() => server.count(JSON_PATH)).toBeGreaterThan(0);
      await expect(fallback).toBeVisible();
      await expect(skeleton).toBeHidden();
      await expect(article).toHaveCount(0);

      reply.release();
      await expect(headline).toBeVisible();
      await expect(fallback).toBeHidden();
      expect(await shifted()).toEqual([]);
    });
  }

  test('the skeleton stands before the engine does', async ({ page, server }) => {
    const engine = server.hold(/_bg\.wasm$/);
    await page.goto(READER);
    const { skeleton, headline } = paper(page);
    await expect.poll(() => server.count(/_bg\.wasm$/)).toBe(1);
    await expect(skeleton).toBeVisible();
    engine.release();
    await expect(headline).toBeVisible();
  });

  test('the fallback stays in view when it never comes', async ({ page, server, watch }) => {
    watch.expect('status of 404', 'newsprint: not-found');
    server.answer(JSON_PATH, { status: 404 });
    await page.goto(`articles/${FLAGSHIP}.html`);
    const { element, error, skeleton } = paper(page);
    await expect(error).toBeVisible();
    await expect(element.locator('> h1')).toBeVisible();
    await expect(skeleton).toBeHidden();
  });
});

test.describe('pictures', () => {
  for (const name of [FLAGSHIP, 'saltmere-counts-its-bridges', 'ice-core-cold-store']) {
    test(`move no word of ${name} when they come late, one by one`, async ({ page, server }) => {
      // High enough for all lazy pictures to be near.
      await page.setViewportSize({ width: 1280, height: 8000 });
      const shifted = await watchShifts(page);
      const paths = picturesOf(name);
      // What is at a URL of its own would wait as long as the pictures keep all connections.
      const body = JSON.stringify(document(name), (key, value) =>
        /^(weather|latest|related)$/.test(key) && typeof value === 'string' ? undefined : value,
      );
      server.answer(`${FOLDER}api/articles/${name}.json`, { body });
      // First all, and then each on its own: the last one said of a path counts.
      const others = server.hold(IMAGES);
      const held = [...paths.map((path) => server.hold(path)), others];
      const { article } = await open(page, name);
      const pictures = article.locator('img');
      const arrived = () =>
        pictures.evaluateAll(
          (all) => all.filter((img) => /** @type {any} */ (img).naturalWidth > 0).length,
        );
      await expect.poll(() => server.count(IMAGES)).toBeGreaterThan(0);
      expect(await arrived()).toBe(0);
      await painted(page);
      const before = await placesOfWords(article);
      expect(before.length).toBeGreaterThan(20);
      const already = await shifted();

      for (const { release } of held) {
        release();
        await painted(page);
        expect(await placesOfWords(article)).toEqual(before);
      }
      await expect.poll(arrived).toBe(await pictures.count());
      expect(await placesOfWords(article)).toEqual(before);
      expect(await shifted()).toEqual(already);
    });
  }

  test('keep their place without a size too', async ({ page, server }) => {
    const image = { type: 'image', src: '/news/api/images/snow-street.svg', caption: 'A street' };
    const picture = server.hold('/news/api/images/snow-street.svg');
    const words = { type: 'paragraph', text: 'What stands below.' };
    await page.goto(server.article('sizeless', small([image, words])));
    const { article, headline } = paper(page);
    await expect(headline).toBeVisible();
    await expect.poll(() => server.count('/news/api/images/snow-street.svg')).toBe(1);
    const before = await placesOfWords(article);
    picture.release();
    await expect
      .poll(() => article.locator('img').evaluate((img) => /** @type {any} */ (img).naturalWidth))
      .toBeGreaterThan(0);
    await painted(page);
    expect(await placesOfWords(article)).toEqual(before);
  });

  test('that are missing leave their caption and their words', async ({ page, server, watch }) => {
    watch.expect('status of 404');
    server.answer(IMAGES, { status: 404 });
    const { article } = await open(page, FLAGSHIP);
    const hero = article.locator('.hero img');
    await expect.poll(() => hero.evaluate((img) => /** @type {any} */ (img).complete)).toBe(true);
    const { alt, caption } = document(FLAGSHIP).hero;
    await expect(article.getByRole('img', { name: alt })).toBeVisible();
    await expect(article.locator('.hero figcaption')).toContainText(caption);
    expect((await box(hero)).height).toBeGreaterThan(20);
    await expect(article.getByRole('heading', { level: 2 })).toHaveCount(6);
  });
});

/**
 * The paths of all pictures that an article may ask for.
 * @param {string} name
 */
function picturesOf(name) {
  const json = JSON.stringify(document(name));
  const names = [...json.matchAll(/\.\.\/images\/([^"]+)/g)].map(([, file]) => file);
  return [...new Set(names)].map((file) => `/news/api/images/${file}`);
}
