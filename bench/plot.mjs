// @ts-check
/** The plot: bars and marks in SVG, without scripts, readable on light and dark. */
import { escape } from './page.mjs';
import { label, thousands, title } from './table.mjs';

/** @typedef {import('./results.mjs').Cell} Cell */

/** What the plot shows, from top to bottom, as far as it was measured. */
const PANELS = [
  { blocks: 30, visit: 'cold', line: 'slow' },
  { blocks: 30, visit: 'repeat', line: 'slow' },
  { blocks: 10_000, visit: 'cold', line: 'local' },
];

const WIDTH = 860;
/** Where the bars begin, and where they end at most: a number stands behind the longest. */
const [LEFT, RIGHT] = [180, WIDTH - 70];
const ROW = 24;

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #1b1a18 }
.title { font-weight: 600 }
.small { font-size: 11px; fill: #5b564e }
.grid { stroke: #d9d4ca }
.bar { fill: #b9c2cc }
.own .bar { fill: #d98a7c }
.spread { stroke: #1b1a18; opacity: .55 }
.largest { fill: #1b1a18 }
.first { fill: #fff; stroke: #1b1a18; stroke-width: 1.5 }
.ground { fill: #fff }
@media (prefers-color-scheme: dark) {
  text { fill: #e9e6e0 }
  .small { fill: #b3ada4 }
  .grid { stroke: #3d3a35 }
  .bar { fill: #55606c }
  .own .bar { fill: #8f4a3e }
  .spread { stroke: #e9e6e0 }
  .largest { fill: #e9e6e0 }
  .first { fill: #171614; stroke: #e9e6e0 }
  .ground { fill: #171614 }
}`;

/**
 * Round steps of an axis: at most six, up to the first that is not below the value.
 * @param {number} most
 */
export function steps(most) {
  const rough = Math.max(most, 1) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? rough;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
}

/** @param {number} number */
const short = (number) => String(Math.round(number * 10) / 10);

/**
 * The row of a variant.
 * @param {Cell} cell
 * @param {number} top
 * @param {(time: number) => number} x
 */
function row(cell, top, x) {
  const middle = top + ROW / 2;
  const [from, to] = cell.whole.spread;
  const [first, largest] = [x(cell.first.median), x(cell.largest.median)];
  return (
    `<g class="${cell.variant.startsWith('newsprint') ? 'own' : 'peer'}">` +
    `<text x="${LEFT - 8}" y="${middle + 4}" text-anchor="end">${escape(label(cell.variant))}</text>` +
    `<rect class="bar" x="${LEFT}" y="${top + 4}" width="${short(x(cell.whole.median) - LEFT)}" height="${ROW - 8}"/>` +
    `<path class="spread" d="M${short(x(from))} ${middle}H${short(x(to))}"/>` +
    `<path class="largest" d="M${short(largest)} ${middle - 6}l5 6l-5 6l-5-6z"/>` +
    `<circle class="first" cx="${short(first)}" cy="${middle}" r="3.5"/>` +
    `<text class="small" x="${short(Math.max(x(to), largest) + 8)}" y="${middle + 4}">${thousands(cell.whole.median)}</text></g>`
  );
}

/**
 * A panel with its axis.
 * @param {Cell[]} cells
 * @param {number} top
 */
function panel(cells, top) {
  const most = Math.max(
    ...cells.map((cell) => Math.max(cell.whole.spread[1], cell.largest.median)),
  );
  const marks = steps(most);
  const scale = (RIGHT - LEFT) / (marks.at(-1) ?? 1);
  const x = (/** @type {number} */ time) => LEFT + time * scale;
  const [from, to] = [top + 26, top + 26 + cells.length * ROW];
  const axis = marks.map(
    (mark) =>
      `<path class="grid" d="M${short(x(mark))} ${from}V${to}"/>` +
      `<text class="small" x="${short(x(mark))}" y="${to + 14}" text-anchor="middle">${thousands(mark)}</text>`,
  );
  const rows = cells.map((cell, at) => row(cell, from + at * ROW, x));
  const text =
    `<text class="title" x="8" y="${top + 14}">${escape(title(cells[0]))}</text>` +
    axis.join('') +
    rows.join('');
  return { text, end: to + 40 };
}

/** What the marks mean. @param {number} top */
const legend = (top) =>
  `<circle class="first" cx="14" cy="${top}" r="3.5"/><text x="24" y="${top + 4}">first paint</text>` +
  `<path class="largest" d="M114 ${top - 6}l5 6l-5 6l-5-6z"/><text x="126" y="${top + 4}">largest paint</text>` +
  `<rect class="bar" x="226" y="${top - 7}" width="28" height="14"/>` +
  `<text x="262" y="${top + 4}">whole article, in ms; the line is the middle half of the rounds</text>`;

/**
 * The plot of what was measured.
 * @param {Cell[]} cells
 * @param {string} note what was measured on what
 */
export function plot(cells, note) {
  let top = 44;
  let body = legend(20);
  for (const wanted of PANELS) {
    const found = cells.filter(
      (cell) =>
        cell.blocks === wanted.blocks && cell.visit === wanted.visit && cell.line === wanted.line,
    );
    if (!found.length) continue;
    const { text, end } = panel(found, top);
    body += text;
    top = end;
  }
  body += `<text class="small" x="8" y="${top}">${escape(note)}</text>`;
  const height = top + 14;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">` +
    `<title>How soon an article is there</title><style>${STYLE}\n</style>` +
    `<rect class="ground" width="${WIDTH}" height="${height}"/>${body}</svg>\n`
  );
}
