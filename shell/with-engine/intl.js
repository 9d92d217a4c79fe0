// @ts-check
/**
 * Dates, numbers and lists as the browser's own `Intl` writes them
 * ([ECMA-402](https://tc39.es/ecma402/)). What it can't write is `undefined`.
 */

const DAY = { day: 'numeric', month: 'long', year: 'numeric' };
const TIME = { hour: 'numeric', minute: '2-digit' };
/** A day is midnight in UTC, written in UTC, so that it is the same day everywhere. */
const UTC = { timeZone: 'UTC' };
const WEEKDAY = { weekday: 'long', ...UTC };

/** @type {Map<string, any>} */
const made = new Map();

/**
 * A formatter. Each is made once for a locale and options, because that takes longer than to use it.
 * @param {'DateTimeFormat' | 'NumberFormat' | 'ListFormat'} kind
 * @param {string} locale
 * @param {object} [options]
 */
function formatter(kind, locale, options) {
  const key = kind + locale + JSON.stringify(options);
  let it = made.get(key);
  if (!it) made.set(key, (it = new /** @type {any} */ (Intl)[kind](locale, options)));
  return it;
}

/**
 * @param {string} locale
 * @param {number} ms since 1970 in UTC
 * @param {object} options
 * @returns {string | undefined}
 */
function date(locale, ms, options) {
  try {
    return formatter('DateTimeFormat', locale, options).format(ms);
  } catch {
    // A time that is out of range.
  }
}

/**
 * @param {string} locale
 * @param {number | string} number given as text it keeps all its digits, where the browser can do that
 * @param {number} digits at most so many after the point
 * @returns {string}
 */
const number = (locale, number, digits) =>
  formatter('NumberFormat', locale, { maximumFractionDigits: digits, signDisplay: 'negative' })
    .format(number)
    // A minus sign is as wide as a plus; a hyphen is not.
    .replaceAll('-', '−');

/** @type {import('../wire').Formats} */
export const intl = {
  isKnown(locale) {
    try {
      return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
    } catch {
      // It is no tag of a language.
      return false;
    }
  },

  weekday(locale, ms) {
    const text = date(locale, ms, { ...DAY, ...WEEKDAY });
    const weekday = date(locale, ms, WEEKDAY);
    // Newer browsers write British dates without the comma after the weekday. In a line of its own, as
    // the header of a page is, newspapers keep it.
    return /^en\b/i.test(locale) && weekday ? text?.replace(`${weekday} `, `${weekday}, `) : text;
  },

  day: (locale, ms) => date(locale, ms, { ...DAY, ...UTC }),

  moment: (locale, ms) => date(locale, ms, { ...DAY, ...TIME, timeZoneName: 'short' }),

  time: (locale, ms) => date(locale, ms, TIME),

  decimal: (locale, text) => number(locale, text, 20),

  tenths: (locale, value) => number(locale, value, 1),

  separators: (locale, names) =>
    formatter('ListFormat', locale)
      .formatToParts(names)
      .filter((/** @type {{ type: string }} */ part) => part.type === 'literal')
      .map((/** @type {{ value: string }} */ part) => part.value),

  script(locale) {
    try {
      return new Intl.Locale(locale).maximize().script;
    } catch {
      // It is no tag of a language.
    }
  },
};
