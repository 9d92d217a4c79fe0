// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { median, quantile, spread } from '../statistics.mjs';
import { strangers } from '../results.mjs';
import { example } from './example.mjs';

test('the median is the middle, whatever the order', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([10, 9, 100, 1]), 9.5);
  assert.equal(median([7]), 7);
});

test('one slow round moves neither the median nor the spread', () => {
  const [quiet, noisy] = [
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5000],
  ];
  assert.equal(median(noisy), median(quiet));
  assert.deepEqual(spread(noisy), [2, 4]);
});

test('parts between two values are taken between them', () => {
  assert.equal(quantile([0, 10], 0.25), 2.5);
  assert.equal(quantile([0, 10], 1), 10);
});

test('nothing has no middle', () => {
  assert.throws(() => median([]), /nothing to take the middle of/);
});

test('a cell keeps all values, and the requests of the visit in the middle', () => {
  const cell = example('react', [300, 100, 200]);
  assert.deepEqual(cell.whole, { median: 400, spread: [300, 500], values: [600, 200, 400] });
  assert.deepEqual(cell.requests, [{ name: '/200', from: 0, to: 200 }]);
});

test('a variant that shows other words is named', () => {
  const cells = ['plain', 'react', 'vue'].map((variant) => example(variant, [1]));
  assert.deepEqual(strangers(cells), []);
  cells[1].letters++;
  assert.deepEqual(strangers(cells), ['react shows other words than most at 30 blocks.']);
});
