// @ts-check
/**
 * What the documents say besides the tables, which are made of contract/interface.json; the element
 * itself is compared with that in interface.spec.mjs.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from './support/fixtures.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} path */
const read = (path) => readFileSync(ROOT + path, 'utf8');

const DOCUMENT = read('docs/embedding.md');
const INTERFACE = JSON.parse(read('contract/interface.json'));

/** The text below a heading. @param {string} title */
function section(title) {
  const [, text] = DOCUMENT.split(`\n## ${title}\n`);
  if (!text) throw new Error(`there is no section ‘${title}’`);
  return text.split('\n## ')[0];
}

/** The rows of the first table below a heading, as cells. @param {string} title */
function table(title) {
  const lines = section(title).split('\n');
  const from = lines.findIndex((line) => line.startsWith('|---'));
  const rows = lines.slice(from + 1);
  const length = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, length < 0 ? undefined : length).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** What stands in the code of a cell. @param {string} cell */
const code = (cell) => cell.match(/`([^`]*)`/)?.[1] ?? '';

/** @param {string} text @param {RegExp} pattern */
const found = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

test('the names for hide are those of the interface', () => {
  const [, text] = section('Attributes and properties').match(/knows these names: (.*?)\. /) ?? [];
  expect(found(text ?? '', /`([\w-]+)`/g).sort()).toEqual([...INTERFACE.hide].sort());
});

test('sources in the document are those of the interface', () => {
  const [, text] = section('Events').match(/`source` is ([^|]*)/) ?? [];
  expect(found(text ?? '', /`(\w+)`/g).sort()).toEqual([...INTERFACE.sources].sort());
});

test('players are those that the model knows', () => {
  const source = read('crates/model/src/block/player.rs').split('#[cfg(test)]')[0];
  const names = new Map(
    [...source.matchAll(/const (\w+): &str = "([^"]+)"/g)].map(([, name, url]) => [name, url]),
  );
  const list = source.match(/PLAYERS: .*? = \[(.*?)^\];/ms)?.[1] ?? '';
  const known = [...list.matchAll(/\("([^"]+)", (\w+)\)/g)].map(([, page, name]) => {
    const shown = page
      .replace('youtube.com/watch/<*', 'youtube.com/watch?v=…')
      .replace('youtube.com/playlist/<*', 'youtube.com/playlist?list=…')
      .replace('<', '')
      .replace(/[*0_]/g, '…');
    const player = names.get(name) ?? '';
    return [shown, player, new URL(player).origin];
  });
  expect(known.length).toBeGreaterThan(20);
  const documented = table('Embeds').flatMap(([pages, player, host]) =>
    found(pages, /`([^`]*)`/g).map((page) => [page, code(player), code(host)]),
  );
  expect(documented).toEqual(known);
});

test('links inside the documents lead somewhere', () => {
  for (const path of ['README.md', 'docs/embedding.md']) {
    for (const link of found(
      read(path),
      /\]\(((?:docs\/embedding\.md|\.\.\/README\.md)?#[^)]*)\)/g,
    )) {
      const [file, anchor] = link.split('#');
      const text = read(file ? file.replace('../', '') : path);
      const anchors = found(text, /^#{2,} (.*)$/gm).map((title) =>
        title
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
      expect(anchors, `${path}: ${link}`).toContain(anchor);
    }
  }
});

test('the gallery shows what it says', () => {
  const html = read('demo/gallery.html');
  const plain = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();
  const unescaped = (/** @type {string} */ text) =>
    plain(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
  const sources = {
    css: plain(read('demo/gallery.css')),
    js: plain(read('demo/gallery.js')),
  };
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/i);
  const examples = html.split('<section class="example').slice(1);
  expect(examples.length).toBeGreaterThan(9);
  for (const example of examples) {
    const stage = example.match(/<div class="stage.*?>(.*?)<\/div>/s)?.[1] ?? '';
    const blocks = [...example.matchAll(/<code data-language="(\w+)">(.*?)<\/code>/gs)];
    expect(blocks.length).toBeGreaterThan(0);
    for (const [, language, text] of blocks) {
      if (language === 'html') expect(unescaped(text)).toBe(plain(stage));
      else expect(sources[/** @type {'css' | 'js'} */ (language)]).toContain(unescaped(text));
    }
  }
});

test.describe('the gallery', () => {
  test.beforeEach(({ server }) => {
    for (const name of ['gallery.html', 'gallery.css', 'gallery.js', 'demo.css']) {
      server.answer(`/news/${name}`, { body: read(`demo/${name}`) });
    }
  });

  for (const width of [360, 1280]) {
    test(`shows its articles at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('gallery.html');
      const elements = page.locator('newsprint-article');
      const count = await elements.count();
      expect(count).toBeGreaterThan(12);
      for (let index = 0; index < count; index += 1) {
        await elements.nth(index).scrollIntoViewIfNeeded();
        await expect(elements.nth(index).locator('.headline')).toBeVisible();
      }
      const sideways = await page.evaluate(() =>
        [
          globalThis.document.documentElement,
          ...globalThis.document.querySelectorAll('.stage'),
        ].map((box) => box.scrollWidth - box.clientWidth),
      );
      expect(Math.max(...sideways)).toBe(0);
    });
  }

  test('hears of events, and stays where it is', async ({ page }) => {
    await page.goto('gallery.html');
    const watched = page.locator('#watched');
    await watched.scrollIntoViewIfNeeded();
    const log = page.locator('#log li');
    await expect(log).toHaveText([/newsprint-load: “Ferries .*source (network|cache)/]);
    await watched.locator('[part=latest] a').first().click();
    await expect(log.nth(1)).toHaveText(/newsprint-navigate: .*, from latest/);
    await expect(page).toHaveURL(/gallery\.html$/);
  });
});

test('an article in the page is shown as the document says, without a request', async ({
  page,
  server,
}) => {
  const example = section('Article in the page').match(/```html\n(.*?)```/s)?.[1];
  server.answer('/news/site.html', {
    body: `<!doctype html><html lang="en"><title>A site</title><link rel="icon" href="favicon.svg">
      <script type="module" src="listen.js"></script>
      <script type="module" src="newsprint.js"></script>${example}`,
  });
  server.answer('/news/listen.js', {
    body: `document.querySelector('newsprint-article').addEventListener('newsprint-load',
      ({ detail }) => (document.title = detail.source + ': ' + detail.article.headline));`,
  });
  await page.goto('site.html');
  await expect(page).toHaveTitle('prerendered: A harbour town counts its bridges');
  expect(server.count(/\.json$/)).toBe(0);
});
