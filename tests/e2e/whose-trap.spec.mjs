// @ts-check
/** Telling a trap of the engine from one of another program. */
import { blankPage, element, give } from './support/blank-page.mjs';
import { expect, painted, test } from './support/fixtures.mjs';
import { at, company, expectBroken, named, poison, read, TRAPPED } from './support/traps.mjs';

test.describe('the trap of another program', () => {
  /** How others end. @type {[string, () => void][]} */
  const OTHERS = [
    [
      'that was not fetched as a file',
      () => queueMicrotask(() => /** @type {any} */ (globalThis).world.trap()),
    ],
    [
      'that ends itself from script',
      () =>
        queueMicrotask(() => {
          throw new WebAssembly.RuntimeError('unreachable');
        }),
    ],
    [
      'that is a file',
      () => {
        const error = new WebAssembly.RuntimeError('unreachable');
        const place = 'https://other.example/x.wasm:wasm-function[1]:0x1';
        error.stack = `RuntimeError: unreachable\n    at ${place}`;
        queueMicrotask(() => {
          throw error;
        });
      },
    ],
    [
      'that has used up its stack',
      () => {
        /** @param {number} depth @returns {number} */
        const overflow = (depth) => 1 + overflow(depth + 1);
        queueMicrotask(() => void overflow(0));
      },
    ],
  ];

  for (const [which, end] of OTHERS) {
    test(`${which} touches nothing`, async ({ page, server, watch }) => {
      watch.expect(/^uncaught: .*(unreachable|call stack)/);
      const { engines, heard, said, slow } = await company(page, server);
      const lost = await read(page);
      const over = page.waitForEvent('pageerror');
      await page.evaluate(end);
      await over;
      await painted(page);
      expect(await heard('error')).toEqual([]);
      expect(said).toEqual([]);
      expect(await lost()).toEqual([]);
      expect(
        await page.evaluate(() => /** @type {any} */ (globalThis).stillThere.isConnected),
        'nothing is shown anew',
      ).toBe(true);
      expect(await engines()).toBe(1);
      await expect(at(page, 'it').headline).toHaveText('dormant');
      slow.release();
      await expect(at(page, 'slow').headline).toHaveText('Slow');
    });
  }
});

test.describe('the engine’s own trap', () => {
  /** How browsers write down where it was. @type {[string, string, string][]} */
  const STACKS = [
    ['Chrome', 'RuntimeError', 'RuntimeError: unreachable\n    at IT:wasm-function[7]:0x1a'],
    ['Firefox', 'RuntimeError', '@IT:wasm-function[7]:0x1a\n'],
    ['Safari', 'RuntimeError', '<?>.wasm-function[7]@[wasm code]\nwasm-stub@[wasm code]'],
    ['Chrome', 'RangeError', 'RangeError: Maximum\n    at IT:wasm-function[7]:0x1a'],
    ['Safari', 'RangeError', '<?>.wasm-function[7]@[wasm code]\nwasm-stub@[wasm code]'],
    ['Safari 26', 'RuntimeError', '7@<?>:wasm-function[7]\n@<?>:wasm-function[8]'],
    ['Safari 26', 'RangeError', '7@<?>:wasm-function[7]\n@<?>:wasm-function[8]'],
  ];

  for (const [browser, kind, stack] of STACKS) {
    test(`is known by the stack of a ${kind} in ${browser}`, async ({ page, server, watch }) => {
      watch.expect(TRAPPED);
      await poison(page);
      give(server, 'it', named('Good'));
      await page.goto(blankPage(server, element('it', 'id="it"', 'In other words')));
      await expect(at(page, 'it').headline).toHaveText('Good');
      await page.evaluate(
        ([name, text]) => {
          const wasm = performance
            .getEntriesByType('resource')
            .find((entry) => entry.name.endsWith('.wasm'))?.name;
          const Kind = name === 'RangeError' ? RangeError : WebAssembly.RuntimeError;
          const isRange = name === 'RangeError';
          const error = new Kind(isRange ? 'Maximum call stack size exceeded' : 'unreachable');
          error.stack = text.replace('IT', String(wasm));
          dispatchEvent(new ErrorEvent('error', { error }));
        },
        [kind, stack],
      );
      await expectBroken(page, 'it');
    });
  }
});
