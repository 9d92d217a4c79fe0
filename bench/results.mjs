// @ts-check
/** What a run has measured: a cell for each variant, size, line and visit. */
import { median, summary } from './statistics.mjs';

/** @typedef {import('./measure.mjs').Visit} Visit */
/** @typedef {{ median: number, spread: [from: number, to: number], values: number[] }} Summary */

/**
 * @typedef {object} Cell
 * @property {string} variant
 * @property {number} blocks
 * @property {string} line
 * @property {'cold' | 'repeat'} visit
 * @property {Summary} first
 * @property {Summary} largest
 * @property {Summary} whole
 * @property {Summary} blocked
 * @property {number} code Bytes.
 * @property {boolean} wasm
 * @property {number} letters How many signs the article's text has.
 * @property {string} largestOf
 * @property {Visit['requests']} requests Those of the visit in the middle.
 */

/** @typedef {Pick<Cell, 'variant' | 'blocks' | 'line' | 'visit'>} Which */

/**
 * The variants that do not show the same words as most, in sentences: what they took is not to be
 * compared.
 * @param {Cell[]} cells
 */
export function strangers(cells) {
  const sizes = [...new Set(cells.map((one) => one.blocks))];
  return sizes.flatMap((blocks) => {
    const ofSize = cells.filter((one) => one.blocks === blocks);
    const usual = median(ofSize.map((one) => one.letters));
    const other = ofSize.filter((one) => one.letters !== usual);
    return [...new Set(other.map((one) => one.variant))].map(
      (variant) => `${variant} shows other words than most at ${blocks} blocks.`,
    );
  });
}

/**
 * Sums up the visits of a cell.
 * @param {Which} which
 * @param {Visit[]} visits one of each round
 * @returns {Cell}
 */
export function cell(which, visits) {
  const byTime = visits.toSorted((a, b) => a.whole - b.whole);
  const middle = byTime[Math.floor((byTime.length - 1) / 2)];
  return {
    ...which,
    first: summary(visits, 'first'),
    largest: summary(visits, 'largest'),
    whole: summary(visits, 'whole'),
    blocked: summary(visits, 'blocked'),
    code: median(visits.map((visit) => visit.code)),
    wasm: visits.some((visit) => visit.wasm),
    letters: middle.letters,
    largestOf: middle.largestOf,
    requests: middle.requests,
  };
}
