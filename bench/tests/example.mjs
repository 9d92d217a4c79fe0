// @ts-check
/** Made-up results for the tests. */
import { cell } from '../results.mjs';

/**
 * A visit in which everything takes so long.
 * @param {number} time
 * @returns {import('../measure.mjs').Visit}
 */
export const visit = (time) => ({
  first: time / 2,
  largest: time,
  largestOf: 'img',
  whole: time * 2,
  blocked: time / 10,
  requests: [{ name: `/${time}`, from: 0, to: time }],
  letters: 7000,
  code: 1000,
  wasm: false,
});

/**
 * The cell of a variant at 30 blocks on the slow line.
 * @param {string} variant
 * @param {number[]} times
 * @param {Partial<import('../results.mjs').Which>} [which]
 */
export const example = (variant, times, which) =>
  cell({ variant, blocks: 30, line: 'slow', visit: 'cold', ...which }, times.map(visit));
