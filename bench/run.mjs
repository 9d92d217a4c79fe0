// @ts-check
/**
 * `cargo xtask bench`: builds the variants, visits their pages in turn, and tells the medians.
 *
 * A round visits each variant at each size on each line, so that what else the machine does hits all
 * alike.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { about } from './about.mjs';
import { build, pathOf } from './build.mjs';
import { LINES, visits } from './measure.mjs';
import { SITE, TARGET } from './places.mjs';
import { plot } from './plot.mjs';
import { cell, strangers } from './results.mjs';
import { start } from './server.mjs';
import { tables, targetTable, thousands } from './table.mjs';
import { judged } from './targets.mjs';
import { QUICK, VARIANTS, named } from './variants.mjs';

/** @typedef {import('./measure.mjs').Visit} Visit */
/** @typedef {import('./variants.mjs').Variant} Variant */

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    variants: { type: 'string' },
    out: { type: 'string', default: join(TARGET, 'bench') },
  },
});

const rounds = Number(options.rounds);
const sizes = options.quick ? [30] : [30, 1000, 10_000];

/** @param {string} text */
const tell = (text) => console.error(`[bench] ${text}`);

/** The same list, begun at another place, so that none always comes first. @param {Variant[]} all @param {number} by */
const turned = (all, by) => [...all.slice(by % all.length), ...all.slice(0, by % all.length)];

/**
 * Both visits to a page. What another program does to this machine can be too much for one of them, and
 * an hour's work would be lost, so that it gets a second try.
 * @param {Parameters<typeof visits>} which
 */
async function visitsOrAgain(...which) {
  try {
    return await visits(...which);
  } catch (error) {
    tell(`Once more: ${error instanceof Error ? error.message : error}`);
    return visits(...which);
  }
}

/**
 * All rounds. The visits of a cell are under its name.
 * @param {import('./server.mjs').Server} server
 * @param {Variant[]} variants
 */
async function measure(server, variants) {
  /** @type {Map<string, { which: import('./results.mjs').Which, visits: Visit[] }>} */
  const cells = new Map();
  // In the order of the tables, whatever the order of the visits.
  for (const line of Object.keys(LINES))
    for (const blocks of sizes)
      for (const visit of /** @type {const} */ (['cold', 'repeat']))
        for (const { name: variant } of variants)
          cells.set(`${variant} ${blocks} ${line} ${visit}`, {
            which: { variant, blocks, line, visit },
            visits: [],
          });
  let facts;
  for (let round = 0; round < rounds; round++) {
    const since = Date.now();
    // A new browser for each round keeps nothing of the last.
    const browser = await chromium.launch({ executablePath: process.env.NEWSPRINT_CHROMIUM });
    try {
      facts ??= await about(browser, variants);
      // The first page of a new browser also waits for what the browser itself gets ready.
      await visitsOrAgain(browser, server, pathOf(variants[0], sizes[0]), LINES.local);
      for (const blocks of sizes)
        for (const line of Object.values(LINES))
          for (const variant of turned(variants, round)) {
            const seen = await visitsOrAgain(browser, server, pathOf(variant, blocks), line);
            for (const visit of /** @type {const} */ (['cold', 'repeat']))
              cells
                .get(`${variant.name} ${blocks} ${line.name} ${visit}`)
                ?.visits.push(seen[visit]);
          }
    } finally {
      await browser.close();
    }
    tell(`Round ${round + 1} of ${rounds}: ${thousands((Date.now() - since) / 1000)} s`);
  }
  if (!facts) throw new Error('There was no round.');
  return { facts, cells: [...cells.values()].map((one) => cell(one.which, one.visits)) };
}

/** All of it. */
async function run() {
  const every = options.quick ? QUICK : VARIANTS.map((variant) => variant.name);
  const variants = named(options.variants?.split(',') ?? every);
  tell(`Building ${variants.length} variants …`);
  await build(variants, sizes, (what) => tell(`  ${what}`));
  const server = await start(SITE);
  try {
    const { facts, cells } = await measure(server, variants);
    const all = judged(cells);
    const out = options.out;
    await mkdir(out, { recursive: true });
    const note = `Medians of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, ${facts.date}, ${facts.browser}, ${facts.machine}, Newsprint ${facts.commit}`;
    await writeFile(
      join(out, 'results.json'),
      `${JSON.stringify({ about: { ...facts, rounds, lines: LINES }, cells, targets: all }, undefined, 1)}\n`,
    );
    await writeFile(join(out, 'plot.svg'), plot(cells, note));
    const versions = Object.entries(facts.versions).map(([name, version]) => `${name} ${version}`);
    console.log(`${tables(cells)}\n${all.length ? `${targetTable(all)}\n` : ''}${note}.`);
    console.log(
      `Medians in ms since the navigation began, and the middle half of the rounds. Versions: ${versions.join(', ')}.`,
    );
    for (const sentence of strangers(cells)) tell(sentence);
    tell(`Written: ${join(out, 'results.json')}, ${join(out, 'plot.svg')}`);
  } finally {
    await server.stop();
  }
}

try {
  await run();
} catch (error) {
  // Where it was thrown says nothing to who started this.
  console.error(`error: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
