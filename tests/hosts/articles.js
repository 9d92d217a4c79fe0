// @ts-check
import first from './article.json';

/** The articles that the sites hand to the element as objects. */
export const FIRST = first;

export const SECOND = { ...first, headline: 'Ferry timetable restored' };

/**
 * What a site hears of an article, in words.
 * @param {CustomEvent} event
 */
export const heard = ({ type, detail }) =>
  type === 'newsprint-load'
    ? `${type}: ${detail.article.headline} (${detail.source})`
    : `${type}: ${detail.kind}`;
