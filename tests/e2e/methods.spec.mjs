// @ts-check
/** The methods of the element and of its class. */
import { expect, paper, small, test } from './support/fixtures.mjs';
import { FOLDER } from './support/server.mjs';
import { IT, ITS_JSON, PATH, site } from './support/site.mjs';

test('reload() loads again, and settles when it is shown', async ({ page, server }) => {
  site(server, IT);
  await page.goto('site.html');
  const { element, headline } = paper(page);
  await expect(headline).toHaveText('A small article');
  server.answer(PATH, { body: JSON.stringify(small([], { headline: 'Again' })) });
  const shown = await element.evaluate(async (node) => {
    const nothing = await /** @type {any} */ (node).reload();
    return [nothing, node.shadowRoot?.querySelector('.headline')?.textContent];
  });
  expect(shown).toEqual([undefined, 'Again']);
  expect(server.count(PATH)).toBe(2);
});

test('reload() settles when it fails, when there is nothing, and when removed', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('newsprint: not-found', 'status of 404');
  site(server, `${IT}<newsprint-article></newsprint-article>`);
  server.answer(PATH, { body: ITS_JSON }, { status: 404, body: '' });
  await page.goto('site.html');
  const { element, error, headline } = paper(page);
  await expect(headline).toBeVisible();
  const reload = (/** @type {Element} */ node) =>
    /** @type {any} */ (node).reload().then(() => 'settled');
  expect(await element.evaluate(reload)).toBe('settled');
  await expect(error).toBeVisible();
  expect(await paper(page, 1).element.evaluate(reload)).toBe('settled');
  const late = server.hold(PATH, { body: ITS_JSON });
  const removed = element.evaluate((node) => {
    const outcome = /** @type {any} */ (node).reload();
    node.remove();
    return outcome.then(() => 'settled');
  });
  expect(await removed).toBe('settled');
  late.release();
});

test('define() gives the element another name', async ({ page, server }) => {
  site(server, '<site-story src="api/articles/it.json"></site-story>', {
    script: `import { NewsprintArticle } from './newsprint.js';
      NewsprintArticle.define('site-story');
      NewsprintArticle.define('site-story');`,
  });
  await page.goto('site.html');
  await expect(page.locator('site-story .headline')).toHaveText('A small article');
  expect(await page.evaluate(() => Boolean(customElements.get('newsprint-article')))).toBe(true);
});

test('configure() says where the engine is', async ({ page, server }) => {
  site(server, '', {
    script: `import { NewsprintArticle } from './newsprint.js';
      NewsprintArticle.configure({ wasmUrl: 'elsewhere/engine.wasm' });
      const element = document.createElement('newsprint-article');
      element.src = 'api/articles/it.json';
      document.body.append(element);`,
  });
  const [engine] = await Promise.all([page.waitForRequest(/\.wasm$/), page.goto('site.html')]);
  expect(new URL(engine.url()).pathname).toBe(`${FOLDER}elsewhere/engine.wasm`);
});
