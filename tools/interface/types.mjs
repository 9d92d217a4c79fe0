// @ts-check
/** The parts of package/newsprint.d.ts that name properties, sources and kinds. */
import { unlinked } from './text.mjs';

/** A doc comment, a sentence a line. @param {string} text @param {string} indent */
const comment = (text, indent) => `${indent}/** ${unlinked(text).replaceAll('*/', '* /')} */\n`;

/** @param {string[]} words */
const union = (words) => words.map((word) => `\n  | '${word}'`).join('');

/**
 * @param {import('./interface').Interface} element
 * @returns {Record<string, string>}
 */
export const typesOf = (element) => ({
  properties:
    'export interface NewsprintProperties {\n' +
    element.properties
      // These two are every element's.
      .filter((it) => it.property !== 'lang' && it.property !== 'dir')
      .map((it) => `${comment(it.description, '  ')}  ${it.property}: ${it.type};\n`)
      .join('') +
    '}\n',
  events:
    'export interface NewsprintEventMap {\n' +
    element.events
      .map((it) => `${comment(it.detail, '  ')}  '${it.name}': ${it.type};\n`)
      .join('') +
    '}\n',
  sources: `export type NewsprintSource =${union(element.sources)};\n`,
  errorKinds: `export type NewsprintErrorKind =${union(element.errorKinds.map((it) => it.name))};\n`,
});
