// @ts-check
/** The fault server itself: each fault is what its name says, as Node's own clients see it. */
import { createConnection } from 'node:net';

import { expect, test } from '@playwright/test';

import { FAULTS, HEADLINE, HUGE, MANY, PLAYED, startFaults } from './support/faults.mjs';

/** @type {import('./support/faults.mjs').Faults} */
let faults;

test.beforeAll(async () => {
  faults = await startFaults();
});

test.beforeEach(() => faults.reset());

test.afterAll(() => faults.stop());

/** @param {string} name @param {RequestInit} [init] */
const ask = (name, init) => fetch(`${faults.origin}${FAULTS}${name}`, init);

/** The headline that a reply holds. @param {string} name */
const headline = async (name) => (await (await ask(name)).json()).headline;

/** Why something does not succeed. @param {Promise<unknown>} promise @returns {Promise<string>} */
const why = (promise) =>
  promise.then(
    () => 'nothing',
    ({ message, cause }) => cause?.code ?? cause?.message ?? message,
  );

/**
 * What comes over the wire until it ends, and how it ends.
 * @param {string} name
 * @returns {Promise<{ text: string, end: string }>}
 */
const wire = (name) =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(faults.origin);
    const socket = createConnection(Number(port), hostname);
    let text = '';
    let end = 'closed';
    socket.on('data', (data) => (text += data));
    socket.on('error', (/** @type {any} */ { code }) => (end = code));
    socket.on('close', () => resolve({ text, end }));
    socket.write(`GET ${FAULTS}${name} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n`);
  });

test('an article without a fault comes, to be asked for each time', async () => {
  const reply = await ask('article');
  expect(reply.status).toBe(200);
  expect(reply.headers.get('cache-control')).toBe('no-cache');
  expect(reply.headers.get('etag')).toBeNull();
  expect((await reply.json()).headline).toBe(HEADLINE);
  expect((await ask('no-store')).headers.get('cache-control')).toBe('no-store');
});

test('a refused connection is refused', async () => {
  expect(await why(fetch(faults.refused))).toBe('ECONNREFUSED');
});

test('a reset is a reset, wherever it comes', async () => {
  expect(await wire('reset-before-headers')).toEqual({ text: '', end: 'ECONNRESET' });
  // Of a reset that comes together with bytes Node tells only that they end.
  expect((await wire('reset-in-headers')).text).toMatch(/^HTTP.*\r\nContent-Type: appl$/);
  const [head, body] = (await wire('reset-in-body')).text.split('\r\n\r\n');
  expect(Number(/content-length: (\d+)/i.exec(head)?.[1])).toBeGreaterThan(body.length);
  for (const where of ['before-headers', 'in-headers', 'in-body']) {
    const text = ask(`reset-${where}`).then((reply) => reply.text());
    expect(await why(text), where).not.toBe('nothing');
  }
});

test('no answer comes before the test says so', async () => {
  const reply = ask('never');
  await expect.poll(() => faults.waiting('never')).toBe(1);
  faults.release('never');
  expect((await (await reply).json()).headline).toBe(HEADLINE);
  expect(faults.waiting('never')).toBe(0);
});

test('a head comes, and its body when the test says so', async () => {
  const reply = await ask('never-body');
  expect(reply.status).toBe(200);
  expect(faults.waiting('never-body')).toBe(1);
  faults.release('never-body');
  expect((await reply.json()).headline).toBe(HEADLINE);
});

test('a drip is a byte for each second that the test lets pass', async () => {
  const reply = await ask('drip');
  const reader = /** @type {ReadableStream<Uint8Array>} */ (reply.body).getReader();
  let text = '';
  const upTo = async (/** @type {number} */ length) => {
    while (text.length < length) {
      const { value, done } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
    }
    return text;
  };
  faults.tick();
  expect(await upTo(1)).toBe('{');
  faults.tick(5);
  expect(await upTo(6)).toBe('{"lang');
  faults.release('drip');
  expect(JSON.parse(await upTo(Infinity)).headline).toBe(HEADLINE);
});

test('who waits is let go, and nothing is remembered, after a test', async () => {
  const replies = ['never', 'drip', 'never-body', 'huge'].map((name) =>
    ask(name).then((reply) => reply.text()),
  );
  const ends = Promise.all(replies.map(why));
  await expect.poll(() => faults.asked().length).toBe(4);
  faults.plan('never', 'article');
  faults.publish();
  faults.reset();
  expect(await ends).not.toContain('nothing');
  expect(faults.asked()).toEqual([]);
  expect(faults.open()).toBe(0);
  expect(faults.sent()).toBe(0);
  expect(await headline('etag')).toBe('Version 1');
});

test('the slow first answer comes after the fast second', async () => {
  /** @type {string[]} */
  const came = [];
  const first = headline('slow-first').then((it) => came.push(it));
  await expect.poll(() => faults.waiting('slow-first')).toBe(1);
  came.push(await headline('slow-first'));
  await first;
  expect(came).toEqual(['The fast second', 'The slow first']);
});

test('a body is cut, too short or too long for what its head says', async () => {
  for (const name of ['truncated', 'length-too-long']) {
    expect(await why(ask(name).then((reply) => reply.text())), name).not.toBe('nothing');
  }
  const { text } = await wire('length-too-short');
  const [head, body] = text.split('\r\n\r\n');
  expect(Number(/content-length: (\d+)/i.exec(head)?.[1])).toBe(Math.floor(body.length / 2));
});

test('corrupt gzip can’t be read', async () => {
  expect(await why(ask('corrupt-gzip').then((reply) => reply.text()))).not.toBe('nothing');
});

test('redirects go on and on', async () => {
  expect(await why(ask('redirect-loop'))).toContain('redirect count exceeded');
  expect(faults.count('redirect-loop')).toBeGreaterThan(20);
});

for (const status of [
  400, 401, 403, 404, 405, 408, 410, 413, 425, 429, 451, 500, 501, 502, 503, 504,
]) {
  test(`status ${status} comes with a Retry-After, in both forms, or without`, async () => {
    const plain = await ask(`${status}`);
    expect(plain.status).toBe(status);
    expect(plain.headers.get('retry-after')).toBeNull();
    const seconds = await ask(`${status}?retry-after=2`);
    expect(seconds.status).toBe(status);
    expect(seconds.headers.get('retry-after')).toBe('2');
    faults.clock(Date.UTC(2024, 2, 18, 12));
    const date = await ask(`${status}?retry-at=2`);
    expect(date.headers.get('retry-after')).toBe('Mon, 18 Mar 2024 12:00:02 GMT');
    expect(date.headers.get('date')).toBe('Mon, 18 Mar 2024 12:00:00 GMT');
  });
}

test('what is no article, and what is one in disguise', async () => {
  const html = await ask('html');
  expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html']);
  expect(await (await ask('empty')).text()).toBe('');
  const marked = Buffer.from(await (await ask('byte-order-mark')).arrayBuffer());
  expect(marked.subarray(0, 4)).toEqual(Buffer.from('\u{feff}{'));
  const invalid = Buffer.from(await (await ask('invalid-utf-8')).arrayBuffer());
  expect(invalid.includes(0xff)).toBe(true);
  expect(JSON.parse(invalid.toString()).headline).toBe('Broken \u{fffd} word');
  expect((await ask('type-html')).headers.get('content-type')).toBe('text/html');
  expect((await ask('type-none')).headers.get('content-type')).toBeNull();
  expect(await headline('type-none')).toBe(HEADLINE);
});

test('a huge body is made while it is taken, and no further', async () => {
  const reply = await ask('huge');
  const reader = /** @type {ReadableStream<Uint8Array>} */ (reply.body).getReader();
  for (let bytes = 0; bytes < 1 << 20;) bytes += (await reader.read()).value?.length ?? 0;
  await reader.cancel();
  await expect.poll(() => faults.open()).toBe(0);
  expect(faults.sent()).toBeLessThan(HUGE / 2);
});

test('a huge body is as long as it should be, and an article', async () => {
  const text = await (await ask('huge-gzip')).text();
  expect(text.length).toBe(HUGE);
  expect(JSON.parse(text).headline).toBe(HEADLINE);
  expect(faults.sent()).toBe(HUGE);
});

test('a long and a deep article are as long and deep as they should be', async () => {
  const long = await (await ask('many-blocks')).json();
  expect(long.sections[0].blocks).toHaveLength(MANY.blocks);
  const deep = await (await ask('deep')).text();
  expect(deep.match(/"blocks"/g)).toHaveLength(MANY.levels + 1);
  expect(deep.match(/[[{]/g)).toHaveLength(deep.match(/[\]}]/g)?.length ?? 0);
});

for (const [name, header, condition] of [
  ['etag', 'etag', 'if-none-match'],
  ['last-modified', 'last-modified', 'if-modified-since'],
]) {
  test(`an article with ${name} is not sent again before it changed`, async () => {
    const first = await ask(name);
    expect((await first.json()).headline).toBe('Version 1');
    const headers = { [condition]: first.headers.get(header) ?? '', 'cache-control': 'no-cache' };
    const second = await ask(name, { headers });
    expect([second.status, await second.text()]).toEqual([304, '']);
    expect(second.headers.get(header)).toBe(first.headers.get(header));
    faults.publish();
    const third = await ask(name, { headers });
    expect([third.status, (await third.json()).headline]).toEqual([200, 'Version 2']);
    expect(faults.headers(name).map((sent) => Boolean(sent[condition]))).toEqual([
      false,
      true,
      true,
    ]);
  });
}

test('a 304 comes to who did not ask for one', async () => {
  expect((await ask('unasked-304')).status).toBe(304);
});

test('a page of another origin may read a reply only where it is asked for', async () => {
  const allowed = async (/** @type {string} */ name) =>
    (await ask(name)).headers.get('access-control-allow-origin');
  expect(await allowed('article')).toBeNull();
  expect(await allowed('article?cors')).toBe('*');
});

test('faults come one after the other as they were planned', async () => {
  faults.plan('twice', '503?retry-after=2', '502', 'article');
  const replies = [];
  for (let time = 0; time < 4; time++) replies.push(await ask('twice'));
  expect(replies.map(({ status }) => status)).toEqual([503, 502, 200, 200]);
  expect(replies[0].headers.get('retry-after')).toBe('2');
  expect(faults.count('twice')).toBe(4);
});

test('what nobody thought of is not found', async () => {
  expect((await ask('constructor')).status).toBe(404);
  expect(PLAYED).not.toContain('constructor');
});
