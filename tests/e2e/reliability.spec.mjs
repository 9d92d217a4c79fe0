// @ts-check
/**
 * What a reader sees of every fault between the element and its backend, in one table, which
 * stands in docs/reliability.md too. What is expected is in `support/fault-rows.mjs`.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ROWS } from './support/fault-rows.mjs';
import { Story } from './support/fault-story.mjs';
import { expect, test } from './support/fixtures.mjs';

/** @typedef {import('@playwright/test').TestInfo} TestInfo */

const DOCUMENT = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));

/** Between these two lines the table stands in the document. */
const MARKS = ['<!-- The table as it was seen. -->', '<!-- The end of the table. -->'];

/** @typedef {import('./support/fault-rows.mjs').Outcome} Outcome */

/** Where the lines are gathered, for workers come and go. @param {TestInfo} info */
const gathered = (info) => join(info.project.outputDir, 'reliability.jsonl');

/** @param {TestInfo} info @param {string} fault @param {Outcome} outcome */
function gather(info, fault, outcome) {
  mkdirSync(info.project.outputDir, { recursive: true });
  appendFileSync(gathered(info), `${JSON.stringify({ fault, ...outcome })}\n`);
}

/** The lines as a table. @param {(Outcome & { fault: string })[]} lines */
function table(lines) {
  const head = ['Fault', 'What the reader sees', 'Events', 'Requests', 'Within'];
  const rows = lines.map(({ fault, saw, events, requests, within }) =>
    [fault, saw, events, `${requests}`, within].map((cell) => cell.replaceAll('|', '\\|')),
  );
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

test.use({
  origins: ({ server }, use) => use([server.origin, server.faults.origin, server.faults.refused]),
});

// One after the other, so that the table is whole when the last one looks at it.
test.describe.configure({ mode: 'default' });

for (const row of ROWS) {
  const { fault, plays = [''], tell, hangs, log = [], saw, events, requests, within } = row;
  test(fault, async ({ page, server, watch }, info) => {
    if (log.length > 0) watch.expect(...log);
    const story = new Story(page, server, hangs);
    await story.begin();
    const expected = { saw, events, requests, within };
    /** @type {Outcome[]} */
    const outcomes = [];
    for (const play of plays) {
      await story.again();
      if (tell) await tell(story, play);
      else await story.visit(play);
      outcomes.push(await story.outcome());
    }
    // What is not as the others were is what has to be seen.
    const odd = outcomes.find((one) => JSON.stringify(one) !== JSON.stringify(expected));
    gather(info, fault, odd ?? expected);
    for (const [index, outcome] of outcomes.entries()) {
      expect(outcome, plays[index] || fault).toEqual(expected);
    }
  });
}

test('the document says what was seen', async ({}, info) => {
  /** @type {(Outcome & { fault: string })[]} */
  const lines = readFileSync(gathered(info), 'utf8')
    .trim()
    .split('\n')
    .map((it) => JSON.parse(it));
  const seen = table(lines);
  console.log(`\n${seen}\n`);
  test.skip(lines.length < ROWS.length, 'only a part of the table was seen');
  const text = readFileSync(DOCUMENT, 'utf8');
  const [before, rest] = text.split(MARKS[0]);
  const [old, after] = rest.split(MARKS[1]);
  if (process.env.NEWSPRINT_UPDATE_RELIABILITY) {
    writeFileSync(DOCUMENT, `${before}${MARKS[0]}\n\n${seen}\n\n${MARKS[1]}${after}`);
    return;
  }
  expect(old.trim(), 'NEWSPRINT_UPDATE_RELIABILITY=1 writes it anew').toBe(seen);
});
