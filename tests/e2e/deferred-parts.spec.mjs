// @ts-check
/** Parts of an article that are at URLs of their own, and lazy elements: asked for when near. */
import { expect, painted, paper, small, test } from './support/fixtures.mjs';
import { element, give, listen, paragraphs, path, blankPage } from './support/blank-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./support/server.mjs').Server} Server */

/** @param {string} headline */
const list = (headline) => ({ items: [{ headline, url: '/there' }] });

const WEATHER = { temperature: 10, condition: 'rain' };

/** An article much longer than the window. @param {object} more */
const long = (more) => small(paragraphs(200), { headline: 'It', ...more });

/** Narrow enough for the lists to stand below the body. */
const NARROW = { width: 700, height: 800 };

/**
 * Opens a page with an article that has these parts, and waits for it.
 * @param {Page} page
 * @param {Server} server
 * @param {object} article
 * @param {string} [attributes]
 */
async function show(page, server, article, attributes = '') {
  give(server, 'it', article);
  const heard = await listen(page);
  await page.setViewportSize(NARROW);
  await page.goto(blankPage(server, element('it', attributes)));
  const parts = paper(page);
  await expect(parts.headline).toHaveText('It');
  return { ...parts, heard };
}

/** What the browser has seen to be near is asked for by now. @param {Page} page */
const looked = async (page) => {
  await painted(page);
  await painted(page);
  await page.evaluate(() => fetch('/news/favicon.svg').then((reply) => reply.text()));
};

/**
 * Scrolls so that the end of the article is so many screens below what is in view.
 * @param {Page} page
 * @param {number} screens
 */
const scrollNear = (page, screens) =>
  page.evaluate((count) => {
    const place = document
      .querySelector('newsprint-article')
      ?.shadowRoot?.querySelector('.awaited[data-part=related]');
    const { top = NaN } = place?.getBoundingClientRect() ?? {};
    scrollBy(0, top - innerHeight * (1 + count));
  }, screens);

test.describe('a list below what is in view', () => {
  for (const browser of ['a new', 'an old']) {
    test(`is asked for within a screen of it, and then once, in ${browser} browser`, async ({
      page,
      server,
    }) => {
      await page.addInitScript((isOld) => {
        // One that knows nothing of boxes that scroll.
        if (isOld) delete (/** @type {any} */ (IntersectionObserver.prototype).scrollMargin);
      }, browser === 'an old');
      give(server, 'related', list('The related'));
      const { article, heard } = await show(page, server, long({ related: path('related') }));
      await looked(page);
      expect(server.count(path('related')), 'far away').toBe(0);
      await scrollNear(page, 1.5);
      await looked(page);
      expect(server.count(path('related')), 'not near enough').toBe(0);
      await scrollNear(page, 0.5);
      await expect(article.getByRole('link', { name: 'The related' })).toBeAttached();
      expect(server.count(path('related'))).toBe(1);
      await page.evaluate(() => scrollTo(0, 0));
      await looked(page);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await looked(page);
      await expect(article.getByRole('link', { name: 'The related' })).toBeInViewport();
      expect(server.count(path('related'))).toBe(1);
      expect(await heard('error')).toEqual([]);
    });
  }

  test('is asked for by its reader’s own scroller too', async ({ page, server }) => {
    give(server, 'it', long({ related: path('related') }));
    give(server, 'related', list('The related'));
    await page.setViewportSize(NARROW);
    server.answer('/news/box.css', {
      body: 'main { overflow: auto; height: 600px; width: 600px; margin: 0; }',
    });
    const link = '<link rel="stylesheet" href="/news/box.css">';
    await page.goto(blankPage(server, `${link}<main>${element('it')}</main>`));
    await expect(paper(page).headline).toHaveText('It');
    await looked(page);
    expect(server.count(path('related'))).toBe(0);
    await page.evaluate(() => {
      const main = document.querySelector('main');
      if (main) main.scrollTop = main.scrollHeight - 1000;
    });
    await expect(paper(page).article.getByRole('link', { name: 'The related' })).toBeAttached();
    expect(server.count(path('related'))).toBe(1);
  });

  test('comes after the list above it', async ({ page, server }) => {
    give(server, 'related', list('The related'));
    const latest = server.hold(path('latest'), { body: JSON.stringify(list('The latest')) });
    const both = { latest: path('latest'), related: path('related') };
    const { article } = await show(page, server, small([], { headline: 'It', ...both }));
    await expect.poll(() => server.count(path('latest'))).toBe(1);
    await looked(page);
    expect(server.count(path('related')), 'it would be pushed down').toBe(0);
    latest.release();
    await expect(article.getByRole('link')).toHaveText(['The latest', 'The related']);
    expect(server.count(path('latest'))).toBe(1);
    expect(server.count(path('related'))).toBe(1);
  });

  test('comes also when the list above it does not', async ({ page, server, watch }) => {
    watch.expect('status of 404', /left out: not-found: .*latest\.json/);
    give(server, 'related', list('The related'));
    server.answer(path('latest'), { status: 404, body: '' });
    const both = { latest: path('latest'), related: path('related') };
    const { article } = await show(page, server, small([], { headline: 'It', ...both }));
    await expect(article.getByRole('link')).toHaveText(['The related']);
  });
});

test.describe('a part that does not come', () => {
  test('leaves the text where it is, when it is the only list', async ({ page, server, watch }) => {
    watch.expect('status of 404', 'left out: not-found');
    const reply = server.hold(path('latest'), { status: 404, body: '' });
    const it = small(paragraphs(3), { headline: 'It', latest: path('latest') });
    const { article } = await show(page, server, it);
    await page.setViewportSize({ width: 1280, height: 800 });
    const places = () =>
      article
        .locator('[part=paragraph]')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
    await painted(page);
    const before = await places();
    reply.release();
    await expect(article.locator('.awaited')).toHaveCount(0);
    expect(await places()).toEqual(before);
  });

  /** @type {[string, import('./support/server.mjs').Answer, (string | RegExp)[]][]} */
  const FAILURES = [
    ['for status 404', { status: 404, body: '' }, ['status of 404', 'left out: not-found']],
    ['for status 500', { status: 500, body: '' }, ['status of 500', 'left out: server']],
    ['for a cut connection', { destroy: true }, [/net::ERR_/, 'left out: network']],
    ['as JSON', { body: '<!doctype html>' }, ['left out: not-json']],
    ['as what it should be', { body: '7' }, [/JSON but not (a list of articles|the weather)/]],
  ];

  for (const [why, answer, log] of FAILURES) {
    for (const part of ['related', 'weather']) {
      test(`${why} leaves out ${part} only`, async ({ page, server, watch }) => {
        watch.expect(...log);
        give(server, 'latest', list('The latest'));
        server.answer(path('part'), answer);
        const more =
          part === 'weather'
            ? { header: { date: '2024-03-18', weather: path('part') } }
            : { related: path('part') };
        const it = small(paragraphs(1), { headline: 'It', latest: path('latest'), ...more });
        const { article, heard, element: host } = await show(page, server, it);
        await expect(article.getByRole('link')).toHaveText(['The latest']);
        await expect(article.locator('.awaited')).toHaveCount(0);
        await expect(article.locator('[part=weather], [part=related]')).toHaveCount(0);
        expect((await heard()).map(({ type }) => type)).toEqual(['load']);
        expect(await host.evaluate((node) => node.matches(':state(ready)'))).toBe(true);
        expect(await host.evaluate((node) => node.matches(':state(stale)'))).toBe(false);
        const count = server.count(path('part'));
        await looked(page);
        expect(server.count(path('part')), 'and is not asked for on and on').toBe(count);
      });
    }
  }

  test('ever is given up in its time', async ({ page, server, watch }) => {
    watch.expect(/left out: timeout: .*related\.json/);
    server.hold(path('related'));
    await page.clock.install();
    const it = small(paragraphs(1), { headline: 'It', related: path('related') });
    const { article, heard } = await show(page, server, it);
    for (const count of [1, 2, 3, 4]) {
      await expect.poll(() => server.count(path('related'))).toBe(count);
      await page.clock.runFor(8100);
    }
    await expect(article.locator('.awaited')).toHaveCount(0);
    expect(server.count(path('related'))).toBe(4);
    expect((await heard()).map(({ type }) => type)).toEqual(['load']);
  });

  test('without a network comes when that is back', async ({ page, context, server, watch }) => {
    watch.expect('ERR_INTERNET_DISCONNECTED');
    give(server, 'related', list('The related'));
    const { article, heard } = await show(page, server, long({ related: path('related') }));
    await looked(page);
    await context.setOffline(true);
    const failed = page.waitForEvent('requestfailed');
    await scrollNear(page, 0.5);
    await failed;
    expect(server.count(path('related'))).toBe(0);
    await context.setOffline(false);
    await expect(article.getByRole('link', { name: 'The related' })).toBeAttached();
    expect(server.count(path('related'))).toBe(1);
    expect((await heard()).map(({ type }) => type)).toEqual(['load']);
  });
});

test.describe('the weather', () => {
  test('is asked for at once, for it is in view', async ({ page, server }) => {
    give(server, 'weather', WEATHER);
    const header = { date: '2024-03-18', weather: path('weather') };
    const { article } = await show(page, server, long({ header }));
    await expect(article.locator('[part=weather]')).toContainText('10');
    expect(server.count(path('weather'))).toBe(1);
  });

  test('is not asked for again for another unit or level', async ({ page, server }) => {
    give(server, 'weather', WEATHER);
    const header = { date: '2024-03-18', weather: path('weather') };
    const { article, element: it } = await show(page, server, long({ header }));
    await expect(article.locator('[part=weather]')).toContainText('10');
    await it.evaluate((node) => {
      node.setAttribute('units', 'f');
      node.setAttribute('heading-level', '2');
    });
    await expect(article.locator('[part=weather]')).toContainText('50');
    await looked(page);
    expect(server.count(path('weather'))).toBe(1);
  });
});

for (const [name, part] of /** @type {[string, (url: string) => object][]} */ ([
  ['related', (url) => ({ related: url })],
  ['latest', (url) => ({ latest: url })],
  ['weather', (url) => ({ header: { date: '2024-03-18', weather: url } })],
  ['header', (url) => ({ header: { date: '2024-03-18', weather: url } })],
])) {
  test(`what is hidden as '${name}' is not asked for before it is shown`, async ({
    page,
    server,
  }) => {
    give(server, 'part', /weather|header/.test(name) ? WEATHER : list('The part'));
    const it = small(paragraphs(1), { headline: 'It', ...part(path('part')) });
    const { article, element: host } = await show(page, server, it, `hide="${name}"`);
    await looked(page);
    expect(server.count(path('part'))).toBe(0);
    await host.evaluate((node) => node.removeAttribute('hide'));
    await expect(article.locator(`[part=${name}]`)).toBeVisible();
    await expect(article.locator('[part=weather], nav')).toBeVisible();
    expect(server.count(path('part'))).toBe(1);
    await host.evaluate((node, what) => node.setAttribute('hide', what), name);
    await expect(article.locator(`[part=${name}]`)).toHaveCount(0);
    await host.evaluate((node) => node.removeAttribute('hide'));
    await expect(article.locator('[part=weather], nav')).toBeVisible();
    expect(server.count(path('part'))).toBe(1);
  });
}

test('a place that is seen when its part has come already is let be', async ({ page, server }) => {
  await page.addInitScript(() => {
    const Usual = IntersectionObserver;
    globalThis.IntersectionObserver = class extends Usual {
      /** @param {IntersectionObserverCallback} tell @param {IntersectionObserverInit & { scrollMargin?: string }} [options] */
      constructor(tell, options) {
        super(tell, options);
        // The one that looks how near a place is.
        if (!options?.scrollMargin) return;
        // What the browser has noted before, and tells only now.
        Object.assign(globalThis, {
          tellLate: (/** @type {Element} */ target) =>
            tell(/** @type {any} */ ([{ isIntersecting: true, target }]), this),
        });
      }
    };
  });
  server.answer(path('part'), { body: JSON.stringify(WEATHER) });
  const { article } = await show(
    page,
    server,
    small([], { headline: 'It', header: { weather: path('part') } }),
  );
  const weather = article.locator('[part=weather]');
  await expect(weather).toBeVisible();
  await weather.evaluate((node) => /** @type {any} */ (globalThis).tellLate(node));
  await expect(weather).toBeVisible();
  expect(server.count(path('part'))).toBe(1);
});
