// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { plot, steps } from '../plot.mjs';
import { example } from './example.mjs';

test('the steps of an axis are round, few, and reach the end', () => {
  for (const most of [0.5, 7, 99, 1234, 60_000]) {
    const found = steps(most);
    assert.ok(found.length <= 8 && found.length >= 2, String(found));
    assert.ok((found.at(-1) ?? 0) >= most, String(found));
  }
  assert.deepEqual(steps(1234), [0, 500, 1000, 1500]);
});

test('a plot has a row for each variant, and no scripts', () => {
  const cells = [
    example('react', [100, 120]),
    example('newsprint', [90]),
    example('newsprint', [40], { visit: 'repeat' }),
    example('newsprint', [40], { blocks: 1000 }),
  ];
  const svg = plot(cells, 'a < b');
  assert.equal(svg.match(/class="own"/g)?.length, 2);
  assert.equal(svg.match(/class="peer"/g)?.length, 1);
  assert.match(svg, /a &#60; b/);
  assert.match(svg, /prefers-color-scheme: dark/);
  assert.doesNotMatch(svg, /script|NaN|undefined|Infinity/);
});

test('the same results make the same plot', () => {
  const cells = [example('react', [100])];
  assert.equal(plot(cells, ''), plot(cells, ''));
});
