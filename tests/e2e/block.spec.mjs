// @ts-check
/** The element is a block like others: in every parent, hidden and shown, under the page's own rules. */
import { readFileSync } from 'node:fs';

import { expect, overflow, paper, small, test, watchShifts } from './support/fixtures.mjs';
import { IT, ITS_JSON, PATH, site } from './support/site.mjs';

/** Parents that ask their content how wide it would like to be. */
const PARENTS = {
  'a row of flex items': `<div style="display:flex">${IT}</div>`,
  'a centred column of flex items': `<div style="display:flex;flex-direction:column;align-items:center">${IT}</div>`,
  'a grid item at the start': `<div style="display:grid;justify-items:start">${IT}</div>`,
  'a centred grid item': `<div style="display:grid;place-items:center">${IT}</div>`,
  'a float': `<div style="float:left">${IT}</div>`,
  'an inline block': `<div style="display:inline-block">${IT}</div>`,
  'a cell of a table': `<table><tr><td>${IT}</td></tr></table>`,
  'a box as narrow as its content': `<div style="width:min-content">${IT}</div>`,
  'a box that fits its content': `<div style="width:fit-content">${IT}</div>`,
  'a dialog': `<dialog open style="position:static">${IT}</dialog>`,
  'a positioned box': `<div style="position:absolute">${IT}</div>`,
  'an element that is a float itself': IT.replace(' src', ' style="float:inline-end" src'),
  'an element that is an inline block itself': IT.replace(
    ' src',
    ' style="display:inline-block" src',
  ),
  'vertical text': `<div style="writing-mode:vertical-rl;height:600px">${IT}</div>`,
  'vertical text from left to right': `<div style="writing-mode:vertical-lr;height:600px">${IT}</div>`,
};

/** The tests write styles into their pages, which the strict policy forbids. */
const policy = '';

for (const [name, parent] of Object.entries(PARENTS)) {
  for (const [width, least] of /** @type {const} */ ([
    [360, 240],
    [1280, 400],
  ])) {
    test(`${name} has a readable width at ${width}`, async ({ page, server }) => {
      await page.setViewportSize({ width, height: 740 });
      const article = small([{ type: 'paragraph', text: 'Some words to be read. '.repeat(20) }]);
      site(server, parent, { article, policy });
      await page.goto('site.html');
      const { headline, element } = paper(page);
      await expect(headline).toBeVisible();
      const box = await element.boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(least);
      expect(await overflow(page)).toBe(0);
    });
  }
}

test('two columns share the room', async ({ page, server }) => {
  const css = '.two { display: grid; grid-template-columns: auto 200px }';
  site(server, `<div class="two">${IT}<p>Aside</p></div>`, { css });
  await page.goto('site.html');
  await expect(paper(page).headline).toBeVisible();
  expect((await paper(page).element.boundingBox())?.width).toBeGreaterThan(400);
  expect(await overflow(page)).toBe(0);
});

/** What a page says of an element, and what the headline then has. */
const INHERITED = {
  visibility: 'hidden',
  'pointer-events': 'none',
  'user-select': 'none',
  cursor: 'wait',
  'text-size-adjust': '80%',
};

for (const [property, value] of Object.entries(INHERITED)) {
  test(`${property} of the page reaches inside`, async ({ page, server }) => {
    site(server, `<div class="panel">${IT}</div>`, {
      css: `.panel { ${property}: ${value}; -webkit-${property}: ${value} }`,
    });
    await page.goto('site.html');
    const { headline } = paper(page);
    await expect(headline).toHaveCount(1);
    await expect(headline).toHaveCSS(property, value);
  });
}

test('what is in a closed panel can not have the focus', async ({ page, server }) => {
  const article = small([{ type: 'paragraph', text: [{ text: 'a', href: '/a' }] }]);
  site(server, `<div class="panel">${IT}</div>`, { article, css: '.panel { visibility: hidden }' });
  await page.goto('site.html');
  const link = paper(page).article.locator('a');
  await expect(link).toHaveCount(1);
  await link.evaluate((node) => /** @type {HTMLElement} */ (node).focus());
  await expect(link).not.toBeFocused();
});

test('a hidden element is never shown, also before its styles are there', async ({
  page,
  server,
}) => {
  const held = server.hold(/\.css$/);
  site(server, IT.replace(' src', ' hidden src'));
  await page.goto('site.html');
  const { element, headline } = paper(page);
  await expect.poll(() => element.evaluate((node) => !!node.shadowRoot)).toBe(true);
  await expect(element).toBeHidden();
  await expect(element).toHaveCSS('display', 'none');
  held.release();
  await expect(headline).toHaveCount(1);
  await expect(element).toBeHidden();
  await element.evaluate((node) => node.removeAttribute('hidden'));
  await expect(headline).toBeVisible();
});

test('an element that is hidden until found can be found', async ({ page, server }) => {
  site(server, IT.replace(' src', ' hidden="until-found" src'));
  await page.goto('site.html');
  const { element, headline } = paper(page);
  await expect(headline).toHaveCount(1);
  await expect(element).toHaveCSS('content-visibility', 'hidden');
  await expect(element).not.toHaveCSS('display', 'none');
});

/** What the README says to add to the page's styles. */
const RULE = /newsprint-article:not\(:defined\) {.*}/.exec(
  readFileSync(new URL('../../README.md', import.meta.url), 'utf8'),
)?.[0];

for (const display of ['block', 'flow-root', 'flex', 'grid', 'contents', 'inline-block']) {
  test(`an element with display: ${display} moves nothing as it loads`, async ({
    page,
    server,
  }) => {
    const shifts = await watchShifts(page);
    const inside = '<p>Fallback words that can be read.</p>';
    const element = IT.replace('></', `>${inside}</`);
    const css = `${RULE} newsprint-article { display: ${display} }`;
    const article = small(Array(60).fill({ type: 'paragraph', text: 'Words. '.repeat(60) }));
    site(server, `${element}<p>After</p>`, { css });
    const held = server.hold(PATH, { body: JSON.stringify(article) });
    await page.goto('site.html');
    const { article: shown, frame, headline } = paper(page);
    await expect(frame).toHaveAttribute('data-state', 'loading');
    const before = await page.locator('newsprint-article > p').boundingBox();
    held.release();
    await expect(headline).toBeVisible();
    // The article begins where the fallback did.
    const after = await shown.boundingBox();
    expect(Math.abs(Number(before?.y) - Number(after?.y))).toBeLessThan(20);
    expect(await shifts()).toEqual([]);
  });
}

test('a frame that is made as high as its document settles', async ({ page, server }) => {
  site(server, IT);
  const held = server.hold(PATH, { body: ITS_JSON });
  server.answer('/news/outer.html', {
    headers: { 'content-security-policy': '' },
    body: `<!doctype html><title>Outer</title><link rel="icon" href="favicon.svg">
      <iframe src="site.html" style="width:800px;height:150px;border:0"></iframe>`,
  });
  await page.goto('outer.html');
  const inner = page.frameLocator('iframe');
  await expect(inner.locator('.frame')).toHaveAttribute('data-state', 'loading');
  const grow = () =>
    page.locator('iframe').evaluate((node) => {
      const frame = /** @type {HTMLIFrameElement} */ (node);
      const document = /** @type {Document} */ (frame.contentDocument);
      const height = Math.max(document.body.scrollHeight, document.documentElement.offsetHeight);
      frame.style.height = `${height}px`;
      return height;
    });
  const heights = [];
  for (let round = 0; round < 20; round += 1) heights.push(await grow());
  expect(heights.at(-1)).toBe(heights.at(-5));
  expect(heights.at(-1)).toBeLessThan(600);
  held.release();
  await expect(inner.locator('.headline')).toBeVisible();
});
