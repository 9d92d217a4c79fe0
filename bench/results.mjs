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
 * @property {string} largestOf
 * @property {Visit['requests']} requests Those of the visit in the middle.
 */

/** @typedef {Pick<Cell, 'variant' | 'blocks' | 'line' | 'visit'>} Which */

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
    largestOf: middle.largestOf,
    requests: middle.requests,
  };
}
