// @ts-check
/** An article over time: a newer version, and the copy that is read when the backend is away. */
import { Unable } from '../browsers/interface.mjs';
import { small } from '../../e2e/support/documents.mjs';
import { element, give, path } from '../../e2e/support/blank-page.mjs';

const A = { type: 'paragraph', text: 'The same as before.' };
const B = { type: 'paragraph', text: 'New.' };

/**
 * Reads an article until there is a copy of it; then the backend goes away.
 * @param {import('../run.mjs').Context} context
 */
async function keep({ reader, site, watch }) {
  watch.expect(/^warn: newsprint.*not refreshed: network/);
  watch.allow(/Failed to load resource|net::ERR_/);
  give(site, 'it', small([A], { headline: 'Kept' }));
  await reader.open(site.page(element('it')));
  await reader.headline('Kept');
  await reader.sees(
    'that a copy is there',
    true,
    async (url) => Boolean(await caches.match(url, { cacheName: 'newsprint', ignoreVary: true })),
    path('it'),
  );
  site.abort(path('it'));
}

/** Reads what is shown then. @param {import('../reader.mjs').Reader} reader */
async function readCopy(reader) {
  await reader.headline('Kept');
  await reader.sees('that it may be old', [true, true, ''], () => [
    paper().host.matches(':state(stale)'),
    shown(paper().find('.kept')),
    paper().text('.error'),
  ]);
  await reader.waits('where the articles came from', ['network', 'cache'], async () =>
    (await reader.heard('load')).map(({ source }) => source),
  );
}

/** @type {import('../run.mjs').Case[]} */
export const cases = [
  {
    name: 'a newer version replaces the article',
    async run({ reader, site }) {
      give(site, 'it', small([A], { headline: 'Version 1' }));
      await reader.open(site.page(element('it', 'refresh="1"')));
      await reader.headline('Version 1');
      await reader.evaluate(() => {
        Object.assign(paper().find('[part=paragraph]') ?? {}, { isTheSame: true });
      });
      give(site, 'it', small([B, A], { headline: 'Version 2' }));
      await reader.headline('Version 2');
      await reader.sees(
        'the paragraphs, and whether each is the same element',
        [
          ['New.', false],
          ['The same as before.', true],
        ],
        () =>
          paper()
            .all('[part=paragraph]')
            .map((it) => [it.textContent, 'isTheSame' in it]),
      );
      await reader.sees('that it was updated', true, () => shown(paper().find('.updated')));
      await reader.waits('the events', [1, 1, 0], async () =>
        Promise.all(['load', 'update', 'error'].map(async (it) => (await reader.heard(it)).length)),
      );
    },
  },
  {
    name: 'the copy, when the backend is away',
    async run({ reader, site, watch }) {
      await keep({ reader, site, watch });
      await reader.evaluate((html) => {
        const other = document.createElement('div');
        paper().host.replaceWith(other);
        const next = document.createElement('newsprint-article');
        next.setAttribute('src', html);
        other.append(next);
      }, path('it'));
      await readCopy(reader);
    },
  },
  {
    name: 'the copy, on the next visit',
    async run({ reader, site, watch }) {
      await reader.open(site.page(''));
      await reader.evaluate(async () => {
        await (await caches.open('probe')).put('/probe', new Response('kept'));
      });
      await reader.open(site.page(''));
      const isKept = await reader.evaluate(async () => Boolean(await caches.match('/probe')));
      if (!isKept) throw new Unable('driven, it forgets the caches of a site with its last page');
      await keep({ reader, site, watch });
      await reader.open(site.page(element('it')));
      await readCopy(reader);
    },
  },
];
