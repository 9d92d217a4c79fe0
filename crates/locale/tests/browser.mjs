// @ts-check
// Writes browser.json: how a browser writes dates, numbers and lists. It is the code that runs there,
// `shell/with-engine/intl.js`, with Node's own `Intl`. Run it as `node crates/locale/tests/browser.mjs`.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

/** Languages beside those of `words/`: other scripts, calendars, digits, hours and time zones. */
const OTHERS = [
  'en-GB',
  'en-US',
  'en-IN',
  'de-CH',
  'es-MX',
  'fr-CA',
  'ar-EG',
  'pt-BR',
  'pt-PT',
  'it',
  'nl',
  'pl',
  'cs',
  'sv',
  'da',
  'nb',
  'fi',
  'el',
  'hu',
  'ro',
  'tr',
  'uk',
  'kk',
  'kk-KZ',
  'he',
  'fa',
  'ur',
  'hi',
  'bn',
  'th',
  'vi',
  'id',
  'sw',
  'ja',
  'ko',
  'zh',
  'zh-Hant-TW',
  'sr-Latn',
  'xx',
  'en-a',
];

const DATES = ['2024-03-18', '1999-12-31', '0987-01-05'];
const INSTANTS = ['2024-03-18T08:05:00Z', '2024-07-01T21:30:45Z', '1987-11-30T00:00:00Z'];
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Almaty',
];
const DECIMALS = [
  '0',
  '-0',
  '9.50',
  '-12.5',
  '1234',
  '12345.678',
  '-1234567',
  '123456789012345678901',
  '4e-7',
  '1e21',
  '0.1234567890123456789012',
];
const TENTHS = [0, -0.04, 9.46, 0.15, 0.25, -2.35, 999.95, 1234.56, -40, 1e21];
const LISTS = [
  [],
  ['A'],
  ['A', 'B'],
  ['A', 'B', 'C'],
  ['A', 'B', 'C', 'D'],
  ['Ana', 'Inés'],
  ['Ana', 'Oscar'],
  ['א', 'B'],
];

const CODE = readFileSync(new URL('../../../shell/with-engine/intl.js', import.meta.url), 'utf8');

/**
 * Does something as a browser in a time zone does it. The code keeps its formatters, so each zone has
 * code of its own.
 * @param {string} zone
 * @param {(intl: any) => any} run
 */
async function inZone(zone, run) {
  process.env.TZ = zone;
  const module = `data:text/javascript,${encodeURIComponent(`${CODE}// ${zone}`)}`;
  return run((await import(module)).intl);
}

/**
 * What the engine takes for a tag: English, where the browser does not know it.
 * @param {any} intl
 * @param {string} tag
 */
const known = (intl, tag) => (intl.isKnown(tag) ? tag : 'en');

/** @param {string} asked */
async function written(asked) {
  const utc = await inZone('UTC', (intl) => {
    const tag = known(intl, asked);
    return {
      weekday: DATES.map((at) => intl.weekday(tag, Date.parse(at))),
      day: DATES.map((at) => intl.day(tag, Date.parse(at))),
      /** @type {string[][]} */
      moment: [],
      time: INSTANTS.map((at) => intl.time(tag, Date.parse(at))),
      decimal: DECIMALS.map((it) => intl.decimal(tag, it)),
      tenths: TENTHS.map((it) => intl.tenths(tag, it)),
      list: LISTS.map((names) => intl.separators(tag, names)),
      script: intl.script(tag) ?? null,
    };
  });
  for (const zone of ZONES)
    utc.moment.push(
      await inZone(zone, (intl) =>
        INSTANTS.map((at) => intl.moment(known(intl, asked), Date.parse(at))),
      ),
    );
  return utc;
}

const words = readdirSync(new URL('../../../words/', import.meta.url)).map((file) =>
  file.replace('.json', ''),
);
/** @type {Record<string, unknown>} */
const languages = {};
for (const tag of [...words, ...OTHERS].sort()) languages[tag] = await written(tag);
const asked = {
  dates: DATES,
  instants: INSTANTS,
  zones: ZONES,
  decimals: DECIMALS,
  tenths: TENTHS,
  lists: LISTS,
};
const { icu, cldr } = process.versions;
const json = JSON.stringify({ madeWith: { icu, cldr }, asked, languages }, null, 1);
// An array that fits into a line stands in one.
const compact = json.replace(/\[[^[\]{}]*\]/g, (array) => array.replace(/\n\s*/g, ' '));
writeFileSync(new URL('browser.json', import.meta.url), `${compact}\n`);
