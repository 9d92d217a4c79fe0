// @ts-check
/** What docs/embedding.md says of the element is what the element is, no more and no less. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from './fixtures.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} path */
const read = (path) => readFileSync(ROOT + path, 'utf8');

const DOCUMENT = read('docs/embedding.md');
const SHELL = read('shell/newsprint.js');

/** The view, without its tests. */
const VIEW = readdirSync(`${ROOT}crates/view/src`, { recursive: true })
  .map((name) => `crates/view/src/${name}`)
  .filter((path) => path.endsWith('.rs') && !path.endsWith('testing.rs'))
  .map((path) => read(path).split('#[cfg(all(test')[0])
  .join('\n');

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

/** The names in the first column of a table. @param {string} title */
const names = (title) =>
  table(title)
    .map(([first]) => code(first))
    .filter(Boolean);

/** Without repetition, in order. @param {Iterable<string>} list */
const sorted = (list) => [...new Set(list)].sort();

/** @param {string} text @param {RegExp} pattern */
const found = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

test('attributes and properties are those of the element', async ({ page }) => {
  const rows = table('Attributes and properties');
  await page.goto('article.html');
  const properties = rows.map(([, property]) => code(property));
  const element = await page.evaluate(async (names) => {
    const url = new URL('newsprint.js', globalThis.document.baseURI).href;
    const { NewsprintArticle } = await import(url);
    const fresh = globalThis.document.createElement('newsprint-article');
    return {
      attributes: NewsprintArticle.observedAttributes,
      own: Object.entries(Object.getOwnPropertyDescriptors(NewsprintArticle.prototype))
        .filter(([, { set }]) => set)
        .map(([name]) => name),
      defaults: names.map((name) => (name in fresh ? /** @type {any} */ (fresh)[name] : 'absent')),
      methods: ['define', 'configure'].map((name) => typeof Reflect.get(NewsprintArticle, name)),
      reload: typeof (/** @type {any} */ (fresh).reload),
    };
  }, properties);
  const attributes = rows.map(([attribute]) => code(attribute)).filter(Boolean);
  expect(sorted(attributes)).toEqual(sorted(element.attributes));
  expect(sorted(properties)).toEqual(sorted([...element.own, 'lang', 'dir']));
  expect(element.defaults).toEqual(rows.map(([, , value]) => JSON.parse(code(value))));
  expect([...element.methods, element.reload]).toEqual(['function', 'function', 'function']);
});

test('the words of an attribute are those that the shell takes', () => {
  const text = SHELL.match(/const ATTRIBUTES = \{(.*?)\};/s)?.[1] ?? '';
  const rows = table('Attributes and properties');
  let compared = 0;
  for (const [, name, list] of text.matchAll(/'?([\w-]+)'?: \[([^\]]*)\]/g)) {
    const meaning = rows.find(([attribute]) => code(attribute) === name)?.[3] ?? '';
    for (const word of found(list, /'([^']+)'/g)) {
      // `page` is only said to be the default, and the levels are numbers.
      if (/^\d$/.test(word) || word === 'page' || word === 'eager') continue;
      expect(meaning, `${name}: ${word}`).toContain(`\`${word}\``);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(8);
});

test('the names for hide are those that the view and the requests ask for', () => {
  const [, text] = section('Attributes and properties').match(/knows these names: (.*?)\. /) ?? [];
  const asked = found(VIEW, /hides\("([\w-]+)"\)/g);
  expect(sorted(found(text ?? '', /`([\w-]+)`/g))).toEqual(sorted(asked));
});

test('methods are those of the class', () => {
  const statics = found(SHELL, /^ {2}static (\w+)\(/gm).map((name) => `NewsprintArticle.${name}`);
  const methods = found(SHELL, /^ {2}(\w+)\([^)]*\) \{$/gm).filter(
    (name) => !/^constructor$|Callback$/.test(name),
  );
  const documented = names('Methods').map((name) => name.replace(/\(.*/, ''));
  expect(sorted(documented)).toEqual(sorted([...statics, ...methods]));
});

test('events are those that the element dispatches', () => {
  // `load` and `update` come from the program.
  const app = found(read('src/app.rs'), /what = "(\w+)"/g);
  const told = [...found(SHELL, /#tell\('(\w+)'/g), ...app];
  expect(SHELL).toContain('this.#tell(what, {');
  expect(SHELL).toContain('new CustomEvent(`newsprint-${name}`');
  const rows = table('Events');
  const documented = rows.map(([name]) => code(name));
  expect(sorted(documented)).toEqual(sorted(told.map((name) => `newsprint-${name}`)));
  for (const [name, cancelable, bubbles] of rows) {
    const call = SHELL.match(new RegExp(`#tell\\('${code(name).slice(10)}', ([^;]*?)\\)[;)]`))?.[1];
    const flags = call?.match(/(, true)*$/)?.[0].split('true').length ?? 1;
    expect([cancelable !== 'no', bubbles !== 'no'], code(name)).toEqual([flags > 1, flags > 2]);
  }
});

test('sources of an article are those that are told', () => {
  const [, text] = section('Events').match(/`source` is ([^|]*)/) ?? [];
  const told = [
    ...found(read('src/app.rs').match(/let by = .*/)?.[0] ?? '', /"(\w+)"/g),
    ...found(SHELL.match(/source: this\.#given \? .*/)?.[0] ?? '', /'(\w+)'/g),
  ];
  expect(sorted(found(text ?? '', /`(\w+)`/g))).toEqual(sorted(told));
});

test('kinds of errors are those that the program knows', () => {
  const kinds = read('crates/model/src/failure.rs');
  const known = found(kinds, /Self::\w+ => "([\w-]+)"/g);
  expect(known.length).toBeGreaterThan(10);
  expect(sorted(names('Error kinds'))).toEqual(sorted(known));
  for (const kind of found(SHELL, /#fail\('([\w-]+)'/g)) expect(known).toContain(kind);
});

test('statuses have the kinds that the document says', () => {
  const source = read('crates/loading/src/failure.rs');
  const said = new Map(
    table('Error kinds').map(([kind, when]) => [code(kind), found(when, /\b([45]\d\d)\b/g)]),
  );
  const kinds = Object.fromEntries(
    [...read('crates/model/src/failure.rs').matchAll(/Self::(\w+) => "([\w-]+)"/g)].map(([, name, kind]) => [name, kind]),
  );
  const known = [...source.matchAll(/Self::Status\(([\d |]+)\)[^=]*=> FailureKind::(\w+)/g)];
  expect(known.length).toBeGreaterThan(4);
  for (const [, statuses, name] of known) {
    expect(said.get(kinds[name]), name).toEqual(statuses.split(' | '));
  }
});

test('slots are those of the article', () => {
  const inView = found(VIEW, /\bslot\((?:format!\()?"([^"]+)"/g).map((name) =>
    name.replace('{number}', '1'),
  );
  expect(inView.length).toBeGreaterThan(4);
  expect(sorted(names('Slots'))).toEqual(sorted(inView));
});

test('parts are those of the article and of the shell', () => {
  const parts = [
    ...found(VIEW, /\.(?:named|part)\(\s*"([^"]+)"/g),
    // The two lists get theirs as an argument.
    ...found(VIEW, /link_list\(\s*\w+,\s*"([^"]+)"/g),
    ...found(SHELL, /make\('\w+', '([^']+)'\)/g),
  ];
  expect(sorted(names('Parts'))).toEqual(sorted(parts));
});

test('custom properties, and their defaults, are those of the style sheet', () => {
  const css = read('styles/newsprint.css').replace(/\s+/g, ' ');
  /** @type {Record<string, string[]>} */
  const defaults = {};
  for (const { 1: name, index, 0: start } of css.matchAll(/var\( ?(--newsprint-[\w-]+), ?/g)) {
    let end = index + start.length;
    for (let depth = 1; depth; end += 1) depth += { '(': 1, ')': -1 }[css[end]] ?? 0;
    (defaults[name] ??= []).push(css.slice(index + start.length, end - 1).trim());
  }
  const rows = table('Custom properties');
  expect(sorted(rows.map(([name]) => code(name)))).toEqual(sorted(Object.keys(defaults)));
  for (const [name, value, meaning] of rows) {
    const [usual, ...others] = defaults[code(name)];
    expect(code(value), name).toBe(usual);
    for (const other of others) expect(meaning, name).toContain(`\`${other}\``);
  }
});

test('states are those that the element enters', () => {
  const list = SHELL.match(/for \(const name of \[(.*?)\]\) this\.#state/)?.[1] ?? '';
  const states = [...found(list, /'(\w+)'/g), ...found(SHELL, /#state\('(\w+)'/g)];
  expect(sorted(names('States'))).toEqual(sorted(states));
});

test('players are those that the model knows', () => {
  const source = read('crates/model/src/block/player.rs').split('#[cfg(test)]')[0];
  const names = new Map(
    [...source.matchAll(/const (\w+): &str = "([^"]+)"/g)].map(([, name, url]) => [name, url]),
  );
  const list = source.match(/PLAYERS: .* = \[(.*?)^\];/ms)?.[1] ?? '';
  const rows = found(list, /\[([^\]]+)\]/g).map((row) =>
    found(row, /([\w"][^,\s]*)/g).map((cell) => names.get(cell) ?? cell.replaceAll('"', '')),
  );
  expect(rows.length).toBeGreaterThan(8);
  const documented = table('Embeds').flatMap(([pages, player, host]) =>
    found(pages, /`([^`]*)`/g).map((page) => [page, ...found(player, /`([^`]*)`/g), code(host)]),
  );
  expect(documented.map((row) => row.filter(Boolean))).toEqual(
    rows.map((row) => [...row, new URL(row[1]).origin].filter(Boolean)),
  );
});

test('links inside the documents lead somewhere', () => {
  for (const path of ['README.md', 'docs/embedding.md']) {
    for (const link of found(read(path), /\]\(((?:docs\/embedding\.md|\.\.\/README\.md)?#[^)]*)\)/g)) {
      const [file, anchor] = link.split('#');
      const text = read(file ? file.replace('../', '') : path);
      const anchors = found(text, /^#{2,} (.*)$/gm).map((title) =>
        title.toLowerCase().replace(/[^\w -]/g, '').replaceAll(' ', '-'),
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
        [globalThis.document.documentElement, ...globalThis.document.querySelectorAll('.stage')].map(
          (box) => box.scrollWidth - box.clientWidth,
        ),
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
