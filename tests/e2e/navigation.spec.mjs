// @ts-check
/** Following a teaser: the event before it, and the same element showing the next article. */
import { listen } from './support/events.mjs';
import { expect, paper, small, test } from './support/fixtures.mjs';
import {
  ARTICLES,
  address,
  IN_PLACE,
  IT,
  linkedSite,
  scrolled,
  teaser,
} from './support/linked-articles.mjs';
import { FOLDER, start } from './support/server.mjs';

const PATH = `${FOLDER}api/articles/one.json`;

test.describe('newsprint-navigate', () => {
  for (const [name, list, url, article] of [
    ['To two', 'latest', 'two.html', 'api/articles/two.json'],
    ['To a page', 'latest', 'page.html', undefined],
    ['To three', 'related', 'three.html', 'api/articles/three.json'],
  ]) {
    test(`says that '${name}' of '${list}' is about to be followed`, async ({ page, server }) => {
      linkedSite(server, `<main>${IT}</main>`);
      const heard = await listen(page);
      await page.goto('one.html');
      await expect(paper(page).headline).toBeVisible();
      // Heard where it bubbles to; the page stays, to be looked at.
      await page.evaluate(() => {
        document.querySelector('main')?.addEventListener('newsprint-navigate', (event) => {
          event.preventDefault();
        });
      });
      const link = teaser(page, String(name));
      await expect(link).toHaveAttribute('href', `${server.url}${url}`);
      await link.click();
      const [event] = await heard('navigate');
      expect(event).toMatchObject({
        bubbles: true,
        cancelable: true,
        composed: true,
        isCustom: true,
      });
      expect(event.detail.url).toBe(`${server.url}${url}`);
      expect(event.detail.list).toBe(list);
      expect(event.detail.teaser).toMatchObject({ headline: name });
      expect(event.detail.teaser.article).toBe(article && `${server.url}${article}`);
      expect(address(page), 'prevented: nothing is followed').toBe('one.html');
      await expect(paper(page).headline).toHaveText('Article one');
      expect(server.count(`${FOLDER}${url}`)).toBe(0);
    });
  }

  test('goes out of the shadow root that the element stands in', async ({ page, server }) => {
    linkedSite(server, '<site-frame></site-frame>');
    await page.goto('one.html');
    await page.evaluate(() => {
      const host = document.querySelector('site-frame');
      const element = document.createElement('newsprint-article');
      element.setAttribute('src', '/news/api/articles/one.json');
      host?.attachShadow({ mode: 'closed' }).append(element);
      Object.assign(globalThis, { element });
    });
    const followed = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('newsprint-navigate', (event) => {
            event.preventDefault();
            resolve(/** @type {Element} */ (event.target).localName);
          });
          const { element } = /** @type {any} */ (globalThis);
          const click = () => element.shadowRoot.querySelector('.teaser a').click();
          element.addEventListener('newsprint-load', click);
        }),
    );
    expect(await followed).toBe('site-frame');
  });

  test('without a word of the host the link leads to its page', async ({ page, server }) => {
    linkedSite(server);
    const heard = await listen(page);
    await page.goto('one.html');
    await teaser(page, 'To two').click();
    await expect(page).toHaveURL(/two\.html$/);
    await expect(paper(page).headline).toHaveText('Article two');
    expect(server.count(`${FOLDER}two.html`), 'the page was asked for').toBe(1);
    expect(
      (await heard()).map(({ type }) => type),
      'of the new page',
    ).toEqual(['load']);
  });

  for (const modifier of /** @type {const} */ (['Control', 'Shift', 'Meta', 'Alt'])) {
    test(`a click with ${modifier} is the browser's own`, async ({ page, server }) => {
      linkedSite(server, IN_PLACE);
      const heard = await listen(page);
      await page.goto('one.html');
      const link = teaser(page, 'To two');
      await expect(link).toBeVisible();
      // What the browser would do with it is not for this test; that it may is.
      const isLeft = page.evaluate(
        () =>
          new Promise((resolve) => {
            addEventListener('click', (event) => {
              resolve(!event.defaultPrevented);
              event.preventDefault();
            });
          }),
      );
      await link.click({ modifiers: [modifier] });
      expect(await isLeft).toBe(true);
      expect(await heard('navigate')).toEqual([]);
      await expect(paper(page).headline).toHaveText('Article one');
    });
  }

  test('a click with Control opens another tab, and this one stays', async ({
    page,
    server,
    context,
  }) => {
    linkedSite(server, IN_PLACE);
    await page.goto('one.html');
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      teaser(page, 'To two').click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await expect(paper(tab).headline).toHaveText('Article two');
    await expect(paper(page).headline).toHaveText('Article one');
    expect(address(page)).toBe('one.html');
  });

  test('the middle button opens another tab, and this one stays', async ({
    page,
    server,
    context,
  }) => {
    linkedSite(server, IN_PLACE);
    await page.goto('one.html');
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      teaser(page, 'To two').click({ button: 'middle' }),
    ]);
    await expect(paper(tab).headline).toHaveText('Article two');
    await expect(paper(page).headline).toHaveText('Article one');
  });
});

test.describe('in place', () => {
  test('a teaser is followed in the same element, with history', async ({ page, server }) => {
    linkedSite(server, IN_PLACE);
    const heard = await listen(page);
    await page.goto('one.html');
    const { element, headline } = paper(page);
    await expect(headline).toHaveText('Article one');
    await element.evaluate((node) => Object.assign(node, { isTheSame: true }));
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    expect(address(page)).toBe('two.html');
    await expect(element).toHaveJSProperty('isTheSame', true);
    await expect(element).toHaveJSProperty('src', `${server.url}api/articles/two.json`);
    await teaser(page, 'To three').click();
    await expect(headline).toHaveText('Article three');
    expect(address(page)).toBe('three.html');

    await page.goBack();
    await expect(headline).toHaveText('Article two');
    expect(address(page)).toBe('two.html');
    await page.goBack();
    await expect(headline).toHaveText('Article one');
    expect(address(page)).toBe('one.html');
    await page.goForward();
    await expect(headline).toHaveText('Article two');
    expect(address(page)).toBe('two.html');
    await expect(element).toHaveJSProperty('isTheSame', true);
    expect(server.count(/\.html$/), 'pages asked for').toBe(1);
    expect((await heard('load')).map(({ detail }) => detail.article.headline)).toEqual([
      'Article one',
      'Article two',
      'Article three',
      'Article two',
      'Article one',
      'Article two',
    ]);
    expect(await heard('navigate'), 'for teasers only').toHaveLength(2);
  });

  test('the fallback of the first article never stands for another', async ({
    page,
    server,
    watch,
  }) => {
    watch.expect('newsprint: not-found', 'status of 404');
    linkedSite(server, IN_PLACE.replace('></', '><p>Of article one</p></'));
    const reply = server.hold(`${FOLDER}api/articles/two.json`, { status: 404, body: '' });
    await page.goto('one.html');
    const { element, error, headline, skeleton } = paper(page);
    const fallback = element.getByText('Of article one');
    await expect(headline).toHaveText('Article one');
    await element.getByRole('link', { name: 'To two' }).click();
    await expect(skeleton).toBeVisible();
    await expect(fallback).toBeHidden();
    reply.release();
    await expect(error).toBeVisible();
    await expect(fallback).toBeHidden();

    server.answer(`${FOLDER}api/articles/one.json`, { status: 404, body: '' });
    await page.goBack();
    await expect(fallback).toBeVisible();
  });

  test('works with the keyboard, which goes on in the new article', async ({ page, server }) => {
    linkedSite(server, IN_PLACE);
    await page.goto('one.html');
    const { headline } = paper(page);
    await teaser(page, 'To two').focus();
    await page.keyboard.press('Enter');
    await expect(headline).toHaveText('Article two');
    await page.keyboard.press('Tab');
    await expect(teaser(page, 'To three')).toBeFocused();
  });

  test('prevented by the host, nothing happens', async ({ page, server }) => {
    linkedSite(server, IN_PLACE);
    await page.goto('one.html');
    const { element, headline } = paper(page);
    await expect(headline).toBeVisible();
    const entries = await page.evaluate(() => history.length);
    await element.evaluate((node) => {
      node.addEventListener('newsprint-navigate', (event) => event.preventDefault());
    });
    await teaser(page, 'To two').click();
    expect(address(page)).toBe('one.html');
    expect(await page.evaluate(() => history.length)).toBe(entries);
    await expect(headline).toHaveText('Article one');
    expect(server.count(/two\./)).toBe(0);
  });

  test('a teaser that names no article JSON leads to its page', async ({ page, server }) => {
    linkedSite(server, IN_PLACE);
    await page.goto('one.html');
    await teaser(page, 'To a page').click();
    await expect(page.getByRole('heading', { name: 'Just a page' })).toBeVisible();
    expect(server.count(`${FOLDER}page.html`)).toBe(1);
  });

  test('a teaser whose page is of another origin leads there', async ({ page, server, watch }) => {
    const other = await start();
    try {
      watch.expect(`request to another host: ${other.url}`);
      linkedSite(server, IN_PLACE);
      const items = [
        { headline: 'Abroad', url: `${other.url}two.html`, article: '/news/api/articles/two.json' },
      ];
      server.answer(PATH, { body: JSON.stringify(small([], { latest: { items } })) });
      other.answer(`${FOLDER}two.html`, { body: '<!doctype html><h1>Another site</h1>' });
      other.answer('/favicon.ico', { status: 204, body: '' });
      await page.goto('one.html');
      await teaser(page, 'Abroad').click();
      await expect(page.getByRole('heading', { name: 'Another site' })).toBeVisible();
      expect(page.url()).toBe(`${other.url}two.html`);
      expect(server.count(/two\.json$/), 'nothing is loaded in place').toBe(0);
      await page.goBack();
      await expect(paper(page).headline).toHaveText('A small article');
    } finally {
      await page.close();
      await other.stop();
    }
  });

  test('the new article is read from its top', async ({ page, server }) => {
    linkedSite(server, `<p>Above</p>${IN_PLACE}`);
    await page.setViewportSize({ width: 600, height: 700 });
    await page.goto('one.html');
    const { element, headline } = paper(page);
    await teaser(page, 'To two').scrollIntoViewIfNeeded();
    expect(await scrolled(page)).toBeGreaterThan(1000);
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    await expect(headline).toBeInViewport();
    expect(Math.round(await element.evaluate((node) => node.getBoundingClientRect().top))).toBe(0);
  });

  test('back and forward lead to where the reader was', async ({ page, server }) => {
    linkedSite(server, IN_PLACE);
    await page.goto('one.html');
    const { headline } = paper(page);
    await expect(headline).toHaveText('Article one');
    await page.setViewportSize({ width: 600, height: 700 });
    await teaser(page, 'To two').scrollIntoViewIfNeeded();
    const before = await scrolled(page);
    expect(before).toBeGreaterThan(1000);
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    await page.evaluate(() => scrollTo(0, 500));
    await expect.poll(() => scrolled(page)).toBe(500);
    await page.goBack();
    await expect(headline).toHaveText('Article one');
    await expect.poll(() => scrolled(page)).toBe(before);
    await page.goForward();
    await expect(headline).toHaveText('Article two');
    await expect.poll(() => scrolled(page)).toBe(500);
  });

  test('back works after the page was reloaded in between', async ({ page, server }) => {
    linkedSite(server, IN_PLACE);
    await page.goto('one.html');
    const { headline } = paper(page);
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    await page.reload();
    await expect(headline).toHaveText('Article two');
    await page.goBack();
    expect(address(page)).toBe('one.html');
    await expect(headline).toHaveText('Article one');
    await page.goForward();
    expect(address(page)).toBe('two.html');
    await expect(headline).toHaveText('Article two');
  });

  test('back leads to an article that was set as a property', async ({ page, server }) => {
    linkedSite(server, '<newsprint-article navigation="in-place"></newsprint-article>');
    await page.goto('one.html');
    const { element, headline } = paper(page);
    await page.waitForFunction(() => customElements.get('newsprint-article'));
    await element.evaluate((node, article) => void Object.assign(node, { article }), {
      ...ARTICLES.one,
      headline: 'Given',
    });
    await expect(headline).toHaveText('Given');
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    await page.goBack();
    await expect(headline).toHaveText('Given');
    await page.goForward();
    await expect(headline).toHaveText('Article two');
  });

  test("leaves the site's own state in the history alone", async ({ page, server }) => {
    linkedSite(server, IN_PLACE);
    await page.goto('one.html');
    const { headline } = paper(page);
    await expect(headline).toBeVisible();
    await page.evaluate(() => history.replaceState({ router: 'mine' }, ''));
    await teaser(page, 'To two').click();
    await expect(headline).toHaveText('Article two');
    await page.goBack();
    await expect(headline).toHaveText('Article one');
    expect(await page.evaluate(() => history.state)).toMatchObject({ router: 'mine' });
  });

  test('two elements of a page go their own ways', async ({ page, server }) => {
    linkedSite(server, IN_PLACE + IN_PLACE);
    await page.goto('one.html');
    const [first, second] = [paper(page, 0), paper(page, 1)];
    await expect(first.headline).toHaveText('Article one');
    await expect(second.headline).toHaveText('Article one');
    await first.article.getByRole('link', { name: 'To two' }).click();
    await expect(first.headline).toHaveText('Article two');
    await second.article.getByRole('link', { name: 'To three' }).click();
    await expect(second.headline).toHaveText('Article three');
    await page.goBack();
    await expect(second.headline).toHaveText('Article one');
    await expect(first.headline).toHaveText('Article two');
    await page.goBack();
    await expect(first.headline).toHaveText('Article one');
    await expect(second.headline).toHaveText('Article one');
  });
});
