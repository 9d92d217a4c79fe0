// @ts-check
/** What came of the cases, for people. */

/**
 * @typedef {object} Outcome
 * @property {string} engine
 * @property {string} name of the case
 * @property {'passed' | 'FAILED' | 'not able'} word
 * @property {string} reason why it is not passed
 */

/**
 * A line for each case, a column for each engine; then the reasons, and how many there are of each.
 * @param {Outcome[]} outcomes
 */
export function table(outcomes) {
  const engines = [...new Set(outcomes.map(({ engine }) => engine))];
  const names = [...new Set(outcomes.map(({ name }) => name))];
  const width = Math.max(4, ...names.map((name) => name.length));
  const line = (/** @type {string} */ name, /** @type {string[]} */ cells) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padEnd(8))].join('  ').trimEnd();
  const lines = names.map((name) =>
    line(
      name,
      engines.map((engine) => {
        const found = outcomes.find((one) => one.engine === engine && one.name === name);
        return found?.word ?? '-';
      }),
    ),
  );
  // A reason that holds for all cases of an engine is said once.
  const unable = outcomes.filter(({ word }) => word === 'not able');
  const reasons = engines.flatMap((engine) => {
    const own = unable.filter((one) => one.engine === engine);
    const isWhole = own.length === outcomes.filter((one) => one.engine === engine).length;
    return isWhole
      ? [`${engine} is not able: ${own[0].reason}`]
      : own.map(({ name, reason }) => `${engine} is not able, "${name}": ${reason}`);
  });
  const count = (/** @type {Outcome['word']} */ word) =>
    outcomes.filter((one) => one.word === word).length;
  const parts = [`${count('passed')} passed`, `${count('FAILED')} failed`];
  if (count('not able')) parts.splice(1, 0, `${count('not able')} not able`);
  return [line('case', engines), ...lines, '', ...reasons, parts.join(', ')].join('\n');
}
