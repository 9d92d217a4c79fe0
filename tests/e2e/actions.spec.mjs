// @ts-check
/** Actions: what buttons do, by modules that are fetched when they are first used. */
import { FOLDER } from './support/server.mjs';
import { expect, paper, small, test } from './support/fixtures.mjs';

const MODULE = /\/newsprint-play-[0-9a-f]+\.js$/;
const PLAYER = 'https://www.youtube-nocookie.com/embed/a';
const EMBED = { type: 'embed', url: 'https://youtu.be/a', title: 'A film' };

/** @param {import('@playwright/test').Page} page */
const playerOf = (page) => ({
  button: paper(page).frame.locator('[data-action=play]'),
  frame: paper(page).frame.locator('iframe'),
});

test.beforeEach(async ({ page, watch }) => {
  // The player's site is not there, and the policy would not let it in.
  watch.expect(/frame-src|youtube/);
  await page.route(`${PLAYER}**`, (route) => route.abort());
});

test('an action is fetched when it is first used, and once', async ({ page, server }) => {
  await page.goto(server.article('actions', small([EMBED, { ...EMBED, id: 'two' }])));
  const { button, frame } = playerOf(page);
  await expect(button.first()).toBeVisible();
  expect(server.count(MODULE)).toBe(0);
  await button.first().click();
  await expect(frame).toHaveCount(1);
  await button.nth(1).press('Enter');
  await expect(frame).toHaveCount(2);
  expect(server.count(MODULE)).toBe(1);
  await expect(frame.first()).toHaveAttribute('src', PLAYER);
  await expect(frame.first()).toHaveAttribute('allow', 'fullscreen');
});

test('clicks while the module is on its way count once', async ({ page, server }) => {
  const held = server.hold(MODULE);
  await page.goto(server.article('actions-held', small([EMBED])));
  const { button, frame } = playerOf(page);
  await button.click();
  await button.click();
  await expect.poll(() => server.count(MODULE)).toBe(1);
  await expect(frame).toHaveCount(0);
  held.release();
  await expect(frame).toHaveCount(1);
});

test('a module that comes the second time needs one click', async ({ page, server, watch }) => {
  watch.expect('status of 503');
  await page.addInitScript(() => void Object.assign(Math, { random: () => 0.001 }));
  server.answer(MODULE, { status: 503, body: '' }, {});
  await page.goto(server.article('actions-late', small([EMBED])));
  const { button, frame } = playerOf(page);
  await button.click();
  await expect(frame).toHaveCount(1);
  // The import, the look why it failed, and the import from what that brought.
  expect(server.count(MODULE)).toBeGreaterThan(1);
});

test('a module that can’t be had leaves the button, to be tried again', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('the action "play" did not work', 'status of 404');
  const missing = { status: 404, body: '' };
  server.answer(MODULE, missing, missing, {});
  await page.goto(server.article('actions-lost', small([EMBED])));
  const { button, frame } = playerOf(page);
  await button.click();
  await expect.poll(() => watch.missing().filter((what) => /action/.test(what))).toEqual([]);
  await expect(button).toBeVisible();
  await button.click();
  await expect(frame).toHaveCount(1);
});

test('an action works on markup that no engine has made', async ({ page, server }) => {
  server.answer(`${FOLDER}static.html`, {
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><html lang="en"><title>Static</title>
      <script type="module" src="newsprint.js"></script><newsprint-article></newsprint-article>`,
  });
  await page.goto('static.html');
  await page.evaluate((player) => {
    const { shadowRoot } = document.querySelector('newsprint-article') ?? {};
    const button = document.createElement('button');
    button.dataset.action = 'play';
    button.dataset.allow = 'fullscreen';
    button.value = player;
    button.textContent = 'Load';
    const place = document.createElement('div');
    place.append(button);
    shadowRoot?.querySelector('.frame')?.append(place);
  }, PLAYER);
  await playerOf(page).button.click();
  await expect(playerOf(page).frame).toHaveCount(1);
  // Nothing else was fetched: there is no engine.
  expect(server.count(/\.wasm$/)).toBe(0);
  expect(server.count(MODULE)).toBe(1);
});

test('a name that is no action does nothing', async ({ page, server }) => {
  await page.goto(server.article('actions-none', small([EMBED])));
  const { button, frame } = playerOf(page);
  await button.evaluate((node) => node.setAttribute('data-action', 'constructor'));
  await paper(page).frame.locator('.load').click();
  await paper(page)
    .frame.locator('.load')
    .evaluate((node) => node.setAttribute('data-action', 'play'));
  await button.click();
  await expect(frame).toHaveCount(1);
});
