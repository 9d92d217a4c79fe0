// @ts-check
/** The strict policy holds, and who breaks it is seen. */
import { small } from '../../e2e/support/documents.mjs';
import { FOLDER, POLICY } from '../../e2e/support/server.mjs';
import { element, give } from '../../e2e/support/blank-page.mjs';

/** @type {import('../run.mjs').Case[]} */
export const cases = [
  {
    name: 'the watch sees what is wrong',
    async run({ reader, site, watch }) {
      watch.expect(/^violation: style-src/, /^violation: require-trusted-types-for/);
      watch.expect(/^error: on purpose/, /^uncaught: .*not caught/);
      watch.allow(/Content.Security.Policy/, /TrustedHTML/i);
      give(site, 'it', small());
      site.answer(`${FOLDER}wrong.js`, {
        body: `document.body.setAttribute('style', 'color: red');
          try { document.body.innerHTML = '<p>markup</p>'; } catch {}
          console.error('on purpose');
          throw new Error('not caught');`,
      });
      await reader.open(
        site.page(`${element('it')}<script defer src="${FOLDER}wrong.js"></script>`),
      );
      await reader.headline('A small article');
      await reader.waits('what is not said yet', [], async () => {
        (await reader.evaluate(() => __result.said)).forEach((what) => watch.note(what));
        return watch.missing();
      });
    },
  },
  {
    name: 'a policy that stops the engine',
    async run({ reader, site, watch }) {
      watch.expect(/^error: newsprint .*engine: .*'wasm-unsafe-eval'/);
      // WebKit reports none of WebAssembly; there the reason is in the error alone.
      watch.allow(/^violation: script-src wasm-eval/, /Content.Security.Policy|WebAssembly/);
      give(site, 'it', small());
      const policy = POLICY.replace(" 'wasm-unsafe-eval'", '');
      await reader.open(site.page(element('it', '', '<p>In other words</p>'), { policy }));
      await reader.sees(
        'that it says sorry',
        ['This article can’t be shown just now.', true],
        () => [paper().text('.error'), shown(paper().host.querySelector('p'))],
      );
      await reader.sees('its event', ['engine'], () =>
        __result.heard.map(({ kind }) => String(kind)),
      );
    },
  },
];
