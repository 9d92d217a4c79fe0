// @ts-check
/** The middle of what was measured, and how far it lies apart. */

/**
 * The value below which this part of all values lies, between two neighbours where need be.
 * @param {number[]} values
 * @param {number} part from 0 to 1
 */
export function quantile(values, part) {
  if (values.length === 0) throw new Error('There is nothing to take the middle of.');
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * Between which values the middle half lies.
 * @param {number[]} values
 * @returns {[from: number, to: number]}
 */
export const spread = (values) => [quantile(values, 0.25), quantile(values, 0.75)];

/**
 * The median of a property, and its spread.
 * @template {string} Name
 * @param {Record<Name, number>[]} all
 * @param {Name} name
 */
export function summary(all, name) {
  const values = all.map((one) => one[name]);
  return { median: median(values), spread: spread(values), values };
}
