// @ts-check
/** The bundle at the root of a host, and in a folder. */
import { document, expect, FLAGSHIP, paper, test } from './support/fixtures.mjs';
import { start } from './support/server.mjs';

test.describe('at the root of a host', () => {
  // A server of its own, as the bundle stands elsewhere on it.
  test.use({
    server: async ({}, use) => {
      const server = await start({ folder: '/' });
      await use(server);
      await server.stop();
    },
  });

  test('works as it is', async ({ page, server }) => {
    await page.goto('./');
    expect(new URL(page.url()).pathname).toBe('/');
    await page.getByRole('link', { name: document(FLAGSHIP).headline }).click();
    await expect(paper(page).headline).toHaveText(document(FLAGSHIP).headline);
    expect(server.count('/newsprint.js')).toBe(1);
  });
});

test('works below the root as it is', async ({ page, server }) => {
  await page.goto('./');
  expect(new URL(page.url()).pathname).toBe('/news/');
  await page.getByRole('link', { name: document(FLAGSHIP).headline }).click();
  await expect(paper(page).headline).toHaveText(document(FLAGSHIP).headline);
  expect(server.count(/^\/(?!news\/)/), 'requests outside of its folder').toBe(0);
});
