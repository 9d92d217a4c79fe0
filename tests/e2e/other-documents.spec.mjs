// @ts-check
/** Elements that are moved to another document, and what others do inside of an element. */
import { expect, paper, small, test } from './support/fixtures.mjs';
import { IT, PATH, site } from './support/site.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** The newest version of an article, for an element that asks again. */
const newer = (more = {}) =>
  JSON.stringify(
    small([{ type: 'paragraph', text: 'New words.' }], { headline: 'Version 2', ...more }),
  );

const older = (more = {}) =>
  small([{ type: 'paragraph', text: 'Old words.' }], { headline: 'Version 1', ...more });

test('an element that is moved into a frame keeps its styles', async ({ page, server }) => {
  site(server, `${IT}<iframe src="blank.html"></iframe>`, { policy: '' });
  server.answer('/news/blank.html', { body: '<!doctype html><title>Blank</title>' });
  await page.goto('site.html');
  const { headline } = paper(page);
  await expect(headline).toBeVisible();
  const size = await headline.evaluate((node) => getComputedStyle(node).fontWeight);
  await page.evaluate(() => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
    const element = /** @type {Element} */ (document.querySelector('newsprint-article'));
    frame.contentDocument?.body.append(element);
  });
  const moved = page.frameLocator('iframe').locator('newsprint-article');
  await expect(moved.locator('.headline')).toHaveCSS('font-weight', size);
  expect(await moved.evaluate((node) => node.shadowRoot?.adoptedStyleSheets.length)).toBe(2);
  // It goes on there.
  server.answer(PATH, { body: newer() });
  await moved.evaluate((node) => /** @type {any} */ (node).reload());
  await expect(moved.locator('.headline')).toHaveText('Version 2');
  await expect(moved.locator('.headline')).toHaveCSS('font-weight', size);
  // And back.
  await page.evaluate(() => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
    const element = frame.contentDocument?.querySelector('newsprint-article');
    if (element) document.body.append(element);
  });
  await expect(headline).toHaveCSS('font-weight', size);
});

for (const when of ['before', 'after']) {
  test(`a style sheet that others adopted ${when} the article came stays`, async ({
    page,
    server,
  }) => {
    site(server, IT);
    const held = server.hold(PATH, { body: JSON.stringify(older()) });
    await page.goto('site.html');
    const { element, headline } = paper(page);
    const adopt = () =>
      element.evaluate((node) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('h1 { outline: 3px solid red }');
        node.shadowRoot?.adoptedStyleSheets.push(sheet);
      });
    await expect.poll(() => element.evaluate((node) => !!node.shadowRoot)).toBe(true);
    if (when === 'before') await adopt();
    held.release();
    await expect(headline).toBeVisible();
    if (when === 'after') await adopt();
    await element.evaluate((node) => /** @type {any} */ (node).reload());
    await expect(headline).toHaveCSS('outline-width', '3px');
  });
}

/**
 * Does what translators do: each text is put into elements of their own.
 * @param {Page} page
 */
const translate = (page) =>
  paper(page).article.evaluate((article) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const all = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) all.push(node);
    for (const node of all) {
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      /** @type {Element} */ (font.firstChild).textContent = `«${node.nodeValue}»`;
      node.parentNode?.replaceChild(font, node);
    }
    return all.length;
  });

test('a translated article is followed by its newer version', async ({ page, server }) => {
  await page.clock.install();
  site(server, IT.replace(' src', ' refresh="60" src'), { article: older() });
  await page.goto('site.html');
  const { headline, article } = paper(page);
  await expect(headline).toHaveText('Version 1');
  expect(await translate(page)).toBeGreaterThanOrEqual(3);
  await expect(headline).toHaveText('«Version 1»');
  server.answer(PATH, { body: newer() });
  await page.clock.runFor(61_000);
  await expect(headline).toHaveText('Version 2');
  await expect(article).toContainText('New words.');
  await expect(article).not.toContainText('«');
  // And once more.
  await translate(page);
  server.answer(PATH, { body: newer({ headline: 'Version 3' }) });
  await page.clock.runFor(61_000);
  await expect(headline).toHaveText('Version 3');
});

test('a translated article gives way to another one, and to other settings', async ({
  page,
  server,
}) => {
  site(server, IT, { article: older({ kicker: 'Kicker', rights: '© N' }) });
  server.answer('/news/api/articles/other.json', { body: newer() });
  await page.goto('site.html');
  const { element, headline, article } = paper(page);
  await expect(headline).toHaveText('Version 1');
  await translate(page);
  await element.evaluate((node) => node.setAttribute('hide', 'kicker'));
  await expect(article.locator('.kicker')).toHaveCount(0);
  await translate(page);
  await element.evaluate((node) => node.setAttribute('src', 'api/articles/other.json'));
  await expect(headline).toHaveText('Version 2');
  await expect(article).not.toContainText('«');
});

test('nodes that extensions take away or add end nothing', async ({ page, server }) => {
  await page.clock.install();
  site(server, IT.replace(' src', ' refresh="60" src'), { article: older() });
  await page.goto('site.html');
  const { headline, article } = paper(page);
  await expect(headline).toHaveText('Version 1');
  await article.evaluate((node) => {
    node.querySelector('p')?.remove();
    node.querySelector('h1')?.prepend(Object.assign(document.createElement('b'), { title: 'x' }));
    node.querySelector('h2')?.replaceWith(document.createElement('hr'));
  });
  server.answer(PATH, { body: newer() });
  await page.clock.runFor(61_000);
  await expect(headline).toHaveText('Version 2');
  await expect(article).toContainText('New words.');
});

test('what is only added stays, and so does what the reader has opened', async ({
  page,
  server,
}) => {
  await page.clock.install();
  const details = { type: 'details', id: 'd', summary: 'S', blocks: [{ type: 'divider' }] };
  const version = (/** @type {string} */ headline) => small([details], { headline });
  site(server, IT.replace(' src', ' refresh="60" src'), { article: version('Version 1') });
  await page.goto('site.html');
  const { headline, article } = paper(page);
  await expect(headline).toHaveText('Version 1');
  await article.evaluate((node) => {
    node.querySelector('details')?.setAttribute('open', '');
    node.querySelector('h2')?.append(document.createElement('b'));
  });
  server.answer(PATH, { body: JSON.stringify(version('Version 2')) });
  await page.clock.runFor(61_000);
  await expect(headline).toHaveText('Version 2');
  await expect(article.locator('details')).toHaveAttribute('open', '');
  await expect(article.locator('h2 b')).toHaveCount(1);
});

test('a service worker that answers from all caches does not find our copies', async ({
  page,
  server,
}) => {
  site(server, IT, { article: older() });
  await page.goto('site.html');
  await expect(paper(page).headline).toHaveText('Version 1');
  const found = () =>
    page.evaluate(async (path) => {
      const ours = await caches.open('newsprint');
      const isKept = !!(await ours.match(path, { ignoreVary: true }));
      return [isKept, !!(await caches.match(new Request(path)))];
    }, PATH);
  await expect.poll(found).toEqual([true, false]);
  // Each version takes the place of the one before.
  server.answer(PATH, { body: newer() });
  await page.reload();
  await expect(paper(page).headline).toHaveText('Version 2');
  await expect
    .poll(() =>
      page.evaluate(async (path) => {
        const all = await (await caches.open('newsprint')).matchAll(path, { ignoreVary: true });
        return Promise.all(all.map(async (copy) => (await copy.json()).headline));
      }, PATH),
    )
    .toEqual(['Version 2']);
});
