// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { columns, tables, targetTable, thousands } from '../table.mjs';
import { judged } from '../targets.mjs';
import { example } from './example.mjs';

test('columns line up', () => {
  const text = columns([
    ['', 'ms'],
    ['React', '1,000'],
    ['Lit', '9'],
  ]);
  assert.equal(text, '          ms\nReact  1,000\nLit        9\n');
});

test('thousands have a comma', () => {
  assert.equal(thousands(1234567.8), '1,234,568');
  assert.equal(thousands(0.4), '0');
});

test('each size, line and visit has its table', () => {
  const cells = [
    example('react', [100]),
    example('react', [50], { visit: 'repeat' }),
    example('preact', [80]),
  ];
  const found = tables(cells).split('\n\n');
  assert.equal(found.length, 2);
  assert.match(found[0], /^30 blocks, first visit, 150 ms.*\n.*\nReact .*\nPreact .*80 \(80–80\)/);
  assert.match(found[1], /^30 blocks, repeat visit/);
});

test('a target tells both figures, the ratio, and whether it holds', () => {
  const cells = [example('newsprint-head', [1300]), example('preact', [1000])];
  const row = targetTable(judged(cells)).trimEnd().split('\n').at(-1) ?? '';
  assert.match(
    row,
    /^30 blocks, first visit, slow: Newsprint, head lines, largest paint +1,300  Preact 1,000 +1\.30  1\.30–1\.30  ≤ 1\.10  FAILS$/,
  );
});
