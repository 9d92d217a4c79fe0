// @ts-check
/** Results as text, for a terminal. */
import { LINES } from './measure.mjs';
import { VARIANTS } from './variants.mjs';

/** @typedef {import('./results.mjs').Cell} Cell */
/** @typedef {ReturnType<typeof import('./targets.mjs').judged>[number]} Judged */

/** @param {string} name */
export const label = (name) => VARIANTS.find((variant) => variant.name === name)?.label ?? name;

/** @param {number} number */
export const thousands = (number) => Math.round(number).toLocaleString('en-GB');

/**
 * Rows in columns of equal width: the first to the left, the others to the right.
 * @param {string[][]} rows
 */
export function columns(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const line = (/** @type {string[]} */ row) =>
    row.map((text, at) => (at ? text.padStart(widths[at]) : text.padEnd(widths[at]))).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

/**
 * A median with the middle half around it.
 * @param {import('./results.mjs').Summary} summary
 */
const time = ({ median, spread: [from, to] }) =>
  `${thousands(median)} (${thousands(from)}–${thousands(to)})`;

/** @typedef {{ line: string, blocks: number, visit: string }} Place */

/** @param {Place} place */
const sizeAndVisit = ({ blocks, visit }) =>
  `${thousands(blocks)} blocks, ${visit === 'cold' ? 'first' : 'repeat'} visit`;

/** @param {Place} place */
export const title = (place) =>
  `${sizeAndVisit(place)}, ${LINES[/** @type {keyof typeof LINES} */ (place.line)].label}`;

/**
 * A table for each size, line and visit.
 * @param {Cell[]} cells
 */
export function tables(cells) {
  const titles = [...new Set(cells.map(title))];
  const head = [
    'ms',
    'first paint',
    'largest paint',
    'whole',
    'blocked',
    'code, bytes',
    'WebAssembly',
  ];
  return titles
    .map((name) => {
      const rows = cells
        .filter((cell) => title(cell) === name)
        .map((cell) => [
          label(cell.variant),
          time(cell.first),
          time(cell.largest),
          time(cell.whole),
          time(cell.blocked),
          thousands(cell.code),
          cell.wasm ? 'yes' : '-',
        ]);
      return `${name}\n${columns([head, ...rows])}`;
    })
    .join('\n');
}

/** What is measured in targets, in words. */
const MEASURES = {
  first: 'first paint',
  largest: 'largest paint',
  whole: 'whole',
  blocked: 'blocked',
  code: 'code and styles, bytes',
  wasm: 'WebAssembly fetched',
};

/**
 * What must be reached.
 * @param {Judged[]} all
 */
export function targetTable(all) {
  const rows = all.map(({ target, figure = 0, against, ratio = 0, rounds, holds }) => [
    `${sizeAndVisit(target.at)}, ${target.at.line}: ${label(target.variant)}, ${MEASURES[target.measure]}`,
    thousands(figure),
    target.peer && against !== undefined ? `${label(target.peer)} ${thousands(against)}` : '',
    target.peer ? ratio.toFixed(2) : '',
    rounds ? rounds.map((one) => one.toFixed(2)).join('–') : '',
    target.peer ? `≤ ${target.atMost.toFixed(2)}` : `≤ ${thousands(target.atMost)}`,
    holds ? 'holds' : 'FAILS',
  ]);
  return `must reach\n${columns([['', 'is', 'beside', 'ratio', 'by rounds', 'limit', ''], ...rows])}`;
}
