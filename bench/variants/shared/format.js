// @ts-check
/** What the variants in JavaScript share: how dates and pictures are written. */

/**
 * A day with its weekday. Days have no time zone, so that of the reader does not count.
 * @param {string} lang
 * @param {string} day
 */
export const longDay = (lang, day) =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(day));

/**
 * A moment as the reader's clock shows it.
 * @param {string} lang
 * @param {string} moment
 */
export const longMoment = (lang, moment) =>
  new Intl.DateTimeFormat(lang, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(moment));

/**
 * The value of `srcset`.
 * @param {{ src: string, width: number }[]} sources
 */
export const srcset = (sources) =>
  sources.map((source) => `${source.src} ${source.width}w`).join(', ');
