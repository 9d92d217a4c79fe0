// @ts-check
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { caching, start } from '../server.mjs';

test('files with a hash are kept for ever, and others are not', () => {
  for (const path of [
    '/newsprint/newsprint-c26034dabf076232_bg.wasm',
    '/newsprint/newsprint-a6ef4dd8343a0f12.css',
    '/react/assets/main-DcmSdxJI.js',
  ])
    assert.match(caching(path), /immutable/, path);
  assert.equal(caching('/newsprint/newsprint.js'), 'max-age=300');
  for (const path of ['/articles/30.json', '/newsprint-head/30.html'])
    assert.equal(caching(path), 'no-cache', path);
});

test('what was sent is told, and what is known is not sent again', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'newsprint-bench-'));
  await writeFile(join(folder, 'a.json'), JSON.stringify('a'.repeat(5000)));
  const server = await start(folder);
  context.after(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  const url = `${server.origin}/a.json`;
  const first = await fetch(url, { headers: { 'accept-encoding': 'br' } });
  assert.equal(first.headers.get('content-encoding'), 'br');
  assert.equal((await first.json()).length, 5000);
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(url, { headers: { 'if-none-match': etag }, cache: 'no-store' });
  assert.equal(again.status, 304);
  assert.equal((await fetch(`${server.origin}/b.json`)).status, 404);
  const sent = server.take();
  assert.deepEqual(
    sent.map((reply) => [reply.path, reply.status]),
    [
      ['/a.json', 200],
      ['/a.json', 304],
      ['/b.json', 404],
    ],
  );
  assert.ok(sent[0].bytes > 0 && sent[0].bytes < 200);
  assert.deepEqual(server.take(), []);
});
