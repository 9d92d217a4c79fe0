// @ts-check
/** The element inside of, and beside, another program made with Yew. */
import { expect, paper, test } from './support/fixtures.mjs';

test.beforeEach(async ({ page }) => {
  await page.goto('/hosts/second-yew/');
  await expect(paper(page, 0).headline).toBeVisible();
  await expect(paper(page, 1).headline).toBeVisible();
});

test('both count their own clicks only', async ({ page }) => {
  const button = page.locator('#button');
  const anywhere = page.locator('#anywhere');
  await expect(button).toHaveText('0');

  await page.getByRole('button', { name: 'Count' }).click();
  await expect(button).toHaveText('1');
  await expect(anywhere).toHaveText('1');

  // A click in the article is one click for what is around it.
  await paper(page, 0).headline.click();
  await expect(anywhere).toHaveText('2');
  await expect(button).toHaveText('1');

  // And none at all for what is beside it.
  await paper(page, 1).headline.click();
  await page.getByRole('button', { name: 'Count' }).click();
  await expect(button).toHaveText('2');
  await expect(anywhere).toHaveText('3');
});

test('a click on a link of the article is the link, and a click around it', async ({ page }) => {
  const { element, headline } = paper(page, 0);
  await element.evaluate((element) => {
    /** @type {any} */ (element).article = {
      headline: 'With a list',
      sections: [],
      latest: { items: [{ headline: 'Another', url: '/another' }] },
    };
    element.addEventListener('newsprint-navigate', (event) => event.preventDefault());
  });
  await expect(headline).toHaveText('With a list');
  await element.getByRole('link', { name: 'Another' }).click();
  await expect(page.locator('#anywhere')).toHaveText('1');
  expect(new URL(page.url()).pathname).toBe('/hosts/second-yew/');
});

test('the element goes when the program takes it away', async ({ page }) => {
  const left = await page.evaluate(async () => {
    const element = document.querySelector('#app newsprint-article');
    element?.remove();
    await new Promise(requestAnimationFrame);
    return element?.shadowRoot?.querySelectorAll('article').length;
  });
  expect(left).toBe(0);
  await expect(paper(page, 0).headline).toBeVisible();
});
