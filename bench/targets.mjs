// @ts-check
/** What Newsprint must reach beside its peers, and whether it does. */

import { spread } from './statistics.mjs';

/** @typedef {import('./results.mjs').Cell} Cell */
/** @typedef {'first' | 'largest' | 'whole' | 'blocked'} Measure */
/** @typedef {{ line: string, blocks: number, visit: string }} Place */

/**
 * A figure that a variant must reach: so many times that of a peer, or a number.
 * @typedef {object} Target
 * @property {Place} at
 * @property {string} variant
 * @property {Measure | 'code' | 'wasm'} measure
 * @property {number} atMost
 * @property {string} [peer]
 */

/** @type {Place} */
const SLOW = { line: 'slow', blocks: 30, visit: 'cold' };
/** @type {Place} */
const LOCAL = { ...SLOW, line: 'local' };
/** @type {Place} */
const AGAIN = { ...SLOW, visit: 'repeat' };
/** @type {Place} */
const LONG = { ...LOCAL, blocks: 10_000 };

const [WITH, WITHOUT, STATIC] = ['newsprint-head', 'newsprint', 'newsprint-prerendered'];

/** @type {Target[]} */
export const TARGETS = [
  { at: SLOW, variant: WITH, measure: 'largest', atMost: 1.1, peer: 'preact' },
  { at: SLOW, variant: WITHOUT, measure: 'largest', atMost: 1.3, peer: 'preact' },
  { at: SLOW, variant: WITH, measure: 'whole', atMost: 0.95, peer: 'react' },
  { at: SLOW, variant: WITHOUT, measure: 'whole', atMost: 1.05, peer: 'react' },
  { at: LOCAL, variant: WITHOUT, measure: 'whole', atMost: 1.05, peer: 'react' },
  { at: AGAIN, variant: WITHOUT, measure: 'largest', atMost: 0.9, peer: 'react' },
  { at: SLOW, variant: STATIC, measure: 'first', atMost: 1.05, peer: 'styled' },
  { at: SLOW, variant: STATIC, measure: 'largest', atMost: 1.05, peer: 'styled' },
  { at: SLOW, variant: STATIC, measure: 'wasm', atMost: 0 },
  { at: SLOW, variant: STATIC, measure: 'code', atMost: 9000 },
  { at: LONG, variant: WITHOUT, measure: 'largest', atMost: 0.6, peer: 'plain' },
  { at: LONG, variant: WITHOUT, measure: 'whole', atMost: 0.8, peer: 'plain' },
  { at: LONG, variant: WITHOUT, measure: 'blocked', atMost: 0.7, peer: 'plain' },
];

/**
 * The number of a cell.
 * @param {Cell} cell
 * @param {Target['measure']} measure
 */
const value = (cell, measure) =>
  measure === 'code' || measure === 'wasm' ? Number(cell[measure]) : cell[measure].median;

/** A page that is never blocked is as good as another. @param {number} own @param {number} other */
const times = (own, other) => (own === other ? 1 : own / other);

/**
 * Between which ratios the middle half of the rounds lies: how far a ratio can be trusted.
 * @param {Cell} own
 * @param {Cell} other
 * @param {Target['measure']} measure
 */
const perRound = (own, other, measure) =>
  measure === 'code' || measure === 'wasm'
    ? undefined
    : spread(own[measure].values.map((one, round) => times(one, other[measure].values[round])));

/**
 * A target with what was measured; without a ratio where a variant was left out of this run.
 * @param {Target} target
 * @param {Cell[]} cells
 */
function judge(target, cells) {
  /** @param {string} variant */
  const cell = (variant) =>
    cells.find(
      (one) =>
        one.variant === variant &&
        one.line === target.at.line &&
        one.blocks === target.at.blocks &&
        one.visit === target.at.visit,
    );
  const [own, other] = [cell(target.variant), cell(target.peer ?? target.variant)];
  if (!own || !other) return { target };
  const figure = value(own, target.measure);
  const against = target.peer ? value(other, target.measure) : undefined;
  const ratio = against === undefined ? figure : times(figure, against);
  const rounds = target.peer ? perRound(own, other, target.measure) : undefined;
  return { target, figure, against, ratio, rounds, holds: ratio <= target.atMost };
}

/**
 * All targets of which a part was measured.
 * @param {Cell[]} cells
 */
export const judged = (cells) =>
  TARGETS.map((target) => judge(target, cells)).filter((one) => one.figure !== undefined);
