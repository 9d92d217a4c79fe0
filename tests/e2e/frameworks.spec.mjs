// @ts-check
/** The element in the hands of frameworks, which set properties and listen to events. */
import { readFileSync } from 'node:fs';

import { expect, paper, test } from './support/fixtures.mjs';
import { POLICY } from './support/server.mjs';

const { headline: FIRST } = JSON.parse(
  readFileSync(new URL('../hosts/article.json', import.meta.url), 'utf8'),
);

/** What `tests/hosts/articles.js` makes of it. */
const SECOND = 'Ferry timetable restored';

/** Vue makes a Trusted Types policy of its own when it is loaded, whatever the page needs. */
const VUE_POLICY = POLICY.replace("trusted-types 'none'", 'trusted-types vue');

for (const [name, policy] of [
  ['react', POLICY],
  ['vue', VUE_POLICY],
]) {
  test.describe(`a site made with ${name}`, () => {
    test.beforeEach(async ({ page, server }) => {
      server.answer(`/hosts/${name}/`, { headers: { 'content-security-policy': policy } });
      await page.goto(`/hosts/${name}/`);
    });

    test('hands an article over as an object, and another one later', async ({ page, server }) => {
      const { element, headline } = paper(page);
      await expect(headline).toHaveText(FIRST);
      await expect(element.getByRole('heading', { level: 2, name: FIRST })).toBeVisible();
      await expect(page.getByText('The fallback')).toBeHidden();

      await page.getByRole('button', { name: 'Another article' }).click();
      await expect(headline).toHaveText(SECOND);
      expect(
        await element.evaluate((element) => /** @type {any} */ (element).article.headline),
      ).toBe(SECOND);
      expect(server.count(/article\.json$/), 'requests for an article').toBe(0);
    });

    test('hears what comes of it', async ({ page, watch }) => {
      const heard = page.locator('#heard');
      await expect(heard).toHaveText(`newsprint-load: ${FIRST} (property)`);
      await page.getByRole('button', { name: 'Another article' }).click();
      await expect(heard).toContainText(`newsprint-load: ${SECOND} (property)`);

      watch.expect(/not-an-article/);
      await page.locator('newsprint-article').evaluate((element) => {
        /** @type {any} */ (element).article = { headline: '' };
      });
      await expect(heard).toContainText('newsprint-error: not-an-article');
    });
  });
}
