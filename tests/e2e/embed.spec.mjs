// @ts-check
/** What other sites show: nothing is asked of them before the reader asks. */
import { FOLDER, POLICY } from './support/server.mjs';
import { box, expect, overflow, painted, paper, small, test } from './support/fixtures.mjs';

const PLAYER = 'https://www.youtube-nocookie.com';
const FILM = { type: 'embed', url: 'https://youtu.be/a_B-1', title: 'The bridge from above' };
const WORDS = { type: 'paragraph', text: 'After it.' };

/** A page whose policy has a place for the player. */
const PAGE = {
  headers: { 'content-security-policy': `${POLICY}; frame-src ${PLAYER}` },
  body: `<!doctype html><html lang="en"><title>A site</title><link rel="icon" href="favicon.svg">
    <link rel="stylesheet" href="demo.css"><script type="module" src="newsprint.js"></script>
    <main><newsprint-article src="api/articles/embed.json"></newsprint-article></main>`,
};

test.beforeEach(async ({ server, context }) => {
  server.answer(`${FOLDER}site.html`, PAGE);
  await context.route(`${PLAYER}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Stub</title><button>Play</button>' }),
  );
});

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('./support/server.mjs').Server} server
 * @param {object[]} blocks
 */
async function visit(page, server, blocks) {
  server.article('embed', small(blocks));
  await page.goto('site.html');
  return paper(page);
}

test.describe('asked for', () => {
  test.use({ origins: async ({ server }, use) => use([server.origin, PLAYER]) });

  for (const [how, act] of /** @type {const} */ ([
    ['a click', (/** @type {import('@playwright/test').Locator} */ button) => button.click()],
    [
      'the keyboard',
      (/** @type {import('@playwright/test').Locator} */ button) => button.press('Enter'),
    ],
  ])) {
    test(`it takes the place of its button, by ${how}`, async ({ page, server }) => {
      const poster = { poster: '../images/snow-street.svg', width: 640, height: 480 };
      const { article } = await visit(page, server, [{ ...FILM, ...poster }, WORDS]);
      const button = article.getByRole('button', { name: 'Load from www.youtube-nocookie.com' });
      // What gets the focus is scrolled into view; in the page nothing moves.
      const inPage = async (/** @type {import('@playwright/test').Locator} */ it) => {
        const found = await box(it);
        return { ...found, y: found.y + (await page.evaluate(() => scrollY)) };
      };
      const place = await inPage(button);
      expect(place.width / place.height).toBeCloseTo(640 / 480, 1);
      const after = await inPage(article.getByText('After it.'));
      await act(button);
      const frame = article.locator('iframe');
      await expect(frame).toBeFocused();
      await expect(frame.contentFrame().getByRole('button', { name: 'Play' })).toBeVisible();
      expect(await inPage(frame)).toEqual(place);
      expect(await inPage(article.getByText('After it.'))).toEqual(after);
      await expect(button).toBeHidden();
      const attributes = await frame.evaluate((it) =>
        Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value])),
      );
      expect(attributes).toEqual({
        allow: 'fullscreen',
        referrerpolicy: 'strict-origin',
        sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
        src: `${PLAYER}/embed/a_B-1`,
        title: 'The bridge from above',
      });
    });
  }

  test('a player of protected sound may play it, and no more', async ({ page, server, watch }) => {
    // This page lets only the other player in.
    watch.expect('Framing', 'violation: frame-src');
    const { article } = await visit(page, server, [
      { type: 'embed', url: 'https://open.spotify.com/track/4u', title: 'A song' },
    ]);
    await article.locator('.load').click();
    await expect(article.locator('iframe')).toHaveAttribute('allow', 'encrypted-media');
  });

  test('it learns where the page is and no more', async ({ page, server }) => {
    const { article } = await visit(page, server, [FILM]);
    const request = page.waitForRequest(`${PLAYER}/**`);
    await article.locator('.load').click();
    expect((await (await request).allHeaders()).referer).toBe(`${server.origin}/`);
  });

  test('it stays open when a newer version or another setting comes', async ({ page, server }) => {
    await page.clock.install();
    const { element, article } = await visit(page, server, [WORDS, FILM, WORDS]);
    await article.locator('.load').click();
    const frame = article.locator('iframe');
    await expect(frame.contentFrame().getByRole('button', { name: 'Play' })).toBeVisible();
    await frame.evaluate((it) => Object.assign(it, { isTheSame: true }));
    const isTheSame = () => frame.evaluate((it) => Reflect.get(it, 'isTheSame'));

    await element.evaluate((host) => host.setAttribute('hide', 'headline'));
    await expect(article.locator('.headline')).toHaveCount(0);
    expect(await isTheSame()).toBe(true);

    await element.evaluate((host) => host.setAttribute('refresh', '60'));
    server.article(
      'embed',
      small([{ ...WORDS, text: 'New.' }, FILM, { ...WORDS, text: 'New, too.' }]),
    );
    await painted(page);
    await page.clock.runFor(61_000);
    await expect(article.getByText('New, too.')).toBeVisible();
    expect(await isTheSame()).toBe(true);

    // With more around it, too.
    const more = { type: 'paragraph', text: 'More.' };
    server.article(
      'embed',
      small([more, WORDS, FILM, WORDS, more, { ...more, text: 'The last.' }]),
    );
    await page.clock.runFor(61_000);
    await expect(article.getByText('The last.')).toBeVisible();
    expect(await isTheSame()).toBe(true);

    // Another film is another film.
    server.article('embed', small([{ ...FILM, url: 'https://youtu.be/other' }]));
    await page.clock.runFor(61_000);
    await expect(article.getByText('The last.')).toHaveCount(0);
    await expect(frame).toHaveCount(0);
    await expect(article.locator('.load')).toHaveAttribute('value', `${PLAYER}/embed/other`);
  });
});

test('nothing is asked before that, and the link is there', async ({ page, server }) => {
  const unknown = { type: 'embed', url: 'https://video.example/1', title: 'Elsewhere' };
  const plain = { type: 'embed', url: 'http://www.youtube.com/watch?v=a', title: 'Not safe' };
  await page.goto(server.article('embed', small([FILM, unknown, plain])));
  const { article } = paper(page);
  await article.locator('.load').focus();
  await article.locator('.load').hover();
  await painted(page);
  await expect(article.locator('.load')).toHaveCount(1);
  for (const { title, url } of [FILM, unknown, plain]) {
    await expect(article.getByRole('link', { name: title })).toHaveAttribute('href', url);
  }
  await expect(article.locator('iframe')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(article.locator('.load')).toBeHidden();
  await expect(article.getByRole('link', { name: FILM.title })).toBeVisible();
});

test('where the policy of the page has no place for it, the link stays', async ({
  page,
  server,
  watch,
}) => {
  watch.expect(/violation: frame-src/, /error: .*(Content Security Policy|frame-src)/);
  await page.goto(server.article('embed', small([FILM])));
  const { article } = paper(page);
  await article.locator('.load').click();
  await expect(article.getByRole('link', { name: FILM.title })).toBeVisible();
});

for (const [lang, dir, words] of [
  ['en', 'ltr', 'Load from www.youtube-nocookie.com'],
  ['ar', 'rtl', 'تحميل من www.youtube-nocookie.com'],
]) {
  test(`${lang}: there is room for it at 360 pixels`, async ({ page, server }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(
      server.article('embed', { ...small([FILM, { ...FILM, width: 640, height: 200 }]), lang }),
    );
    const { article } = paper(page);
    await expect(article.locator('article, :scope').first()).toHaveAttribute('dir', /.*/);
    const button = article.getByRole('button').first();
    await expect(button.locator('bdi')).toHaveText(words);
    const [outer, inner] = [await box(button), await box(button.locator('bdi'))];
    expect(inner.x).toBeGreaterThanOrEqual(outer.x);
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
    if (dir === 'rtl') expect(inner.x + inner.width).toBeGreaterThan(300);
    expect(await overflow(page)).toBe(0);
  });
}
