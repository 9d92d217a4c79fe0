// @ts-check
// Writes browser.json: how a browser writes dates, numbers and lists, by Node's own `Intl`, with the
// options and the corrections of `src/intl.rs`. Run it as `node crates/locale/tests/browser.mjs`.

import { readdirSync, writeFileSync } from 'node:fs';

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

/** @param {string} tag */
function known(tag) {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** @param {string} asked */
function written(asked) {
  const tag = known(asked) ? asked : 'en';
  /** @param {Intl.DateTimeFormatOptions} options @param {string} at */
  const date = (options, at) => new Intl.DateTimeFormat(tag, options).format(Date.parse(at));
  /** @type {Intl.DateTimeFormatOptions} */
  const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
  /** @param {string} at */
  const weekday = (at) => {
    const whole = date({ weekday: 'long', ...day }, at);
    const name = date({ weekday: 'long', timeZone: 'UTC' }, at);
    const isBare = tag.split('-')[0] === 'en' && whole.startsWith(`${name} `);
    return isBare ? `${name}, ${whole.slice(name.length + 1)}` : whole;
  };
  /** @param {Intl.NumberFormatOptions} options @param {string | number} number */
  const number = (options, number) =>
    new Intl.NumberFormat(tag, { ...options, signDisplay: 'negative' })
      .format(/** @type {number} */ (number))
      .replaceAll('-', '−');
  const list = new Intl.ListFormat(tag);
  /** @type {Intl.DateTimeFormatOptions} */
  const time = { hour: 'numeric', minute: '2-digit' };
  return {
    weekday: DATES.map(weekday),
    day: DATES.map((at) => date(day, at)),
    moment: ZONES.map((timeZone) =>
      INSTANTS.map((at) => date({ ...day, ...time, timeZoneName: 'short', timeZone }, at)),
    ),
    time: INSTANTS.map((at) => date({ ...time, timeZone: 'UTC' }, at)),
    decimal: DECIMALS.map((it) => number({ maximumFractionDigits: 20 }, it)),
    tenths: TENTHS.map((it) => number({ maximumFractionDigits: 1 }, it)),
    list: LISTS.map((names) =>
      list
        .formatToParts(names)
        .filter((part) => part.type === 'literal')
        .map((part) => part.value),
    ),
    script: new Intl.Locale(tag).maximize().script ?? null,
  };
}

const words = readdirSync(new URL('../../../words/', import.meta.url)).map((file) =>
  file.replace('.json', ''),
);
const languages = Object.fromEntries(
  [...words, ...OTHERS].sort().map((tag) => [tag, written(tag)]),
);
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
