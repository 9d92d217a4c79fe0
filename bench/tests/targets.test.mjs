// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { TARGETS, judged } from '../targets.mjs';
import { VARIANTS } from '../variants.mjs';
import { example } from './example.mjs';

test('a target is the ratio of two medians', () => {
  const cells = [example('newsprint-head', [109, 500, 1]), example('preact', [100, 100, 100])];
  const [only, ...others] = judged(cells);
  assert.deepEqual(others, []);
  assert.equal(only.ratio, 1.09);
  assert.equal(only.holds, true);
  // In one round it was five times, in one a hundredth.
  assert.deepEqual(only.rounds, [0.55, 3.045]);
});

test('a target over its limit fails', () => {
  const cells = [example('newsprint-head', [111]), example('preact', [100])];
  assert.equal(judged(cells)[0].holds, false);
});

test('bytes are judged as they are', () => {
  const all = judged([example('newsprint-prerendered', [100])]);
  const holding = all.map(({ target, figure, holds }) => [target.measure, figure, holds]);
  assert.deepEqual(holding, [
    ['wasm', 0, true],
    ['code', 1000, true],
  ]);
});

test('two medians that are nothing are equal', () => {
  const which = { line: 'local', blocks: 10_000 };
  const cells = [example('newsprint', [0], which), example('plain', [0], which)];
  assert.ok(judged(cells).every((one) => one.ratio === 1));
});

test('every target names variants that there are', () => {
  const names = VARIANTS.map((variant) => variant.name);
  for (const { variant, peer } of TARGETS)
    assert.ok(names.includes(variant) && (!peer || names.includes(peer)), variant);
});
