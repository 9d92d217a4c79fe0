// @ts-check
/** What contract/interface.json says of the element is what the running element is, no more, no less. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { MEDIA_POLICY, expect, paper, small, test, tries } from './support/fixtures.mjs';
import { FOLDER } from './support/server.mjs';

/** @typedef {import('../../tools/interface/interface').Interface} Interface */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./support/server.mjs').Server} Server */
/** @typedef {{ name: string, cancelable: boolean, bubbles: boolean, detail: Record<string, unknown> }} Heard */
/** @typedef {{ heard: Heard[], states: string[], NewsprintArticle: CustomElementConstructor & Record<string, unknown> }} Noted */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @type {Interface} */
const INTERFACE = JSON.parse(readFileSync(`${ROOT}contract/interface.json`, 'utf8'));

/** @param {{ name: string }[]} list */
const names = (list) => list.map(({ name }) => name).sort();

/** Without repetition, in order. @param {Iterable<string>} list */
const sorted = (list) => [...new Set(list)].sort();

/** An article with all that there is. @param {Server} server */
function complete(server) {
  const text = readFileSync(`${ROOT}contract/fixtures/valid/complete.json`, 'utf8');
  const article = JSON.parse(
    text.replace(/https:\/\/(news|video|weather)\.example/g, server.origin),
  );
  article.related ??= { items: [{ headline: 'Alike', url: '/alike' }] };
  article.sections[0].blocks.push({ type: 'embed', url: 'https://youtu.be/a', title: 'Film' });
  return article;
}

/** Notes all events and states of elements, before there are any. @param {Page} page */
const note = (page) =>
  page.addInitScript(() => {
    /** @type {Heard[]} */
    const heard = [];
    /** @type {string[]} */
    const states = [];
    Object.assign(globalThis, { heard, states });
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event instanceof CustomEvent) {
        const { type: name, cancelable, bubbles, detail } = event;
        heard.push({ name, cancelable, bubbles, detail: { ...detail } });
      }
      return dispatch.call(this, event);
    };
    const add = CustomStateSet.prototype.add;
    CustomStateSet.prototype.add = function (state) {
      states.push(state);
      return add.call(this, state);
    };
  });

/** @param {Page} page */
const heard = (page) =>
  page.evaluate(() => /** @type {Noted} */ (/** @type {unknown} */ (globalThis)).heard);

test('attributes and properties are those of the element', async ({ page }) => {
  await page.goto('article.html');
  const element = await page.evaluate(
    async (properties) => {
      const { NewsprintArticle } = await import(new URL('newsprint.js', document.baseURI).href);
      const fresh = document.createElement('newsprint-article');
      const read = (/** @type {string} */ name) =>
        name in fresh ? Reflect.get(fresh, name) : 'absent';
      return {
        attributes: NewsprintArticle.observedAttributes,
        own: Object.entries(Object.getOwnPropertyDescriptors(NewsprintArticle.prototype))
          .filter(([, { set }]) => set)
          .map(([name]) => name),
        defaults: properties.map(read),
      };
    },
    INTERFACE.properties.map((it) => it.property),
  );
  const attributes = INTERFACE.properties.flatMap((it) => it.attribute ?? []);
  expect(sorted(element.attributes)).toEqual(sorted(attributes));
  const own = INTERFACE.properties.map((it) => it.property);
  expect(sorted([...element.own, 'lang', 'dir'])).toEqual(sorted(own));
  expect(element.defaults).toEqual(INTERFACE.properties.map((it) => it.default));
});

test('an attribute takes the words of its type, and no others', async ({ page }) => {
  await page.goto('article.html');
  let compared = 0;
  for (const { attribute, property, type, default: usual } of INTERFACE.properties) {
    const words = type.split(' | ').map((word) => word.replaceAll("'", ''));
    if (!attribute || words.length < 2 || attribute === 'dir') continue;
    const read = await page.evaluate(([attribute, property, words]) => {
      const element = document.createElement('newsprint-article');
      return [...words, 'nonsense', 'constructor', ''].map((word) => {
        element.setAttribute(attribute, word.toUpperCase());
        return String(Reflect.get(element, property));
      });
    }, /** @type {const} */ ([attribute, property, words]));
    expect(read, attribute).toEqual([...words, ...Array(3).fill(String(usual))]);
    compared += words.length;
  }
  expect(compared).toBeGreaterThan(12);
});

test('hide takes the names that it says, and no others', async ({ page, server, watch }) => {
  // The pictures are not there.
  watch.expect('status of 404');
  server.answer(/article\.html$/, { headers: { 'content-security-policy': MEDIA_POLICY } });
  await page.goto(server.article('hide', complete(server)));
  const { element, headline, article } = paper(page);
  await expect(headline).toBeVisible();
  const there = async () =>
    sorted(
      await article.evaluate((node) =>
        [...node.querySelectorAll('[class], [part]')].flatMap((it) => [
          ...(it.getAttribute('class') ?? '').split(' '),
          it.getAttribute('part') ?? '',
        ]),
      ),
    ).filter(Boolean);
  const all = await there();
  for (const name of all) {
    await element.evaluate((node, name) => node.setAttribute('hide', name), name);
    const goes = INTERFACE.hide.includes(name);
    await expect.poll(async () => (await there()).includes(name), name).toBe(!goes);
    if (!goes) expect(await there(), name).toEqual(all);
  }
  for (const name of INTERFACE.hide) expect(all, name).toContain(name);
});

test('methods are those of the class', async ({ page }) => {
  await page.goto('article.html');
  const methods = await page.evaluate(async () => {
    const { NewsprintArticle } = await import(new URL('newsprint.js', document.baseURI).href);
    const own = (/** @type {object} */ it) =>
      Object.entries(Object.getOwnPropertyDescriptors(it))
        .filter(([name, { value }]) => typeof value === 'function' && name !== 'constructor')
        .map(([name]) => name)
        .filter((name) => !name.endsWith('Callback'));
    return { statics: own(NewsprintArticle), methods: own(NewsprintArticle.prototype) };
  });
  const named = (/** @type {boolean} */ isStatic) =>
    names(INTERFACE.methods.filter((it) => it.static === isStatic));
  expect(methods.statics.sort()).toEqual(named(true));
  expect(methods.methods.sort()).toEqual(named(false));
});

test('events, sources and states are those that happen', async ({ page, server, watch }) => {
  watch.expect('status of 404', 'not-found', 'status of 500', 'not refreshed: server');
  await note(page);
  const list = { items: [{ headline: 'Another', url: '/another' }] };
  const path = `${FOLDER}api/articles/events.json`;
  const one = JSON.stringify(small([], { latest: list }));
  const two = JSON.stringify(small([], { latest: list, standfirst: 'Newer' }));
  const refused = { status: 500, body: '' };
  server.answer(path, { body: one }, { body: two }, refused, refused, refused, refused);
  server.answer(`${FOLDER}events.html`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="en"><title>Events</title><link rel="icon" href="favicon.svg">
      <script type="module" src="newsprint.js"></script>
      <newsprint-article src="api/articles/events.json"></newsprint-article>
      <newsprint-article><script type="application/json">
        {"headline": "In the page", "sections": []}</script></newsprint-article>`,
  });
  // The first, from the network; a newer one; then none to be had.
  await page.goto('events.html');
  const { element, article, error, headline } = paper(page);
  await expect(headline).toBeVisible();
  await expect(paper(page, 1).headline).toHaveText('In the page');
  await element.evaluate((node) => node.setAttribute('refresh', '1'));
  await expect(article.locator('.standfirst')).toHaveText('Newer');
  await expect
    .poll(() => element.evaluate((node) => node.matches(':state(stale)')), { timeout: 20_000 })
    .toBe(true);
  await element.evaluate((node) => node.removeAttribute('refresh'));
  // A teaser, which the page keeps from being followed.
  await element.evaluate((node) =>
    node.addEventListener('newsprint-navigate', (event) => event.preventDefault()),
  );
  await article.locator('[part=latest] a').first().click();
  // A copy, a property, and nothing.
  await page.evaluate((src) => {
    const one = document.createElement('newsprint-article');
    one.setAttribute('src', src);
    const two = document.createElement('newsprint-article');
    Object.assign(two, { article: { headline: 'Given', sections: [] } });
    document.body.append(one, two);
  }, path);
  await expect(paper(page, 2).headline).toBeVisible();
  await expect(paper(page, 3).headline).toHaveText('Given');
  await element.evaluate((node) => node.setAttribute('src', 'api/articles/no-such.json'));
  await expect(error.first()).toBeVisible();

  const all = await heard(page);
  expect(sorted(all.map(({ name }) => name))).toEqual(names(INTERFACE.events));
  for (const { name, cancelable, bubbles, detail } of all) {
    const said = INTERFACE.events.find((it) => it.name === name);
    expect([cancelable, bubbles], name).toEqual([said?.cancelable, said?.bubbles]);
    const members = (said?.detail ?? '').match(/`\{ (.*?) \}`/)?.[1].split(', ') ?? [];
    expect(sorted(Object.keys(detail)), name).toEqual(sorted(members));
  }
  const sources = all.filter(({ name }) => name === 'newsprint-load').map((it) => it.detail.source);
  expect(sorted(sources.map(String))).toEqual([...INTERFACE.sources].sort());
  const states = await page.evaluate(
    () => /** @type {Noted} */ (/** @type {unknown} */ (globalThis)).states,
  );
  expect(sorted(states)).toEqual(names(INTERFACE.states));
});

/** What makes an error of each kind that has no status. @type {Record<string, import('./support/server.mjs').Answer[]>} */
const FAULTS = {
  network: Array(4).fill({ destroy: true }),
  'not-json': [{ body: 'What?' }],
  'not-an-article': [{ body: '{"sections": []}' }],
  'too-large': [{ body: `{"headline": "${'x'.repeat(11e6)}"}` }],
};

for (const { name, statuses } of INTERFACE.errorKinds) {
  // Browsers keep what a proxy says (407) to themselves; `crates/loading` has a test for it.
  const seen = statuses.filter((status) => status !== 407);
  const faults = [...seen.map((status) => tries(status)), ...[FAULTS[name] ?? []]].filter(
    (answers) => answers.length,
  );
  for (const answers of faults) {
    const { status } = answers[0];
    test(`an error is ${name} ${status ?? 'without a status'}`, async ({ page, server, watch }) => {
      watch.expect(`newsprint: ${name}`);
      if (status) watch.expect(`status of ${status}`);
      if (answers[0].destroy) watch.expect(/net::ERR_/);
      await note(page);
      server.answer(`${FOLDER}api/articles/kind.json`, ...answers);
      await page.goto('article.html?src=api/articles/kind.json');
      await expect(paper(page).error).toBeVisible({ timeout: 20_000 });
      const errors = (await heard(page)).filter((it) => it.name === 'newsprint-error');
      expect(errors.map(({ detail }) => [detail.kind, detail.status])).toEqual([[name, status]]);
    });
  }
}

test('kinds without a status have their faults here or beside', () => {
  // Those with a test of their own in events, failure and panic.
  const elsewhere = ['offline', 'engine', 'server'];
  for (const { name, statuses } of INTERFACE.errorKinds) {
    const isTried = statuses.length > 0 || name in FAULTS || elsewhere.includes(name);
    expect(isTried, name).toBe(true);
  }
});

test('slots, parts and custom properties are those of the element', async ({
  page,
  server,
  watch,
}) => {
  watch.expect('status of 404', 'status of 503', 'server: ');
  server.answer(/article\.html$/, { headers: { 'content-security-policy': MEDIA_POLICY } });
  const article = complete(server);
  await page.goto(server.article('everything', article));
  await expect(paper(page).headline).toBeVisible();
  const found = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('newsprint-article') ?? {};
    const all = [...(shadowRoot?.querySelectorAll('*') ?? [])];
    return {
      slots: all.filter((it) => it.localName === 'slot').map((it) => it.getAttribute('name') ?? ''),
      parts: all.flatMap((it) => it.getAttribute('part')?.split(' ') ?? []),
      css: (shadowRoot?.adoptedStyleSheets ?? [])
        .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
        .join('\n'),
    };
  });
  const sections = article.sections.length;
  const slots = INTERFACE.slots.flatMap(({ name, until }) =>
    until ? Array.from({ length: sections }, (_, at) => `after-section-${at + 1}`) : [name],
  );
  expect(sorted(found.slots)).toEqual(sorted(slots));

  server.answer(`${FOLDER}api/articles/none.json`, ...tries(503));
  await page.goto('article.html?src=api/articles/none.json');
  await expect(paper(page).retry).toBeVisible({ timeout: 20_000 });
  const more = await paper(page).frame.evaluate((frame) =>
    [...frame.querySelectorAll('[part]')].flatMap(
      (it) => it.getAttribute('part')?.split(' ') ?? [],
    ),
  );
  expect(sorted([...found.parts, ...more])).toEqual(names(INTERFACE.parts));

  /** @type {Record<string, string[]>} */
  const defaults = {};
  const css = found.css.replace(/\s+/g, ' ');
  for (const { 1: name, index, 0: start } of css.matchAll(/var\( ?(--newsprint-[\w-]+), ?/g)) {
    let end = index + start.length;
    for (let depth = 1; depth; end += 1) depth += { '(': 1, ')': -1 }[css[end]] ?? 0;
    (defaults[name] ??= []).push(css.slice(index + start.length, end - 1));
  }
  // A browser and a minifier write the same in other ways.
  const plain = (/** @type {string} */ text) => text.replace(/["'\s]/g, '').replace(/\b0\./g, '.');
  expect(sorted(Object.keys(defaults))).toEqual(names(INTERFACE.customProperties));
  for (const { name, default: usual, description } of INTERFACE.customProperties) {
    const [first, ...others] = defaults[name];
    expect(plain(first), name).toBe(plain(usual));
    for (const other of others) {
      if (plain(other) !== plain(usual)) expect(plain(description), name).toContain(plain(other));
    }
  }
});

test('the release bundle shows every type of block', async ({ page, server, watch }) => {
  watch.expect('status of 404', 'expected the id of something in the article');
  server.answer(/article\.html$/, { headers: { 'content-security-policy': MEDIA_POLICY } });
  const schema = JSON.parse(readFileSync(`${ROOT}contract/article.schema.json`, 'utf8'));
  const types = schema.$defs.Block.oneOf.map(
    (/** @type {{ properties: { type: { const: string } } }} */ it) => it.properties.type.const,
  );
  /** All blocks of a document, also those in others. @param {unknown} part @returns {object[]} */
  const blocks = (part) => {
    if (Array.isArray(part)) return part.flatMap(blocks);
    if (typeof part !== 'object' || !part) return [];
    const own = 'type' in part && types.includes(part.type) ? [part] : [];
    return [...own, ...Object.values(part).flatMap(blocks)];
  };
  const all = blocks(complete(server).sections);
  const told = (/** @type {object} */ block) => String(Reflect.get(block, 'type'));
  // A function that the build has emptied would end the engine: each type is shown by itself.
  expect(sorted(all.map(told))).toEqual(sorted(types));
  for (const type of types) {
    const block = all.find((it) => told(it) === type);
    await page.goto(server.article(`block-${type}`, small([{ ...block, id: undefined }])));
    await expect(paper(page).headline, type).toBeVisible();
    const shown = paper(page).article.locator(
      'section > :not(.heading), [part=section] > :not(h2)',
    );
    await expect(shown.first(), type).toBeAttached();
  }
});
