// @ts-check
/**
 * Runs every case in every engine, and prints what came of it as a table. Words after the command
 * choose: `node run.mjs webkit trap` runs the cases of WebKit whose names have "trap" in them.
 */
import { Watch } from '../e2e/support/watch.mjs';
import { Hung, Unable, within } from './browsers/interface.mjs';
import { chromium, firefox } from './browsers/puppeteer.mjs';
import { webkit } from './browsers/webkit.mjs';
import { cases as articles } from './cases/articles.mjs';
import { cases as direction } from './cases/direction.mjs';
import { cases as failure } from './cases/failure.mjs';
import { cases as following } from './cases/following.mjs';
import { cases as guests } from './cases/guests.mjs';
import { cases as inlineArticle } from './cases/inline-article.mjs';
import { cases as keyboard } from './cases/keyboard.mjs';
import { cases as loading } from './cases/loading.mjs';
import { cases as navigation } from './cases/navigation.mjs';
import { cases as places } from './cases/places.mjs';
import { cases as policy } from './cases/policy.mjs';
import { cases as sharing } from './cases/sharing.mjs';
import { cases as trap } from './cases/trap.mjs';
import { Reader } from './reader.mjs';
import { openSite } from './site.mjs';
import { table } from './table.mjs';

/** @typedef {import('./browsers/interface.mjs').Browser} Browser */
/** @typedef {import('./browsers/interface.mjs').Engine} Engine */
/** @typedef {import('./table.mjs').Outcome} Outcome */

/**
 * What a case gets: a reader at a browser, a site, and a watch for what should not happen.
 * @typedef {{ reader: Reader, site: import('./site.mjs').Site, watch: Watch }} Context
 */

/** @typedef {{ name: string, run: (context: Context) => Promise<void> }} Case */

const ENGINES = [chromium, firefox, webkit];

/** @type {Case[]} */
const CASES = [
  ...articles,
  ...policy,
  ...loading,
  ...failure,
  ...following,
  ...navigation,
  ...places,
  ...trap,
  ...inlineArticle,
  ...sharing,
  ...direction,
  ...guests,
  ...keyboard,
];

/** How long a case may take, in milliseconds. */
const LONGEST = 60_000;

/**
 * Runs a case in a page of its own.
 * @param {Browser} browser
 * @param {Case} test
 */
async function run(browser, { run }) {
  const site = await openSite();
  try {
    const page = await within(LONGEST, 'Opening a page', browser.newPage());
    try {
      const watch = new Watch();
      const reader = new Reader(page, site);
      await within(LONGEST, 'The case', run({ reader, site, watch }));
      const listen = async () => {
        const said = await reader.evaluate(() => __result.said);
        for (const what of [...said, ...page.said()]) watch.note(what);
      };
      await listen();
      await reader.waits('expected, and did not happen', [], async () => {
        await listen();
        return watch.missing();
      });
      await reader.waits('happened, and was not expected', [], () => watch.unexpected());
    } finally {
      await within(LONGEST, 'Closing a page', page.close());
    }
  } finally {
    await site.stop();
  }
}

/**
 * Runs the cases in one engine.
 * @param {Engine} engine
 * @param {Case[]} cases
 * @returns {Promise<Outcome[]>}
 */
async function runAll(engine, cases) {
  const all = (/** @type {Outcome['word']} */ word, /** @type {string} */ reason) =>
    cases.map(({ name }) => ({ engine: engine.name, name, word, reason }));
  const missing = engine.missing();
  if (missing) return all('not able', missing);
  /** @type {Browser} */
  let browser;
  try {
    browser = await engine.launch();
  } catch (error) {
    console.log(`\n${engine.name} did not start: ${error}`);
    return all('FAILED', 'it did not start');
  }
  console.log(`\n${browser.version}`);
  /** @type {Outcome[]} */
  const outcomes = [];
  try {
    for (const test of cases) {
      const started = performance.now();
      /** @type {Outcome['word']} */
      let word = 'passed';
      let reason = '';
      try {
        const again = (/** @type {unknown} */ error) => {
          if (!(error instanceof Hung)) throw error;
          // WebKit's driver has been seen to answer to nothing any more, and on a busy machine twice in
          // a row. That is no fault of the page: a new session shows whether the page hangs.
          console.log(`  ${error.message}; once more: ${test.name}`);
          return run(browser, test);
        };
        await run(browser, test).catch(again).catch(again);
      } catch (error) {
        const { message, stack } = /** @type {Error} */ (error);
        word = error instanceof Unable ? 'not able' : 'FAILED';
        reason = error instanceof Unable ? message : String(stack);
      }
      outcomes.push({ engine: engine.name, name: test.name, word, reason });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`  ${word} ${test.name} (${seconds} s)${reason && `\n${reason}`}`);
    }
  } finally {
    await browser.close();
  }
  return outcomes;
}

const words = process.argv.slice(2);
const isChosen = (/** @type {Engine} */ engine, /** @type {Case} */ test) =>
  words.every((word) => `${engine.name} ${test.name}`.includes(word));

/** @type {Outcome[]} */
const outcomes = [];
for (const engine of ENGINES) {
  const chosen = CASES.filter((test) => isChosen(engine, test));
  if (chosen.length) outcomes.push(...(await runAll(engine, chosen)));
}
console.log(`\n${table(outcomes)}`);
// A case that is still at work on a page that is closed must not keep the tests from their end.
process.exit(outcomes.length && outcomes.every(({ word }) => word !== 'FAILED') ? 0 : 1);
